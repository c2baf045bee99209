#pragma once
// Small text helpers that the standard library lacks.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace anneal::base {

std::vector<std::string> split(std::string_view text, char separator);
std::string join(std::span<const std::string> parts, std::string_view separator);
std::string_view trim(std::string_view text);  ///< ASCII whitespace at both ends
std::string toLower(std::string_view text);    ///< ASCII only
bool isValidUtf8(std::string_view text);
/// Byte offset of the first invalid byte, or nullopt.
std::optional<std::size_t> firstInvalidUtf8(std::string_view text);
/// As Python's decode('utf-8', errors='replace').
std::string replaceInvalidUtf8(std::string_view text);
/// The candidate nearest by edit distance, if near enough to be what was meant.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

std::string formatBytes(std::uint64_t bytes);  ///< "22.4 GiB"
/// "800GiB", "1.5 GB", "4096"; nothing where it is no size.
std::optional<std::uint64_t> parseBytes(std::string_view text);
std::string formatDuration(double seconds);   ///< "1 h 03 min", "42 s"
std::string formatCount(std::int64_t count);  ///< "40,473"

}  // namespace anneal::base
