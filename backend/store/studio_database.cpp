#include "store/studio_database.h"

#include <array>

namespace anneal::store {
namespace {

// Times are UNIX seconds; what is deleted stays until the next start, so that Undo brings it back.
constexpr std::array<std::string_view, 1> kMigrations{R"sql(
CREATE TABLE state(key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE projects(id TEXT PRIMARY KEY, name TEXT NOT NULL, created REAL NOT NULL, deleted REAL);
CREATE TABLE members(
  project TEXT NOT NULL REFERENCES projects(id) ON DELETE CASCADE, kind TEXT NOT NULL, item TEXT NOT NULL,
  PRIMARY KEY(project, kind, item));
CREATE TABLE notifications(
  id INTEGER PRIMARY KEY, time REAL NOT NULL, kind TEXT NOT NULL, arguments TEXT NOT NULL, read INTEGER NOT NULL DEFAULT 0);
CREATE TABLE documents(
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL, changed REAL NOT NULL, deleted REAL);
CREATE INDEX documents_kind ON documents(kind);
)sql"};

}  // namespace

Result<std::unique_ptr<StudioDatabase>> StudioDatabase::open(const std::filesystem::path& file) {
    if (file != ":memory:") {
        std::error_code error;
        std::filesystem::create_directories(file.parent_path(), error);
        if (error)
            return fail("write_failed", "could not create " + file.parent_path().string() + ": " + error.message(),
                        "check who owns the folder above it");
    }
    ANNEAL_TRY(database, Database::openWriter(file, kMigrations));
    ANNEAL_CHECK(database.execute("DELETE FROM projects WHERE deleted IS NOT NULL"));
    ANNEAL_CHECK(database.execute("DELETE FROM documents WHERE deleted IS NOT NULL"));
    return std::make_unique<StudioDatabase>(std::move(database));
}

StudioDatabase::StudioDatabase(Database database) : database_(std::move(database)), thread_([this] { serve(); }) {}

StudioDatabase::~StudioDatabase() {
    {
        std::lock_guard lock(mutex_);
        closing_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::vector<Row> StudioDatabase::read(std::string_view sql, const std::vector<Value>& parameters) {
    flush();
    std::unique_lock lock(using_);
    auto rows = database_.query(sql, parameters);
    lock.unlock();
    if (rows) return std::move(*rows);
    failed_.emit(rows.error());
    return {};
}

void StudioDatabase::write(std::string sql, std::vector<Value> parameters) {
    {
        std::lock_guard lock(mutex_);
        waiting_.push_back({std::move(sql), std::move(parameters)});
    }
    changed_.notify_all();
}

void StudioDatabase::flush() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_.empty() && !writing_; });
}

Status StudioDatabase::copyTo(const std::filesystem::path& file) {
    flush();
    std::lock_guard lock(using_);
    ANNEAL_CHECK(database_.execute("VACUUM INTO ?", {file.string()}));
    return {};
}

base::Subscription StudioDatabase::onError(std::function<void(const Error&)> observer) { return failed_.subscribe(std::move(observer)); }

void StudioDatabase::serve() {
    std::unique_lock lock(mutex_);
    for (;;) {
        changed_.wait(lock, [this] { return closing_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        const auto statements = std::exchange(waiting_, {});
        writing_ = true;
        lock.unlock();
        // One that fails must not take the others with it.
        if (!writeAll(statements))
            for (const auto& statement : statements)
                if (const auto written = writeAll({statement}); !written) failed_.emit(written.error());
        lock.lock();
        writing_ = false;
        changed_.notify_all();
    }
}

Status StudioDatabase::writeAll(const std::deque<Statement>& statements) {
    std::lock_guard lock(using_);
    return database_.transaction([&]() -> Status {
        for (const auto& statement : statements) ANNEAL_CHECK(database_.execute(statement.sql, statement.parameters));
        return {};
    });
}

}  // namespace anneal::store
