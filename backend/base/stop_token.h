#pragma once
// How a long function learns that it should stop, and says how far it is.

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace anneal::base {

/// Shared flag: the owner calls requestStop, workers poll stopRequested. Copies share the flag.
class StopToken {
public:
    bool stopRequested() const { return flag_->load(std::memory_order_relaxed); }
    void requestStop() const { flag_->store(true, std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> flag_ = std::make_shared<std::atomic<bool>>(false);
};

struct Progress {
    std::int64_t done = 0;
    std::int64_t total = 0;  ///< 0: not known
    std::string note;        ///< "reading rows.jsonl"
};
using ProgressFunction = std::function<void(const Progress&)>;

}  // namespace anneal::base
