#include "data/detect/refusal.h"

#include <algorithm>
#include <array>
#include <string>

#include "data/detect/fold.h"

namespace anneal::data {
namespace {

constexpr std::size_t kFront = 400;   // bytes: an answer that declines does so at once
constexpr std::size_t kOpening = 40;  // bytes within which an apology must begin, at the start of a sentence

// Of itself: wherever in the front it stands.
constexpr std::array<std::string_view, 22> kOfItself = {"as an ai language model",
                                                        "as a language model",
                                                        "as a large language model",
                                                        "as an ai assistant",
                                                        "as an artificial intelligence",
                                                        "as an ai, i",
                                                        "as an ai i",
                                                        "i am an ai language model",
                                                        "i'm an ai language model",
                                                        "i'm just an ai",
                                                        "i am just an ai",
                                                        "my knowledge cutoff",
                                                        "as of my last knowledge update",
                                                        "作为一个人工智能",
                                                        "作为人工智能",
                                                        "作为一个ai",
                                                        "作为ai语言模型",
                                                        "作为一个语言模型",
                                                        "作为一款语言模型",
                                                        "我是一个人工智能",
                                                        "我是一个ai",
                                                        "作为一名ai"};

// Declining: only where one of the answer's first sentences begins with it.
constexpr std::array<std::string_view, 26> kDeclining = {"i'm sorry, but i can't",
                                                         "i'm sorry, but i cannot",
                                                         "i'm sorry, but i'm not able",
                                                         "i'm sorry, i can't",
                                                         "i'm sorry, i cannot",
                                                         "i am sorry, but i cannot",
                                                         "i am sorry, but i can't",
                                                         "sorry, but i can't",
                                                         "sorry, but i cannot",
                                                         "sorry, i can't assist",
                                                         "i apologize, but i cannot",
                                                         "i apologize, but i can't",
                                                         "i cannot fulfill",
                                                         "i can't fulfill",
                                                         "i cannot assist with",
                                                         "i can't assist with",
                                                         "i can't help with that",
                                                         "i cannot help with that",
                                                         "i'm unable to assist",
                                                         "i must decline",
                                                         "很抱歉,我无法",
                                                         "很抱歉,我不能",
                                                         "抱歉,我无法",
                                                         "抱歉,我不能",
                                                         "对不起,我无法",
                                                         "对不起,我不能"};

/// Lower case, single spaces, one kind of apostrophe and comma.
std::string plain(std::string_view text) {
    std::string folded, out;
    fold(text, {true, Folding::Space::collapse, false}, folded);
    static constexpr std::pair<std::string_view, char> signs[] = {{"’", '\''}, {"，", ','}};
    for (std::size_t at = 0; at < folded.size();) {
        const auto sign =
            std::find_if(std::begin(signs), std::end(signs), [&](const auto& one) { return folded.compare(at, 3, one.first) == 0; });
        if (sign == std::end(signs)) {
            out += folded[at++];
        } else {
            out += sign->second;
            at += sign->first.size();
        }
    }
    return out;
}

bool beginsSentence(std::string_view text, std::size_t at) {
    static constexpr std::string_view ends[] = {". ", "! ", "? ", "。", "！", "？"};
    const auto before = text.substr(0, at);
    return at == 0 || std::any_of(std::begin(ends), std::end(ends), [&](auto end) { return before.ends_with(end); });
}

}  // namespace

std::optional<std::string_view> refusalIn(std::string_view answer) {
    const auto front = plain(answer.substr(0, kFront));
    for (const auto phrase : kOfItself)
        if (front.find(phrase) != std::string::npos) return phrase;
    for (const auto phrase : kDeclining)
        if (const auto at = front.find(phrase); at <= kOpening && beginsSentence(front, at)) return phrase;
    return {};
}

}  // namespace anneal::data
