#include "runs/sample_stream.h"

#include "data/samples.h"

namespace anneal::runs {

namespace {
constexpr std::size_t kAhead = 2048;  // samples
constexpr const char* kEnough = "enough";
}  // namespace

SampleStream::SampleStream(std::vector<data::Dataset> datasets, std::vector<std::int64_t> rowsOfEach,
                           std::function<bool(std::int64_t)> wanted)
    : datasets_(std::move(datasets)), rows_(std::move(rowsOfEach)), wanted_(std::move(wanted)), thread_([this] { produce(); }) {}

SampleStream::~SampleStream() {
    stop_.requestStop();
    {
        std::lock_guard lock(mutex_);
        ready_.clear();
    }
    changed_.notify_all();
    thread_.join();
}

void SampleStream::produce() {
    Status outcome;
    std::int64_t before = 0;
    for (std::size_t i = 0; outcome && i < datasets_.size(); ++i) {
        std::int64_t row = 0;
        if (rows_[i] > 0)
            outcome = data::forEachSample(
                datasets_[i],
                [&](text::Sample&& sample) -> Status {
                    const auto place = before + row++;
                    if (wanted_(place)) ANNEAL_CHECK(put(std::move(sample)));
                    if (row == rows_[i]) return fail(kEnough, "");
                    return {};
                },
                stop_);
        if (!outcome && outcome.error().code == kEnough) outcome = {};
        before += rows_[i];
    }
    std::lock_guard lock(mutex_);
    outcome_ = std::move(outcome);
    ended_ = true;
    changed_.notify_all();
}

Status SampleStream::put(text::Sample&& sample) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ready_.size() < kAhead || stop_.stopRequested(); });
    if (stop_.stopRequested()) return fail("stopped", "stopped");
    ready_.push_back(std::move(sample));
    changed_.notify_all();
    return {};
}

Result<std::optional<text::Sample>> SampleStream::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return ended_ || !ready_.empty(); });
    if (ready_.empty()) {
        if (!outcome_) return fail(outcome_.error());
        return std::nullopt;
    }
    std::optional<text::Sample> sample(std::move(ready_.front()));
    ready_.pop_front();
    changed_.notify_all();
    return sample;
}

}  // namespace anneal::runs
