#pragma once
// UTF-16 of this machine's byte order, as ODBC gives text.

#include <string>
#include <string_view>

namespace anneal::data {

/// Lone surrogates become U+FFFD.
std::string utf16ToUtf8(std::string_view bytes);

}  // namespace anneal::data
