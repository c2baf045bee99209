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

constexpr std::int64_t kRowsBetweenLooks = 256;

/// The rows of several parts, those before the last for comparison.
class Comparison {
public:
    static Result<Comparison> create(const std::filesystem::path& scratch) {
        ANNEAL_TRY(equal, EqualRows::create(scratch));
        ANNEAL_TRY(near, NearRows::create({.referencesOnly = true}, scratch));
        return Comparison(std::move(equal), std::move(near));
    }

    Status add(const Dataset& part, bool reference, const base::StopToken& stop) {
        ANNEAL_TRY(schema, part.schema());
        const auto content = keyColumns(*schema, part.manifest().mapping.content());
        ANNEAL_TRY(texts, contentTextColumns(*schema, part.manifest().mapping, {}));
        return part.forEachPart([&](const arrow::Table& table, std::int64_t first) -> Result<bool> {
            for (std::int64_t row = 0; row < table.num_rows(); ++row) {
                if (row % kRowsBetweenLooks == 0 && stop.stopRequested()) return fail("stopped", "stopped");
                const auto number = RowNumber(first + row);
                const auto key = rowKey(table, content, row);
                const auto sketch = near_.sketch(joinedTexts(table, texts, row));
                ANNEAL_CHECK(reference ? equal_.addReference(key, number) : equal_.add(key, number));
                ANNEAL_CHECK(reference ? near_.addReference(sketch, number) : near_.add(sketch, number));
            }
            return true;
        });
    }

    Status find(int threads, const base::ProgressFunction& progress, const base::StopToken& stop, Leak& leak) {
        ANNEAL_TRY(equal, equal_.find(false, threads, stop));
        ANNEAL_TRY(near, near_.find(threads, progress, stop));
        std::erase_if(equal, [](const Twin& twin) { return !twin.reference; });
        leak.exact = std::int64_t(equal.size());
        leak.near = std::count_if(near.twins.begin(), near.twins.end(), [&](const Twin& twin) {
            return !std::binary_search(equal.begin(), equal.end(), twin, [](const Twin& a, const Twin& b) { return a.row < b.row; });
        });
        return {};
    }

private:
    Comparison(EqualRows equal, NearRows near) : equal_(std::move(equal)), near_(std::move(near)) {}
    EqualRows equal_;
    NearRows near_;
};

}  // namespace

Result<std::vector<Leak>> findLeaks(const std::vector<std::pair<std::string, Dataset>>& parts, int threads,
                                    const base::ProgressFunction& progress, const base::StopToken& stop) {
    if (threads <= 0) threads = defaultThreads();
    std::vector<Leak> leaks;
    for (std::size_t part = 1; part < parts.size(); ++part) {
        const base::ScratchFolder scratch("leakage");
        ANNEAL_TRY(comparison, Comparison::create(scratch.path()));
        for (std::size_t earlier = 0; earlier < part; ++earlier) ANNEAL_CHECK(comparison.add(parts[earlier].second, true, stop));
        ANNEAL_CHECK(comparison.add(parts[part].second, false, stop));
        Leak leak{parts[part].first, parts[part].second.manifest().rows};
        ANNEAL_CHECK(comparison.find(threads, progress, stop, leak));
        leaks.push_back(std::move(leak));
    }
    return leaks;
}

OrderedJson toJson(const Leak& leak) { return {{"part", leak.part}, {"rows", leak.rows}, {"exact", leak.exact}, {"near", leak.near}}; }

}  // namespace anneal::data
