#include "evaluate/answers.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

#include "base/text.h"

namespace anneal::evaluate {
namespace {

std::vector<std::string> words(std::string_view answer) {
    std::string plain;
    for (const char character : base::toLower(answer)) {
        const auto byte = static_cast<unsigned char>(character);
        if (byte < 0x80 && std::ispunct(byte)) continue;
        plain += byte < 0x80 && std::isspace(byte) ? ' ' : character;
    }
    auto parts = base::split(plain, ' ');
    std::erase_if(parts, [](const std::string& word) { return word.empty() || word == "a" || word == "an" || word == "the"; });
    return parts;
}

}  // namespace

std::string trimmedAnswer(std::string_view answer) { return std::string(base::trim(answer)); }
std::string normalisedAnswer(std::string_view answer) { return base::join(words(answer), " "); }
bool exactMatch(std::string_view generated, std::string_view wanted) { return base::trim(generated) == base::trim(wanted); }
bool sameAnswer(std::string_view generated, std::string_view wanted) { return words(generated) == words(wanted); }

double tokenF1(std::string_view generated, std::string_view wanted) {
    const auto got = words(generated), want = words(wanted);
    if (got.empty() || want.empty()) return got.empty() && want.empty() ? 1 : 0;
    std::map<std::string, int> left;
    for (const auto& word : want) ++left[word];
    int common = 0;
    for (const auto& word : got)
        if (left[word]-- > 0) ++common;
    return 2.0 * common / double(got.size() + want.size());
}

void AnswerScores::add(std::string_view generated, std::string_view wanted) {
    ++samples_;
    exact_ += exactMatch(generated, wanted);
    same_ += sameAnswer(generated, wanted);
    f1_ += tokenF1(generated, wanted);
}

Json AnswerScores::toJson() const {
    const double count = double(std::max<std::int64_t>(samples_, 1));
    return {
        {"exact_match", double(exact_) / count}, {"accuracy", double(same_) / count}, {"token_f1", f1_ / count}, {"generated", samples_}};
}

}  // namespace anneal::evaluate
