#pragma once
// studio.db: what the window remembers between starts. Read where it is needed; written in order by a thread of its own, so
// that no click waits for a disk.

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

#include "base/subscription.h"
#include "store/database.h"

namespace anneal::store {

/// Every member is thread-safe.
class StudioDatabase {
public:
    /// Errors: those of Database::openWriter. ":memory:" keeps nothing.
    static Result<std::unique_ptr<StudioDatabase>> open(const std::filesystem::path& file);
    explicit StudioDatabase(Database database);
    /// Writes what still waits.
    ~StudioDatabase();
    StudioDatabase(const StudioDatabase&) = delete;
    StudioDatabase& operator=(const StudioDatabase&) = delete;

    /// Sees what was written before, and waits for that: call it while the window is made. None where it fails.
    std::vector<Row> read(std::string_view sql, const std::vector<Value>& parameters = {});
    /// Returns at once.
    void write(std::string sql, std::vector<Value> parameters = {});
    /// Waits until everything is written.
    void flush();
    /// A whole copy as it is now; replaces nothing. Waits for it.
    Status copyTo(const std::filesystem::path& file);
    /// What was not written or not read. Runs on the thread where it failed.
    base::Subscription onError(std::function<void(const Error&)> observer);

private:
    struct Statement {
        std::string sql;
        std::vector<Value> parameters;
    };

    void serve();
    Status writeAll(const std::deque<Statement>& statements);

    Database database_;
    std::mutex using_;  ///< the database
    std::mutex mutex_;  ///< of waiting, writing and closing
    std::condition_variable changed_;
    std::deque<Statement> waiting_;
    bool writing_ = false;
    bool closing_ = false;
    base::Signal<Error> failed_;
    std::thread thread_;
};

}  // namespace anneal::store
