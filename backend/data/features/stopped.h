#pragma once
// Leaving work from deep within it: thrown where a stop is noticed, caught where a Result is made.

#include <functional>

#include "base/result.h"
#include "base/stop_token.h"

namespace anneal::data::features {

struct Stopped {};

inline void checkStop(const base::StopToken& stop) {
    if (stop.stopRequested()) throw Stopped{};
}

inline tl::unexpected<Error> stopped() { return fail("stopped", "stopped"); }

/// A comparison that looks for a stop now and then, so that sorting millions can be left.
template <class Less = std::less<>>
class CheckedLess {
public:
    explicit CheckedLess(base::StopToken stop, Less less = {}) : stop_(std::move(stop)), less_(std::move(less)) {}
    template <class A, class B>
    bool operator()(const A& a, const B& b) {
        if ((++calls_ & 0xFFFF) == 0) checkStop(stop_);
        return less_(a, b);
    }

private:
    base::StopToken stop_;
    Less less_;
    unsigned calls_ = 0;
};

}  // namespace anneal::data::features
