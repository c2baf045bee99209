#pragma once
// GPT-2's printable stand-ins for the 256 bytes: 'Ġ' for a space, 'Ċ' for a newline, …

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace anneal::text::tokenizer {

/// The stand-in of each byte, as UTF-8.
const std::array<std::string, 256>& byteAlphabet();
std::string toByteAlphabet(std::string_view bytes);
/// The bytes that `text` stands for; nullopt if a character is no stand-in.
std::optional<std::string> fromByteAlphabet(std::string_view text);

}  // namespace anneal::text::tokenizer
