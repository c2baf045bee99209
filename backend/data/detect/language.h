#pragma once
// Which language a text is in.

#include <string>
#include <string_view>

namespace anneal::data {

struct Language {
    std::string code;       ///< "en", "zh-Hans", "zh-Hant", "ja" … (BCP 47); "und" where it cannot be told
    double confidence = 0;  ///< 0 to 1
};

/// By CLD2's n-grams; where a text is too short for them, by its script with little confidence. Any thread.
Language detectLanguage(std::string_view text);

/// True if `code` is the wanted language or a variant of it: "zh" takes both scripts.
bool isLanguage(std::string_view code, std::string_view wanted);

}  // namespace anneal::data
