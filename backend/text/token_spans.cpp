#include "text/token_spans.h"

#include <algorithm>
#include <string>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include "text/tokenizer/byte_alphabet.h"

namespace anneal::text {
namespace {

constexpr std::string_view kMetaspace = "▁";

bool isSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

/// The bytes that a token stands for, by the vocabulary's way of spelling.
std::string bytesOf(const Tokenizer& tokenizer, std::int32_t id, bool byteLevel) {
    auto text = tokenizer.tokenText(id);
    if (tokenizer.isSpecial(id)) return text;
    if (byteLevel) return tokenizer::fromByteAlphabet(text).value_or(text);
    if (text.size() == 6 && text.starts_with("<0x") && text.back() == '>') return {char(std::stoi(text.substr(3, 2), nullptr, 16))};
    for (auto at = text.find(kMetaspace); at != std::string::npos; at = text.find(kMetaspace, at + 1))
        text.replace(at, kMetaspace.size(), " ");
    return text;
}

/// NFC, and where its bytes came from.
bool toNfc(std::string_view text, std::string& composed, icu::Edits& edits) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* nfc = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return false;
    icu::StringByteSink<std::string> sink(&composed);
    nfc->normalizeUTF8(0, icu::StringPiece(text.data(), std::int32_t(text.size())), sink, &edits, status);
    return U_SUCCESS(status) && edits.hasChanges();
}

}  // namespace

TokenSpans::TokenSpans(const Tokenizer& tokenizer, std::string_view text, std::span<const std::int32_t> ids)
    : tokenizer_(tokenizer), text_(text), ids_(ids) {
    if (follow(text)) return;
    std::string composed;
    icu::Edits edits;
    if (!toNfc(text, composed, edits) || !follow(composed)) return;
    UErrorCode status = U_ZERO_ERROR;
    auto places = edits.getFineIterator();
    for (auto& span : spans_) {
        span.begin = std::size_t(places.sourceIndexFromDestinationIndex(std::int32_t(span.begin), status));
        span.end = std::size_t(places.sourceIndexFromDestinationIndex(std::int32_t(span.end), status));
    }
}

bool TokenSpans::follow(std::string_view text) {
    const bool byteLevel = tokenizer_.tokenId("Ġ").has_value();
    spans_.clear();
    spans_.reserve(ids_.size());
    std::size_t at = 0;
    for (const auto id : ids_) {
        const auto bytes = bytesOf(tokenizer_, id, byteLevel);
        std::string_view piece = bytes;
        auto rest = text.substr(at);
        // A space that SentencePiece puts before a word is not in the text.
        if (!rest.starts_with(piece) && piece.starts_with(' ')) piece.remove_prefix(1);
        // A special token may swallow the white space around it.
        while (!rest.starts_with(piece) && !rest.empty() && isSpace(rest.front())) rest.remove_prefix(1);
        if (!rest.starts_with(piece)) {
            spans_.clear();
            return false;
        }
        const auto begin = text.size() - rest.size();
        at = begin + piece.size();
        spans_.push_back({begin, at});
    }
    return true;
}

std::size_t TokenSpans::agreeing(std::size_t end) const {
    const auto begun = tokenizer_.encode(text_.substr(0, end));
    return std::size_t(std::ranges::mismatch(begun, ids_).in2 - ids_.begin());
}

std::pair<std::size_t, std::size_t> TokenSpans::covering(std::size_t begin, std::size_t end) const {
    if (begin >= end || ids_.empty()) return {0, 0};
    if (spans_.empty()) return {agreeing(begin), std::max(agreeing(end), std::min(agreeing(begin) + 1, ids_.size()))};
    const auto first = std::ranges::partition_point(spans_, [&](const Span& span) { return span.end <= begin; });
    const auto last = std::ranges::partition_point(spans_, [&](const Span& span) { return span.begin < end; });
    return {std::size_t(first - spans_.begin()), std::size_t(std::max(first, last) - spans_.begin())};
}

std::string_view TokenSpans::shown(std::size_t index) const {
    return spans_.empty() ? std::string_view() : text_.substr(spans_[index].begin, spans_[index].end - spans_[index].begin);
}

}  // namespace anneal::text
