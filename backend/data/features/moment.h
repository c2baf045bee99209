#pragma once
// What was known at a cut-off: which rows had come by then, and, where features look at whole tables, their values at that time.

#include <map>
#include <memory>
#include <vector>

#include "base/stop_token.h"
#include "data/features/feature.h"
#include "data/features/tables.h"

namespace anneal::data::features {

class Frame;

/// From its construction on, any thread.
class Moment {
public:
    /// `window`: microseconds before the cut-off from which a row, or one of those below it, must be; 0: all. `features` are those
    /// that will be asked for. Throws Stopped.
    Moment(const EntitySet& set, const Tables& tables, const std::vector<FeaturePtr>& features, double now, double window,
           const base::StopToken& stop);
    ~Moment();

    double now() const { return now_; }
    const EntitySet& set() const { return set_; }
    const Tables& tables() const { return tables_; }
    const base::StopToken& stop() const { return stop_; }

    /// At or before the cut-off, and within the window. What lies after the cut-off never counts, not even for the window.
    bool has(int entity, std::int32_t row) const;
    /// Whether the column's value was known: those of a secondary time from before the cut-off.
    bool knew(int entity, int column, std::int32_t row) const;
    /// The value of a feature that looks at its whole table; the row is one that the moment has.
    double whole(const Feature& feature, std::int32_t row) const;

private:
    double timeOf(int entity, std::int32_t row) const;
    bool within(int entity, std::int32_t row) const;
    Frame& wholeFrame(int entity);

    const EntitySet& set_;
    const Tables& tables_;
    base::StopToken stop_;
    double now_, window_;
    struct Whole;
    std::map<int, std::unique_ptr<Whole>> whole_;                       ///< an entity
    std::map<const Feature*, const std::vector<double>*> wholeValues_;  ///< a row of the entity's frame
};

/// What its values stand for, where they are texts; else null.
const TextList* wordsOf(const Feature& feature, const Tables& tables);
/// Whether a transform looks at the whole table.
bool looksAtWhole(const Feature& feature);

}  // namespace anneal::data::features
