#pragma once
// Personal data and secrets in texts, found by form and proven by checksum where there is one.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace anneal::data {

enum class Pii {
    secret,  ///< API keys, tokens, passwords, private keys: by known prefixes, by what stands before them, by entropy
    url,     ///< user and password, or a token, within an address
    email,
    iban,   ///< by country, length and checksum (ISO 13616)
    card,   ///< bank cards: issuer, length and Luhn's checksum
    cnId,   ///< Chinese resident identity: region, birth date and checksum (GB 11643)
    usSsn,  ///< US social security number: by its validity rules
    ip,     ///< IPv4 and IPv6, but for loopback and the like
    phone,  ///< E.164, US, Chinese mobile and landline
};
inline constexpr std::array kAllPii = {Pii::secret, Pii::url, Pii::email, Pii::iban, Pii::card, Pii::cnId, Pii::usSsn, Pii::ip, Pii::phone};

std::string_view piiName(Pii kind);   ///< "email", as recipes name it
std::string_view piiLabel(Pii kind);  ///< "EMAIL", as placeholders show it

struct PiiSpan {
    std::size_t begin = 0, size = 0;
    Pii kind = Pii::secret;
    bool operator==(const PiiSpan&) const = default;
};

/// Which kinds to look for.
class PiiKinds {
public:
    PiiKinds() { wanted_.fill(true); }
    explicit PiiKinds(const std::vector<std::string>& names);
    bool has(Pii kind) const { return wanted_[std::size_t(kind)]; }

private:
    std::array<bool, kAllPii.size()> wanted_{};
};

/// In order, none overlapping; where two kinds fit, the one that proves more. Any thread.
std::vector<PiiSpan> findPii(std::string_view text, const PiiKinds& kinds = {});

/// The value by which two spellings of the same thing are equal: digits of a number, lower case of an address.
std::string piiValue(std::string_view text, Pii kind);

}  // namespace anneal::data
