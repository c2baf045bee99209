#include "text/tokenizer/added_tokens.h"

#include <algorithm>

#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

bool endsWithWord(std::string_view text) {
    return !text.empty() && isWordChar(codePointAt(text.data() + text.size() - sizeBefore(text.data() + text.size())).value);
}

bool startsWithWord(std::string_view text) { return !text.empty() && isWordChar(codePointAt(text.data()).value); }

bool isSpaceAt(const char* at) { return charClasses()[codePointAt(at).value] & kSpace; }

std::size_t trailingSpaces(std::string_view text) {
    std::size_t end = text.size();
    while (end > 0) {
        const auto size = sizeBefore(text.data() + end);
        if (!isSpaceAt(text.data() + end - size)) break;
        end -= size;
    }
    return text.size() - end;
}

std::size_t leadingSpaces(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && isSpaceAt(text.data() + at)) at += codePointAt(text.data() + at).size;
    return at;
}

}  // namespace

uint32_t TokenTrie::child(uint32_t node, unsigned char byte) const {
    for (const auto& [label, next] : nodes_[node].edges)
        if (label == byte) return next;
    return 0;
}

void TokenTrie::insert(std::string_view key, uint32_t value) {
    if (key.empty()) return;
    starts_[static_cast<unsigned char>(key[0])] = true;
    uint32_t node = 0;
    for (const char c : key) {
        const auto byte = static_cast<unsigned char>(c);
        auto next = child(node, byte);
        if (!next) {
            next = uint32_t(nodes_.size());
            nodes_[node].edges.emplace_back(byte, next);
            nodes_.emplace_back();
        }
        node = next;
    }
    nodes_[node].value = value;
}

TokenTrie::Match TokenTrie::find(std::string_view text, std::size_t from) const {
    for (auto begin = from; begin < text.size(); ++begin) {
        if (!starts_[static_cast<unsigned char>(text[begin])]) continue;
        Match match{std::string_view::npos, 0, 0};
        uint32_t node = 0;
        for (auto at = begin; at < text.size(); ++at) {
            node = child(node, static_cast<unsigned char>(text[at]));
            if (!node) break;
            if (nodes_[node].value != UINT32_MAX) match = {begin, at + 1, nodes_[node].value};
        }
        if (match.begin != std::string_view::npos) return match;
    }
    return {std::string_view::npos, 0, 0};
}

AddedTokens::AddedTokens(std::vector<AddedToken> tokens, const Normalizers& normalizers) {
    tokens_.reserve(tokens.size());
    for (auto& token : tokens) {
        if (token.content.empty()) continue;
        // A token named twice keeps its last properties.
        const auto [known, isNew] = byId_.try_emplace(token.id, tokens_.size());
        if (isNew)
            tokens_.push_back(std::move(token));
        else
            tokens_[known->second] = std::move(token);
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const auto& token = tokens_[i];
        byContent_.insert_or_assign(token.content, i);
        auto& pattern = patterns_.emplace_back(token.sought.empty() ? token.content : token.sought);
        if (token.normalized) normalize(normalizers, pattern);
        (token.normalized ? normalized_ : raw_).insert(pattern, uint32_t(i));
    }
}

void AddedTokens::split(std::string_view text, Stage stage, bool plain, std::vector<Section>& sections) const {
    std::size_t done = 0;
    const auto& tries = trie(stage);
    for (auto match = tries.find(text, 0); match.begin != std::string_view::npos; match = tries.find(text, match.end)) {
        const auto& token = tokens_[match.value];
        auto begin = match.begin, end = match.end;
        if (plain && token.special) continue;
        if (token.singleWord && (endsWithWord(text.substr(0, begin)) || startsWithWord(text.substr(end)))) continue;
        if (token.lstrip) begin = std::max(done, begin - trailingSpaces(text.substr(0, begin)));
        if (token.rstrip) end += leadingSpaces(text.substr(end));
        if (done < begin) sections.push_back({done, begin, -1});
        sections.push_back({begin, end, token.id});
        done = end;
    }
    if (done < text.size()) sections.push_back({done, text.size(), -1});
}

const AddedToken* AddedTokens::byId(int32_t id) const {
    const auto at = byId_.find(id);
    return at == byId_.end() ? nullptr : &tokens_[at->second];
}

const AddedToken* AddedTokens::byContent(std::string_view content) const {
    const auto at = byContent_.find(content);
    return at == byContent_.end() ? nullptr : &tokens_[at->second];
}

}  // namespace anneal::text::tokenizer
