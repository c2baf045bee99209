#include "text/tokenizer.h"

#include <algorithm>

namespace anneal::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
/// A character has at most four bytes, hence at most four tokens; what is still malformed then stays so.
constexpr std::size_t kMaxHeld = 4;
/// Where so many tokens in a row end malformed, the last is taken as such, so that the window stays short.
constexpr std::size_t kMaxWindow = 64;

}  // namespace

StreamDecoder::StreamDecoder(std::shared_ptr<const Tokenizer> tokenizer, bool skipSpecial)
    : tokenizer_(std::move(tokenizer)), skipSpecial_(skipSpecial) {}

std::string StreamDecoder::push(int32_t id) {
    if (skipSpecial_ && tokenizer_->isSpecial(id)) return {};
    window_.push_back(id);
    auto text = tokenizer_->decode(window_, skipSpecial_);
    const bool unfinished = text.ends_with(kReplacement) && window_.size() < kMaxWindow;
    if (unfinished && window_.size() - settled_ < kMaxHeld) return {};
    if (unfinished) text.resize(text.size() - kReplacement.size());
    auto fresh = emit(text);
    if (!unfinished) settle();
    return fresh;
}

/// Keeps the last token, for the rules that decoders have for the first, and what completes its first character.
void StreamDecoder::settle() {
    std::size_t keep = 1;
    const auto tail = [&] { return tokenizer_->decode(std::span(window_).last(keep), skipSpecial_); };
    auto text = tail();
    while (text.starts_with(kReplacement) && keep < std::min(window_.size(), 2 * kMaxHeld)) {
        ++keep;
        text = tail();
    }
    window_.erase(window_.begin(), window_.end() - std::ptrdiff_t(keep));
    settled_ = window_.size();
    emitted_ = text.size();
}

std::string StreamDecoder::finish() {
    auto fresh = window_.empty() ? std::string() : emit(tokenizer_->decode(window_, skipSpecial_));
    window_.clear();
    settled_ = emitted_ = 0;
    return fresh;
}

std::string StreamDecoder::emit(const std::string& text) {
    auto from = std::min(emitted_, text.size());
    while (from < text.size() && (text[from] & 0xC0) == 0x80) ++from;
    emitted_ = std::max(emitted_, text.size());
    return text.substr(from);
}

}  // namespace anneal::text
