#include "data/augment/synonyms.h"
#include "data/augment/text_augmentation.h"
#include "data/clean/steps/steps.h"

namespace anneal::data {
namespace {

/// EDA's random insertion: a synonym of some word of the text is put in anywhere.
class InsertSynonyms : public TextAugmentation {
public:
    InsertSynonyms(const Settings& settings, Synonyms synonyms)
        : TextAugmentation("insert_synonyms", settings), synonyms_(std::move(synonyms)) {}

protected:
    void vary(WordSequence& words, Random& random) const override {
        for (auto left = share(words); left > 0; --left) {
            const auto synonym = draw(words, random);
            if (synonym.empty()) return;
            const auto gaps = words.gaps();
            words.insert(gaps[random.below(gaps.size())], synonym);
        }
    }

private:
    std::string draw(const WordSequence& words, Random& random) const {
        constexpr int kDraws = 10;  // as the authors' code has it
        for (int draw = 0; draw < kDraws; ++draw) {
            const auto index = words.words()[random.below(words.words().size())];
            const auto synonyms = synonyms_.of(words.word(index), words.han(index));
            if (!synonyms->empty()) return (*synonyms)[random.below(synonyms->size())];
        }
        return {};
    }
    Synonyms synonyms_;
};

}  // namespace

const StepKind& insertSynonymsStep() {
    static const StepKind kind =
        augmentationKind("insert_synonyms", "Add copies of rows with synonyms of their words put in anywhere (English, Chinese)", 0.1,
                         "Words put in, as a share of the words", [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
                             ANNEAL_TRY(synonyms, Synonyms::open());
                             return std::make_unique<InsertSynonyms>(settings, std::move(synonyms));
                         });
    return kind;
}

}  // namespace anneal::data
