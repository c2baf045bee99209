#pragma once
// The finders behind findPii, each of which appends what it finds.

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "data/detect/pii.h"

namespace anneal::data::pii {

inline bool isDigit(char c) { return c >= '0' && c <= '9'; }
inline bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool isAlnum(char c) { return isDigit(c) || isLetter(c); }
inline bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// One of the words stands, in any case, within the `reach` bytes before `at`.
bool announced(std::string_view text, std::size_t at, std::initializer_list<std::string_view> words, std::size_t reach = 32);

void findSecrets(std::string_view text, std::vector<PiiSpan>& found);
void findUrlCredentials(std::string_view text, std::vector<PiiSpan>& found);
void findEmails(std::string_view text, std::vector<PiiSpan>& found);
void findAddresses(std::string_view text, std::vector<PiiSpan>& found);
void findIbans(std::string_view text, std::vector<PiiSpan>& found);
/// Cards, identity numbers, social security numbers and phones.
void findNumbers(std::string_view text, const PiiKinds& kinds, std::vector<PiiSpan>& found);

}  // namespace anneal::data::pii
