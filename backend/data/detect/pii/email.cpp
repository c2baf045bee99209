#include <algorithm>

#include "base/text.h"
#include "data/detect/pii/finders.h"

namespace anneal::data::pii {
namespace {

bool isLocal(char c) { return isAlnum(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-'; }

/// "icon@2x.png" names a picture.
bool isFileEnding(std::string_view ending) {
    static constexpr std::string_view endings[] = {"png", "jpg", "jpeg", "gif", "svg", "webp", "css", "js"};
    const auto lower = base::toLower(ending);
    return std::find(std::begin(endings), std::end(endings), lower) != std::end(endings);
}

/// One past the domain that begins at `begin`, or `begin` if none does.
std::size_t endOfDomain(std::string_view text, std::size_t begin) {
    auto end = begin;
    while (end < text.size() && (isAlnum(text[end]) || text[end] == '-' || text[end] == '.')) ++end;
    while (end > begin && !isAlnum(text[end - 1])) --end;
    const auto domain = text.substr(begin, end - begin);
    const auto dot = domain.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || domain.find("..") != std::string_view::npos) return begin;
    const auto ending = domain.substr(dot + 1);
    const bool letters = std::all_of(ending.begin(), ending.end(), isLetter);
    if (ending.size() < 2 || (!letters && !ending.starts_with("xn--")) || isFileEnding(ending)) return begin;
    return end;
}

}  // namespace

bool announced(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words, std::size_t reach) {
    const auto begin = at > reach ? at - reach : 0;
    const auto before = base::toLower(text.substr(begin, at - begin));
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return before.find(word) != std::string::npos; });
}

void findEmails(std::string_view text, std::vector<PiiSpan>& found) {
    for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        auto begin = at;
        while (begin > 0 && isLocal(text[begin - 1]) && at - begin < 64) --begin;
        while (begin < at && !isAlnum(text[begin]) && text[begin] != '_') ++begin;
        if (begin == at || text[at - 1] == '.') continue;
        const auto end = endOfDomain(text, at + 1);
        if (end == at + 1) continue;
        // git@host:path is how a repository is addressed.
        const bool repository = text.substr(begin, at - begin) == "git" && end < text.size() && text[end] == ':';
        if (!repository) found.push_back({begin, end - begin, Pii::email});
    }
}

}  // namespace anneal::data::pii
