#include "text/tokenizer/byte_alphabet.h"

#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

constexpr bool isPrintable(unsigned byte) { return (byte >= '!' && byte <= '~') || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE; }

constexpr auto kCodePoints = [] {
    std::array<char32_t, 256> points{};
    char32_t next = 256;
    for (unsigned byte = 0; byte < 256; ++byte) points[byte] = isPrintable(byte) ? byte : next++;
    return points;
}();

constexpr auto kBytes = [] {
    std::array<int16_t, 512> bytes{};
    for (auto& byte : bytes) byte = -1;
    for (unsigned byte = 0; byte < 256; ++byte) bytes[kCodePoints[byte]] = int16_t(byte);
    return bytes;
}();

}  // namespace

const std::array<std::string, 256>& byteAlphabet() {
    static const auto alphabet = [] {
        std::array<std::string, 256> texts;
        for (unsigned byte = 0; byte < 256; ++byte) texts[byte] = toUtf8(kCodePoints[byte]);
        return texts;
    }();
    return alphabet;
}

std::string toByteAlphabet(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) appendUtf8(text, kCodePoints[static_cast<unsigned char>(byte)]);
    return text;
}

std::optional<std::string> fromByteAlphabet(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto c = codePointAt(text.data() + at);
        if (c.value >= kBytes.size() || kBytes[c.value] < 0) return std::nullopt;
        bytes += char(kBytes[c.value]);
        at += c.size;
    }
    return bytes;
}

}  // namespace anneal::text::tokenizer
