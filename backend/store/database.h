#pragma once
// One SQLite file: migrations, one writer, readers beside it. A Database belongs to one thread at a time.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace anneal::store {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;

/// A column that may be NULL: monostate when empty.
template <class T>
Value maybe(const T& optional) {
    return optional ? Value(*optional) : Value();
}

class Row {
public:
    explicit Row(std::vector<Value> values) : values_(std::move(values)) {}
    bool isNull(std::size_t column) const;
    std::int64_t integer(std::size_t column) const;  ///< NULL reads as 0
    double real(std::size_t column) const;           ///< NULL reads as 0
    std::string text(std::size_t column) const;      ///< NULL reads as ""

private:
    std::vector<Value> values_;
};

/// Errors: "database_busy" (another writer held it for the whole busy timeout), "database_corrupt", "database_read_only",
/// "database_newer" (its schema is of a later version of the program), "disk_full", "database_failed".
class Database {
public:
    /// Creates the file if need be and runs the migrations it has not had; migration n leads to schema version n + 1.
    /// WAL, except on a network file system, where the journal is DELETE.
    static Result<Database> openWriter(const std::filesystem::path& file, std::span<const std::string_view> migrations);
    static Result<Database> openReader(const std::filesystem::path& file);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// One statement; returns how many rows it changed.
    Result<std::int64_t> execute(std::string_view sql, const std::vector<Value>& parameters = {});
    Result<std::vector<Row>> query(std::string_view sql, const std::vector<Value>& parameters = {});
    /// Rolled back if `work` fails.
    Status transaction(const std::function<Status()>& work);
    int schemaVersion();

private:
    struct State;
    explicit Database(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

/// NFS, SMB, Lustre, GPFS, Ceph, 9p, FUSE: where shared memory between processes cannot be relied on.
bool onNetworkFileSystem(const std::filesystem::path& path);

}  // namespace anneal::store
