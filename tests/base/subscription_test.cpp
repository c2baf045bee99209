#include "base/subscription.h"
#include "support.h"

using namespace anneal;

TEST(Subscription, an_observer_hears_until_its_subscription_goes) {
    base::Signal<int> signal;
    int heard = 0;
    {
        const auto subscription = signal.subscribe([&](const int& value) { heard += value; });
        signal.emit(2);
    }
    signal.emit(3);
    EXPECT_EQ(heard, 2);
}

TEST(Subscription, may_outlive_its_signal_and_be_dropped_by_its_own_observer) {
    base::Subscription subscription;
    {
        base::Signal<> signal;
        subscription = signal.subscribe([&] { subscription.reset(); });
        signal.emit();
    }
    subscription.reset();
}
