#pragma once
// What a column or a feature means: it decides which primitives can be applied. The rules are Featuretools' (Woodwork's) types and tags.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace anneal::data::features {

enum class Meaning {
    any,  ///< in what is asked for: no matter; of a feature: a number of which no more is known
    integer,
    integerOrNull,
    real,
    truth,
    truthOrNull,
    time,
    category,
    ordinal,  ///< whole numbers in an order, as months are
    text,
    other,  ///< only whether there is a value matters
};

enum Tag : unsigned { kNumeric = 1, kCategory = 2, kIndex = 4, kTimeIndex = 8, kForeignKey = 16 };

struct Kind {
    Meaning meaning = Meaning::any;
    unsigned tags = 0;
    bool has(unsigned tag) const { return (tags & tag) == tag; }
    bool operator==(const Kind&) const = default;
};

/// With the tags that every column of this meaning has.
Kind kindOf(Meaning meaning);
/// Whether what is `given` can be put in where `wanted` is asked for.
bool fits(const Kind& given, const Kind& wanted);
bool fitsAny(const Kind& given, const std::vector<Kind>& wanted);

/// The names under `types:` in an entity set's file: integer, real, boolean, time, category, text, other.
std::vector<std::string> meaningNames();
std::optional<Meaning> parseMeaning(std::string_view name);
std::string_view meaningName(Meaning meaning);

}  // namespace anneal::data::features
