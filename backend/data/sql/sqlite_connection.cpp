#include <filesystem>

#include <sqlite3.h>

#include "base/text.h"
#include "data/sources/cell.h"
#include "data/sql/sql_connection.h"
#include "data/sql/sql_parameters.h"

namespace anneal::data {
namespace {

using Statement = std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)>;

tl::unexpected<Error> failed(sqlite3* database, const char* what) {
    const bool stopped = sqlite3_errcode(database) == SQLITE_INTERRUPT;
    return fail(stopped ? "stopped" : "query_failed", std::string(what) + ": " + sqlite3_errmsg(database), "check the query and the file");
}

/// Values say themselves what they are, but a column declared as dates or truth keeps them as text or numbers.
SqlType typeOf(const char* declared) {
    const auto type = base::toLower(declared ? declared : "");
    if (type.find("blob") != std::string::npos) return SqlType::binary;
    if (type.find("json") != std::string::npos) return SqlType::json;
    if (type.find("bool") != std::string::npos) return SqlType::boolean;
    if (type.find("date") != std::string::npos || type.find("timestamp") != std::string::npos) return SqlType::cell;
    return SqlType::any;
}

class SqliteCursor : public SqlCursor {
public:
    SqliteCursor(sqlite3* database, Statement statement) : database_(database), statement_(std::move(statement)) {
        for (int i = 0; i < sqlite3_column_count(statement_.get()); ++i)
            columns_.push_back({sqlite3_column_name(statement_.get(), i), typeOf(sqlite3_column_decltype(statement_.get(), i))});
    }
    const std::vector<SqlColumn>& columns() const override { return columns_; }
    Result<std::vector<SqlRow>> fetch(std::size_t count) override {
        std::vector<SqlRow> rows;
        // A step beyond the last would begin the query anew.
        while (!drained_ && rows.size() < count) {
            const int step = sqlite3_step(statement_.get());
            drained_ = step == SQLITE_DONE;
            if (drained_) break;
            if (step != SQLITE_ROW) return failed(database_, "the query failed");
            SqlRow row;
            for (int i = 0; i < int(columns_.size()); ++i) row.push_back(cell(i));
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    SqlCell cell(int column) const {
        auto* statement = statement_.get();
        switch (sqlite3_column_type(statement, column)) {
            case SQLITE_NULL: return {};
            case SQLITE_INTEGER: return std::int64_t(sqlite3_column_int64(statement, column));
            case SQLITE_FLOAT: return sqlite3_column_double(statement, column);
            default: {
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, column));
                return bytes ? std::string(bytes, std::size_t(sqlite3_column_bytes(statement, column))) : std::string();
            }
        }
    }
    sqlite3* database_;
    Statement statement_;
    std::vector<SqlColumn> columns_;
    bool drained_ = false;
};

class SqliteConnection : public SqlConnection {
public:
    explicit SqliteConnection(sqlite3* database) : database_(database, sqlite3_close_v2) {}
    std::string server() const override { return std::string("SQLite ") + sqlite3_libversion(); }
    Result<std::vector<std::string>> tables() override {
        ANNEAL_TRY(cursor,
                   query("SELECT name FROM sqlite_master WHERE type IN ('table','view') AND name NOT LIKE 'sqlite_%' ORDER BY name", {}));
        ANNEAL_TRY(rows, cursor->fetch(std::size_t(-1)));
        std::vector<std::string> names;
        for (const auto& row : rows) names.push_back(std::get<std::string>(row.at(0)));
        return names;
    }
    Result<std::unique_ptr<SqlCursor>> query(const std::string& query, const std::map<std::string, std::string>& parameters) override {
        ANNEAL_TRY(bound, bindParameters(query, parameters, ParameterStyle::question));
        sqlite3_stmt* raw = nullptr;
        const char* rest = nullptr;
        if (sqlite3_prepare_v2(database_.get(), bound.text.c_str(), -1, &raw, &rest) != SQLITE_OK)
            return failed(database_.get(), "the query failed");
        Statement statement(raw, sqlite3_finalize);
        if (sqlite3_column_count(raw) == 0) return fail("query_invalid", "the query gives no columns", "write a SELECT");
        for (std::size_t i = 0; i < bound.values.size(); ++i) {
            const auto& value = bound.values[i];
            const int place = int(i) + 1;
            if (const auto integer = integerOf(value))
                sqlite3_bind_int64(raw, place, *integer);
            else if (const auto real = realOf(value))
                sqlite3_bind_double(raw, place, *real);
            else
                sqlite3_bind_text(raw, place, value.data(), int(value.size()), SQLITE_TRANSIENT);
        }
        return std::make_unique<SqliteCursor>(database_.get(), std::move(statement));
    }
    void cancel() override { sqlite3_interrupt(database_.get()); }

private:
    std::unique_ptr<sqlite3, int (*)(sqlite3*)> database_;
};

}  // namespace

SqlConnected connectSqlite(const SqlUrl& url) {
    std::error_code error;
    if (!std::filesystem::exists(url.database, error)) return fail("file_not_found", url.database + " does not exist", "check the path");
    sqlite3* database = nullptr;
    const int code = sqlite3_open_v2(url.database.c_str(), &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_FULLMUTEX, nullptr);
    auto connection = std::make_unique<SqliteConnection>(database);
    if (code != SQLITE_OK)
        return fail("database_unreachable", url.database + ": " + sqlite3_errmsg(database), "check that the file is a database");
    sqlite3_busy_timeout(database, 10000);
    return connection;
}

}  // namespace anneal::data
