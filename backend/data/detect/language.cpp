#include "data/detect/language.h"

#include <array>
#include <cstdio>  // CLD2's header needs it
#include <limits>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/uniset.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace anneal::data {
namespace {

// What a script says when n-grams do not: one language has it almost to itself, or several share it. Eight Chinese characters
// without a kana among them are hardly Japanese.
constexpr double kOwnScript = 0.6, kSharedScript = 0.3;
constexpr int kManyHan = 8;

/// Characters of one Chinese script that the other writes differently: those that GB 2312 has and Big5 has not, and the reverse.
class ChineseScripts {
public:
    ChineseScripts() : simplified_(charactersOf("GB2312")), traditional_(charactersOf("Big5")) {
        const auto both = [&] {
            icu::UnicodeSet common(simplified_);
            common.retainAll(traditional_);
            return common;
        }();
        simplified_.removeAll(both).freeze();
        traditional_.removeAll(both).freeze();
    }
    bool simplified(UChar32 c) const { return simplified_.contains(c); }
    bool traditional(UChar32 c) const { return traditional_.contains(c); }

private:
    static icu::UnicodeSet charactersOf(const char* charset) {
        icu::UnicodeSet set;
        UErrorCode error = U_ZERO_ERROR;
        auto* converter = ucnv_open(charset, &error);
        if (U_SUCCESS(error)) ucnv_getUnicodeSet(converter, set.toUSet(), UCNV_ROUNDTRIP_SET, &error);
        ucnv_close(converter);
        set.retain(0x4E00, 0x9FFF);
        return set;
    }
    icu::UnicodeSet simplified_, traditional_;
};

struct Letters {
    int all = 0, han = 0, kana = 0, hangul = 0, arabic = 0, cyrillic = 0;
    int simplified = 0, traditional = 0;
};

Letters lettersOf(std::string_view text) {
    static const ChineseScripts chinese;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = std::int32_t(text.size());
    Letters letters;
    for (std::int32_t at = 0; at < size;) {
        UChar32 c;
        U8_NEXT(bytes, at, size, c);
        if (c < 0 || !u_isalpha(c)) continue;
        ++letters.all;
        UErrorCode error = U_ZERO_ERROR;
        switch (c < 0x80 ? USCRIPT_LATIN : uscript_getScript(c, &error)) {
            case USCRIPT_HAN:
                ++letters.han;
                letters.simplified += chinese.simplified(c);
                letters.traditional += chinese.traditional(c);
                break;
            case USCRIPT_HIRAGANA:
            case USCRIPT_KATAKANA: ++letters.kana; break;
            case USCRIPT_HANGUL: ++letters.hangul; break;
            case USCRIPT_ARABIC: ++letters.arabic; break;
            case USCRIPT_CYRILLIC: ++letters.cyrillic; break;
            default: break;
        }
    }
    return letters;
}

std::string chineseScript(const Letters& letters) { return letters.traditional > letters.simplified ? "zh-Hant" : "zh-Hans"; }

Language byScript(const Letters& letters) {
    const auto most = [&](int count) { return 2 * count > letters.all; };
    if (letters.kana > 0 && most(letters.kana + letters.han)) return {"ja", kOwnScript};
    if (most(letters.hangul)) return {"ko", kOwnScript};
    if (most(letters.han)) return {chineseScript(letters), letters.han >= kManyHan ? kOwnScript : kSharedScript};
    if (most(letters.arabic)) return {"ar", kSharedScript};
    if (most(letters.cyrillic)) return {"ru", kSharedScript};
    return {"und", 0};
}

}  // namespace

Language detectLanguage(std::string_view text) {
    if (text.size() > std::size_t(std::numeric_limits<int>::max())) text = text.substr(0, 1 << 20);
    std::array<CLD2::Language, 3> languages;
    std::array<int, 3> percents;
    std::array<double, 3> scores;
    int textBytes = 0, validBytes = 0;
    bool reliable = false;
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), int(text.size()), true, &hints, 0, languages.data(), percents.data(),
                                            scores.data(), nullptr, &textBytes, &reliable, &validBytes);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE || percents[0] == 0) return byScript(lettersOf(text));
    std::string code = CLD2::LanguageCode(languages[0]);
    if (code.starts_with("zh")) code = chineseScript(lettersOf(text));
    return {code, percents[0] / 100.0 * (reliable ? 1 : 0.5)};
}

bool isLanguage(std::string_view code, std::string_view wanted) {
    return code == wanted || (code.size() > wanted.size() && code.starts_with(wanted) && code[wanted.size()] == '-');
}

}  // namespace anneal::data
