#include "runs/worker.h"

#include <csignal>
#include <thread>

#include "base/process.h"
#include "support.h"

namespace anneal::runs {
namespace {

std::unique_ptr<Worker> startWorker() {
    WorkerOptions options;
    options.engine = FAKE_ENGINE;
    return Worker::start(options).value();
}

TEST(worker, streams_tokens_and_progress_then_answers) {
    const auto worker = startWorker();
    std::string text;
    std::int64_t done = 0;
    const auto answer =
        worker->call("echo", {{"x", 1}},
                     {[&](const base::Progress& progress) { done = progress.done; }, [&](const Json& token) { text += token["text"]; }});
    ASSERT_TRUE(test::succeeded(answer));
    EXPECT_EQ((*answer)["x"], 1);
    EXPECT_EQ(text, "onetwo");
    EXPECT_EQ(done, 1);
}

TEST(worker, an_error_comes_with_its_hint) {
    const auto answer = startWorker()->call("fail", Json::object());
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error(), (Error{"model_missing", "no model", "load one"}));
}

TEST(worker, calls_from_several_threads_get_their_own_answers) {
    const auto worker = startWorker();
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20; ++i) {
                const auto answer = worker->call("echo", {{"n", t * 100 + i}});
                right += answer && (*answer)["n"] == t * 100 + i;
            }
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(right, 80);
}

TEST(worker, a_cancelled_call_returns_and_the_next_one_is_answered) {
    const auto worker = startWorker();
    base::StopToken stop;
    std::thread canceller([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        stop.requestStop();
    });
    EXPECT_EQ(worker->call("silence", Json::object(), {}, stop).error().code, "stopped");
    canceller.join();
    EXPECT_TRUE(worker->call("echo", {{"x", 2}}));
}

TEST(worker, an_engine_that_ends_is_an_error_not_a_wait) {
    const auto worker = startWorker();
    EXPECT_EQ(worker->call("die", Json::object()).error().code, "engine_ended");
    EXPECT_EQ(worker->call("echo", Json::object()).error().code, "engine_ended");
}

TEST(worker, the_engine_goes_with_the_object) {
    pid_t pid = 0;
    {
        const auto worker = startWorker();
        pid = worker->call("pid", Json::object())->get<pid_t>();
        EXPECT_TRUE(base::processAlive(pid));
    }
    EXPECT_FALSE(base::processAlive(pid));
}

}  // namespace
}  // namespace anneal::runs
