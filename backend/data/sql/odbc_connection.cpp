#include <algorithm>
#include <atomic>
#include <cstring>

#include <sql.h>
#include <sqlext.h>

#include "base/text.h"
#include "data/sql/sql_connection.h"
#include "data/sql/sql_parameters.h"
#include "data/sql/utf16.h"

namespace anneal::data {
namespace {

constexpr SQLULEN kSecondsToConnect = 10;
constexpr std::size_t kPieceBytes = 8192;
constexpr const char* kSpecial =
    "[]{}(),;?*=!@ ";  // what a connection string's value may not hold bare; some drivers take no braces elsewhere

std::string braced(const std::string& value) {
    std::string text = "{";
    for (const char c : value) text += c == '}' ? "}}" : std::string(1, c);
    return text + "}";
}

bool succeeded(SQLRETURN code) { return code == SQL_SUCCESS || code == SQL_SUCCESS_WITH_INFO; }

/// The first diagnostic of a handle: its state and text.
tl::unexpected<Error> failed(SQLSMALLINT kind, SQLHANDLE handle, std::string code, const std::string& what, std::string hint) {
    SQLCHAR state[6] = {}, text[1024] = {};
    SQLINTEGER number = 0;
    SQLSMALLINT size = 0;
    SQLGetDiagRec(kind, handle, 1, state, &number, text, sizeof text, &size);
    const std::string_view name(reinterpret_cast<const char*>(state));
    if (name == "HY008") return fail("stopped", "stopped");
    if (name == "IM002" || name == "01000") {
        code = "driver_missing";
        hint = "install the database's ODBC driver and name it in odbcinst.ini, and the data source in odbc.ini";
    }
    return fail(std::move(code), what + ": " + std::string(base::trim(reinterpret_cast<const char*>(text))), std::move(hint));
}

class Handle {
public:
    Handle(SQLSMALLINT kind, SQLHANDLE parent) : kind_(kind) { SQLAllocHandle(kind, parent, &handle_); }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (handle_) SQLFreeHandle(kind_, handle_);
    }
    SQLHANDLE get() const { return handle_; }

private:
    SQLSMALLINT kind_;
    SQLHANDLE handle_ = SQL_NULL_HANDLE;
};

SqlType typeOf(SQLSMALLINT type, SQLULEN size) {
    switch (type) {
        case SQL_BIT: return SqlType::boolean;
        case SQL_TINYINT:
        case SQL_SMALLINT:
        case SQL_INTEGER:
        case SQL_BIGINT: return SqlType::integer;
        case SQL_REAL:
        case SQL_FLOAT:
        case SQL_DOUBLE: return SqlType::real;
        case SQL_DECIMAL:
        case SQL_NUMERIC: return size >= 1 && size <= 38 ? SqlType::decimal : SqlType::text;
        case SQL_TYPE_DATE: return SqlType::date;
        case SQL_TYPE_TIMESTAMP: return SqlType::timestamp;
        case SQL_BINARY:
        case SQL_VARBINARY:
        case SQL_LONGVARBINARY: return SqlType::binary;
        default: return SqlType::text;
    }
}

class OdbcCursor : public SqlCursor {
public:
    explicit OdbcCursor(SQLHANDLE connection) : statement_(SQL_HANDLE_STMT, connection) {}
    SQLHANDLE statement() const { return statement_.get(); }
    const std::vector<SqlColumn>& columns() const override { return columns_; }

    Status start(BoundQuery bound) {
        values_ = std::move(bound.values);
        lengths_.resize(values_.size());
        if (!succeeded(SQLPrepare(statement(), reinterpret_cast<SQLCHAR*>(bound.text.data()), SQLINTEGER(bound.text.size()))))
            return error();
        for (std::size_t i = 0; i < values_.size(); ++i) {
            lengths_[i] = SQLLEN(values_[i].size());
            if (!succeeded(SQLBindParameter(statement(), SQLUSMALLINT(i + 1), SQL_PARAM_INPUT, SQL_C_CHAR, SQL_VARCHAR,
                                            std::max<SQLULEN>(values_[i].size(), 1), 0, values_[i].data(), lengths_[i], &lengths_[i])))
                return error();
        }
        if (!succeeded(SQLExecute(statement()))) return error();
        SQLSMALLINT count = 0;
        SQLNumResultCols(statement(), &count);
        if (count == 0) return fail("query_invalid", "the query gives no columns", "write a SELECT");
        for (SQLSMALLINT i = 1; i <= count; ++i) {
            SQLCHAR name[512] = {};
            SQLSMALLINT nameSize = 0, type = 0, digits = 0, nullable = 0;
            SQLULEN size = 0;
            if (!succeeded(SQLDescribeCol(statement(), SQLUSMALLINT(i), name, sizeof name, &nameSize, &type, &size, &digits, &nullable)))
                return error();
            columns_.push_back({reinterpret_cast<const char*>(name), typeOf(type, size), int(std::min<SQLULEN>(size, 1000)), int(digits)});
        }
        return {};
    }

    Result<std::vector<SqlRow>> fetch(std::size_t count) override {
        std::vector<SqlRow> rows;
        while (rows.size() < count) {
            const auto code = SQLFetch(statement());
            if (code == SQL_NO_DATA) break;
            if (!succeeded(code)) return error();
            SqlRow row;
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                ANNEAL_TRY(value, cell(i));
                row.push_back(std::move(value));
            }
            rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    tl::unexpected<Error> error() const {
        return failed(SQL_HANDLE_STMT, statement(), "query_failed", "the query failed", "check the query");
    }

    template <class Number>
    Result<SqlCell> number(SQLUSMALLINT column, SQLSMALLINT type) {
        Number value{};
        SQLLEN length = 0;
        if (!succeeded(SQLGetData(statement(), column, type, &value, sizeof value, &length))) return error();
        return length == SQL_NULL_DATA ? SqlCell() : SqlCell(value);
    }

    /// All of a value, piece by piece; each piece of text ends with a terminator of `terminator` bytes that is no part of it.
    Result<SqlCell> bytes(SQLUSMALLINT column, SQLSMALLINT type, std::size_t terminator) {
        std::string whole;
        std::string piece(kPieceBytes, '\0');
        for (;;) {
            SQLLEN length = 0;
            const auto code = SQLGetData(statement(), column, type, piece.data(), SQLLEN(piece.size()), &length);
            if (code == SQL_NO_DATA) return SqlCell(std::move(whole));
            if (!succeeded(code)) return error();
            if (length == SQL_NULL_DATA) return SqlCell();
            const auto room = piece.size() - terminator;
            const bool more = length == SQL_NO_TOTAL || std::size_t(length) > room;
            whole.append(piece, 0, more ? room : std::size_t(length));
            if (!more) return SqlCell(std::move(whole));
        }
    }

    Result<SqlCell> cell(std::size_t index) {
        const auto column = SQLUSMALLINT(index + 1);
        switch (columns_[index].type) {
            case SqlType::integer: return number<std::int64_t>(column, SQL_C_SBIGINT);
            case SqlType::real: return number<double>(column, SQL_C_DOUBLE);
            case SqlType::binary: return bytes(column, SQL_C_BINARY, 0);
            case SqlType::text: {
                ANNEAL_TRY(wide, bytes(column, SQL_C_WCHAR, sizeof(SQLWCHAR)));
                if (const auto* text = std::get_if<std::string>(&wide)) return SqlCell(utf16ToUtf8(*text));
                return wide;
            }
            default: return bytes(column, SQL_C_CHAR, 1);
        }
    }

    Handle statement_;
    std::vector<std::string> values_;
    std::vector<SQLLEN> lengths_;
    std::vector<SqlColumn> columns_;
};

class OdbcConnection : public SqlConnection {
public:
    OdbcConnection() : environment_(SQL_HANDLE_ENV, SQL_NULL_HANDLE) {
        SQLSetEnvAttr(environment_.get(), SQL_ATTR_ODBC_VERSION, reinterpret_cast<SQLPOINTER>(SQL_OV_ODBC3), 0);
        connection_ = std::make_unique<Handle>(SQL_HANDLE_DBC, environment_.get());
    }
    ~OdbcConnection() override {
        if (connected_) SQLDisconnect(connection_->get());
    }
    Status connect(const SqlUrl& url) {
        std::string text;
        const auto add = [&](const std::string& key, const std::string& value) {
            if (value.empty()) return;
            text += key + "=" + (value.find_first_of(kSpecial) == std::string::npos ? value : braced(value)) + ";";
        };
        if (!url.host.empty()) text += "DSN=" + url.host + ";";
        for (const auto& [key, value] : url.options) add(key, value);
        add("Database", url.database);
        add("UID", url.user);
        add("PWD", url.password.reveal());
        SQLSetConnectAttr(connection_->get(), SQL_ATTR_LOGIN_TIMEOUT, reinterpret_cast<SQLPOINTER>(kSecondsToConnect), 0);
        SQLSMALLINT size = 0;
        const auto code = SQLDriverConnect(connection_->get(), nullptr, reinterpret_cast<SQLCHAR*>(text.data()), SQLSMALLINT(text.size()),
                                           nullptr, 0, &size, SQL_DRIVER_NOPROMPT);
        ::explicit_bzero(text.data(), text.size());
        if (!succeeded(code))
            return failed(SQL_HANDLE_DBC, connection_->get(), "database_unreachable", url.shown(),
                          "check the data source and the user; a password comes from ANNEAL_DB_PASSWORD or the keyring");
        connected_ = true;
        SQLSetConnectAttr(connection_->get(), SQL_ATTR_ACCESS_MODE, reinterpret_cast<SQLPOINTER>(SQL_MODE_READ_ONLY), 0);
        return {};
    }
    std::string server() const override { return info(SQL_DBMS_NAME) + " " + info(SQL_DBMS_VER); }
    Result<std::vector<std::string>> tables() override {
        const Handle statement(SQL_HANDLE_STMT, connection_->get());
        if (!succeeded(SQLTables(statement.get(), nullptr, 0, nullptr, 0, nullptr, 0, nullptr, 0)))
            return failed(SQL_HANDLE_STMT, statement.get(), "query_failed", "the tables could not be listed", "check the user's rights");
        std::vector<std::string> names;
        while (succeeded(SQLFetch(statement.get()))) {
            SQLCHAR name[512] = {};
            SQLLEN length = 0;
            if (succeeded(SQLGetData(statement.get(), 3, SQL_C_CHAR, name, sizeof name, &length)) && length != SQL_NULL_DATA)
                names.emplace_back(reinterpret_cast<const char*>(name));
        }
        return names;
    }
    Result<std::unique_ptr<SqlCursor>> query(const std::string& query, const std::map<std::string, std::string>& parameters) override {
        ANNEAL_TRY(bound, bindParameters(query, parameters, ParameterStyle::question));
        auto cursor = std::make_unique<OdbcCursor>(connection_->get());
        running_ = cursor->statement();
        ANNEAL_CHECK(cursor->start(std::move(bound)));
        return cursor;
    }
    void cancel() override {
        if (const auto statement = running_.load()) SQLCancel(statement);
    }

private:
    std::string info(SQLUSMALLINT what) const {
        char text[256] = {};
        SQLSMALLINT size = 0;
        SQLGetInfo(connection_->get(), what, text, sizeof text, &size);
        return text;
    }
    Handle environment_;
    std::unique_ptr<Handle> connection_;
    bool connected_ = false;
    std::atomic<SQLHANDLE> running_ = nullptr;  ///< the last query's statement; its cursor lives as long as its source
};

}  // namespace

SqlConnected connectOdbc(const SqlUrl& url) {
    auto connection = std::make_unique<OdbcConnection>();
    ANNEAL_CHECK(connection->connect(url));
    return connection;
}

}  // namespace anneal::data
