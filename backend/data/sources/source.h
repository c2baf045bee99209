#pragma once
// Rows from somewhere, cut into blocks that are parsed on several threads. Blocks depend on the source alone, never on
// the number of threads, so that the same source always gives the same data set.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <arrow/type_fwd.h>

#include "base/json.h"
#include "base/result.h"
#include "base/stop_token.h"
#include "data/schema.h"
#include "data/sources/unpack.h"

namespace anneal::data {

struct Rejection {
    std::int64_t row = 0;   ///< 1-based among the source's rows, kept or not; 0: the whole file
    std::int64_t line = 0;  ///< 1-based line on which the row starts; 0 where a source has no lines
    std::string reason;
    std::string text;  ///< the row's first bytes
    std::string file;  ///< which of several files; empty where there is one
};

struct Block {
    std::string_view text;     ///< whole rows
    std::size_t readable = 0;  ///< bytes after `text` that may be read (parsers look ahead)
    std::size_t skip = 0;      ///< bytes at the start that belong to no row
    bool first = false;        ///< of its file: lines are counted from here
    bool last = false;
    int index = 0;                      ///< where rows come from a numbered piece, as a Parquet row group
    std::shared_ptr<const void> owner;  ///< keeps `text` alive, or is what the source parses
};

struct Parsed {
    std::shared_ptr<arrow::Table> table;  ///< the rows kept
    std::int64_t rows = 0;                ///< kept and rejected
    std::int64_t lines = 0;               ///< line ends within the block
    std::vector<Rejection> rejected;      ///< rows and lines counted from the block's start
    std::set<std::string> nulls;          ///< columns with a null that was written, not merely left out
};

class Source {
public:
    virtual ~Source() = default;
    virtual std::string_view format() const = 0;  ///< as Format::name has it
    /// The next block, or nothing at the end. One thread at a time.
    virtual Result<std::optional<Block>> next() = 0;
    virtual Status rewind() = 0;
    /// Rows of one block; columns at least those of `expected`, of its types or wider. Any thread.
    virtual Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const = 0;
    /// What two blocks' types become together.
    virtual Conflict conflict() const { return Conflict::toJson; }
    /// Share of the source read so far, 0 to 1.
    virtual double position() const = 0;
    /// What was detected: encoding, dialect, sheet …; for the report and the provenance.
    virtual OrderedJson details() const { return OrderedJson::object(); }
};

struct SourceOptions {
    std::string format;                             ///< empty: by name and content
    std::string encoding;                           ///< empty: detected; any name ICU knows
    char delimiter = 0;                             ///< CSV; 0: detected
    std::optional<char> quote;                      ///< CSV; nothing: detected; 0: none
    std::optional<bool> header;                     ///< CSV, fixed width, Excel; nothing: detected
    std::string splitOn;                            ///< plain text: "line", "paragraph", "file" or a separator; empty: detected
    std::vector<int> widths;                        ///< fixed width: characters of each column; empty: detected
    std::string sheet;                              ///< Excel: a sheet's name, or "*" for all; empty: the first with rows
    std::string records;                            ///< JSON: path of keys to the list that holds the rows, in the document or in each row
    std::string flatten;                            ///< JSON: nested objects become columns joined by this; empty: they stay JSON
    std::string query;                              ///< databases
    std::map<std::string, std::string> parameters;  ///< databases: values of :name in the query
    UnpackLimits limits;
    std::size_t blockBytes = std::size_t(16) << 20;
    base::StopToken stop;  ///< for what takes long before the first row: unpacking, queries
};

/// One file, a folder, a glob pattern, an archive, or a database's address with a query. Errors: "file_not_found", "format_unknown",
/// "data_unreadable", "empty_data", "unpack_limit", those of openSql.
Result<std::unique_ptr<Source>> openSource(const std::filesystem::path& what, const SourceOptions& options);

}  // namespace anneal::data
