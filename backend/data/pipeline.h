#pragma once
// Blocks of work done on several threads with the results taken in order, and a bounded number of them in memory.

#include <condition_variable>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"

namespace anneal::data {

inline int defaultThreads() { return std::max(1, int(std::thread::hardware_concurrency())); }

/// `next` is called by one thread at a time until it gives nothing; `work` in parallel; `take` by one thread at a time, in
/// the order of `next`, whatever the number of threads. The first failure (in that order of discovery) ends all and is returned.
template <class Work, class Out>
Status inOrder(int threads, const base::StopToken& stop, std::function<Result<std::optional<Work>>()> next,
               std::function<Result<Out>(Work&)> work, std::function<Status(Out&)> take) {
    std::mutex sourceMutex, takeMutex;
    std::condition_variable room;
    std::map<long, Out> waiting;
    long started = 0, taken = 0;
    bool exhausted = false, failed = false;
    Status outcome;
    std::exception_ptr thrown;
    const long bound = 2L * threads + 2;

    const auto end = [&](Error error) {
        std::lock_guard lock(takeMutex);
        if (!failed) outcome = fail(std::move(error));
        failed = true;
        room.notify_all();
    };
    const auto runOne = [&]() -> Result<bool> {
        std::optional<Work> item;
        long index = 0;
        {
            std::lock_guard lock(sourceMutex);
            {
                std::unique_lock guard(takeMutex);
                room.wait(guard, [&] { return failed || started - taken < bound; });
                if (failed) return false;
            }
            if (exhausted) return false;
            if (stop.stopRequested()) return fail("stopped", "stopped");
            ANNEAL_TRY(one, next());
            if (!one) {
                exhausted = true;
                return false;
            }
            item = std::move(one);
            std::lock_guard guard(takeMutex);
            index = started++;
        }
        ANNEAL_TRY(out, work(*item));
        item.reset();
        std::lock_guard lock(takeMutex);
        waiting.emplace(index, std::move(out));
        while (!failed && !waiting.empty() && waiting.begin()->first == taken) {
            ANNEAL_CHECK(take(waiting.begin()->second));
            waiting.erase(waiting.begin());
            ++taken;
        }
        room.notify_all();
        return true;
    };
    const auto body = [&] {
        try {
            for (;;) {
                auto more = runOne();
                if (!more) {
                    end(std::move(more).error());
                    return;
                }
                if (!*more) return;
            }
        } catch (...) {
            std::unique_lock lock(takeMutex);
            thrown = std::current_exception();
            lock.unlock();
            end({"internal", "unexpected failure", ""});
        }
    };
    std::vector<std::thread> pool;
    for (int i = 1; i < threads; ++i) pool.emplace_back(body);
    body();
    for (auto& thread : pool) thread.join();
    if (thrown) std::rethrow_exception(thrown);
    return outcome;
}

}  // namespace anneal::data
