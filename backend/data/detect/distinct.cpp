#include "data/detect/distinct.h"

#include <algorithm>

namespace anneal::data {
namespace {

constexpr std::size_t kKeptAtOnce = 1 << 16;
constexpr std::size_t kSortedAtOnce = std::size_t(1) << 23;
constexpr std::size_t kHashesARead = 1 << 16;

}  // namespace

Result<DistinctCount> DistinctCount::create(const std::filesystem::path& scratch) {
    ANNEAL_TRY(spool, Spool::create(scratch));
    return DistinctCount(std::move(spool));
}

Status DistinctCount::add(const std::vector<std::uint64_t>& hashes) {
    for (const auto hash : hashes) {
        if (first_.count(hash)) continue;
        if (first_.size() < kKeptAtOnce)
            first_.insert(hash);
        else
            ANNEAL_CHECK(rest_.append(hash));
    }
    return {};
}

Result<std::int64_t> DistinctCount::count(const base::StopToken& stop) {
    ANNEAL_CHECK(rest_.flush());
    const auto all = rest_.size() / sizeof(std::uint64_t);
    const auto passes = all / kSortedAtOnce + 1;
    auto distinct = std::int64_t(first_.size());
    std::vector<std::uint64_t> read, sorted;
    for (std::size_t pass = 0; pass < passes; ++pass) {
        sorted.clear();
        for (std::size_t at = 0; at < all; at += kHashesARead) {
            if (stop.stopRequested()) return fail("stopped", "stopped");
            read.resize(std::min(kHashesARead, all - at));
            ANNEAL_CHECK(rest_.read(at * sizeof(std::uint64_t), read.data(), read.size() * sizeof(std::uint64_t)));
            std::copy_if(read.begin(), read.end(), std::back_inserter(sorted), [&](auto hash) { return hash % passes == pass; });
        }
        std::sort(sorted.begin(), sorted.end());
        distinct += std::unique(sorted.begin(), sorted.end()) - sorted.begin();
    }
    return distinct;
}

}  // namespace anneal::data
