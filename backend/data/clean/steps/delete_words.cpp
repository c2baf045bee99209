#include "data/augment/text_augmentation.h"
#include "data/clean/steps/steps.h"

namespace anneal::data {
namespace {

/// EDA's random deletion: each word goes with the same probability, but never all.
class DeleteWords : public TextAugmentation {
public:
    explicit DeleteWords(const Settings& settings) : TextAugmentation("delete_words", settings) {}

protected:
    void vary(WordSequence& words, Random& random) const override {
        const auto& places = words.words();
        if (places.size() < 2) return;
        std::vector<std::size_t> gone;
        for (const auto place : places)
            if (random.chance(alpha())) gone.push_back(place);
        if (gone.size() == places.size()) gone.erase(gone.begin() + std::ptrdiff_t(random.below(gone.size())));
        words.erase(gone);
    }
};

}  // namespace

const StepKind& deleteWordsStep() {
    static const StepKind kind = augmentationKind("delete_words", "Add copies of rows with words missing", 0.1,
                                                  "Probability that a word goes", makeStep<DeleteWords>);
    return kind;
}

}  // namespace anneal::data
