#pragma once
// WordPiece (greedy, longest first) and WordLevel (a word is a token or unknown).

#include <memory>
#include <string>

#include "text/tokenizer/model.h"
#include "text/tokenizer/vocabulary.h"

namespace anneal::text::tokenizer {

class WordPiece final : public Model {
public:
    struct Options {
        int32_t unknown = -1;
        std::string continuingPrefix = "##";
        std::size_t maxCharacters = 100;  ///< longer words are unknown
    };
    WordPiece(std::shared_ptr<const Vocabulary> vocabulary, Options options)
        : vocabulary_(std::move(vocabulary)), options_(std::move(options)) {}
    void encode(std::string_view word, std::vector<int32_t>& ids) const override;

private:
    std::shared_ptr<const Vocabulary> vocabulary_;
    Options options_;
};

class WordLevel final : public Model {
public:
    WordLevel(std::shared_ptr<const Vocabulary> vocabulary, int32_t unknown) : vocabulary_(std::move(vocabulary)), unknown_(unknown) {}
    void encode(std::string_view word, std::vector<int32_t>& ids) const override;

private:
    std::shared_ptr<const Vocabulary> vocabulary_;
    int32_t unknown_;
};

}  // namespace anneal::text::tokenizer
