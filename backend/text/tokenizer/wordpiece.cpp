#include "text/tokenizer/wordpiece.h"

#include <algorithm>

#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {

void WordPiece::encode(std::string_view word, std::vector<int32_t>& ids) const {
    const auto from = ids.size();
    const auto unknown = [&] {
        ids.resize(from);
        if (options_.unknown >= 0) ids.push_back(options_.unknown);
    };
    const auto characters = std::count_if(word.begin(), word.end(), [](char c) { return (c & 0xC0) != 0x80; });
    if (std::size_t(characters) > options_.maxCharacters) return unknown();
    std::string piece;
    for (std::size_t begin = 0; begin < word.size();) {
        piece = begin > 0 ? options_.continuingPrefix : std::string();
        const auto prefix = piece.size();
        piece += word.substr(begin);
        int32_t id = -1;
        while (piece.size() > prefix && (id = vocabulary_->find(piece)) < 0)
            piece.resize(piece.size() - sizeBefore(piece.data() + piece.size()));
        if (id < 0) return unknown();
        ids.push_back(id);
        begin += piece.size() - prefix;
    }
}

void WordLevel::encode(std::string_view word, std::vector<int32_t>& ids) const {
    const auto id = vocabulary_->find(word);
    if (id >= 0)
        ids.push_back(id);
    else if (unknown_ >= 0)
        ids.push_back(unknown_);
}

}  // namespace anneal::text::tokenizer
