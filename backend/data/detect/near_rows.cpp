#include "data/detect/near_rows.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include <xxhash.h>

#include "data/pipeline.h"

namespace anneal::data {
namespace {

// Where very many different rows share a band, comparing with all of them would take forever and find little: the first ones
// stand for the rest.
constexpr std::size_t kMostInBucket = 256;
constexpr std::size_t kMostCompared = 128;
constexpr std::size_t kFirstChunk = 64, kLargestChunk = 8192;

using Ordinal = std::uint32_t;

/// Rows by band hash, in an open table whose slots head chains of rows.
class Buckets {
public:
    template <class Visit>
    void forEach(int band, std::uint32_t hash, const Visit& visit) const {
        if (slots_.empty()) return;
        for (auto at = slots_[slotOf(keyOf(band, hash))].head; at != kEnd; at = nodes_[at].next) visit(nodes_[at].row);
    }
    void insert(int band, std::uint32_t hash, Ordinal row) {
        if (2 * (used_ + 1) > slots_.size()) grow();
        auto& slot = slots_[slotOf(keyOf(band, hash))];
        if (slot.key == kFree) {
            slot = {keyOf(band, hash), kEnd, 0};
            ++used_;
        }
        if (slot.rows == kMostInBucket) return;
        ++slot.rows;
        nodes_.push_back({row, std::exchange(slot.head, std::uint32_t(nodes_.size()))});
    }
    void clear() {
        slots_.clear();
        nodes_.clear();
        used_ = 0;
    }

private:
    static constexpr std::uint32_t kEnd = 0xFFFFFFFFu;
    static constexpr std::uint64_t kFree = ~std::uint64_t(0);
    struct Slot {
        std::uint64_t key = kFree;
        std::uint32_t head = kEnd, rows = 0;
    };
    struct Node {
        Ordinal row;
        std::uint32_t next;
    };
    static std::uint64_t keyOf(int band, std::uint32_t hash) { return (std::uint64_t(band) << 32) | hash; }
    std::size_t slotOf(std::uint64_t key) const {
        auto at = std::size_t(key * 0x9E3779B97F4A7C15u >> 20) & (slots_.size() - 1);
        while (slots_[at].key != kFree && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
        return at;
    }
    void grow() {
        std::vector<Slot> old(std::max<std::size_t>(64, 2 * slots_.size()));
        old.swap(slots_);
        for (const auto& slot : old)
            if (slot.key != kFree) slots_[slotOf(slot.key)] = slot;
    }
    std::vector<Slot> slots_;
    std::vector<Node> nodes_;
    std::size_t used_ = 0;
};

/// What one thread needs to compare rows.
struct Comparer {
    HashSet own;
    std::vector<std::uint64_t> hashes;
    std::string text;
    std::vector<std::uint32_t> bands;
    std::vector<Ordinal> met;
};

struct Verdict {
    std::optional<Ordinal> other;
    float similarity = 0;
    std::int64_t verified = 0;
};

}  // namespace

struct NearRows::State {
    State(const NearOptions& given, Spool textSpool, Spool bandSpool)
        : options(given), minhash(Banding::forThreshold(given.threshold)), texts(std::move(textSpool)), bands(std::move(bandSpool)) {}

    NearOptions options;
    MinHash minhash;
    Spool texts;
    Spool bands;  ///< bands() hashes a row
    std::vector<RowNumber> ids;
    std::vector<std::uint64_t> begins;  ///< of each row's text, and one more
    std::vector<std::uint32_t> shingles;
    std::size_t references = 0;
    std::vector<std::uint64_t> shared;  ///< a bit a band: another row has the same hash there
    Buckets buckets;                    ///< of kept rows

    Status put(const Sketch& sketch, RowNumber row);
    Status findShared(int threads, const base::StopToken& stop);
    std::vector<Ordinal> order() const;
    Status load(Ordinal row, Comparer& comparer) const;
    Result<Verdict> judge(Ordinal row, const Buckets& among, Comparer& comparer) const;
    void index(Ordinal row, const Comparer& comparer, Buckets& into) const;
};

NearRows::NearRows(std::unique_ptr<State> state) : state_(std::move(state)) {}
NearRows::NearRows(NearRows&&) noexcept = default;
NearRows& NearRows::operator=(NearRows&&) noexcept = default;
NearRows::~NearRows() = default;

Result<NearRows> NearRows::create(const NearOptions& options, const std::filesystem::path& scratch) {
    ANNEAL_TRY(texts, Spool::create(scratch));
    ANNEAL_TRY(bands, Spool::create(scratch));
    return NearRows(std::make_unique<State>(options, std::move(texts), std::move(bands)));
}

NearRows::Sketch NearRows::sketch(std::string_view texts, std::string_view group) const {
    thread_local std::vector<std::uint64_t> hashes, distinct;
    thread_local HashSet set;
    Sketch sketch;
    fold(texts, state_->options.folding, sketch.text);
    hashes.clear();
    appendShingles(sketch.text, state_->options.shingling, hashes);
    if (hashes.empty()) {
        sketch.text.clear();
        return sketch;
    }
    set.clear(hashes.size());
    distinct.clear();
    for (const auto hash : hashes)
        if (set.insert(hash)) distinct.push_back(hash);
    sketch.shingles = std::uint32_t(distinct.size());
    state_->minhash.bandsOf(distinct, sketch.bands);
    if (!group.empty()) {
        const auto seed = std::uint32_t(XXH3_64bits(group.data(), group.size()));
        for (auto& band : sketch.bands) band = (band ^ seed) * 0x9E3779B1u;
    }
    return sketch;
}

Status NearRows::State::put(const Sketch& sketch, RowNumber row) {
    if (sketch.text.empty()) return {};
    ids.push_back(row);
    begins.push_back(texts.size());
    shingles.push_back(sketch.shingles);
    ANNEAL_CHECK(texts.append(sketch.text.data(), sketch.text.size()));
    return bands.append(sketch.bands.data(), sketch.bands.size() * sizeof(std::uint32_t));
}

Status NearRows::addReference(const Sketch& sketch, RowNumber row) {
    ANNEAL_CHECK(state_->put(sketch, row));
    state_->references = state_->ids.size();
    return {};
}

Status NearRows::add(const Sketch& sketch, RowNumber row) { return state_->put(sketch, row); }

/// Marks, band by band, the rows whose hash another row has as well: only those can have a twin.
Status NearRows::State::findShared(int threads, const base::StopToken& stop) {
    shared.assign(ids.size(), 0);
    const auto width = std::size_t(minhash.bands());
    constexpr std::size_t kRowsARead = 4096;
    int started = 0;
    const auto next = [&]() -> Result<std::optional<int>> {
        if (started >= minhash.bands()) return std::nullopt;
        return started++;
    };
    const auto work = [&](int& band) -> Result<std::pair<int, std::vector<bool>>> {
        std::vector<std::uint64_t> keys(ids.size());
        std::vector<std::uint32_t> rows(kRowsARead * width);
        for (std::size_t first = 0; first < ids.size(); first += kRowsARead) {
            if (stop.stopRequested()) return fail("stopped", "stopped");
            const auto count = std::min(kRowsARead, ids.size() - first);
            ANNEAL_CHECK(bands.read(first * width * sizeof(std::uint32_t), rows.data(), count * width * sizeof(std::uint32_t)));
            for (std::size_t i = 0; i < count; ++i)
                keys[first + i] = std::uint64_t(rows[i * width + std::size_t(band)]) << 32 | (first + i);
        }
        std::sort(keys.begin(), keys.end());
        std::vector<bool> meets(ids.size(), false);
        for (std::size_t i = 0; i + 1 < keys.size(); ++i)
            if (keys[i] >> 32 == keys[i + 1] >> 32) meets[std::uint32_t(keys[i])] = meets[std::uint32_t(keys[i + 1])] = true;
        return std::pair(band, std::move(meets));
    };
    const auto take = [&](std::pair<int, std::vector<bool>>& found) -> Status {
        for (std::size_t row = 0; row < ids.size(); ++row)
            if (found.second[row]) shared[row] |= std::uint64_t(1) << found.first;
        return {};
    };
    return inOrder<int, std::pair<int, std::vector<bool>>>(threads, stop, next, work, take);
}

/// References first, then by place or by length.
std::vector<Ordinal> NearRows::State::order() const {
    std::vector<Ordinal> rows(ids.size());
    std::iota(rows.begin(), rows.end(), 0);
    if (options.keepLongest)
        std::stable_sort(rows.begin() + std::ptrdiff_t(references), rows.end(),
                         [&](Ordinal a, Ordinal b) { return begins[a + 1] - begins[a] > begins[b + 1] - begins[b]; });
    return rows;
}

Status NearRows::State::load(Ordinal row, Comparer& comparer) const {
    const auto width = std::size_t(minhash.bands());
    comparer.bands.resize(width);
    ANNEAL_CHECK(bands.read(std::uint64_t(row) * width * sizeof(std::uint32_t), comparer.bands.data(), width * sizeof(std::uint32_t)));
    return {};
}

/// Compares the row, whose bands are loaded, with its candidates: first with those that it meets in most bands.
Result<Verdict> NearRows::State::judge(Ordinal row, const Buckets& among, Comparer& comparer) const {
    Verdict verdict;
    auto& met = comparer.met;
    met.clear();
    for (int band = 0; band < minhash.bands(); ++band) {
        if (!(shared[row] >> band & 1)) continue;
        among.forEach(band, comparer.bands[std::size_t(band)], [&](Ordinal other) { met.push_back(other); });
    }
    if (met.empty()) return verdict;
    std::sort(met.begin(), met.end());
    std::vector<std::pair<int, Ordinal>> candidates;  // minus the bands met, row
    for (std::size_t begin = 0, end = 0; begin < met.size(); begin = end) {
        while (end < met.size() && met[end] == met[begin]) ++end;
        const auto [less, more] = std::minmax(shingles[row], shingles[met[begin]]);
        if (double(less) >= options.threshold * double(more)) candidates.emplace_back(int(begin) - int(end), met[begin]);
    }
    std::sort(candidates.begin(), candidates.end());
    if (candidates.size() > kMostCompared) candidates.resize(kMostCompared);

    const auto readShingles = [&](Ordinal from) -> Status {
        comparer.text.resize(begins[from + 1] - begins[from]);
        ANNEAL_CHECK(texts.read(begins[from], comparer.text.data(), comparer.text.size()));
        comparer.hashes.clear();
        appendShingles(comparer.text, options.shingling, comparer.hashes);
        return {};
    };
    bool loaded = false;
    for (const auto& [bandsMet, other] : candidates) {
        if (!loaded) {
            ANNEAL_CHECK(readShingles(row));
            comparer.own.clear(comparer.hashes.size());
            for (const auto hash : comparer.hashes) comparer.own.insert(hash);
            loaded = true;
        }
        ANNEAL_CHECK(readShingles(other));
        const auto common = double(comparer.own.common(comparer.hashes));
        const auto similarity = common / (double(shingles[row]) + double(shingles[other]) - common);
        ++verdict.verified;
        if (similarity < options.threshold) continue;
        verdict.other = other;
        verdict.similarity = float(similarity);
        break;
    }
    return verdict;
}

void NearRows::State::index(Ordinal row, const Comparer& comparer, Buckets& into) const {
    for (int band = 0; band < minhash.bands(); ++band)
        if (shared[row] >> band & 1) into.insert(band, comparer.bands[std::size_t(band)], row);
}

Result<NearRows::Found> NearRows::find(int threads, const base::ProgressFunction& progress, const base::StopToken& stop) {
    auto& state = *state_;
    ANNEAL_CHECK(state.texts.flush());
    ANNEAL_CHECK(state.bands.flush());
    state.begins.push_back(state.texts.size());
    ANNEAL_CHECK(state.findShared(threads, stop));
    const auto order = state.order();
    Found found;
    Comparer comparer;
    const auto note = [&](Ordinal row, const Verdict& verdict) {
        found.verified += verdict.verified;
        if (verdict.other)
            found.twins.push_back({state.ids[row], state.ids[*verdict.other], *verdict.other < state.references, verdict.similarity});
    };
    for (std::size_t i = 0; i < state.references; ++i) {
        if (!state.shared[i]) continue;
        ANNEAL_CHECK(state.load(Ordinal(i), comparer));
        state.index(Ordinal(i), comparer, state.buckets);
    }
    // Chunk by chunk: each row with the rows kept so far, in parallel; then those that are left with one another, in order.
    Buckets fresh;
    for (std::size_t begin = state.references, size = kFirstChunk; begin < order.size();
         begin += size, size = std::min(2 * size, kLargestChunk)) {
        const auto end = std::min(order.size(), begin + size);
        std::vector<Ordinal> left;
        std::size_t started = begin;
        constexpr std::size_t kRowsAPiece = 64;
        const auto next = [&]() -> Result<std::optional<std::size_t>> {
            if (started >= end) return std::nullopt;
            return std::exchange(started, started + kRowsAPiece);
        };
        using Judged = std::vector<std::pair<Ordinal, Verdict>>;
        const auto work = [&](std::size_t& first) -> Result<Judged> {
            thread_local Comparer own;
            Judged judged;
            for (auto i = first; i < std::min(end, first + kRowsAPiece); ++i) {
                if (!state.shared[order[i]]) continue;
                ANNEAL_CHECK(state.load(order[i], own));
                ANNEAL_TRY(verdict, state.judge(order[i], state.buckets, own));
                judged.emplace_back(order[i], verdict);
            }
            return judged;
        };
        const auto take = [&](Judged& judged) -> Status {
            for (const auto& [row, verdict] : judged) {
                note(row, verdict);
                if (!verdict.other) left.push_back(row);
            }
            return {};
        };
        ANNEAL_CHECK((inOrder<std::size_t, Judged>(size == kFirstChunk ? 1 : threads, stop, next, work, take)));
        if (state.options.referencesOnly) left.clear();
        fresh.clear();
        for (const auto row : left) {
            ANNEAL_CHECK(state.load(row, comparer));
            ANNEAL_TRY(verdict, state.judge(row, fresh, comparer));
            note(row, verdict);
            if (verdict.other) continue;
            state.index(row, comparer, fresh);
            state.index(row, comparer, state.buckets);
        }
        if (progress) progress({std::int64_t(end), std::int64_t(order.size()), "comparing near duplicates"});
    }
    std::sort(found.twins.begin(), found.twins.end(), [](const Twin& a, const Twin& b) { return a.row < b.row; });
    return found;
}

}  // namespace anneal::data
