#include "jobs/pool.h"

#include <atomic>
#include <latch>

#include <gtest/gtest.h>

namespace anneal::jobs {
namespace {

using namespace std::chrono_literals;

Status untilStopped(const JobContext& context) {
    while (!context.stop.stopRequested()) std::this_thread::sleep_for(1ms);
    return fail("stopped", "stopped");
}

TEST(job, only_the_allowed_steps_may_follow_each_other) {
    const std::array states{JobState::queued, JobState::running, JobState::done, JobState::failed, JobState::cancelled};
    int allowed = 0;
    for (const auto from : states)
        for (const auto to : states) allowed += mayFollow(from, to);
    EXPECT_EQ(allowed, 5);
    EXPECT_TRUE(mayFollow(JobState::queued, JobState::cancelled));
    EXPECT_FALSE(mayFollow(JobState::queued, JobState::done));
    EXPECT_FALSE(mayFollow(JobState::done, JobState::running));
}

TEST(job, runs_and_is_done) {
    JobPool pool(2);
    std::atomic<int> ran = 0;
    const auto job = pool.submit("count", [&](const JobContext&) -> Status {
        ++ran;
        return {};
    });
    EXPECT_EQ(job->wait().state, JobState::done);
    EXPECT_EQ(ran, 1);
}

TEST(job, a_failure_keeps_its_error) {
    JobPool pool(1);
    const auto snapshot =
        pool.submit("fails", [](const JobContext&) -> Status { return fail("disk_full", "no space", "free some"); })->wait();
    EXPECT_EQ(snapshot.state, JobState::failed);
    EXPECT_EQ(snapshot.error->hint, "free some");
}

TEST(job, an_exception_is_a_failure_and_the_pool_lives_on) {
    JobPool pool(1);
    EXPECT_EQ(pool.submit("throws", [](const JobContext&) -> Status { throw std::runtime_error("odd"); })->wait().state, JobState::failed);
    EXPECT_EQ(pool.submit("next", [](const JobContext&) -> Status { return {}; })->wait().state, JobState::done);
}

TEST(job, a_queued_job_is_cancelled_at_once_and_never_runs) {
    JobPool pool(1);
    const auto first = pool.submit("first", untilStopped);
    std::atomic<bool> ran = false;
    const auto second = pool.submit("second", [&](const JobContext&) -> Status {
        ran = true;
        return {};
    });
    second->cancel();
    EXPECT_EQ(second->snapshot().state, JobState::cancelled);
    first->cancel();
    EXPECT_EQ(first->wait().state, JobState::cancelled);
    EXPECT_FALSE(ran);
}

TEST(job, one_that_finishes_in_spite_of_a_cancel_is_done) {
    JobPool pool(1);
    std::latch started(1);
    const auto job = pool.submit("stubborn", [&](const JobContext& context) -> Status {
        started.count_down();
        while (!context.stop.stopRequested()) std::this_thread::sleep_for(1ms);
        return {};
    });
    started.wait();
    job->cancel();
    EXPECT_EQ(job->wait().state, JobState::done);
}

TEST(job, observers_hear_at_most_ten_times_a_second) {
    JobPool pool(1);
    std::atomic<int> heard = 0;
    std::latch ready(1);
    const auto job = pool.submit("busy", [&](const JobContext& context) -> Status {
        ready.wait();
        const auto end = std::chrono::steady_clock::now() + 450ms;
        for (std::int64_t i = 0; std::chrono::steady_clock::now() < end; ++i) context.progress({i, 0, "busy"});
        return {};
    });
    const auto subscription = job->onChange([&](const JobSnapshot&) { ++heard; });
    ready.count_down();
    job->wait();
    EXPECT_GE(heard, 3);
    EXPECT_LE(heard, 8);  // five reports, running and done
}

TEST(job, time_left_comes_from_the_share_done) {
    JobPool pool(1);
    std::latch reported(1), end(1);
    const auto job = pool.submit("timed", [&](const JobContext& context) -> Status {
        std::this_thread::sleep_for(1050ms);
        context.progress({25, 100, "a quarter"});
        reported.count_down();
        end.wait();
        return {};
    });
    reported.wait();
    const auto snapshot = job->snapshot();
    end.count_down();
    ASSERT_TRUE(snapshot.secondsLeft);
    EXPECT_NEAR(*snapshot.secondsLeft, 3 * snapshot.seconds, 0.01);
}

TEST(pool, many_jobs_from_many_threads_all_end) {
    JobPool pool(4);
    std::atomic<int> ran = 0;
    std::vector<std::thread> submitters;
    for (int t = 0; t < 4; ++t)
        submitters.emplace_back([&] {
            for (int i = 0; i < 50; ++i) {
                auto job = pool.submit("each", [&](const JobContext& context) -> Status {
                    context.progress({1, 1, ""});
                    ++ran;
                    return {};
                });
                if (i % 7 == 0) job->cancel();
                (void)job->snapshot();
                job->wait();
            }
        });
    for (auto& thread : submitters) thread.join();
    EXPECT_TRUE(pool.active().empty());
    EXPECT_GE(ran, 4 * 42);
}

TEST(pool, closing_cancels_what_runs_and_what_waits) {
    std::shared_ptr<Job> running, waiting;
    {
        JobPool pool(1);
        running = pool.submit("running", untilStopped);
        waiting = pool.submit("waiting", untilStopped);
        while (running->snapshot().state == JobState::queued) std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(running->snapshot().state, JobState::cancelled);
    EXPECT_EQ(waiting->snapshot().state, JobState::cancelled);
}

}  // namespace
}  // namespace anneal::jobs
