#pragma once
// UTF-8 that was once read as windows-1252 or Latin-1 ("â€™" for "’", "Ã©" for "é"), and text that is beyond repair.

#include <string>
#include <string_view>

namespace anneal::data {

/// Undoes up to three such readings. Characters that are no part of a misread sequence stay as they are.
std::string repairMojibake(std::string_view text);

/// Holds a replacement character, a C1 control, or what lost bytes leave behind ("â€", "锟斤拷").
bool looksDamaged(std::string_view text);

}  // namespace anneal::data
