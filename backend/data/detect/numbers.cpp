#include "data/detect/numbers.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace anneal::data {
namespace {

constexpr std::size_t kNumbersARead = 1 << 16;
constexpr int kDigitBits = 16;

/// Keys in the order of the numbers.
std::uint64_t keyOf(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value == 0 ? 0.0 : value);
    return bits >> 63 ? ~bits : bits | std::uint64_t(1) << 63;
}
double valueOf(std::uint64_t key) { return std::bit_cast<double>(key >> 63 ? key & ~(std::uint64_t(1) << 63) : ~key); }

/// Numbers whose key begins with `prefix`, counted by the next digit.
struct Bin {
    std::uint64_t prefix = 0;
    std::vector<std::int64_t> counts;
};

struct Search {
    std::int64_t rank = 0;  ///< among those with the prefix
    std::uint64_t prefix = 0;
};

}  // namespace

Result<Numbers> Numbers::create(const std::filesystem::path& scratch) {
    ANNEAL_TRY(spool, Spool::create(scratch));
    return Numbers(std::move(spool));
}

Status Numbers::add(const std::vector<double>& values) {
    for (const double value : values)
        if (value == value) ANNEAL_CHECK(spool_.append(value));
    return {};
}

Status Numbers::forEach(const std::function<void(double)>& visit, const base::StopToken& stop) {
    ANNEAL_CHECK(spool_.flush());
    std::vector<double> values;
    const auto all = std::size_t(count());
    for (std::size_t first = 0; first < all; first += kNumbersARead) {
        if (stop.stopRequested()) return fail("stopped", "stopped");
        values.resize(std::min(kNumbersARead, all - first));
        ANNEAL_CHECK(spool_.read(first * sizeof(double), values.data(), values.size() * sizeof(double)));
        for (const double value : values) visit(value);
    }
    return {};
}

/// The numbers at the ranks (ascending, from 0), found digit by digit from the most significant one on.
Result<std::vector<double>> Numbers::ranked(const std::vector<std::int64_t>& ranks, const std::function<double(double)>& of,
                                            const base::StopToken& stop) {
    std::vector<Search> searches;
    for (const auto rank : ranks) searches.push_back({rank, 0});
    for (int shift = 64 - kDigitBits; shift >= 0; shift -= kDigitBits) {
        std::vector<Bin> bins;
        for (const auto& search : searches)
            if (bins.empty() || bins.back().prefix != search.prefix)
                bins.push_back({search.prefix, std::vector<std::int64_t>(1 << kDigitBits)});
        const bool all = shift == 64 - kDigitBits;
        ANNEAL_CHECK(forEach(
            [&](double value) {
                const auto key = keyOf(of(value));
                const auto prefix = all ? 0 : key >> (shift + kDigitBits);
                for (auto& bin : bins)
                    if (bin.prefix == prefix) ++bin.counts[key >> shift & ((1 << kDigitBits) - 1)];
            },
            stop));
        for (auto& search : searches) {
            const auto& bin = *std::find_if(bins.begin(), bins.end(), [&](const Bin& one) { return one.prefix == search.prefix; });
            std::uint64_t digit = 0;
            while (search.rank >= bin.counts[digit]) search.rank -= bin.counts[digit++];
            search.prefix = search.prefix << kDigitBits | digit;
        }
    }
    std::vector<double> found;
    for (const auto& search : searches) found.push_back(valueOf(search.prefix));
    return found;
}

Result<std::vector<double>> Numbers::quantiles(const std::vector<double>& q, const std::function<double(double)>& of,
                                               const base::StopToken& stop) {
    if (count() == 0) return std::vector<double>(q.size(), 0);
    std::vector<std::int64_t> ranks;
    const auto last = count() - 1;
    for (const double share : q) {
        const auto below = std::int64_t(share * double(last));
        ranks.push_back(below);
        ranks.push_back(std::min(below + 1, last));
    }
    ANNEAL_TRY(found, ranked(ranks, of, stop));
    std::vector<double> values;
    for (std::size_t i = 0; i < q.size(); ++i) {
        const double at = q[i] * double(last);
        values.push_back(found[2 * i] + (at - std::floor(at)) * (found[2 * i + 1] - found[2 * i]));
    }
    return values;
}

Result<Spread> Numbers::spread(const base::StopToken& stop) {
    Spread spread;
    if (count() == 0) return spread;
    double squares = 0;
    std::int64_t met = 0;
    ANNEAL_CHECK(forEach(
        [&](double value) {  // Welford
            const double before = value - spread.mean;
            spread.mean += before / double(++met);
            squares += before * (value - spread.mean);
        },
        stop));
    spread.deviation = met > 1 ? std::sqrt(squares / double(met - 1)) : 0;
    ANNEAL_TRY(quartiles, quantiles(
                              {0.25, 0.5, 0.75}, [](double value) { return value; }, stop));
    spread.lower = quartiles[0];
    spread.median = quartiles[1];
    spread.upper = quartiles[2];
    const auto median = spread.median;
    ANNEAL_TRY(away, quantiles(
                         {0.5}, [median](double value) { return std::abs(value - median); }, stop));
    spread.medianDeviation = away[0];
    return spread;
}

}  // namespace anneal::data
