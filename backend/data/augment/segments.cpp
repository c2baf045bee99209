#include "data/augment/segments.h"

#include <memory>
#include <optional>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace anneal::data {
namespace {

enum class Script { none, alphabetic, han };

Script scriptOf(UChar32 c) {
    if (c < 0x80) return u_isalnum(c) ? Script::alphabetic : Script::none;
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) || (c >= 0x3040 && c <= 0x30FF)) return Script::han;
    return u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK) ? Script::alphabetic : Script::none;
}

/// Whether `c` joins what stands before and after it into one word.
bool joins(UChar32 before, UChar32 c, UChar32 after) {
    const bool digits = u_isdigit(before) && u_isdigit(after);
    if (c == '.' || c == ',') return digits;
    return (c == '\'' || c == 0x2019 || c == '-') && scriptOf(before) == Script::alphabetic && scriptOf(after) == Script::alphabetic;
}

/// Cuts a run without blanks by ICU's dictionary.
class DictionaryCutter {
public:
    DictionaryCutter() {
        UErrorCode error = U_ZERO_ERROR;
        iterator_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getChinese(), error));
        if (U_FAILURE(error)) iterator_.reset();
    }
    void cut(std::string_view text, std::size_t begin, std::size_t end, std::vector<WordPlace>& places) {
        UErrorCode error = U_ZERO_ERROR;
        UText run = UTEXT_INITIALIZER;
        utext_openUTF8(&run, text.data() + begin, std::int64_t(end - begin), &error);
        if (iterator_) iterator_->setText(&run, error);
        if (!iterator_ || U_FAILURE(error)) {
            places.push_back({begin, end, true});
            utext_close(&run);
            return;
        }
        auto from = std::size_t(iterator_->first());
        for (auto to = iterator_->next(); to != icu::BreakIterator::DONE; to = iterator_->next()) {
            places.push_back({begin + from, begin + std::size_t(to), true});
            from = std::size_t(to);
        }
        utext_close(&run);
    }

private:
    std::unique_ptr<icu::BreakIterator> iterator_;
};

}  // namespace

std::vector<WordPlace> wordPlaces(std::string_view text) {
    thread_local std::optional<DictionaryCutter> cutter;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto size = std::int32_t(text.size());
    std::vector<WordPlace> places;
    auto inside = Script::none;
    std::int32_t begin = 0;
    UChar32 previous = 0;
    const auto end = [&](std::int32_t at) {
        if (inside == Script::han) {
            if (!cutter) cutter.emplace();
            cutter->cut(text, std::size_t(begin), std::size_t(at), places);
        } else if (inside == Script::alphabetic) {
            places.push_back({std::size_t(begin), std::size_t(at), false});
        }
        inside = Script::none;
    };
    for (std::int32_t at = 0; at < size;) {
        const auto start = at;
        UChar32 c, after = 0;
        U8_NEXT(bytes, at, size, c);
        const auto script = scriptOf(c);
        if (script == Script::none && inside == Script::alphabetic && at < size) {
            auto ahead = at;
            U8_NEXT(bytes, ahead, size, after);
            if (joins(previous, c, after)) {
                previous = c;
                continue;
            }
        }
        if (script != inside) {
            end(start);
            inside = script;
            begin = start;
        }
        previous = c;
    }
    end(size);
    return places;
}

}  // namespace anneal::data
