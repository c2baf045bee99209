#pragma once
// Added tokens: recognised in the text before, or right after, normalization, and never seen by the model.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/tokenizer/normalizer.h"

namespace anneal::text::tokenizer {

struct AddedToken {
    std::string content;
    std::string sought;  ///< its spelling in texts where that is not the content; else empty
    int32_t id = -1;
    bool singleWord = false;
    bool lstrip = false, rstrip = false;  ///< swallows the spaces on that side
    bool normalized = false;              ///< sought in the normalised text, in its normalised spelling
    bool special = false;
};

/// Leftmost-longest search for a set of byte strings.
class TokenTrie {
public:
    void insert(std::string_view key, uint32_t value);
    bool empty() const { return nodes_.size() == 1; }

    struct Match {
        std::size_t begin, end;
        uint32_t value;
    };
    /// The leftmost match from `from` on, the longest there; begin == npos if there is none.
    Match find(std::string_view text, std::size_t from) const;

private:
    struct Node {
        std::vector<std::pair<unsigned char, uint32_t>> edges;
        uint32_t value = UINT32_MAX;
    };
    uint32_t child(uint32_t node, unsigned char byte) const;

    std::vector<Node> nodes_ = std::vector<Node>(1);
    bool starts_[256] = {};
};

class AddedTokens {
public:
    AddedTokens() = default;
    AddedTokens(std::vector<AddedToken> tokens, const Normalizers& normalizers);

    struct Section {
        std::size_t begin, end;
        int32_t id;  ///< -1: text for the model
    };
    enum class Stage { raw, normalized };
    /// Cuts `text` into added tokens and what lies between. `plain`: special tokens are text like any other.
    void split(std::string_view text, Stage stage, bool plain, std::vector<Section>& sections) const;
    bool none(Stage stage) const { return trie(stage).empty(); }

    const std::vector<AddedToken>& all() const { return tokens_; }
    const AddedToken* byId(int32_t id) const;
    const AddedToken* byContent(std::string_view content) const;
    /// What the decoder is given for it: the normalised spelling where that was sought, else the content.
    const std::string& decoderText(const AddedToken& token) const { return patterns_[std::size_t(&token - tokens_.data())]; }

private:
    const TokenTrie& trie(Stage stage) const { return stage == Stage::raw ? raw_ : normalized_; }

    std::vector<AddedToken> tokens_;
    std::vector<std::string> patterns_;
    std::unordered_map<int32_t, std::size_t> byId_;
    std::unordered_map<std::string_view, std::size_t> byContent_;  ///< views into tokens_
    TokenTrie raw_, normalized_;
};

}  // namespace anneal::text::tokenizer
