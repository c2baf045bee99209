#include <algorithm>
#include <string>

#include "data/detect/pii/finders.h"

namespace anneal::data::pii {
namespace {

/// Digits with single separators between groups: "+1 (415) 555-2671".
struct Run {
    std::size_t begin = 0, end = 0;  ///< in the text, from the first to one past the last character
    std::string digits;
    std::vector<std::size_t> groups;  ///< how many digits stand together
    std::vector<char> between;        ///< the separator before each group but the first; '(' where brackets stand
    std::vector<std::size_t> begins;  ///< of each group in the text
    bool plus = false;
    bool bracket = false;  ///< begins with one
    bool x = false;        ///< an X right behind the last digit
};

bool isSeparator(char c) { return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')'; }

Run runAt(std::string_view text, std::size_t at) {
    Run run;
    run.begin = at;
    run.plus = text[at] == '+';
    run.bracket = text[at] == '(';
    char between = 0;
    if (!isDigit(text[at])) ++at;
    while (at < text.size()) {
        if (isDigit(text[at])) {
            if (run.groups.empty() || between != 0) {
                if (!run.groups.empty()) run.between.push_back(between);
                run.groups.push_back(0);
                run.begins.push_back(at);
            }
            between = 0;
            ++run.groups.back();
            run.digits += text[at++];
            run.end = at;
        } else if (isSeparator(text[at])) {
            // One separator, or the two that brackets need.
            const bool second = between != 0 && (text[at] == '(' || between == ')' || (between == ' ' && text[at] == '-'));
            if (between != 0 && !second) break;
            between = text[at] == '(' || text[at] == ')' ? text[at] : between == 0 ? text[at] : between;
            ++at;
        } else {
            break;
        }
    }
    run.x = run.end < text.size() && (text[run.end] == 'X' || text[run.end] == 'x') &&
            (run.end + 1 >= text.size() || !isAlnum(text[run.end + 1]));
    return run;
}

int twoDigits(std::string_view digits) { return (digits[0] - '0') * 10 + (digits[1] - '0'); }

bool isDate(std::string_view eight) {
    const int year = twoDigits(eight) * 100 + twoDigits(eight.substr(2));
    const int month = twoDigits(eight.substr(4)), day = twoDigits(eight.substr(6));
    static constexpr int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

bool isRegion(std::string_view digits) {
    static constexpr int regions[] = {11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43,
                                      44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83};
    return std::find(std::begin(regions), std::end(regions), twoDigits(digits)) != std::end(regions);
}

/// GB 11643: 17 digits and a check character, modulo 11 (ISO 7064).
bool isCnId(const Run& run) {
    const auto& digits = run.digits;
    if (run.groups.size() != 1 || digits.size() + run.x != 18 || !isRegion(digits) || !isDate(std::string_view(digits).substr(6, 8)))
        return false;
    static constexpr int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i) sum += weights[i] * (digits[i] - '0');
    return "10X98765432"[sum % 11] == (run.x ? 'X' : digits[17]);
}

bool luhn(const std::string& digits) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        int digit = digits[digits.size() - 1 - i] - '0';
        if (i % 2 == 1) digit = digit < 5 ? digit * 2 : digit * 2 - 9;
        sum += digit;
    }
    return sum % 10 == 0;
}

/// An issuer's number range and the lengths of its cards (ISO 7812).
bool isIssued(const std::string& digits) {
    const auto length = digits.size();
    const auto front = [&](std::size_t count) { return std::stoi(digits.substr(0, count)); };
    if (digits[0] == '4') return length == 13 || length == 16 || length == 19;                              // Visa
    if ((front(2) >= 51 && front(2) <= 55) || (front(4) >= 2221 && front(4) <= 2720)) return length == 16;  // Mastercard
    if (front(2) == 34 || front(2) == 37) return length == 15;                                              // American Express
    if (front(2) == 62 || front(2) == 81) return length >= 16 && length <= 19;                              // UnionPay
    if (front(4) == 6011 || front(2) == 65 || (front(3) >= 644 && front(3) <= 649)) return length == 16 || length == 19;  // Discover
    if (front(4) >= 3528 && front(4) <= 3589) return length == 16;                                                        // JCB
    if ((front(3) >= 300 && front(3) <= 305) || front(2) == 36 || front(2) == 38) return length == 14;                    // Diners Club
    if (front(4) >= 2200 && front(4) <= 2204) return length == 16;                                                        // Mir
    return false;
}

bool isCard(const Run& run) {
    const auto& digits = run.digits;
    if (digits.size() < 13 || digits.size() > 19 || run.plus || run.bracket) return false;
    // Printed in one piece, or in groups of four to seven.
    for (const char c : run.between)
        if (c != ' ' && c != '-') return false;
    if (run.groups.size() > 1 && *std::min_element(run.groups.begin(), run.groups.end() - 1) < 4) return false;
    if (std::all_of(digits.begin(), digits.end(), [&](char c) { return c == digits[0]; })) return false;
    return isIssued(digits) && luhn(digits);
}

bool isSsn(std::string_view text, const Run& run) {
    const auto& digits = run.digits;
    if (digits.size() != 9 || run.plus || run.bracket) return false;
    const auto area = digits.substr(0, 3);
    if (area == "000" || area == "666" || area[0] == '9' || digits.substr(3, 2) == "00" || digits.substr(5) == "0000") return false;
    if (digits == "078051120" || digits == "219099999" || digits == "123456789") return false;  // printed in advertisements and examples
    const bool grouped = run.groups == std::vector<std::size_t>{3, 2, 4} && run.between[0] == run.between[1];
    if (grouped && run.between[0] == '-') return true;
    return (grouped || run.groups.size() == 1) && announced(text, run.begin, {"ssn", "social security"});
}

bool isCnMobile(std::string_view digits) {
    if (digits.size() != 11 || digits[0] != '1') return false;
    static constexpr std::string_view thirds[] = {"",          "",     "",          "0123456789", "456789",
                                                  "012356789", "2567", "012345678", "0123456789", "0123456789"};
    const auto second = std::size_t(digits[1] - '0');
    return second >= 3 && thirds[second].find(digits[2]) != std::string_view::npos;
}

bool isUsNumber(std::string_view digits) {
    return digits.size() == 10 && digits[0] >= '2' && digits[3] >= '2' && !(digits[1] == '1' && digits[2] == '1') &&
           !(digits[4] == '1' && digits[5] == '1');
}

bool isPhone(std::string_view text, const Run& run) {
    using Groups = std::vector<std::size_t>;
    std::string_view digits = run.digits;
    auto groups = run.groups;
    if (run.plus) return digits.size() >= 8 && digits.size() <= 15 && digits[0] != '0';  // E.164
    const bool called = announced(
        text, run.begin, {"phone", "tel", "call", "mobile", "cell", "fax", "whatsapp", "电话", "手机", "致电", "联系", "传真", "拨打"});
    // A country code in a group of its own.
    if (groups.size() > 1 && (digits.starts_with("0086") || digits.starts_with("86")) && (groups[0] == 4 || groups[0] == 2)) {
        digits.remove_prefix(groups[0]);
        groups.erase(groups.begin());
    }
    if (isCnMobile(digits) && (groups.size() == 1 || groups == Groups{3, 4, 4})) return true;
    if (digits.size() == 13 && digits.starts_with("86") && groups.size() == 1 && isCnMobile(digits.substr(2))) return true;
    // Chinese landline: area code from 010 on, then 7 or 8 digits, perhaps an extension.
    if (digits[0] == '0' && digits.size() >= 10 && groups.size() >= 2 && (groups[0] == 3 || groups[0] == 4) && digits[1] != '0' &&
        (groups[1] == 7 || groups[1] == 8 || (groups.size() >= 3 && groups[1] + groups[2] == 8)))
        return true;
    if (digits[0] == '0' && groups.size() == 1 && (digits.size() == 11 || digits.size() == 12) && digits[1] != '0' && called) return true;
    if (groups.size() > 1 && groups[0] == 1 && digits[0] == '1') {
        digits.remove_prefix(1);
        groups.erase(groups.begin());
    }
    if (!isUsNumber(digits)) return false;
    if (groups == Groups{3, 3, 4}) return true;
    return groups.size() == 1 ? called : groups == Groups{3, 7} && (run.bracket || called);
}

/// The longest front of the run's groups that some kind fits, since a list of numbers reads as one run.
Run front(const Run& run, std::size_t groups) {
    Run part = run;
    part.groups.resize(groups);
    part.begins.resize(groups);
    part.between.resize(groups - 1);
    std::size_t digits = 0;
    for (const auto group : part.groups) digits += group;
    part.digits.resize(digits);
    part.end = part.begins.back() + part.groups.back();
    part.x = groups == run.groups.size() && run.x;
    return part;
}

Run withoutFront(const Run& run) {
    Run part = run;
    part.digits.erase(0, run.groups.front());
    part.groups.erase(part.groups.begin());
    part.begins.erase(part.begins.begin());
    part.between.erase(part.between.begin());
    part.plus = part.bracket = false;
    part.begin = part.begins.front();
    return part;
}

std::optional<PiiSpan> recognised(std::string_view text, const Run& run, const PiiKinds& kinds) {
    const auto span = [&](Pii kind, bool x = false) { return PiiSpan{run.begin, run.end + x - run.begin, kind}; };
    if (kinds.has(Pii::cnId) && isCnId(run)) return span(Pii::cnId, run.x);
    if (run.x) return {};
    if (kinds.has(Pii::cnId) && run.digits.size() == 15 && run.groups.size() == 1 && isRegion(run.digits) &&
        isDate("19" + run.digits.substr(6, 6)) && announced(text, run.begin, {"身份证", "id card", "identity"}))
        return span(Pii::cnId);  // as issued before 1999, without a check character
    if (kinds.has(Pii::card) && isCard(run)) return span(Pii::card);
    if (kinds.has(Pii::usSsn) && isSsn(text, run)) return span(Pii::usSsn);
    if (kinds.has(Pii::phone) && isPhone(text, run)) return span(Pii::phone);
    return {};
}

bool mayStart(std::string_view text, std::size_t at) {
    const char c = text[at];
    if (!isDigit(c) && !((c == '+' || c == '(') && at + 1 < text.size() && isDigit(text[at + 1]))) return false;
    if (at == 0) return true;
    const char before = text[at - 1];
    if (isAlnum(before) || before == '_' || before == '#' || before == '$') return false;
    // Part of a longer number, a decimal or a path.
    return !((before == '.' || before == '-' || before == '/' || before == ',' || before == ':' || before == '=') && at > 1 &&
             isAlnum(text[at - 2]) && before != ':' && before != '=');
}

bool mayEnd(std::string_view text, const Run& run) {
    if (run.end >= text.size()) return true;
    const char after = text[run.end];
    if (isAlnum(after) || after == '_' || after == '%') return false;
    const bool digitFollows = run.end + 1 < text.size() && isDigit(text[run.end + 1]);
    return !((after == '.' || after == ',' || after == '/' || after == '-' || after == ':') && digitFollows && after != ',');
}

}  // namespace

void findNumbers(std::string_view text, const PiiKinds& kinds, std::vector<PiiSpan>& found) {
    for (std::size_t at = 0; at < text.size();) {
        if (!mayStart(text, at)) {
            // Behind the rest of a number that begins inside something else.
            const bool digit = isDigit(text[at]);
            ++at;
            while (digit && at < text.size() && isDigit(text[at])) ++at;
            continue;
        }
        auto run = runAt(text, at);
        at = run.end;
        while (run.digits.size() >= 7) {
            std::optional<PiiSpan> span;
            auto groups = run.groups.size();
            for (; groups > 0 && !span; --groups) {
                const auto part = groups == run.groups.size() ? run : front(run, groups);
                auto whole = part;
                whole.end += part.x;
                if (part.digits.size() >= 7 && mayEnd(text, whole)) span = recognised(text, part, kinds);
            }
            if (span) {
                found.push_back(*span);
                at = std::max(at, span->begin + span->size);
                ++groups;
            } else {
                groups = 1;
            }
            for (std::size_t i = 0; i < groups && !run.groups.empty(); ++i) {
                if (run.groups.size() == 1) {
                    run.digits.clear();
                    break;
                }
                run = withoutFront(run);
            }
        }
    }
}

}  // namespace anneal::data::pii
