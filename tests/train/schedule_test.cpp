#include "train/schedule.h"

#include "base/json.h"
#include "support.h"

namespace anneal::train {

TEST(Schedule, equals_transformers_schedulers) {
    const auto expected = base::readJson(test::golden() / "curves/schedules.json").value().at("factors");
    for (const auto type : {runs::LrScheduler::linear, runs::LrScheduler::cosine, runs::LrScheduler::constant,
                            runs::LrScheduler::constantWithWarmup, runs::LrScheduler::warmupStableDecay}) {
        const Schedule schedule(type, 20, 3);
        const auto& factors = expected.at(runs::toText(type));
        for (std::int64_t step = 0; step < 20; ++step)
            EXPECT_NEAR(schedule.factor(step), factors.at(static_cast<std::size_t>(step)).get<double>(), 1e-12)
                << runs::toText(type) << " " << step;
    }
}

TEST(Schedule, ends_at_zero_and_stays_there) {
    const Schedule schedule(runs::LrScheduler::cosine, 10, 0);
    EXPECT_NEAR(schedule.factor(10), 0.0, 1e-12);
    EXPECT_NEAR(schedule.factor(15), 0.0, 1e-12);
}

}  // namespace anneal::train
