#pragma once
// The formats of files that import reads. A new one is one line in the table and one file beside the others.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "data/sources/source.h"

namespace anneal::data {

struct Format {
    std::string_view name;
    std::vector<std::string_view> extensions;  ///< lower case, with the point
    std::string_view about;                    ///< for people
    bool text;                                 ///< may also be read through gzip and zstd
    Result<std::unique_ptr<Source>> (*open)(const std::filesystem::path& file, const SourceOptions& options);
};

const std::vector<Format>& formats();
/// Nothing where no format is called so.
const Format* formatNamed(std::string_view name);
/// By extension, one of compression left aside; nothing where it says nothing.
const Format* formatOfName(const std::filesystem::path& file);
/// By magic bytes, name and text. Errors: "format_unknown", those of reading.
Result<const Format*> detectFormat(const std::filesystem::path& file, const SourceOptions& options);
/// "csv, tsv, …"
std::string formatNames();

/// One file as rows.
Result<std::unique_ptr<Source>> openFile(const std::filesystem::path& file, const SourceOptions& options);

}  // namespace anneal::data
