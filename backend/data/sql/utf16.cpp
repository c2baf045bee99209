#include "data/sql/utf16.h"

#include <algorithm>
#include <vector>

#include <unicode/ustring.h>

namespace anneal::data {

std::string utf16ToUtf8(std::string_view bytes) {
    std::vector<UChar> units(bytes.size() / sizeof(UChar));
    std::copy_n(bytes.data(), units.size() * sizeof(UChar), reinterpret_cast<char*>(units.data()));
    std::string out(3 * units.size(), '\0');
    std::int32_t written = 0;
    UErrorCode error = U_ZERO_ERROR;
    u_strToUTF8WithSub(out.data(), std::int32_t(out.size()), &written, units.data(), std::int32_t(units.size()), 0xFFFD, nullptr, &error);
    out.resize(std::size_t(written));
    return out;
}

}  // namespace anneal::data
