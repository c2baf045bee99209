#include "data/sources/csv_scanner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace anneal::data {
namespace {

constexpr std::size_t kBlock = 64;
constexpr auto npos = std::string_view::npos;

/// Bit i is set where byte i is one of the four.
std::uint64_t anyOf(const char* bytes, char a, char b, char c, char d) {
#if defined(__SSE2__)
    const auto wantedA = _mm_set1_epi8(a), wantedB = _mm_set1_epi8(b), wantedC = _mm_set1_epi8(c), wantedD = _mm_set1_epi8(d);
    std::uint64_t marks = 0;
    for (int i = 0; i < 4; ++i) {
        const auto part = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes + 16 * i));
        const auto hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(part, wantedA), _mm_cmpeq_epi8(part, wantedB)),
                                      _mm_or_si128(_mm_cmpeq_epi8(part, wantedC), _mm_cmpeq_epi8(part, wantedD)));
        marks |= std::uint64_t(std::uint32_t(_mm_movemask_epi8(hit))) << (16 * i);
    }
    return marks;
#else
    std::uint64_t marks = 0;
    for (std::size_t i = 0; i < kBlock; ++i) marks |= std::uint64_t(bytes[i] == a || bytes[i] == b || bytes[i] == c || bytes[i] == d) << i;
    return marks;
#endif
}

}  // namespace

std::string_view fieldValue(const CsvField& field, const CsvDialect& dialect, std::string& buffer) {
    if (!field.escaped) return field.text;
    buffer.clear();
    for (std::size_t i = 0; i < field.text.size(); ++i) {
        const char c = field.text[i];
        const bool skip =
            i + 1 < field.text.size() && ((dialect.escape != 0 && c == dialect.escape) || (field.quoted && c == dialect.quote));
        buffer += skip ? field.text[++i] : c;
    }
    return buffer;
}

CsvScanner::CsvScanner(std::string_view text, const CsvDialect& dialect, bool whole) : text_(text), dialect_(dialect), whole_(whole) {}

std::uint64_t CsvScanner::marksOf(std::size_t block) const {
    const char quote = dialect_.quote ? dialect_.quote : dialect_.delimiter;
    const char escape = dialect_.escape ? dialect_.escape : dialect_.delimiter;
    const auto begin = block * kBlock;
    if (begin + kBlock <= text_.size()) return anyOf(text_.data() + begin, dialect_.delimiter, dialect_.lineEnd, quote, escape);
    char rest[kBlock] = {};
    const auto size = text_.size() - begin;
    std::memcpy(rest, text_.data() + begin, size);
    return anyOf(rest, dialect_.delimiter, dialect_.lineEnd, quote, escape) & ((std::uint64_t(1) << size) - 1);
}

/// The first delimiter, line end, quote or escape at or after `from`.
std::size_t CsvScanner::nextMark(std::size_t from) {
    for (auto block = from / kBlock;; ++block) {
        if (block * kBlock >= text_.size()) return npos;
        if (block != block_) {
            block_ = block;
            marks_ = marksOf(block);
        }
        const auto first = block == from / kBlock ? from % kBlock : 0;
        if (const auto left = marks_ >> first; left != 0) return block * kBlock + first + std::size_t(std::countr_zero(left));
    }
}

/// Where the quoted field that begins at `from` is closed; npos if it is not.
std::size_t CsvScanner::closingQuote(std::size_t from, bool& escaped) {
    for (auto i = nextMark(from); i != npos; i = nextMark(i)) {
        if (i - from > kLongestRecord) return npos;
        const char c = text_[i];
        if (dialect_.escape != 0 && c == dialect_.escape) {
            escaped = true;
            i += 2;
        } else if (c == dialect_.quote) {
            if (i + 1 >= text_.size() || text_[i + 1] != dialect_.quote) return i;
            escaped = true;
            i += 2;
        } else {
            lines_ += c == dialect_.lineEnd;
            ++i;
        }
    }
    return npos;
}

bool CsvScanner::endRecord(std::size_t begin, std::size_t end, bool atLineEnd) {
    record_ = text_.substr(begin, end - begin);
    if (dialect_.lineEnd == '\n' && record_.ends_with('\r')) record_.remove_suffix(1);
    at_ = atLineEnd ? end + 1 : end;
    lines_ += atLineEnd;
    return true;
}

/// A record whose quotes do not fit ends at its first line end after what could be read of it.
bool CsvScanner::brokenRecord(std::size_t from) {
    broken_ = true;
    const auto end = text_.find(dialect_.lineEnd, from);
    if (end == npos && !whole_) return false;
    return endRecord(at_, std::min(end, text_.size()), end != npos);
}

bool CsvScanner::next() {
    fields_.clear();
    broken_ = false;
    const auto begin = at_;
    const auto lines = lines_;
    if (begin >= text_.size()) return false;
    auto fieldBegin = begin;
    bool escaped = false;
    const auto close = [&](std::size_t end, bool last) {
        auto field = text_.substr(fieldBegin, end - fieldBegin);
        if (last && dialect_.lineEnd == '\n' && field.ends_with('\r')) field.remove_suffix(1);
        fields_.push_back({field, false, escaped});
        escaped = false;
        fieldBegin = end + 1;
    };
    for (auto i = fieldBegin;;) {
        const auto mark = nextMark(i);
        if (mark == npos) {
            if (!whole_) return false;
            close(text_.size(), true);
            return endRecord(begin, text_.size(), false);
        }
        const char c = text_[mark];
        i = mark + 1;
        if (c == dialect_.delimiter) {
            close(mark, false);
        } else if (c == dialect_.lineEnd) {
            close(mark, true);
            return endRecord(begin, mark, true);
        } else if (dialect_.escape != 0 && c == dialect_.escape) {
            escaped = true;
            i = mark + 2;
        } else if (mark == fieldBegin) {
            const auto end = closingQuote(mark + 1, escaped);
            if (end == npos) {
                lines_ = lines;
                if (!whole_ && text_.size() - begin <= kLongestRecord) return false;
                return brokenRecord(begin);
            }
            fields_.push_back({text_.substr(mark + 1, end - mark - 1), true, escaped});
            escaped = false;
            i = end + 1;
            if (i < text_.size() && text_[i] == '\r' && dialect_.lineEnd == '\n' && (i + 1 == text_.size() || text_[i + 1] == '\n')) ++i;
            if (i >= text_.size()) return whole_ && endRecord(begin, text_.size(), false);
            if (text_[i] == dialect_.lineEnd) return endRecord(begin, i, true);
            if (text_[i] != dialect_.delimiter) return brokenRecord(i);
            fieldBegin = ++i;
        }
    }
}

std::size_t CsvScanner::skipToLast() {
    // Without a quote or an escape every line end ends a record.
    const bool plain = (dialect_.quote == 0 || text_.find(dialect_.quote) == npos) && dialect_.escape == 0;
    if (plain) {
        const auto last = text_.rfind(dialect_.lineEnd);
        return last == npos ? 0 : last + 1;
    }
    std::size_t end = 0;
    while (next()) end = at_;
    return end;
}

}  // namespace anneal::data
