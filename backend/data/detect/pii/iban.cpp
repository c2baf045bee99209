#include <algorithm>
#include <string>

#include "data/detect/pii/finders.h"

namespace anneal::data::pii {
namespace {

struct Country {
    std::string_view code;
    std::size_t length;
};

// Lengths by country, from the SWIFT IBAN registry.
constexpr Country kCountries[] = {
    {"AD", 24}, {"AE", 23}, {"AL", 28}, {"AT", 20}, {"AZ", 28}, {"BA", 20}, {"BE", 16}, {"BG", 22}, {"BH", 22}, {"BR", 29}, {"BY", 28},
    {"CH", 21}, {"CR", 22}, {"CY", 28}, {"CZ", 24}, {"DE", 22}, {"DK", 18}, {"DO", 28}, {"EE", 20}, {"EG", 29}, {"ES", 24}, {"FI", 18},
    {"FO", 18}, {"FR", 27}, {"GB", 22}, {"GE", 22}, {"GI", 23}, {"GL", 18}, {"GR", 27}, {"GT", 28}, {"HR", 21}, {"HU", 28}, {"IE", 22},
    {"IL", 23}, {"IQ", 23}, {"IS", 26}, {"IT", 27}, {"JO", 30}, {"KW", 30}, {"KZ", 20}, {"LB", 28}, {"LI", 21}, {"LT", 20}, {"LU", 20},
    {"LV", 21}, {"LY", 25}, {"MC", 27}, {"MD", 24}, {"ME", 22}, {"MK", 19}, {"MR", 27}, {"MT", 31}, {"MU", 30}, {"NL", 18}, {"NO", 15},
    {"PK", 24}, {"PL", 28}, {"PS", 29}, {"PT", 25}, {"QA", 29}, {"RO", 24}, {"RS", 22}, {"SA", 24}, {"SE", 24}, {"SI", 19}, {"SK", 24},
    {"SM", 27}, {"TN", 24}, {"TR", 26}, {"UA", 29}, {"VA", 22}, {"VG", 24}, {"XK", 20}};

std::size_t lengthOf(std::string_view code) {
    for (const auto& country : kCountries)
        if (country.code == code) return country.length;
    return 0;
}

/// The remainder by 97 is 1, with the first four characters moved behind the rest and letters as two digits (ISO 7064).
bool checks(const std::string& iban) {
    int rest = 0;
    for (const char c : iban.substr(4) + iban.substr(0, 4))
        rest = isDigit(c) ? (rest * 10 + (c - '0')) % 97 : (rest * 100 + (c - 'A' + 10)) % 97;
    return rest == 1;
}

}  // namespace

void findIbans(std::string_view text, std::vector<PiiSpan>& found) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    for (std::size_t at = 0; at + 15 <= text.size(); ++at) {
        if (!upper(text[at]) || !upper(text[at + 1]) || !isDigit(text[at + 2]) || !isDigit(text[at + 3])) continue;
        if (at > 0 && isAlnum(text[at - 1])) continue;
        const auto length = lengthOf(text.substr(at, 2));
        std::string iban;
        auto end = at;
        while (end < text.size() && iban.size() < length) {
            const bool gap = (text[end] == ' ' || text[end] == '-') && iban.size() >= 4;
            if (!isDigit(text[end]) && !upper(text[end]) && !gap) break;
            if (!gap) iban += text[end];
            ++end;
        }
        if (length == 0 || iban.size() != length || (end < text.size() && isAlnum(text[end])) || !checks(iban)) continue;
        found.push_back({at, end - at, Pii::iban});
        at = end - 1;
    }
}

}  // namespace anneal::data::pii
