#include "data/leakage.h"

#include <algorithm>

#include <arrow/table.h>
#include <arrow/type.h>

#include "base/scratch_folder.h"
#include "data/detect/near_rows.h"
#include "data/pipeline.h"
#include "data/row_key.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kRowsBetweenLooks = 64;

/// The rows of several parts, those before the last for comparison.
class Comparison {
public:
    static Result<Comparison> create(const std::filesystem::path& scratch, int threads) {
        ANNEAL_TRY(equal, EqualRows::create(scratch));
        ANNEAL_TRY(near, NearRows::create({.referencesOnly = true}, scratch));
        return Comparison(std::move(equal), std::move(near), threads);
    }

    Status add(const Dataset& dataset, bool reference, const base::StopToken& stop) {
        ANNEAL_TRY(schema, dataset.schema());
        const auto content = keyColumns(*schema, dataset.manifest().mapping.content());
        ANNEAL_TRY(texts, contentTextColumns(*schema, dataset.manifest().mapping, {}));
        std::size_t started = 0;
        RowNumber number = 0;
        const auto next = [&]() -> Result<std::optional<std::size_t>> {
            if (started >= dataset.parts()) return std::nullopt;
            return started++;
        };
        const auto work = [&](std::size_t& part) -> Result<std::vector<Row>> {
            ANNEAL_TRY(table, dataset.readPart(part));
            std::vector<Row> rows;
            for (std::int64_t row = 0; row < table->num_rows(); ++row) {
                if (row % kRowsBetweenLooks == 0 && stop.stopRequested()) return fail("stopped", "stopped");
                rows.push_back({rowKey(*table, content, row), near_.sketch(joinedTexts(*table, texts, row))});
            }
            return rows;
        };
        const auto take = [&](std::vector<Row>& rows) -> Status {
            for (const auto& row : rows) {
                ANNEAL_CHECK(reference ? equal_.addReference(row.key, number) : equal_.add(row.key, number));
                ANNEAL_CHECK(reference ? near_.addReference(row.sketch, number) : near_.add(row.sketch, number));
                ++number;
            }
            return {};
        };
        return inOrder<std::size_t, std::vector<Row>>(threads_, stop, next, work, take);
    }

    Status find(const base::ProgressFunction& progress, const base::StopToken& stop, Leak& leak) {
        ANNEAL_TRY(equal, equal_.find(false, threads_, stop));
        ANNEAL_TRY(near, near_.find(threads_, progress, stop));
        std::erase_if(equal, [](const Twin& twin) { return !twin.reference; });
        leak.exact = std::int64_t(equal.size());
        leak.near = rowsBesides(near.twins, equal);
        return {};
    }

private:
    struct Row {
        RowKey key;
        NearRows::Sketch sketch;
    };
    Comparison(EqualRows equal, NearRows near, int threads) : equal_(std::move(equal)), near_(std::move(near)), threads_(threads) {}
    EqualRows equal_;
    NearRows near_;
    int threads_;
};

}  // namespace

Result<std::vector<Leak>> findLeaks(const std::vector<std::pair<std::string, Dataset>>& parts, int threads,
                                    const base::ProgressFunction& progress, const base::StopToken& stop) {
    if (threads <= 0) threads = defaultThreads();
    std::vector<Leak> leaks;
    for (std::size_t part = 1; part < parts.size(); ++part) {
        const base::ScratchFolder scratch("leakage");
        ANNEAL_TRY(comparison, Comparison::create(scratch.path(), threads));
        for (std::size_t earlier = 0; earlier < part; ++earlier) ANNEAL_CHECK(comparison.add(parts[earlier].second, true, stop));
        ANNEAL_CHECK(comparison.add(parts[part].second, false, stop));
        Leak leak{parts[part].first, parts[part].second.manifest().rows};
        ANNEAL_CHECK(comparison.find(progress, stop, leak));
        leaks.push_back(std::move(leak));
    }
    return leaks;
}

OrderedJson toJson(const Leak& leak) { return {{"part", leak.part}, {"rows", leak.rows}, {"exact", leak.exact}, {"near", leak.near}}; }

}  // namespace anneal::data
