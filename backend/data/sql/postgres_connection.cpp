#include <charconv>

#include <libpq-fe.h>

#include "base/text.h"
#include "data/sql/postgres_array.h"
#include "data/sql/sql_connection.h"
#include "data/sql/sql_parameters.h"

namespace anneal::data {
namespace {

using Answer = std::unique_ptr<PGresult, void (*)(PGresult*)>;

constexpr std::string_view kStopped = "57014";  // query_canceled

/// Types by their fixed numbers in pg_type.
enum Oid : unsigned {
    kBool = 16,
    kBytea = 17,
    kInt8 = 20,
    kInt2 = 21,
    kInt4 = 23,
    kOid = 26,
    kJson = 114,
    kFloat4 = 700,
    kFloat8 = 701,
    kDate = 1082,
    kTimestamp = 1114,
    kTimestampZone = 1184,
    kNumeric = 1700,
    kJsonb = 3802,
};

/// Arrays of the usual types, with whether their elements are numbers or truth, which JSON writes bare.
bool isArray(unsigned oid, ArrayElement& element) {
    switch (oid) {
        case 1000: element = ArrayElement::boolean; return true;
        case 1005:
        case 1007:
        case 1016:
        case 1021:
        case 1022:
        case 1231: element = ArrayElement::number; return true;
        case 1009:
        case 1014:
        case 1015:
        case 1115:
        case 1182:
        case 1183:
        case 1185:
        case 2951:
        case 1041:
        case 1003: element = ArrayElement::text; return true;
        case 199:
        case 3807: element = ArrayElement::json; return true;
        default: return false;
    }
}

SqlColumn columnOf(const PGresult* answer, int i) {
    SqlColumn column{PQfname(answer, i)};
    ArrayElement element{};
    const auto oid = PQftype(answer, i);
    switch (oid) {
        case kBool: column.type = SqlType::boolean; break;
        case kInt2:
        case kInt4:
        case kInt8:
        case kOid: column.type = SqlType::integer; break;
        case kFloat4:
        case kFloat8: column.type = SqlType::real; break;
        case kDate: column.type = SqlType::date; break;
        case kTimestamp: column.type = SqlType::timestamp; break;
        case kTimestampZone: column.type = SqlType::instant; break;
        case kBytea: column.type = SqlType::binary; break;
        case kJson:
        case kJsonb: column.type = SqlType::json; break;
        case kNumeric: {
            // numeric(p, s) says its digits; without them a value may have any number, and is kept as the nearest double.
            const int modifier = PQfmod(answer, i) - 4;
            column.precision = modifier < 0 ? 0 : modifier >> 16 & 0xFFFF;
            column.scale = modifier < 0 ? 0 : modifier & 0xFFFF;
            const bool exact = column.precision > 0 && column.precision <= 38 && column.scale <= column.precision;
            column.type = exact ? SqlType::decimal : SqlType::real;
            break;
        }
        default: column.type = isArray(oid, element) ? SqlType::json : SqlType::text;
    }
    return column;
}

tl::unexpected<Error> failed(PGconn* connection, const PGresult* answer, const char* what) {
    const char* state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    const bool stopped = state && state == kStopped;
    const std::string reason = answer ? PQresultErrorMessage(answer) : PQerrorMessage(connection);
    return fail(stopped ? "stopped" : "query_failed", std::string(what) + ": " + std::string(base::trim(reason)), "check the query");
}

class PostgresCursor : public SqlCursor {
public:
    PostgresCursor(PGconn* connection) : connection_(connection) {}
    ~PostgresCursor() override {
        // Ends the transaction and with it the cursor.
        PQclear(PQexec(connection_, "ROLLBACK"));
    }
    const std::vector<SqlColumn>& columns() const override { return columns_; }
    /// Reads the first rows, which say what the columns are.
    Status start() {
        ANNEAL_TRY(rows, fetch(1));
        first_ = std::move(rows);
        return {};
    }
    Result<std::vector<SqlRow>> fetch(std::size_t count) override {
        auto rows = std::move(first_);
        first_.clear();
        if (drained_) return rows;
        const auto text = "FETCH " + std::to_string(count) + " FROM anneal_rows";
        const Answer answer(PQexec(connection_, text.c_str()), PQclear);
        if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK) return failed(connection_, answer.get(), "the query failed");
        if (columns_.empty()) describe(answer.get());
        const int got = PQntuples(answer.get());
        drained_ = got < int(count);
        for (int row = 0; row < got; ++row) {
            SqlRow cells;
            for (int i = 0; i < int(columns_.size()); ++i) cells.push_back(cell(answer.get(), row, i));
            rows.push_back(std::move(cells));
        }
        return rows;
    }

private:
    void describe(const PGresult* answer) {
        for (int i = 0; i < PQnfields(answer); ++i) {
            columns_.push_back(columnOf(answer, i));
            elements_.push_back(ArrayElement::none);
            isArray(PQftype(answer, i), elements_.back());
        }
    }
    SqlCell cell(const PGresult* answer, int row, int column) const {
        if (PQgetisnull(answer, row, column)) return {};
        const std::string_view text(PQgetvalue(answer, row, column), std::size_t(PQgetlength(answer, row, column)));
        switch (columns_[std::size_t(column)].type) {
            case SqlType::integer: {
                std::int64_t value = 0;
                std::from_chars(text.data(), text.data() + text.size(), value);
                return value;
            }
            case SqlType::real: return std::strtod(text.data(), nullptr);
            case SqlType::binary: {
                std::size_t size = 0;
                const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
                    PQunescapeBytea(reinterpret_cast<const unsigned char*>(text.data()), &size), PQfreemem);
                return std::string(reinterpret_cast<const char*>(bytes.get()), size);
            }
            case SqlType::json: {
                const auto element = elements_[std::size_t(column)];
                return element == ArrayElement::none ? std::string(text) : arrayAsJson(text, element);
            }
            default: return std::string(text);
        }
    }

    PGconn* connection_;
    std::vector<SqlColumn> columns_;
    std::vector<ArrayElement> elements_;
    std::vector<SqlRow> first_;
    bool drained_ = false;
};

class PostgresConnection : public SqlConnection {
public:
    explicit PostgresConnection(PGconn* connection) : connection_(connection, PQfinish), cancel_(PQgetCancel(connection), PQfreeCancel) {}
    std::string server() const override {
        const char* version = PQparameterStatus(connection_.get(), "server_version");
        return std::string("PostgreSQL ") + (version ? version : "");
    }
    Result<std::vector<std::string>> tables() override {
        const Answer answer(
            PQexec(connection_.get(),
                   "SELECT CASE WHEN table_schema = 'public' THEN '' ELSE table_schema || '.' END || table_name "
                   "FROM information_schema.tables WHERE table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1"),
            PQclear);
        if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
            return failed(connection_.get(), answer.get(), "the tables could not be listed");
        std::vector<std::string> names;
        for (int i = 0; i < PQntuples(answer.get()); ++i) names.emplace_back(PQgetvalue(answer.get(), i, 0));
        return names;
    }
    Result<std::unique_ptr<SqlCursor>> query(const std::string& query, const std::map<std::string, std::string>& parameters) override {
        ANNEAL_TRY(bound, bindParameters(query, parameters, ParameterStyle::numbered));
        // Nothing that a query does can change the database.
        const Answer begun(PQexec(connection_.get(), "BEGIN READ ONLY"), PQclear);
        if (PQresultStatus(begun.get()) != PGRES_COMMAND_OK) return failed(connection_.get(), begun.get(), "the query failed");
        auto cursor = std::make_unique<PostgresCursor>(connection_.get());
        std::vector<const char*> values;
        for (const auto& value : bound.values) values.push_back(value.c_str());
        const auto text = "DECLARE anneal_rows NO SCROLL CURSOR FOR " + bound.text;
        const Answer declared(
            PQexecParams(connection_.get(), text.c_str(), int(values.size()), nullptr, values.data(), nullptr, nullptr, 0), PQclear);
        if (PQresultStatus(declared.get()) != PGRES_COMMAND_OK) return failed(connection_.get(), declared.get(), "the query failed");
        ANNEAL_CHECK(cursor->start());
        return cursor;
    }
    void cancel() override {
        char reason[256];
        PQcancel(cancel_.get(), reason, sizeof reason);
    }

private:
    std::unique_ptr<PGconn, void (*)(PGconn*)> connection_;
    std::unique_ptr<PGcancel, void (*)(PGcancel*)> cancel_;
};

}  // namespace

SqlConnected connectPostgres(const SqlUrl& url) {
    // What is pointed at outlives the call.
    std::vector<const char*> keys, values;
    const auto add = [&](const char* key, const char* value) {
        if (*value == '\0') return;
        keys.push_back(key);
        values.push_back(value);
    };
    const auto port = url.port > 0 ? std::to_string(url.port) : std::string();
    for (const auto& [key, value] : url.options) add(key.c_str(), value.c_str());
    add("host", url.host.c_str());
    add("port", port.c_str());
    add("dbname", url.database.c_str());
    add("user", url.user.c_str());
    add("password", url.password.reveal().c_str());
    add("connect_timeout", "10");
    add("client_encoding", "UTF8");
    add("application_name", "anneal");
    add("options", "-c TimeZone=UTC -c DateStyle=ISO -c IntervalStyle=iso_8601 -c bytea_output=hex -c extra_float_digits=1");
    keys.push_back(nullptr);
    values.push_back(nullptr);
    auto* raw = PQconnectdbParams(keys.data(), values.data(), 0);
    if (PQstatus(raw) != CONNECTION_OK) {
        const std::string reason(base::trim(PQerrorMessage(raw)));
        PQfinish(raw);
        return fail("database_unreachable", url.shown() + ": " + reason,
                    "check the address and the user; a password comes from ANNEAL_DB_PASSWORD, PGPASSWORD, ~/.pgpass or the keyring");
    }
    PQsetNoticeProcessor(
        raw, [](void*, const char*) {}, nullptr);
    return std::make_unique<PostgresConnection>(raw);
}

}  // namespace anneal::data
