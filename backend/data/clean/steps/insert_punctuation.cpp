#include <algorithm>
#include <array>

#include "data/augment/text_augmentation.h"
#include "data/clean/steps/steps.h"

namespace anneal::data {
namespace {

constexpr std::array<std::string_view, 6> kMarks = {".", ";", "?", ":", "!", ","};
constexpr std::array<std::string_view, 6> kChineseMarks = {"。", "；", "？", "：", "！", "，"};

/// AEDA: punctuation marks before some words, from one mark to a share of the words.
class InsertPunctuation : public TextAugmentation {
public:
    explicit InsertPunctuation(const Settings& settings) : TextAugmentation("insert_punctuation", settings) {}

protected:
    void vary(WordSequence& words, Random& random) const override {
        auto gaps = words.gaps();
        const auto most = std::min(share(words), gaps.size());
        random.shuffle(gaps);
        gaps.resize(1 + random.below(most));
        std::sort(gaps.rbegin(), gaps.rend());  // what is put in moves what follows
        for (const auto gap : gaps) words.insert(gap, (words.han(gap) ? kChineseMarks : kMarks)[random.below(kMarks.size())]);
    }
};

}  // namespace

const StepKind& insertPunctuationStep() {
    static const StepKind kind = augmentationKind("insert_punctuation", "Add copies of rows with punctuation marks put in (AEDA)", 0.33,
                                                  "The most marks put in, as a share of the words", makeStep<InsertPunctuation>);
    return kind;
}

}  // namespace anneal::data
