#include "data/split.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>
#include <arrow/datum.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/arrow_result.h"
#include "data/render.h"
#include "data/row_key.h"

namespace anneal::data {
namespace {

constexpr std::uint8_t kLeftOut = 255;

std::uint64_t mixed(std::uint64_t value) {  // splitmix64
    value += 0x9E3779B97F4A7C15u;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
}

/// Rows that are equal in content.
struct Group {
    RowKey key;
    std::int64_t rows = 0;
    std::uint8_t part = kLeftOut;
};

Status checkFractions(const SplitOptions& options) {
    double sum = 0;
    for (const auto& [name, fraction] : options.fractions) {
        if (!(fraction >= 0 && fraction <= 1))
            return fail("split_invalid", "the fraction of " + name + " is not between 0 and 1", "e.g. --train 0.9 --validation 0.1");
        sum += fraction;
    }
    if (sum <= 0 || sum > 1 + 1e-9)
        return fail("split_invalid", "the fractions sum to " + base::dumpJson(Json(sum)) + ", not to at most 1",
                    "e.g. --train 0.9 --validation 0.1");
    return {};
}

/// Deals the groups of one stratum out, in an order that the seed gives, to the part that lacks most rows.
void deal(std::vector<Group*>& groups, const SplitOptions& options) {
    std::sort(groups.begin(), groups.end(), [&](const Group* a, const Group* b) {
        const auto order = [&](const Group* group) { return std::pair(mixed(group->key[0] ^ mixed(options.seed)), group->key); };
        return order(a) < order(b);
    });
    std::int64_t total = 0;
    double sum = 0;
    for (const auto* group : groups) total += group->rows;
    for (const auto& [name, fraction] : options.fractions) sum += fraction;
    std::vector<double> missing;
    for (const auto& [name, fraction] : options.fractions) missing.push_back(fraction * double(total));
    double leftOut = std::max(0.0, 1 - sum) * double(total);
    for (auto* group : groups) {
        const auto most = std::max_element(missing.begin(), missing.end());
        if (leftOut > *most) {
            leftOut -= double(group->rows);
            continue;
        }
        group->part = std::uint8_t(most - missing.begin());
        *most -= double(group->rows);
    }
}

class Splitter {
public:
    Splitter(const Dataset& dataset, const SplitOptions& options) : dataset_(dataset), options_(options) {}

    Status assign() {
        ANNEAL_TRY(schema, dataset_.schema());
        schema_ = schema;
        const int label = options_.stratify.empty() ? -1 : schema->GetFieldIndex(options_.stratify);
        if (!options_.stratify.empty() && label < 0) {
            const auto near = base::nearest(options_.stratify, schema->field_names());
            return fail("column_unknown", "there is no column \"" + options_.stratify + "\" to stratify by",
                        near ? "did you mean \"" + *near + "\"?" : "the columns are " + base::join(schema->field_names(), ", "));
        }
        const auto columns = keyColumns(*schema, dataset_.manifest().mapping.content());
        std::unordered_map<RowKey, std::size_t, RowKeyHash> index;
        std::vector<Group> groups;
        std::vector<std::string> strata;
        ANNEAL_CHECK(dataset_.forEachPart([&](const arrow::Table& table, std::int64_t) -> Result<bool> {
            for (std::int64_t row = 0; row < table.num_rows(); ++row) {
                const auto key = rowKey(table, columns, row);
                const auto [found, fresh] = index.emplace(key, groups.size());
                if (fresh) {
                    groups.push_back({key});
                    strata.emplace_back();
                    if (label >= 0) appendJson(strata.back(), *table.column(label)->chunk(0), row);
                }
                ++groups[found->second].rows;
                groupOfRow_.push_back(std::uint32_t(found->second));
            }
            return true;
        }));
        std::map<std::string, std::vector<Group*>> byStratum;
        for (std::size_t i = 0; i < groups.size(); ++i) byStratum[strata[i]].push_back(&groups[i]);
        for (auto& [value, members] : byStratum) deal(members, options_);
        for (auto& group : groupOfRow_) group = groups[group].part;
        return {};
    }

    /// The rows that went to `part`, in their order.
    Result<SplitPart> write(std::uint8_t part, const base::StopToken& stop) const {
        const auto& [name, fraction] = options_.fractions[part];
        ANNEAL_TRY(writer, DatasetWriter::create(options_.out / name, options_.replace));
        std::vector<WrittenPart> parts;
        TableSketch sketch(*schema_);
        std::size_t index = 0;
        ANNEAL_CHECK(dataset_.forEachPart([&](const arrow::Table& table, std::int64_t first) -> Result<bool> {
            if (stop.stopRequested()) return fail("stopped", "stopped");
            arrow::Int64Builder builder;
            for (std::int64_t row = 0; row < table.num_rows(); ++row)
                if (groupOfRow_[std::size_t(first + row)] == part) ANNEAL_CHECK(checked(builder.Append(row), "split"));
            std::shared_ptr<arrow::Array> rows;
            ANNEAL_CHECK(checked(builder.Finish(&rows), "split"));
            if (rows->length() == 0) return true;
            const auto whole = arrow::Table::Make(table.schema(), table.columns(), table.num_rows());
            ANNEAL_TRY(taken, checked(arrow::compute::Take(whole, rows), "split"));
            ANNEAL_TRY(written, writer.write(index++, *taken.table()));
            parts.push_back(std::move(written));
            sketch.add(*taken.table());
            return true;
        }));
        Manifest manifest = dataset_.manifest();
        manifest.rejected = 0;
        std::error_code ignored;
        manifest.provenance = {
            {"dataset", std::filesystem::absolute(dataset_.path(), ignored).string()},
            {"dataset_hash", dataset_.manifest().hash},
            {"split", {{"part", name}, {"fraction", fraction}, {"seed", options_.seed}, {"stratify", options_.stratify}}},
            {"origin", dataset_.manifest().provenance}};
        ANNEAL_TRY(whole, writer.commit(*schema_, parts, std::move(manifest), sketch.finish()));
        return SplitPart{name, options_.out / name, whole.rows};
    }

private:
    const Dataset& dataset_;
    const SplitOptions& options_;
    std::shared_ptr<arrow::Schema> schema_;
    std::vector<std::uint32_t> groupOfRow_;  ///< after assign(): each row's part
};

}  // namespace

Result<std::vector<SplitPart>> splitDataset(const Dataset& dataset, const SplitOptions& options, const base::ProgressFunction& progress,
                                            const base::StopToken& stop) {
    ANNEAL_CHECK(checkFractions(options));
    Splitter splitter(dataset, options);
    ANNEAL_CHECK(splitter.assign());
    std::vector<SplitPart> parts;
    for (std::size_t i = 0; i < options.fractions.size(); ++i) {
        if (options.fractions[i].second <= 0) continue;
        ANNEAL_TRY(part, splitter.write(std::uint8_t(i), stop));
        parts.push_back(std::move(part));
        if (progress) progress({std::int64_t(i + 1), std::int64_t(options.fractions.size()), "splitting"});
    }
    return parts;
}

}  // namespace anneal::data
