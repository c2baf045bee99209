#include "store/database.h"

#include <map>

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace anneal::store {

namespace {

constexpr int kBusyTimeoutMs = 5000;

Error toError(const std::filesystem::path& file, const SQLite::Exception& failure) {
    const std::string message = file.string() + ": " + failure.what();
    switch (failure.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return {"database_busy", message, "another program is writing to it; close it and try again"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {"database_corrupt", message, "the file is damaged: restore it from a backup, or move it away and start anew"};
        case SQLITE_FULL: return {"disk_full", message, "free some space on that disk and try again"};
        case SQLITE_IOERR:
            if (failure.getExtendedErrorCode() == SQLITE_IOERR_SHMSIZE)
                return {"disk_full", message, "free some space on that disk and try again"};
            return {"database_failed", message, "the disk reported an error; look at its health"};
        case SQLITE_READONLY:
        case SQLITE_PERM: return {"database_read_only", message, "check who owns the file and its folder"};
        case SQLITE_CANTOPEN: return {"database_missing", message, "check that the file exists and may be read"};
        default: return {"database_failed", message, ""};
    }
}

void bind(SQLite::Statement& statement, const std::vector<Value>& parameters) {
    statement.reset();
    statement.clearBindings();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const int index = static_cast<int>(i) + 1;
        std::visit(
            [&](const auto& value) {
                using T = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<T, std::monostate>)
                    statement.bind(index);
                else
                    statement.bind(index, value);
            },
            parameters[i]);
    }
}

Value columnValue(const SQLite::Column& column) {
    if (column.isNull()) return {};
    if (column.isInteger()) return std::int64_t{column.getInt64()};
    if (column.isFloat()) return column.getDouble();
    return column.getString();
}

}  // namespace

bool Row::isNull(std::size_t column) const { return std::holds_alternative<std::monostate>(values_.at(column)); }

std::int64_t Row::integer(std::size_t column) const {
    const auto& value = values_.at(column);
    if (auto* number = std::get_if<std::int64_t>(&value)) return *number;
    if (auto* number = std::get_if<double>(&value)) return static_cast<std::int64_t>(*number);
    return 0;
}

double Row::real(std::size_t column) const {
    const auto& value = values_.at(column);
    if (auto* number = std::get_if<double>(&value)) return *number;
    if (auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
    return 0;
}

std::string Row::text(std::size_t column) const {
    const auto& value = values_.at(column);
    if (auto* text = std::get_if<std::string>(&value)) return *text;
    return {};
}

struct Database::State {
    State(const std::filesystem::path& path, int flags) : file(path), handle(path.string(), flags, kBusyTimeoutMs) {}

    SQLite::Statement& statement(std::string_view sql) {
        auto found = statements.find(sql);
        if (found == statements.end()) found = statements.try_emplace(std::string(sql), handle, std::string(sql)).first;
        return found->second;
    }

    template <class Work>
    auto guard(Work&& work) -> Result<decltype(work())> {
        try {
            return work();
        } catch (const SQLite::Exception& failure) {
            return fail(toError(file, failure));
        }
    }

    std::filesystem::path file;
    SQLite::Database handle;
    std::map<std::string, SQLite::Statement, std::less<>> statements;
};

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::openWriter(const std::filesystem::path& file, std::span<const std::string_view> migrations) {
    try {
        Database database(std::make_unique<State>(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE));
        auto& handle = database.state_->handle;
        const bool shared = onNetworkFileSystem(file);
        handle.exec(shared ? "PRAGMA journal_mode=DELETE" : "PRAGMA journal_mode=WAL");
        handle.exec("PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON");
        const int version = database.schemaVersion();
        if (version > static_cast<int>(migrations.size()))
            return fail("database_newer",
                        file.string() + " has schema version " + std::to_string(version) + "; this program knows " +
                            std::to_string(migrations.size()),
                        "open it with the newer version that wrote it");
        for (int next = version; next < static_cast<int>(migrations.size()); ++next) {
            SQLite::Transaction transaction(handle);
            handle.exec(std::string(migrations[next]));
            handle.exec("PRAGMA user_version=" + std::to_string(next + 1));
            transaction.commit();
        }
        return database;
    } catch (const SQLite::Exception& failure) {
        return fail(toError(file, failure));
    }
}

Result<Database> Database::openReader(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) return fail("database_missing", file.string() + " does not exist", "check the path");
    try {
        return Database(std::make_unique<State>(file, SQLite::OPEN_READONLY));
    } catch (const SQLite::Exception& failure) {
        return fail(toError(file, failure));
    }
}

Result<std::int64_t> Database::execute(std::string_view sql, const std::vector<Value>& parameters) {
    return state_->guard([&] {
        auto& statement = state_->statement(sql);
        bind(statement, parameters);
        const std::int64_t changed = statement.exec();
        statement.reset();
        return changed;
    });
}

Result<std::vector<Row>> Database::query(std::string_view sql, const std::vector<Value>& parameters) {
    return state_->guard([&] {
        auto& statement = state_->statement(sql);
        bind(statement, parameters);
        std::vector<Row> rows;
        while (statement.executeStep()) {
            std::vector<Value> values;
            for (int i = 0; i < statement.getColumnCount(); ++i) values.push_back(columnValue(statement.getColumn(i)));
            rows.emplace_back(std::move(values));
        }
        statement.reset();
        return rows;
    });
}

Status Database::transaction(const std::function<Status()>& work) {
    ANNEAL_CHECK(execute("BEGIN IMMEDIATE"));
    auto status = work();
    if (status) {
        if (auto committed = execute("COMMIT"); !committed) status = fail(committed.error());
    }
    if (!status) (void)execute("ROLLBACK");
    return status;
}

int Database::schemaVersion() {
    auto rows = query("PRAGMA user_version");
    return rows && !rows->empty() ? static_cast<int>(rows->front().integer(0)) : 0;
}

}  // namespace anneal::store
