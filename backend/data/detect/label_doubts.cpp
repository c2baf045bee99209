#include "data/detect/label_doubts.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <tuple>

#include <xxhash.h>

#include "data/detect/fold.h"
#include "data/mixed_bits.h"
#include "data/pipeline.h"
#include "data/words.h"

namespace anneal::data {
namespace {

constexpr std::uint32_t kBuckets = 1u << 17;
constexpr std::size_t kMostFeatures = 1 << 10;  // the beginning of a long text says what it is about
constexpr int kEpochs = 3;
constexpr float kRate = 0.3f;
constexpr std::size_t kRowsBetweenLooks = 256;

/// A row that the model would call otherwise; those of one class and one suggestion together, the surest first.
struct Candidate {
    LabelDoubt doubt;
    std::int32_t given = 0;
    bool operator<(const Candidate& other) const {
        const auto order = [](const Candidate& one) {
            return std::tuple(one.given, one.doubt.suggested, one.doubt.given - one.doubt.other, one.doubt.row);
        };
        return order(*this) < order(other);
    }
};

}  // namespace

/// Weights by feature, then class, so that a row touches few cache lines. AdaGrad (Duchi, Hazan and Singer 2011).
class LabelDoubts::Model {
public:
    explicit Model(int classes)
        : classes_(std::size_t(classes)), weights_((kBuckets + 1) * classes_, 0), squares_((kBuckets + 1) * classes_, 1e-6f) {}

    void learn(const std::vector<std::uint32_t>& features, std::int32_t label, std::vector<float>& probabilities) {
        predict(features, probabilities);
        const float value = valueOf(features);
        probabilities[std::size_t(label)] -= 1;  // now the gradient
        const auto update = [&](std::uint32_t feature, float x) {
            auto* weights = &weights_[feature * classes_];
            auto* squares = &squares_[feature * classes_];
            for (std::size_t c = 0; c < classes_; ++c) {
                const float gradient = probabilities[c] * x;
                squares[c] += gradient * gradient;
                weights[c] -= kRate * gradient / std::sqrt(squares[c]);
            }
        };
        for (const auto feature : features) update(feature, value);
        update(kBuckets, 1);
    }

    void predict(const std::vector<std::uint32_t>& features, std::vector<float>& probabilities) const {
        const float value = valueOf(features);
        const auto* bias = &weights_[kBuckets * classes_];
        probabilities.assign(bias, bias + classes_);
        for (const auto feature : features) {
            const auto* weights = &weights_[feature * classes_];
            for (std::size_t c = 0; c < classes_; ++c) probabilities[c] += value * weights[c];
        }
        const float most = *std::max_element(probabilities.begin(), probabilities.end());
        float sum = 0;
        for (auto& one : probabilities) sum += one = std::exp(one - most);
        for (auto& one : probabilities) one /= sum;
    }

private:
    /// Every text has length 1.
    static float valueOf(const std::vector<std::uint32_t>& features) {
        return 1 / std::sqrt(float(std::max<std::size_t>(1, features.size())));
    }
    std::size_t classes_;
    std::vector<float> weights_, squares_;
};

Result<LabelDoubts> LabelDoubts::create(const std::filesystem::path& scratch) {
    ANNEAL_TRY(features, Spool::create(scratch));
    ANNEAL_TRY(probabilities, Spool::create(scratch));
    return LabelDoubts(std::move(features), std::move(probabilities));
}

std::vector<std::uint32_t> LabelDoubts::featuresOf(std::string_view text) {
    std::string folded;
    fold(text, {true, Folding::Space::collapse, true}, folded);
    std::vector<std::uint32_t> features;
    std::uint64_t before = 0;
    forEachWord(folded, [&](std::string_view word, bool) {
        if (features.size() + 2 > kMostFeatures) return;
        const auto hash = XXH3_64bits(word.data(), word.size());
        features.push_back(std::uint32_t(mixedBits(hash) % kBuckets));
        if (before != 0) features.push_back(std::uint32_t(mixedBits(before * 31 + hash) % kBuckets));
        before = hash;
    });
    std::sort(features.begin(), features.end());
    features.erase(std::unique(features.begin(), features.end()), features.end());
    return features;
}

Status LabelDoubts::add(RowNumber row, std::int32_t label, const std::vector<std::uint32_t>& features) {
    if (features.empty()) return {};
    entries_.push_back({row, features_.size() / sizeof(std::uint32_t), std::uint32_t(features.size()), label});
    return features_.append(features.data(), features.size() * sizeof(std::uint32_t));
}

Status LabelDoubts::load(const Entry& entry, std::vector<std::uint32_t>& features) const {
    features.resize(entry.size);
    return features_.read(entry.begin * sizeof(std::uint32_t), features.data(), entry.size * sizeof(std::uint32_t));
}

int LabelDoubts::foldOf(std::size_t index, int folds, std::uint64_t seed) const {
    return int(mixedBits(entries_[index].row ^ mixedBits(seed)) % std::uint64_t(folds));
}

/// Trained on the others, the probabilities of the fold's rows in their order.
Result<std::vector<float>> LabelDoubts::predictFold(int fold, int classes, int folds, std::uint64_t seed,
                                                    const base::StopToken& stop) const {
    std::vector<std::uint32_t> order;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (foldOf(i, folds, seed) != fold) order.push_back(std::uint32_t(i));
    Model model(classes);
    std::vector<float> probabilities;
    std::vector<std::uint32_t> features;
    std::mt19937_64 draw(seed + std::uint64_t(fold));
    std::size_t steps = 0;
    const auto stopped = [&] { return ++steps % kRowsBetweenLooks == 0 && stop.stopRequested(); };
    for (int epoch = 0; epoch < kEpochs; ++epoch) {
        for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[draw() % i]);
        for (const auto index : order) {
            if (stopped()) return fail("stopped", "stopped");
            ANNEAL_CHECK(load(entries_[index], features));
            model.learn(features, entries_[index].label, probabilities);
        }
    }
    std::vector<float> all;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (foldOf(i, folds, seed) != fold) continue;
        if (stopped()) return fail("stopped", "stopped");
        ANNEAL_CHECK(load(entries_[i], features));
        model.predict(features, probabilities);
        all.insert(all.end(), probabilities.begin(), probabilities.end());
    }
    return all;
}

Result<std::vector<LabelDoubt>> LabelDoubts::find(int classes, int folds, std::uint64_t seed, int threads, const base::StopToken& stop) {
    std::vector<LabelDoubt> doubts;
    if (classes < 2 || entries_.empty()) return doubts;
    ANNEAL_CHECK(features_.flush());
    const auto width = std::size_t(classes);
    std::vector<std::uint64_t> begins;  // of each fold's probabilities, in numbers
    int started = 0;
    const auto next = [&]() -> Result<std::optional<int>> {
        if (started >= folds) return std::nullopt;
        return started++;
    };
    const auto work = [&](int& fold) { return predictFold(fold, classes, folds, seed, stop); };
    const auto take = [&](std::vector<float>& predicted) -> Status {
        begins.push_back(probabilities_.size() / sizeof(float));
        return probabilities_.append(predicted.data(), predicted.size() * sizeof(float));
    };
    ANNEAL_CHECK((inOrder<int, std::vector<float>>(threads, stop, next, work, take)));
    ANNEAL_CHECK(probabilities_.flush());

    std::vector<float> row(width);
    const auto forEach = [&](const auto& visit) -> Status {
        auto at = begins;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            if (i % kRowsBetweenLooks == 0 && stop.stopRequested()) return fail("stopped", "stopped");
            auto& begin = at[std::size_t(foldOf(i, folds, seed))];
            ANNEAL_CHECK(probabilities_.read(begin * sizeof(float), row.data(), width * sizeof(float)));
            begin += width;
            visit(entries_[i]);
        }
        return {};
    };
    // How sure the model usually is of rows that have a class.
    std::vector<double> sure(width, 0);
    std::vector<std::int64_t> count(width, 0);
    ANNEAL_CHECK(forEach([&](const Entry& entry) {
        sure[std::size_t(entry.label)] += double(row[std::size_t(entry.label)]);
        ++count[std::size_t(entry.label)];
    }));
    for (std::size_t c = 0; c < width; ++c) sure[c] = count[c] > 0 ? sure[c] / double(count[c]) : 2;
    // How many rows of each class it is sure of, and for which class; and the rows that it would call otherwise.
    std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t> joint;
    std::vector<std::int64_t> decided(width, 0);
    std::vector<Candidate> candidates;
    ANNEAL_CHECK(forEach([&](const Entry& entry) {
        const auto likeliest = std::int32_t(std::max_element(row.begin(), row.end()) - row.begin());
        if (likeliest != entry.label)
            candidates.push_back({{entry.row, likeliest, row[std::size_t(entry.label)], row[std::size_t(likeliest)]}, entry.label});
        std::int32_t surest = -1;
        for (std::size_t c = 0; c < width; ++c)
            if (double(row[c]) >= sure[c] && (surest < 0 || row[c] > row[std::size_t(surest)])) surest = std::int32_t(c);
        if (surest < 0) return;
        ++joint[{entry.label, surest}];
        ++decided[std::size_t(entry.label)];
    }));
    const auto expected = [&](std::int32_t given, std::int32_t other) {
        const auto found = joint.find({given, other});
        if (found == joint.end()) return std::int64_t(0);
        const auto share = double(found->second) / double(decided[std::size_t(given)]);
        return std::int64_t(std::llround(share * double(count[std::size_t(given)])));
    };
    std::sort(candidates.begin(), candidates.end());
    for (std::size_t begin = 0, end = 0; begin < candidates.size(); begin = end) {
        const auto& first = candidates[begin];
        while (end < candidates.size() && candidates[end].given == first.given && candidates[end].doubt.suggested == first.doubt.suggested)
            ++end;
        const auto wanted = std::size_t(expected(first.given, first.doubt.suggested));
        for (auto i = begin; i < std::min(end, begin + wanted); ++i) doubts.push_back(candidates[i].doubt);
    }
    std::sort(doubts.begin(), doubts.end(), [](const LabelDoubt& a, const LabelDoubt& b) { return a.row < b.row; });
    return doubts;
}

}  // namespace anneal::data
