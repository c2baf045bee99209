#pragma once
// Threads that run jobs in the order they came.

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "jobs/job.h"

namespace anneal::jobs {

class JobPool {
public:
    /// 0: one thread a core.
    explicit JobPool(unsigned threads = 0);
    /// Cancels what waits and what runs, then joins.
    ~JobPool();
    JobPool(const JobPool&) = delete;
    JobPool& operator=(const JobPool&) = delete;

    std::shared_ptr<Job> submit(std::string name, JobWork work);
    /// Queued and running jobs, in order of submission.
    std::vector<std::shared_ptr<Job>> active() const;

private:
    void serve();

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::shared_ptr<Job>> queue_;
    std::vector<std::shared_ptr<Job>> jobs_;
    bool closing_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace anneal::jobs
