#include "data/augment/synonyms.h"
#include "data/augment/text_augmentation.h"
#include "data/clean/steps/steps.h"

namespace anneal::data {
namespace {

/// EDA's synonym replacement: a word is replaced wherever it stands in the text.
class ReplaceSynonyms : public TextAugmentation {
public:
    ReplaceSynonyms(const Settings& settings, Synonyms synonyms)
        : TextAugmentation("replace_synonyms", settings), synonyms_(std::move(synonyms)) {}

protected:
    void vary(WordSequence& words, Random& random) const override {
        auto candidates = words.words();
        random.shuffle(candidates);
        auto left = share(words);
        for (const auto candidate : candidates) {
            if (left == 0) return;
            const std::string word(words.word(candidate));
            const auto synonyms = synonyms_.of(word, words.han(candidate));
            if (synonyms->empty()) continue;
            const auto& synonym = (*synonyms)[random.below(synonyms->size())];
            for (const auto index : words.words())
                if (words.word(index) == word) words.replace(index, synonym);
            --left;
        }
    }

private:
    Synonyms synonyms_;
};

}  // namespace

const StepKind& replaceSynonymsStep() {
    static const StepKind kind =
        augmentationKind("replace_synonyms", "Add copies of rows with words replaced by synonyms (English, Chinese)", 0.1,
                         "Share of the words replaced", [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
                             ANNEAL_TRY(synonyms, Synonyms::open());
                             return std::make_unique<ReplaceSynonyms>(settings, std::move(synonyms));
                         });
    return kind;
}

}  // namespace anneal::data
