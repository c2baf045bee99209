#include "data/augment/text_augmentation.h"
#include "data/clean/steps/steps.h"

namespace anneal::data {
namespace {

/// EDA's random swap: two words change places.
class SwapWords : public TextAugmentation {
public:
    explicit SwapWords(const Settings& settings) : TextAugmentation("swap_words", settings) {}

protected:
    void vary(WordSequence& words, Random& random) const override {
        const auto& places = words.words();
        if (places.size() < 2) return;
        for (auto left = share(words); left > 0; --left) {
            const auto first = random.below(places.size());
            const auto second = (first + 1 + random.below(places.size() - 1)) % places.size();
            words.swap(places[first], places[second]);
        }
    }
};

}  // namespace

const StepKind& swapWordsStep() {
    static const StepKind kind = augmentationKind("swap_words", "Add copies of rows with words that have changed places", 0.1,
                                                  "Swaps, as a share of the words", makeStep<SwapWords>);
    return kind;
}

}  // namespace anneal::data
