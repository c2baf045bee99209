#include "data/split_groups.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <unordered_map>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "base/scratch_folder.h"
#include "data/detect/near_rows.h"
#include "data/number_at.h"
#include "data/pipeline.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Sets that are united (Galler and Fischer 1964); the smaller number leads.
class Unions {
public:
    std::uint32_t add() {
        parents_.push_back(std::uint32_t(parents_.size()));
        return parents_.back();
    }
    std::uint32_t find(std::uint32_t one) {
        while (parents_[one] != one) one = parents_[one] = parents_[parents_[one]];
        return one;
    }
    void unite(std::uint32_t a, std::uint32_t b) {
        const auto [first, second] = std::minmax({find(a), find(b)});
        parents_[second] = first;
    }

private:
    std::vector<std::uint32_t> parents_;
};

/// Numbers as text that sorts as they do; times and other texts as they are written, most significant first.
std::string sortable(const arrow::Array& values, std::int64_t row) {
    if (values.IsNull(row)) return {};
    std::string text;
    const auto number = numberAt(values, row);
    if (!number) {
        appendPlain(text, values, row);
        return text;
    }
    auto bits = std::bit_cast<std::uint64_t>(*number);
    bits = bits >> 63 ? ~bits : bits | std::uint64_t(1) << 63;
    for (int byte = 7; byte >= 0; --byte) text += char(bits >> (8 * byte));
    return text;
}

class Grouping {
public:
    Grouping(const Dataset& dataset, const SplitOptions& options) : dataset_(dataset), options_(options) {}

    Status bind() {
        ANNEAL_TRY(schema, dataset_.schema());
        const auto optional = [&](const std::string& name, int& index) -> Status {
            if (name.empty()) return {};
            ANNEAL_TRY(found, columnIndex(*schema, name));
            index = found;
            return {};
        };
        ANNEAL_CHECK(optional(options_.stratify, stratum_));
        ANNEAL_CHECK(optional(options_.time, time_));
        ANNEAL_TRY(together, columnIndices(*schema, options_.group));
        together_ = together;
        content_ = keyColumns(*schema, dataset_.manifest().mapping.content());
        ANNEAL_TRY(texts, contentTextColumns(*schema, dataset_.manifest().mapping, {}));
        texts_ = texts;
        return {};
    }

    Status read(const base::ProgressFunction& progress, const base::StopToken& stop) {
        std::int64_t part = 0;
        return dataset_.forEachPart([&](const arrow::Table& table, std::int64_t) -> Result<bool> {
            for (std::int64_t row = 0; row < table.num_rows(); ++row) {
                if (row % 4096 == 0 && stop.stopRequested()) return fail("stopped", "stopped");
                add(table, row);
            }
            if (progress) progress({++part, std::int64_t(dataset_.parts()), "grouping rows"});
            return true;
        });
    }

    /// Also unites rows that are nearly equal.
    Status uniteNear(const base::ProgressFunction& progress, const base::StopToken& stop) {
        const base::ScratchFolder scratch("split");
        ANNEAL_TRY(rows, NearRows::create({.threshold = options_.near}, scratch.path()));
        ANNEAL_CHECK(dataset_.forEachPart([&](const arrow::Table& table, std::int64_t first) -> Result<bool> {
            for (std::int64_t row = 0; row < table.num_rows(); ++row) {
                if (stop.stopRequested()) return fail("stopped", "stopped");
                ANNEAL_CHECK(rows.add(rows.sketch(joinedTexts(table, texts_, row)), RowNumber(first + row)));
            }
            return true;
        }));
        ANNEAL_TRY(found, rows.find(options_.threads > 0 ? options_.threads : defaultThreads(), progress, stop));
        for (const auto& twin : found.twins) unions_.unite(nodeOf_[twin.row], nodeOf_[twin.other]);
        return {};
    }

    RowGroups take() {
        RowGroups made;
        std::vector<std::uint32_t> placeOf(nodes_.size());
        for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
            const auto leader = unions_.find(node);
            if (leader == node) {
                placeOf[node] = std::uint32_t(made.groups.size());
                made.groups.push_back(std::move(nodes_[node]));
                continue;
            }
            placeOf[node] = placeOf[leader];
            auto& group = made.groups[placeOf[node]];
            group.rows += nodes_[node].rows;
            group.key = std::min(group.key, nodes_[node].key);
            group.time = std::min(group.time, nodes_[node].time);
        }
        for (auto& node : nodeOf_) node = placeOf[node];
        made.groupOf = std::move(nodeOf_);
        return made;
    }

private:
    void add(const arrow::Table& table, std::int64_t row) {
        const auto key = rowKey(table, content_, row);
        const auto [found, fresh] = byContent_.emplace(key, std::uint32_t(nodes_.size()));
        if (fresh) {
            unions_.add();
            nodes_.push_back({key, 0, {}, {}});
            if (stratum_ >= 0) appendJson(nodes_.back().stratum, *table.column(stratum_)->chunk(0), row);
        }
        const auto node = found->second;
        auto& group = nodes_[node];
        if (time_ >= 0) {
            auto time = sortable(*table.column(time_)->chunk(0), row);
            if (group.rows == 0 || time < group.time) group.time = std::move(time);
        }
        ++group.rows;
        nodeOf_.push_back(node);
        if (!together_.empty()) unions_.unite(node, byGroup_.emplace(rowKey(table, together_, row), node).first->second);
    }

    const Dataset& dataset_;
    const SplitOptions& options_;
    int stratum_ = -1, time_ = -1;
    std::vector<int> together_, content_, texts_;
    std::unordered_map<RowKey, std::uint32_t, RowKeyHash> byContent_, byGroup_;
    Unions unions_;
    std::vector<RowGroup> nodes_;  ///< rows equal in content
    std::vector<std::uint32_t> nodeOf_;
};

}  // namespace

Result<RowGroups> groupRows(const Dataset& dataset, const SplitOptions& options, const base::ProgressFunction& progress,
                            const base::StopToken& stop) {
    Grouping grouping(dataset, options);
    ANNEAL_CHECK(grouping.bind());
    ANNEAL_CHECK(grouping.read(progress, stop));
    if (options.near > 0) ANNEAL_CHECK(grouping.uniteNear(progress, stop));
    return grouping.take();
}

}  // namespace anneal::data
