#pragma once
// One database behind one small interface; a backend is one file that implements it.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "data/sql/sql_url.h"

namespace anneal::data {

enum class SqlType {
    any,   ///< each value says itself what it is (SQLite)
    cell,  ///< text that is read as a table's cells are
    boolean,
    integer,
    unsignedInteger,
    real,
    decimal,  ///< exact, of the column's precision and scale
    text,
    json,  ///< JSON text; also arrays and composites
    date,
    timestamp,
    instant,  ///< a timestamp in UTC
    binary,
};

struct SqlColumn {
    std::string name;
    SqlType type = SqlType::text;
    int precision = 0, scale = 0;
};

/// Nothing is NULL. Text holds every type that is no number here: dates as "2014-03-08", truth as "t" or "1", bytes as they are.
using SqlCell = std::variant<std::monostate, std::int64_t, double, std::string>;
using SqlRow = std::vector<SqlCell>;

/// A query under way. One thread at a time.
class SqlCursor {
public:
    virtual ~SqlCursor() = default;
    virtual const std::vector<SqlColumn>& columns() const = 0;
    /// At most `count` rows; none at the end. Rows stay on the server until they are asked for.
    virtual Result<std::vector<SqlRow>> fetch(std::size_t count) = 0;
};

class SqlConnection {
public:
    virtual ~SqlConnection() = default;
    /// "PostgreSQL 15.3"
    virtual std::string server() const = 0;
    virtual Result<std::vector<std::string>> tables() = 0;
    /// :name in the query stands for a parameter, which is bound, never pasted. The cursor must not outlive the connection.
    virtual Result<std::unique_ptr<SqlCursor>> query(const std::string& query, const std::map<std::string, std::string>& parameters) = 0;
    /// Ends what runs; its call then fails. Any thread.
    virtual void cancel() = 0;
};

/// Finds the password where the address has none and leaves it there, so that it can be kept out of messages.
/// Errors: "database_unreachable" (also a refused password), "driver_missing". No message shows a password.
Result<std::unique_ptr<SqlConnection>> connectSql(SqlUrl& url);

using SqlConnected = Result<std::unique_ptr<SqlConnection>>;
SqlConnected connectSqlite(const SqlUrl& url);
SqlConnected connectPostgres(const SqlUrl& url);
SqlConnected connectMysql(const SqlUrl& url);
SqlConnected connectOdbc(const SqlUrl& url);

}  // namespace anneal::data
