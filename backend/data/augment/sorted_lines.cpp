#include "data/augment/sorted_lines.h"

#include <algorithm>

namespace anneal::data {

std::string_view lineAt(std::string_view text, std::size_t begin) {
    if (begin >= text.size()) return {};
    return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

Result<SortedLines> SortedLines::open(const std::filesystem::path& file) {
    ANNEAL_TRY(mapped, base::MappedFile::open(file));
    return SortedLines(std::move(mapped));
}

std::string_view SortedLines::find(std::string_view key, char separator) const {
    const auto text = file_.text();
    std::size_t low = 0, high = text.size();  // the line begins in [low, high)
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        const auto before = middle == 0 ? std::string_view::npos : text.rfind('\n', middle - 1);
        const auto begin = before == std::string_view::npos ? 0 : before + 1;
        const auto line = lineAt(text, begin);
        const auto word = line.substr(0, line.find(separator));
        if (word == key) return line.substr(std::min(word.size() + 1, line.size()));
        if (word < key)
            low = begin + line.size() + 1;
        else
            high = begin;
    }
    return {};
}

}  // namespace anneal::data
