#pragma once
// A text file whose lines are in byte order, searched where it lies: nothing is read before it is asked for.

#include <filesystem>
#include <string_view>

#include "base/files.h"

namespace anneal::data {

class SortedLines {
public:
    static Result<SortedLines> open(const std::filesystem::path& file);
    /// What follows `key` and `separator` on their line; empty if there is no such line. Any thread.
    std::string_view find(std::string_view key, char separator) const;

private:
    explicit SortedLines(base::MappedFile file) : file_(std::move(file)) {}
    base::MappedFile file_;
};

/// The line that begins at byte `begin`, without its end.
std::string_view lineAt(std::string_view text, std::size_t begin);

}  // namespace anneal::data
