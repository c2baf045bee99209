#include "data/detect/twins.h"

#include <algorithm>

#include "data/pipeline.h"

namespace anneal::data {
namespace {

constexpr std::size_t kParts = 64;
constexpr RowNumber kOwn = RowNumber(1) << 63;  // set in rows that are no reference, so that references sort first

}  // namespace

std::int64_t rowsBesides(const std::vector<Twin>& twins, const std::vector<Twin>& others) {
    return std::count_if(twins.begin(), twins.end(), [&](const Twin& twin) {
        return !std::binary_search(others.begin(), others.end(), twin, [](const Twin& a, const Twin& b) { return a.row < b.row; });
    });
}

Result<EqualRows> EqualRows::create(const std::filesystem::path& scratch) {
    EqualRows rows;
    for (std::size_t i = 0; i < kParts; ++i) {
        ANNEAL_TRY(part, Spool::create(scratch, std::size_t(1) << 16));
        rows.parts_.push_back(std::move(part));
    }
    return rows;
}

Status EqualRows::put(const RowKey& key, RowNumber row) { return parts_[key[1] % kParts].append(Entry{key, row}); }
Status EqualRows::addReference(const RowKey& key, RowNumber row) { return put(key, row); }
Status EqualRows::add(const RowKey& key, RowNumber row) { return put(key, row | kOwn); }

Result<std::vector<Twin>> EqualRows::findIn(const Spool& part, bool keepLast) const {
    ANNEAL_TRY(entries, part.readAll<Entry>());
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return std::tie(a.key, a.row) < std::tie(b.key, b.row); });
    std::vector<Twin> twins;
    for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
        while (end < entries.size() && entries[end].key == entries[begin].key) ++end;
        const bool reference = !(entries[begin].row & kOwn);
        const auto kept = reference || !keepLast ? begin : end - 1;
        for (auto i = begin; i < end; ++i)
            if (i != kept && entries[i].row & kOwn) twins.push_back({entries[i].row & ~kOwn, entries[kept].row & ~kOwn, reference, 1});
    }
    return twins;
}

Result<std::vector<Twin>> EqualRows::find(bool keepLast, int threads, const base::StopToken& stop) {
    std::vector<Twin> twins;
    std::size_t started = 0;
    const auto next = [&]() -> Result<std::optional<std::size_t>> {
        if (started >= parts_.size()) return std::nullopt;
        return started++;
    };
    const auto work = [&](std::size_t& part) -> Result<std::vector<Twin>> {
        ANNEAL_CHECK(parts_[part].flush());
        return findIn(parts_[part], keepLast);
    };
    const auto take = [&](std::vector<Twin>& found) -> Status {
        twins.insert(twins.end(), found.begin(), found.end());
        return {};
    };
    ANNEAL_CHECK((inOrder<std::size_t, std::vector<Twin>>(threads, stop, next, work, take)));
    std::sort(twins.begin(), twins.end(), [](const Twin& a, const Twin& b) { return a.row < b.row; });
    return twins;
}

}  // namespace anneal::data
