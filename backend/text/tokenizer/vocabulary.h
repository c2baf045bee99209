#pragma once
// Tokens by id and ids by token.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::text::tokenizer {

class Vocabulary {
public:
    Vocabulary() = default;
    /// Tokens in id order. Of two equal tokens the first keeps the name, as llama.cpp and SentencePiece have it.
    explicit Vocabulary(std::vector<std::string> tokens);
    /// `{"token": id, …}`; ids may have gaps. Error "tokenizer_invalid" for a negative or absurd id.
    static Result<Vocabulary> fromJson(const Json& vocab);

    Vocabulary(Vocabulary&&) = default;
    Vocabulary& operator=(Vocabulary&&) = default;

    int32_t find(std::string_view token) const {  ///< -1 if there is none
        const auto at = ids_.find(token);
        return at == ids_.end() ? -1 : at->second;
    }
    bool contains(int32_t id) const { return id >= 0 && std::size_t(id) < tokens_.size() && present_[std::size_t(id)]; }
    /// Empty if there is no such id.
    const std::string& token(int32_t id) const;
    int32_t size() const { return int32_t(tokens_.size()); }  ///< highest id + 1

private:
    void index();

    std::vector<std::string> tokens_;
    std::vector<bool> present_;
    std::unordered_map<std::string_view, int32_t> ids_;  ///< views into tokens_
};

}  // namespace anneal::text::tokenizer
