#include "data/sql/sql_source.h"

#include <atomic>
#include <chrono>
#include <thread>

#include <arrow/table.h>

#include "base/text.h"
#include "data/sources/arrow_columns.h"
#include "data/sql/sql_columns.h"

namespace anneal::data {
namespace {

constexpr std::size_t kRowsABlock = 16384;
constexpr auto kLook = std::chrono::milliseconds(50);
constexpr std::size_t kTablesShown = 20;

/// Cancels what runs on a connection once a stop is asked for.
class CancelWatch {
public:
    CancelWatch(SqlConnection& connection, base::StopToken stop)
        : thread_([this, &connection, stop] {
              while (!closing_) {
                  if (stop.stopRequested()) connection.cancel();
                  std::this_thread::sleep_for(kLook);
              }
          }) {}
    CancelWatch(const CancelWatch&) = delete;
    CancelWatch& operator=(const CancelWatch&) = delete;
    ~CancelWatch() {
        closing_ = true;
        thread_.join();
    }

private:
    std::atomic<bool> closing_ = false;
    std::thread thread_;
};

class SqlSource : public Source {
public:
    SqlSource(SqlUrl url, std::unique_ptr<SqlConnection> connection, const SourceOptions& options)
        : url_(std::move(url)), connection_(std::move(connection)), options_(options), watch_(*connection_, options.stop) {}
    std::string_view format() const override { return "sql"; }
    Conflict conflict() const override { return Conflict::toText; }
    double position() const override { return 0; }
    OrderedJson details() const override {
        OrderedJson found = {{"source", url_.shown()}, {"server", connection_->server()}, {"query", url_.password.scrub(options_.query)}};
        for (const auto& [name, value] : options_.parameters) found["parameters"][name] = url_.password.scrub(value);
        return found;
    }
    Status rewind() override {
        cursor_.reset();
        auto cursor = connection_->query(options_.query, options_.parameters);
        if (!cursor) return fail(scrubbed(cursor.error()));
        cursor_ = std::move(*cursor);
        arrow::FieldVector fields;
        for (const auto& column : cursor_->columns()) fields.push_back(fieldOf(column));
        return distinctColumns(*arrow::schema(fields), "the query");
    }
    Result<std::optional<Block>> next() override {
        auto rows = cursor_->fetch(kRowsABlock);
        if (options_.stop.stopRequested()) return fail("stopped", "stopped");
        if (!rows) return fail(scrubbed(rows.error()));
        if (rows->empty()) return std::nullopt;
        Block block;
        block.owner = std::make_shared<const std::vector<SqlRow>>(std::move(*rows));
        return block;
    }
    Result<Parsed> parse(const Block& block, const arrow::Schema& expected) const override {
        return columnsOf(cursor_->columns(), *std::static_pointer_cast<const std::vector<SqlRow>>(block.owner), expected);
    }

private:
    Error scrubbed(Error error) const {
        if (options_.stop.stopRequested()) return {"stopped", "stopped", ""};
        error.message = url_.password.scrub(error.message);
        return error;
    }
    SqlUrl url_;
    std::unique_ptr<SqlConnection> connection_;
    SourceOptions options_;
    std::unique_ptr<SqlCursor> cursor_;
    CancelWatch watch_;  // goes first: it must not cancel what is no more
};

}  // namespace

Result<std::unique_ptr<Source>> openSql(const std::string& address, const SourceOptions& options) {
    ANNEAL_TRY(url, parseSqlUrl(address));
    ANNEAL_TRY(connection, connectSql(url));
    if (options.query.empty()) {
        std::string hint = "give one with --query \"SELECT …\"";
        if (auto tables = connection->tables(); tables && !tables->empty()) {
            if (tables->size() > kTablesShown) tables->resize(kTablesShown);
            hint += "; the tables are " + base::join(*tables, ", ");
        }
        return fail("query_missing", url.shown() + ": a database needs a query", hint);
    }
    auto source = std::make_unique<SqlSource>(std::move(url), std::move(connection), options);
    ANNEAL_CHECK(source->rewind());
    return source;
}

Result<SqlServer> tryServer(const std::string& address) {
    ANNEAL_TRY(url, parseSqlUrl(address));
    ANNEAL_TRY(connection, connectSql(url));
    ANNEAL_TRY(tables, connection->tables());
    return SqlServer{connection->server(), tables};
}

}  // namespace anneal::data
