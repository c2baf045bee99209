#pragma once
// What a feature is computed with. An aggregation makes one value of the rows that belong to an instance, a transform one value of
// each row. A new primitive is one entry in its family's file under primitives/; synthesis, calculation, the command line and the
// window know it from there.
//
// Values are doubles: numbers as they are, times as microseconds since 1970 (exact within 285 years), truth as 0 and 1, texts as
// places in a list of words. NaN stands for no value.

#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "base/stop_token.h"
#include "data/features/kind.h"
#include "data/features/text_list.h"

namespace anneal::data::features {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
inline constexpr double kMicroseconds = 1e6;  // a second

/// The rows of one instance, in their table's order.
struct Group {
    std::span<const double> values;  ///< of the first input
    std::span<const double> times;   ///< of the second input
    std::size_t rows = 0;
    double now = kNone;  ///< the cut-off
    bool words = false;  ///< values are places in a sorted list
    base::StopToken stop;
};
/// Writes one value an output. Any thread. Throws Stopped.
using Aggregate = void (*)(const Group& group, std::span<double> out);

/// Rows of one table, in its order.
struct Rows {
    std::span<const double> first, second;
    double now = kNone;
    const TextList* words = nullptr;  ///< what the first input's values stand for
    base::StopToken stop;
};
/// Writes one value a row. Any thread. Throws Stopped.
using Transform = void (*)(const Rows& rows, std::span<double> out);

/// Whether the values are whole numbers.
enum class Integers { never, always, likeInput };

struct Primitive {
    std::string name;                       ///< Featuretools': "avg_time_between"
    std::string reason;                     ///< one line: what it tells
    std::string phrase;                     ///< for a feature in words: "mean {}"
    std::vector<std::vector<Kind>> inputs;  ///< alternatives
    std::optional<Kind> returns;            ///< nothing: as its first input
    Aggregate aggregate = nullptr;          ///< one of these two
    Transform transform = nullptr;
    Integers integers = Integers::never;
    double absent = kNone;           ///< where there are no rows, or where they give no value
    bool onItself = true;            ///< may have its own outcome as input
    std::vector<std::string> never;  ///< primitives whose outcome is no input
    int outputs = 1;                 ///< columns
    bool commutative = false;        ///< a + b is b + a, and made once
    bool wholeTable = false;         ///< looks at all rows of the table, not only at those of the instances asked for
    bool usesNow = false;            ///< depends on the cut-off itself
    std::string_view sign = {};      ///< between its two inputs, instead of the name before them: "+"
    bool readsValues = true;         ///< else the number of rows says all
};

/// All, by name.
const std::vector<Primitive>& primitives();
/// Error "primitive_unknown" suggests the nearest; `aggregation` says which sort is asked for.
Result<const Primitive*> findPrimitive(const std::string& name, bool aggregation);
/// What Featuretools applies by default, in so far as there is something to apply it to.
std::vector<std::string> defaultAggregations();
std::vector<std::string> defaultTransforms();
/// {"primitive","kind":"aggregation"|"transform","reason","inputs":[[…]],"returns","outputs","whole_table"}
OrderedJson toJson(const Primitive& primitive);

}  // namespace anneal::data::features
