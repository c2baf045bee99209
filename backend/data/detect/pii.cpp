#include "data/detect/pii.h"

#include <algorithm>

#include "data/detect/pii/finders.h"

namespace anneal::data {

std::string_view piiName(Pii kind) {
    static constexpr std::array<std::string_view, kAllPii.size()> names = {"secret", "url",    "email", "iban", "card",
                                                                           "cn_id",  "us_ssn", "ip",    "phone"};
    return names[std::size_t(kind)];
}

std::string_view piiLabel(Pii kind) {
    static constexpr std::array<std::string_view, kAllPii.size()> labels = {"SECRET", "URL", "EMAIL", "IBAN", "CARD",
                                                                            "ID",     "SSN", "IP",    "PHONE"};
    return labels[std::size_t(kind)];
}

PiiKinds::PiiKinds(const std::vector<std::string>& names) {
    for (const auto kind : kAllPii) wanted_[std::size_t(kind)] = std::find(names.begin(), names.end(), piiName(kind)) != names.end();
}

std::vector<PiiSpan> findPii(std::string_view text, const PiiKinds& kinds) {
    std::vector<PiiSpan> found;
    if (kinds.has(Pii::secret)) pii::findSecrets(text, found);
    if (kinds.has(Pii::url)) pii::findUrlCredentials(text, found);
    if (kinds.has(Pii::email)) pii::findEmails(text, found);
    if (kinds.has(Pii::ip)) pii::findAddresses(text, found);
    if (kinds.has(Pii::iban)) pii::findIbans(text, found);
    if (kinds.has(Pii::card) || kinds.has(Pii::cnId) || kinds.has(Pii::usSsn) || kinds.has(Pii::phone))
        pii::findNumbers(text, kinds, found);
    // The kinds stand in the order of what they prove.
    std::stable_sort(found.begin(), found.end(), [](const PiiSpan& a, const PiiSpan& b) { return a.kind < b.kind; });
    std::vector<PiiSpan> spans;
    for (const auto& one : found) {
        const bool free = std::none_of(spans.begin(), spans.end(), [&](const PiiSpan& taken) {
            return one.begin < taken.begin + taken.size && taken.begin < one.begin + one.size;
        });
        if (free) spans.push_back(one);
    }
    std::sort(spans.begin(), spans.end(), [](const PiiSpan& a, const PiiSpan& b) { return a.begin < b.begin; });
    return spans;
}

std::string piiValue(std::string_view text, Pii kind) {
    std::string value;
    const bool number = kind == Pii::card || kind == Pii::phone || kind == Pii::usSsn || kind == Pii::cnId || kind == Pii::iban;
    const bool anyCase = number || kind == Pii::email || kind == Pii::ip;
    for (const char c : text) {
        if (number && !pii::isDigit(c) && !pii::isLetter(c)) continue;
        value += anyCase && c >= 'A' && c <= 'Z' ? char(c + 32) : c;
    }
    return value;
}

}  // namespace anneal::data
