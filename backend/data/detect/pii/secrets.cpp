#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "data/detect/pii/finders.h"

namespace anneal::data::pii {
namespace {

struct Prefix {
    std::string_view text;
    std::size_t least;  ///< characters after it
};

// As their issuers document them.
constexpr Prefix kPrefixes[] = {
    {"sk-ant-", 20}, {"sk-proj-", 20},    {"sk-", 20},      {"ghp_", 36},     {"gho_", 36},     {"ghu_", 36},     {"ghs_", 36},
    {"ghr_", 36},    {"github_pat_", 22}, {"glpat-", 20},   {"xoxb-", 20},    {"xoxp-", 20},    {"xoxa-", 20},    {"xoxr-", 20},
    {"xoxs-", 20},   {"AKIA", 16},        {"ASIA", 16},     {"AIza", 35},     {"ya29.", 20},    {"hf_", 30},      {"npm_", 36},
    {"pypi-", 40},   {"SG.", 40},         {"sk_live_", 16}, {"pk_live_", 16}, {"rk_live_", 16}, {"sk_test_", 16}, {"dckr_pat_", 20},
    {"shpat_", 30},  {"dop_v1_", 40},     {"LTAI", 16}};

bool isToken(char c) { return isAlnum(c) || c == '_' || c == '-' || c == '.'; }

double bitsACharacter(std::string_view text) {
    std::array<int, 256> counts{};
    for (const char c : text) ++counts[static_cast<unsigned char>(c)];
    double bits = 0;
    for (const int count : counts)
        if (count > 0) bits -= double(count) / double(text.size()) * std::log2(double(count) / double(text.size()));
    return bits;
}

struct Classes {
    std::size_t upper = 0, lower = 0, digits = 0;
};

Classes classesOf(std::string_view text) {
    Classes classes;
    for (const char c : text) {
        classes.upper += c >= 'A' && c <= 'Z';
        classes.lower += c >= 'a' && c <= 'z';
        classes.digits += isDigit(c);
    }
    return classes;
}

/// Drawn at random, by its length and its characters: names and words are not, nor are hexadecimal digests.
bool looksRandom(std::string_view token) {
    const auto classes = classesOf(token);
    return token.size() >= 32 && token.size() <= 512 && classes.upper >= 3 && classes.lower >= 3 && classes.digits >= 3 &&
           classes.digits * 20 >= token.size() && token.find('.') == std::string_view::npos && bitsACharacter(token) >= 4.2;
}

std::size_t prefixed(std::string_view token) {
    for (const auto& prefix : kPrefixes) {
        if (!token.starts_with(prefix.text) || token.size() < prefix.text.size() + prefix.least) continue;
        const auto rest = token.substr(prefix.text.size());
        const auto classes = classesOf(rest);
        // "sk-learn-compatible-estimators" has no digit.
        if (classes.digits > 0 && classes.upper + classes.lower > 0) return token.size();
    }
    return 0;
}

/// Header, payload and signature, each base64url; the first two are JSON objects.
bool isJwt(std::string_view token) {
    if (!token.starts_with("eyJ") || token.size() < 40) return false;
    const auto first = token.find('.');
    if (first == std::string_view::npos || token.compare(first + 1, 3, "eyJ") != 0) return false;
    const auto second = token.find('.', first + 1);
    return second != std::string_view::npos && second + 10 < token.size() && token.find('.', second + 1) == std::string_view::npos;
}

void findTokens(std::string_view text, std::vector<PiiSpan>& found) {
    for (std::size_t at = 0; at < text.size();) {
        if (!isToken(text[at])) {
            ++at;
            continue;
        }
        auto end = at;
        while (end < text.size() && isToken(text[end])) ++end;
        auto last = end;
        while (last > at && (text[last - 1] == '.' || text[last - 1] == '-')) --last;
        const auto token = text.substr(at, last - at);
        // A path or an address goes on around it.
        const bool path =
            (at > 0 && (text[at - 1] == '/' || text[at - 1] == '\\')) || (end < text.size() && (text[end] == '/' || text[end] == '\\'));
        if (token.size() >= 16 && (prefixed(token) || isJwt(token) || (!path && looksRandom(token))))
            found.push_back({at, token.size(), Pii::secret});
        at = end;
    }
}

void findPrivateKeys(std::string_view text, std::vector<PiiSpan>& found) {
    for (auto at = text.find("-----BEGIN "); at != std::string_view::npos; at = text.find("-----BEGIN ", at + 1)) {
        const auto line = text.substr(at, text.find("-----", at + 11) - at);
        const auto end = text.find("-----END ", at);
        if (line.find("PRIVATE KEY") == std::string_view::npos || end == std::string_view::npos) continue;
        const auto close = text.find("-----", end + 9);
        if (close != std::string_view::npos) found.push_back({at, close + 5 - at, Pii::secret});
    }
}

/// "password: …", "api_key = …", "密码：…"
void findNamed(std::string_view text, std::vector<PiiSpan>& found) {
    static constexpr std::string_view names[] = {"password", "passwd", "pwd",        "api_key", "api-key", "apikey", "api key",
                                                 "secret",   "token",  "access_key", "密码",    "口令",    "密钥"};
    const auto lower = base::toLower(text);
    for (const auto name : names) {
        for (auto at = lower.find(name); at != std::string::npos; at = lower.find(name, at + 1)) {
            // Within an address it is findUrlCredentials' to find.
            if (at > 0 && (text[at - 1] == '?' || text[at - 1] == '&')) continue;
            auto begin = at + name.size();
            if (begin < text.size() && (text[begin] == '"' || text[begin] == '\'')) ++begin;
            while (begin < text.size() && text[begin] == ' ') ++begin;
            if (text.compare(begin, 3, "是") == 0 || text.compare(begin, 3, "：") == 0)
                begin += 3;
            else if (text.compare(begin, 3, "is ") == 0)
                begin += 3;
            else if (begin < text.size() && (text[begin] == ':' || text[begin] == '='))
                ++begin;
            else
                continue;
            while (begin < text.size() && (text[begin] == ' ' || text[begin] == '"' || text[begin] == '\'' || text[begin] == '`')) ++begin;
            auto end = begin;
            while (end < text.size() && text[end] > ' ' && text[end] != '"' && text[end] != '\'' && text[end] != '`' && text[end] != ',' &&
                   text[end] != ';' && text[end] != ')' && static_cast<unsigned char>(text[end]) < 0x80)
                ++end;
            while (end > begin && (text[end - 1] == '.' || text[end - 1] == '?')) --end;
            const auto value = text.substr(begin, end - begin);
            const auto classes = classesOf(value);
            const bool mixed = classes.digits > 0 && classes.upper + classes.lower > 0;
            // A call or a placeholder is no secret: password = getpass(), <your token>, ${TOKEN}.
            if (value.size() >= 6 && mixed && value.find_first_of("(<>{}[]") == std::string_view::npos)
                found.push_back({begin, value.size(), Pii::secret});
        }
    }
}

}  // namespace

void findSecrets(std::string_view text, std::vector<PiiSpan>& found) {
    findPrivateKeys(text, found);
    findTokens(text, found);
    findNamed(text, found);
}

}  // namespace anneal::data::pii
