#pragma once
// Samples of several data sets one after another, pulled by a consumer while another thread reads ahead.

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/dataset.h"
#include "text/sample.h"

namespace anneal::runs {

class SampleStream {
public:
    /// `rowsOfEach`: how many first rows of each data set. `wanted`: by the row's place in the whole stream.
    SampleStream(std::vector<data::Dataset> datasets, std::vector<std::int64_t> rowsOfEach, std::function<bool(std::int64_t)> wanted);
    ~SampleStream();
    SampleStream(const SampleStream&) = delete;
    SampleStream& operator=(const SampleStream&) = delete;

    /// The next wanted sample; nullopt at the end.
    Result<std::optional<text::Sample>> next();

private:
    void produce();
    Status put(text::Sample&& sample);

    std::vector<data::Dataset> datasets_;
    std::vector<std::int64_t> rows_;
    std::function<bool(std::int64_t)> wanted_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<text::Sample> ready_;
    Status outcome_;
    bool ended_ = false;
    base::StopToken stop_;
    std::thread thread_;
};

}  // namespace anneal::runs
