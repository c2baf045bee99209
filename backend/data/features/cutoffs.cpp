#include "data/features/cutoffs.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include <arrow/table.h>

#include "base/text.h"
#include "data/arrow_result.h"
#include "data/dataset_info.h"
#include "data/features/cells.h"
#include "data/features/moment.h"
#include "data/features/stopped.h"
#include "data/sources/cell.h"

namespace anneal::data::features {
namespace {

constexpr double kSecondsADay = 86400;

tl::unexpected<Error> invalid(std::string message, std::string hint) { return fail("cutoff_invalid", std::move(message), std::move(hint)); }

/// Rows at or before it are all there is.
double latest(const EntitySet& set, const Tables& tables) {
    double found = -std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < set.entities.size(); ++i) {
        if (set.entities[i].timeIndex < 0) continue;
        for (const double time : tables.tables[i].columns[std::size_t(set.entities[i].timeIndex)].values)
            if (time > found) found = time;
    }
    return std::isfinite(found) ? found : std::numeric_limits<double>::infinity();
}

std::optional<double> momentOf(std::string_view text) {
    if (const auto moment = timestampOf(text)) return double(*moment);
    if (const auto day = dateOf(text)) return double(*day) * kSecondsADay * kMicroseconds;
    return {};
}

/// Dates among moments are texts to a file's reader. False where one is neither.
bool appendTexts(const arrow::Array& array, std::vector<double>& out) {
    if (array.type_id() != arrow::Type::STRING) return false;
    const auto& texts = static_cast<const arrow::StringArray&>(array);
    for (std::int64_t row = 0; row < texts.length(); ++row) {
        const auto moment = texts.IsNull(row) ? std::nullopt : momentOf(texts.GetView(row));
        if (!moment && texts.IsValid(row)) return false;
        out.push_back(moment.value_or(kNone));
    }
    return true;
}

Cutoffs atOnce(const EntitySet& set, const Tables& tables, int target, double time, double window, const base::StopToken& stop) {
    Cutoffs cutoffs;
    cutoffs.time = time;
    const Moment moment(set, tables, {}, time, window, stop);
    for (std::int32_t row = 0; row < std::int32_t(tables.tables[std::size_t(target)].rows); ++row)
        if (moment.has(target, row)) cutoffs.instances.push_back({row, time});
    return cutoffs;
}

int firstOf(const arrow::Schema& schema, const std::vector<std::string>& names) {
    for (const auto& name : names)
        if (const int found = schema.GetFieldIndex(name); found >= 0) return found;
    return -1;
}

class CutoffFile {
public:
    CutoffFile(const Entity& entity, const Table& table, std::string name) : entity_(entity), table_(table), name_(std::move(name)) {}

    Result<Cutoffs> read(const Dataset& dataset, const base::StopToken& stop) {
        ANNEAL_TRY(schema, dataset.schema());
        const auto& index = entity_.columns[std::size_t(entity_.index)].name;
        const int key = firstOf(*schema, {index, "instance_id"});
        if (key < 0)
            return invalid(name_ + " has no column " + index,
                           "it needs the keys of " + entity_.name + " in a column " + index + ", and times");
        std::vector<std::string> timeNames = {"time", "cutoff_time"};
        if (entity_.timeIndex >= 0) timeNames.push_back(entity_.columns[std::size_t(entity_.timeIndex)].name);
        int time = firstOf(*schema, timeNames);
        for (int i = 0; time < 0 && i < schema->num_fields(); ++i)
            if (arrow::is_temporal(schema->field(i)->type()->id())) time = i;
        if (time < 0) return invalid(name_ + " has no column of times", "add one called time, as 2014-05-01 or 2014-05-01 12:30:00");
        Cutoffs cutoffs;
        cutoffs.perInstance = true;
        std::vector<std::shared_ptr<arrow::Table>> labels;
        ANNEAL_CHECK(dataset.forEachPart([&](const arrow::Table& rows, std::int64_t first) -> Result<bool> {
            if (stop.stopRequested()) return stopped();
            ANNEAL_CHECK(add(*rows.column(key), *rows.column(time), first, cutoffs));
            if (schema->num_fields() == 2) return true;
            auto rest = arrow::Table::Make(rows.schema(), rows.columns(), rows.num_rows());
            for (const int column : {std::max(key, time), std::min(key, time)}) {
                ANNEAL_TRY(less, checked(rest->RemoveColumn(column), name_));
                rest = less;
            }
            labels.push_back(rest);
            return true;
        }));
        if (cutoffs.instances.empty()) return invalid(name_ + " has no rows", "give a row for each instance");
        if (!labels.empty()) {
            ANNEAL_TRY(whole, checked(arrow::ConcatenateTables(labels), name_));
            cutoffs.labels = whole;
        }
        return cutoffs;
    }

private:
    Status add(const arrow::ChunkedArray& keys, const arrow::ChunkedArray& times, std::int64_t first, Cutoffs& cutoffs) const {
        std::vector<double> moments;
        for (const auto& chunk : times.chunks())
            if (!appendTimes(*chunk, moments) && !appendTexts(*chunk, moments))
                return invalid(name_ + ": its times are " + chunk->type()->ToString(), "write them as 2014-05-01 or 2014-05-01 12:30:00");
        std::string wrong;
        std::size_t at = 0;
        const auto take = [&](std::int32_t place, const std::string& key) {
            const auto row = "row " + base::formatCount(first + std::int64_t(at) + 1);
            if (wrong.empty() && place < 0) wrong = row + ": " + entity_.name + " has no key " + key;
            if (wrong.empty() && std::isnan(moments[at])) wrong = row + " has no time";
            if (wrong.empty()) cutoffs.instances.push_back({table_.rowOfKey[std::size_t(place)], moments[at]});
            ++at;
        };
        for (const auto& chunk : keys.chunks()) {
            const bool known = eachKey(
                *chunk,
                [&](std::int64_t, std::int64_t key) { take(table_.keys.texts() ? -1 : table_.keys.find(key), std::to_string(key)); },
                [&](std::int64_t, std::string_view key) { take(table_.keys.texts() ? table_.keys.find(key) : -1, std::string(key)); },
                [&](std::int64_t) { take(-1, "where the file has none"); });
            if (!known) return invalid(name_ + ": " + chunk->type()->ToString() + " is no key", "give the keys of " + entity_.name);
        }
        if (!wrong.empty()) return invalid(name_ + ", " + wrong, "correct or drop the row");
        return {};
    }

    const Entity& entity_;
    const Table& table_;
    std::string name_;
};

}  // namespace

Result<double> parseWindow(const std::string& text) {
    static const std::map<std::string, double> units = {
        {"second", 1}, {"minute", 60}, {"hour", 3600}, {"day", kSecondsADay}, {"week", 7 * kSecondsADay}};
    const auto words = base::split(std::string(base::trim(text)), ' ');
    if (words.size() == 2) {
        auto unit = words[1];
        if (unit.size() > 1 && unit.back() == 's') unit.pop_back();
        const auto known = units.find(unit);
        const auto number = realOf(words[0]);
        const auto whole = integerOf(words[0]);
        const double count = number ? *number : whole ? double(*whole) : 0;
        if (known != units.end() && count > 0) return count * known->second * kMicroseconds;
    }
    return fail("parameter_invalid", "\"" + text + "\" is no length of time",
                "write it as \"30 days\"; there are weeks, days, hours, minutes, seconds");
}

Result<Cutoffs> readCutoffs(const EntitySet& set, const Tables& tables, int target, const CutoffRequest& request,
                            const base::ProgressFunction& progress, const base::StopToken& stop) {
    if (request.text.empty()) return atOnce(set, tables, target, latest(set, tables), request.window, stop);
    if (const auto moment = momentOf(request.text)) return atOnce(set, tables, target, *moment, request.window, stop);
    ANNEAL_TRY(dataset, openData(request.text, {}, progress, stop));
    return CutoffFile(set.entities[std::size_t(target)], tables.tables[std::size_t(target)], request.text).read(dataset, stop);
}

}  // namespace anneal::data::features
