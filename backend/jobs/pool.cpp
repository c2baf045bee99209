#include "jobs/pool.h"

#include <algorithm>

namespace anneal::jobs {

JobPool::JobPool(unsigned threads) {
    if (threads == 0) threads = std::max(1u, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { serve(); });
}

JobPool::~JobPool() {
    std::vector<std::shared_ptr<Job>> pending;
    {
        std::lock_guard lock(mutex_);
        closing_ = true;
        pending = jobs_;
        queue_.clear();
    }
    for (auto& job : pending) job->cancel();
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
}

std::shared_ptr<Job> JobPool::submit(std::string name, JobWork work) {
    auto job = std::make_shared<Job>(std::move(name), std::move(work));
    {
        std::lock_guard lock(mutex_);
        std::erase_if(jobs_, [](const auto& each) { return isFinal(each->snapshot().state); });
        jobs_.push_back(job);
        queue_.push_back(job);
    }
    wake_.notify_one();
    return job;
}

std::vector<std::shared_ptr<Job>> JobPool::active() const {
    std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Job>> active;
    std::ranges::copy_if(jobs_, std::back_inserter(active), [](const auto& job) { return !isFinal(job->snapshot().state); });
    return active;
}

void JobPool::serve() {
    for (;;) {
        std::shared_ptr<Job> job;
        {
            std::unique_lock lock(mutex_);
            wake_.wait(lock, [&] { return closing_ || !queue_.empty(); });
            if (closing_) return;
            job = std::move(queue_.front());
            queue_.pop_front();
        }
        job->run();
    }
}

}  // namespace anneal::jobs
