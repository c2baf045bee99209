#include "data/sources/encoding.h"

#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "base/text.h"

namespace anneal::data {
namespace {

struct Utf8Evidence {
    std::size_t sequences = 0;  ///< well-formed multi-byte sequences
    std::size_t damage = 0;     ///< bytes that are part of none
};

Utf8Evidence utf8Evidence(std::string_view text) {
    Utf8Evidence found;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (i + length > text.size()) break;  // cut off by the sample's end
        if (base::isValidUtf8(text.substr(i, length))) {
            ++found.sequences;
            i += length;
        } else {
            ++found.damage;
            ++i;
        }
    }
    return found;
}

/// Every high byte begins a two- or four-byte GB18030 character, most of them in the range of the common Chinese characters.
bool looksChinese(std::string_view text) {
    std::size_t pairs = 0, common = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        if (i + 1 >= text.size()) break;
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if (lead == 0x80 || lead == 0xFF) return false;
        if (second >= 0x30 && second <= 0x39) {
            i += 4;
            continue;
        }
        if (second < 0x40 || second == 0x7F || second == 0xFF) return false;
        ++pairs;
        if (lead >= 0xA1 && lead <= 0xF7 && second >= 0xA1) ++common;
        i += 2;
    }
    return pairs > 0 && common * 10 >= pairs * 8;
}

Encoding utf16ByZeros(std::string_view head) {
    std::size_t even = 0, odd = 0;
    const auto limit = std::min<std::size_t>(head.size(), 4096) & ~std::size_t(1);
    for (std::size_t i = 0; i < limit; ++i)
        if (head[i] == '\0') ++(i % 2 ? odd : even);
    const auto many = limit / 2 * 4 / 10;
    if (limit >= 8 && odd > many && even <= limit / 40) return {"UTF-16LE"};
    if (limit >= 8 && even > many && odd <= limit / 40) return {"UTF-16BE"};
    return {};
}

}  // namespace

Encoding detectEncoding(std::string_view head, bool legacy) {
    if (head.starts_with("\xEF\xBB\xBF")) return {"UTF-8", 3};
    if (head.starts_with(std::string_view("\xFF\xFE\0\0", 4))) return {"UTF-32LE", 4};
    if (head.starts_with("\xFF\xFE")) return {"UTF-16LE", 2};
    if (head.starts_with("\xFE\xFF")) return {"UTF-16BE", 2};
    if (auto utf16 = utf16ByZeros(head); !utf16.name.empty()) return utf16;
    if (!legacy) return {"UTF-8"};
    const auto evidence = utf8Evidence(head);
    if (evidence.damage == 0 || evidence.sequences > evidence.damage) return {"UTF-8"};
    return {looksChinese(head) ? "GB18030" : "windows-1252"};
}

struct Transcoder::State {
    UConverter* converter = nullptr;
    std::vector<UChar> wide = std::vector<UChar>(std::size_t(64) << 10);
    std::u16string carry;  // a high surrogate whose mate is in the next piece
    ~State() {
        if (converter) ucnv_close(converter);
    }
};

Transcoder::Transcoder(std::unique_ptr<State> state) : state_(std::move(state)) {}
Transcoder::Transcoder(Transcoder&&) noexcept = default;
Transcoder& Transcoder::operator=(Transcoder&&) noexcept = default;
Transcoder::~Transcoder() = default;

Result<Transcoder> Transcoder::create(const std::string& encoding) {
    auto state = std::make_unique<State>();
    UErrorCode error = U_ZERO_ERROR;
    state->converter = ucnv_open(encoding.c_str(), &error);
    if (U_FAILURE(error) || !state->converter)
        return fail("encoding_unknown", "unknown encoding \"" + encoding + "\"", "name one such as UTF-8, UTF-16LE, GB18030 or ISO-8859-1");
    return Transcoder(std::move(state));
}

void Transcoder::convert(std::string_view bytes, bool flush, std::string& out) {
    const char* from = bytes.data();
    const char* const end = from + bytes.size();
    for (;;) {
        UErrorCode error = U_ZERO_ERROR;
        UChar* to = state_->wide.data();
        ucnv_toUnicode(state_->converter, &to, state_->wide.data() + state_->wide.size(), &from, end, nullptr, flush, &error);
        std::u16string units = std::move(state_->carry);
        state_->carry.clear();
        units.append(reinterpret_cast<const char16_t*>(state_->wide.data()), std::size_t(to - state_->wide.data()));
        const bool again = error == U_BUFFER_OVERFLOW_ERROR;
        if ((again || !flush) && !units.empty() && U16_IS_LEAD(units.back())) {
            state_->carry.assign(1, units.back());
            units.pop_back();
        }
        if (!units.empty()) {
            const auto before = out.size();
            out.resize(before + 3 * units.size());
            std::int32_t written = 0;
            UErrorCode narrow = U_ZERO_ERROR;
            u_strToUTF8WithSub(out.data() + before, std::int32_t(3 * units.size()), &written, reinterpret_cast<const UChar*>(units.data()),
                               std::int32_t(units.size()), 0xFFFD, nullptr, &narrow);
            out.resize(before + std::size_t(written));
        }
        if (!again) return;
    }
}

}  // namespace anneal::data
