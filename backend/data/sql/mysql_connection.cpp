#include <atomic>
#include <cstring>

#include <mysql.h>

#include "base/text.h"
#include "data/sql/sql_connection.h"
#include "data/sql/sql_parameters.h"

namespace anneal::data {
namespace {

constexpr unsigned kBinaryCharset = 63;
constexpr unsigned kInterrupted = 1317;  // ER_QUERY_INTERRUPTED
constexpr unsigned long kRowsAhead = 1000;
constexpr unsigned long kFirstBytes = 256;  // what a cell may take before it is fetched by itself

tl::unexpected<Error> failed(unsigned number, const char* reason, const char* what = "the query failed") {
    return fail(number == kInterrupted ? "stopped" : "query_failed", std::string(what) + ": " + reason, "check the query");
}

bool isJsonField(const MYSQL_FIELD& field) {
    MARIADB_CONST_STRING format{};
    return field.type == MYSQL_TYPE_JSON || (mariadb_field_attr(&format, &field, MARIADB_FIELD_ATTR_FORMAT_NAME) == 0 &&
                                             std::string_view(format.str, format.length) == "json");
}

SqlColumn columnOf(const MYSQL_FIELD& field) {
    SqlColumn column{std::string(field.name, field.name_length)};
    const bool isUnsigned = (field.flags & UNSIGNED_FLAG) != 0;
    switch (field.type) {
        // BOOLEAN is only another name for TINYINT(1).
        case MYSQL_TYPE_TINY: column.type = field.length == 1 ? SqlType::boolean : SqlType::integer; break;
        case MYSQL_TYPE_BIT: column.type = field.length == 1 ? SqlType::boolean : SqlType::binary; break;
        case MYSQL_TYPE_SHORT:
        case MYSQL_TYPE_INT24:
        case MYSQL_TYPE_LONG:
        case MYSQL_TYPE_YEAR: column.type = SqlType::integer; break;
        case MYSQL_TYPE_LONGLONG: column.type = isUnsigned ? SqlType::unsignedInteger : SqlType::integer; break;
        case MYSQL_TYPE_FLOAT:
        case MYSQL_TYPE_DOUBLE: column.type = SqlType::real; break;
        case MYSQL_TYPE_DECIMAL:
        case MYSQL_TYPE_NEWDECIMAL:
            // The length counts the sign and the point besides the digits.
            column.scale = int(field.decimals);
            column.precision = int(field.length) - (field.decimals > 0) - !isUnsigned;
            column.type = column.precision <= 38 ? SqlType::decimal : SqlType::text;
            break;
        case MYSQL_TYPE_DATE:
        case MYSQL_TYPE_NEWDATE: column.type = SqlType::date; break;
        case MYSQL_TYPE_DATETIME: column.type = SqlType::timestamp; break;
        case MYSQL_TYPE_TIMESTAMP: column.type = SqlType::instant; break;
        default:
            column.type = isJsonField(field)                                                   ? SqlType::json
                          : field.charsetnr == kBinaryCharset && field.type != MYSQL_TYPE_TIME ? SqlType::binary
                                                                                               : SqlType::text;
    }
    return column;
}

class MysqlCursor : public SqlCursor {
public:
    MysqlCursor(MYSQL* connection, const std::string& text, std::vector<std::string> values)
        : statement_(mysql_stmt_init(connection), mysql_stmt_close), text_(text), values_(std::move(values)) {}

    const std::vector<SqlColumn>& columns() const override { return columns_; }

    Status start() {
        auto* statement = statement_.get();
        const unsigned long cursor = CURSOR_TYPE_READ_ONLY;
        mysql_stmt_attr_set(statement, STMT_ATTR_CURSOR_TYPE, &cursor);
        mysql_stmt_attr_set(statement, STMT_ATTR_PREFETCH_ROWS, &kRowsAhead);
        if (mysql_stmt_prepare(statement, text_.data(), text_.size()) != 0) return error();
        std::vector<MYSQL_BIND> parameters(values_.size());
        for (std::size_t i = 0; i < values_.size(); ++i) {
            parameters[i].buffer_type = MYSQL_TYPE_STRING;
            parameters[i].buffer = values_[i].data();
            parameters[i].buffer_length = values_[i].size();
        }
        if (!parameters.empty() && mysql_stmt_bind_param(statement, parameters.data()) != 0) return error();
        if (mysql_stmt_execute(statement) != 0) return error();
        const std::unique_ptr<MYSQL_RES, void (*)(MYSQL_RES*)> fields(mysql_stmt_result_metadata(statement), mysql_free_result);
        if (!fields) return fail("query_invalid", "the query gives no columns", "write a SELECT");
        for (unsigned i = 0; i < mysql_num_fields(fields.get()); ++i)
            columns_.push_back(columnOf(*mysql_fetch_field_direct(fields.get(), i)));
        buffers_.resize(columns_.size());
        binds_.resize(columns_.size());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto& buffer = buffers_[i];
            auto& bind = binds_[i];
            buffer.bytes.resize(kFirstBytes);
            bind.buffer_type = MYSQL_TYPE_STRING;
            if (columns_[i].type == SqlType::integer) bind = {.buffer_type = MYSQL_TYPE_LONGLONG};
            if (columns_[i].type == SqlType::real) bind = {.buffer_type = MYSQL_TYPE_DOUBLE};
            bind.buffer = buffer.bytes.data();
            bind.buffer_length = buffer.bytes.size();
            bind.length = &buffer.length;
            bind.is_null = &buffer.null;
            bind.error = &buffer.cut;
        }
        if (mysql_stmt_bind_result(statement, binds_.data()) != 0) return error();
        return {};
    }

    Result<std::vector<SqlRow>> fetch(std::size_t count) override {
        std::vector<SqlRow> rows;
        while (rows.size() < count) {
            const int got = mysql_stmt_fetch(statement_.get());
            if (got == MYSQL_NO_DATA) break;
            if (got != 0 && got != MYSQL_DATA_TRUNCATED) return error();
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
    struct Buffer {
        std::string bytes;
        unsigned long length = 0;
        my_bool null = 0, cut = 0;
    };

    tl::unexpected<Error> error() const { return failed(mysql_stmt_errno(statement_.get()), mysql_stmt_error(statement_.get())); }

    Result<SqlCell> cell(std::size_t column) {
        auto& buffer = buffers_[column];
        if (buffer.null) return SqlCell();
        const auto type = columns_[column].type;
        if (type == SqlType::integer) {
            std::int64_t value = 0;
            std::memcpy(&value, buffer.bytes.data(), sizeof value);
            return SqlCell(value);
        }
        if (type == SqlType::real) {
            double value = 0;
            std::memcpy(&value, buffer.bytes.data(), sizeof value);
            return SqlCell(value);
        }
        std::string text(buffer.length, '\0');
        if (buffer.length <= buffer.bytes.size()) {
            std::memcpy(text.data(), buffer.bytes.data(), buffer.length);
        } else {
            MYSQL_BIND whole{};
            whole.buffer_type = MYSQL_TYPE_STRING;
            whole.buffer = text.data();
            whole.buffer_length = text.size();
            if (mysql_stmt_fetch_column(statement_.get(), &whole, unsigned(column), 0) != 0) return error();
        }
        if (type == SqlType::boolean && text.size() == 1 && text[0] < ' ') return SqlCell(std::int64_t(text[0]));  // BIT(1) is a byte
        // What MySQL stores for a date that is none.
        if ((type == SqlType::date || type == SqlType::timestamp || type == SqlType::instant) && text.starts_with("0000-00-00"))
            return SqlCell();
        return SqlCell(std::move(text));
    }

    std::unique_ptr<MYSQL_STMT, my_bool (*)(MYSQL_STMT*)> statement_;
    std::string text_;
    std::vector<std::string> values_;
    std::vector<SqlColumn> columns_;
    std::vector<Buffer> buffers_;
    std::vector<MYSQL_BIND> binds_;
};

using Handle = std::unique_ptr<MYSQL, void (*)(MYSQL*)>;

Result<Handle> connected(const SqlUrl& url) {
    Handle handle(mysql_init(nullptr), mysql_close);
    const unsigned seconds = 10;
    mysql_options(handle.get(), MYSQL_OPT_CONNECT_TIMEOUT, &seconds);
    mysql_options(handle.get(), MYSQL_SET_CHARSET_NAME, "utf8mb4");
    mysql_options(handle.get(), MYSQL_INIT_COMMAND, "SET time_zone = '+00:00'");
    // A server's word must not make us send it a file of ours.
    const unsigned local = 0;
    mysql_options(handle.get(), MYSQL_OPT_LOCAL_INFILE, &local);
    const auto socket = url.options.find("socket");
    const bool ok =
        mysql_real_connect(handle.get(), url.host.empty() ? nullptr : url.host.c_str(), url.user.empty() ? nullptr : url.user.c_str(),
                           url.password.empty() ? nullptr : url.password.reveal().c_str(),
                           url.database.empty() ? nullptr : url.database.c_str(), unsigned(url.port),
                           socket == url.options.end() ? nullptr : socket->second.c_str(), 0) != nullptr;
    if (!ok)
        return fail("database_unreachable", url.shown() + ": " + mysql_error(handle.get()),
                    "check the address and the user; a password comes from ANNEAL_DB_PASSWORD, MYSQL_PWD or the keyring");
    return handle;
}

class MysqlConnection : public SqlConnection {
public:
    MysqlConnection(Handle handle, Handle second) : connection_(std::move(handle)), second_(std::move(second)) {}
    std::string server() const override {
        const std::string version = mysql_get_server_info(connection_.get());
        return (version.find("MariaDB") != std::string::npos ? "MariaDB " : "MySQL ") + version;
    }
    Result<std::vector<std::string>> tables() override {
        ANNEAL_TRY(cursor, query("SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1", {}));
        ANNEAL_TRY(rows, cursor->fetch(std::size_t(-1)));
        std::vector<std::string> names;
        for (const auto& row : rows) names.push_back(std::get<std::string>(row.at(0)));
        return names;
    }
    Result<std::unique_ptr<SqlCursor>> query(const std::string& query, const std::map<std::string, std::string>& parameters) override {
        ANNEAL_TRY(bound, bindParameters(query, parameters, ParameterStyle::questionEscaped));
        if (mysql_query(connection_.get(), "START TRANSACTION READ ONLY") != 0)
            return failed(mysql_errno(connection_.get()), mysql_error(connection_.get()));
        auto cursor = std::make_unique<MysqlCursor>(connection_.get(), bound.text, bound.values);
        ANNEAL_CHECK(cursor->start());
        return cursor;
    }
    /// The server takes the word on another connection.
    void cancel() override {
        const auto text = "KILL QUERY " + std::to_string(mysql_thread_id(connection_.get()));
        mysql_query(second_.get(), text.c_str());
    }

private:
    Handle connection_, second_;
};

}  // namespace

SqlConnected connectMysql(const SqlUrl& url) {
    ANNEAL_TRY(handle, connected(url));
    ANNEAL_TRY(second, connected(url));
    return std::make_unique<MysqlConnection>(std::move(handle), std::move(second));
}

}  // namespace anneal::data
