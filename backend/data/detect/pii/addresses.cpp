#include <algorithm>
#include <string>

#include <arpa/inet.h>

#include "data/detect/pii/finders.h"

namespace anneal::data::pii {
namespace {

/// The number of an octet that begins at `at`, which moves behind it; -1 if none does.
int octetAt(std::string_view text, std::size_t& at) {
    const auto begin = at;
    int value = 0;
    while (at < text.size() && isDigit(text[at]) && at - begin < 4) value = value * 10 + (text[at++] - '0');
    const auto digits = at - begin;
    return digits == 0 || digits > 3 || value > 255 || (digits > 1 && text[begin] == '0') ? -1 : value;
}

bool isVersion(std::string_view text, std::size_t at) {
    return (at > 0 && (text[at - 1] == 'v' || text[at - 1] == 'V')) || announced(text, at, {"version", "版本", "release"}, 12);
}

void findV4(std::string_view text, std::vector<PiiSpan>& found) {
    for (std::size_t at = 0; at < text.size();) {
        const bool starts = isDigit(text[at]) && (at == 0 || (!isAlnum(text[at - 1]) && text[at - 1] != '.'));
        if (!starts) {
            ++at;
            continue;
        }
        const auto begin = at;
        int octets[4];
        int count = 0;
        while (count < 4) {
            octets[count] = octetAt(text, at);
            if (octets[count] < 0) break;
            if (++count == 4 || at >= text.size() || text[at] != '.') break;
            ++at;
        }
        const bool ends = at >= text.size() || (!isAlnum(text[at]) && !(text[at] == '.' && at + 1 < text.size() && isDigit(text[at + 1])));
        while (at < text.size() && isDigit(text[at])) ++at;
        if (count < 4 || !ends || isVersion(text, begin)) continue;
        const bool nobody = octets[0] == 0 || octets[0] == 127 || octets[0] == 255;
        if (!nobody) found.push_back({begin, at - begin, Pii::ip});
    }
}

void findV6(std::string_view text, std::vector<PiiSpan>& found) {
    for (auto colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon)) {
        auto begin = colon, end = colon;
        while (begin > 0 && isHex(text[begin - 1])) --begin;
        while (end < text.size() && (isHex(text[end]) || text[end] == ':' || text[end] == '.')) ++end;
        while (end > colon && (text[end - 1] == '.' || (text[end - 1] == ':' && !(end - begin > 2 && text[end - 2] == ':')))) --end;
        const auto candidate = text.substr(begin, end - begin);
        colon = std::max(end, colon + 1);
        if (candidate.size() < 4 || candidate.size() > 45) continue;
        if (std::count(candidate.begin(), candidate.end(), ':') < 2 || std::none_of(candidate.begin(), candidate.end(), isDigit)) continue;
        if ((begin > 0 && isAlnum(text[begin - 1])) || (end < text.size() && isAlnum(text[end]))) continue;
        in6_addr address;
        if (inet_pton(AF_INET6, std::string(candidate).c_str(), &address) != 1) continue;
        if (!IN6_IS_ADDR_LOOPBACK(&address) && !IN6_IS_ADDR_UNSPECIFIED(&address)) found.push_back({begin, end - begin, Pii::ip});
    }
}

/// "token=…" within an address: what the names of secrets are.
bool namesSecret(std::string_view name) {
    static constexpr std::string_view names[] = {"token",  "access_token", "api_key", "apikey", "key",       "secret", "password",
                                                 "passwd", "pwd",          "auth",    "sig",    "signature", "session"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool endsAddress(char c) {
    return c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\'' || c == ')' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

void findAddresses(std::string_view text, std::vector<PiiSpan>& found) {
    findV4(text, found);
    findV6(text, found);
}

void findUrlCredentials(std::string_view text, std::vector<PiiSpan>& found) {
    for (auto at = text.find("://"); at != std::string_view::npos; at = text.find("://", at)) {
        const auto begin = at += 3;
        auto end = begin;
        while (end < text.size() && !endsAddress(text[end])) ++end;
        const auto address = text.substr(begin, end - begin);
        const auto host = address.substr(0, address.find_first_of("/?#"));
        if (const auto sign = host.rfind('@'); sign != std::string_view::npos && sign > 0 && host.find(':') < sign)
            found.push_back({begin, sign, Pii::url});
        for (auto mark = address.find_first_of("?&"); mark != std::string_view::npos; mark = address.find('&', mark + 1)) {
            const auto equals = address.find('=', mark);
            if (equals == std::string_view::npos) break;
            const auto value = std::min(address.find_first_of("&#", equals), address.size());
            if (namesSecret(address.substr(mark + 1, equals - mark - 1)) && value - equals > 6)
                found.push_back({begin + equals + 1, value - equals - 1, Pii::url});
        }
    }
}

}  // namespace anneal::data::pii
