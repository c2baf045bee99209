#pragma once
// Events inside the backend: an observer stays registered as long as its Subscription lives.

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace anneal::base {

class Subscription {
public:
    Subscription() = default;
    explicit Subscription(std::function<void()> cancel) : cancel_(std::move(cancel)) {}
    Subscription(Subscription&& other) noexcept : cancel_(std::exchange(other.cancel_, nullptr)) {}
    Subscription& operator=(Subscription&& other) noexcept {
        reset();
        cancel_ = std::exchange(other.cancel_, nullptr);
        return *this;
    }
    ~Subscription() { reset(); }
    void reset() {
        if (auto cancel = std::exchange(cancel_, nullptr)) cancel();
    }

private:
    std::function<void()> cancel_;
};

/// Observers run on the emitting thread with no lock held; one that is being removed may run one last time.
template <class... Args>
class Signal {
public:
    using Observer = std::function<void(const Args&...)>;

    Subscription subscribe(Observer observer) {
        std::lock_guard lock(shared_->mutex);
        const auto id = shared_->next++;
        shared_->observers.emplace(id, std::make_shared<Observer>(std::move(observer)));
        return Subscription([weak = std::weak_ptr(shared_), id] {
            if (auto shared = weak.lock()) {
                std::lock_guard guard(shared->mutex);
                shared->observers.erase(id);
            }
        });
    }
    void emit(const Args&... args) const {
        std::vector<std::shared_ptr<Observer>> now;
        {
            std::lock_guard lock(shared_->mutex);
            for (auto& [id, observer] : shared_->observers) now.push_back(observer);
        }
        for (auto& observer : now) (*observer)(args...);
    }

private:
    struct Shared {
        std::mutex mutex;
        std::map<unsigned long, std::shared_ptr<Observer>> observers;
        unsigned long next = 0;
    };
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace anneal::base
