#pragma once
// Many numbers put aside, and the exact figures of all of them with flat memory.

#include <functional>
#include <vector>

#include "base/stop_token.h"
#include "data/detect/spool.h"
#include "data/outliers.h"

namespace anneal::data {

/// Appended in order by one thread at a time; not-a-number is left out.
class Numbers {
public:
    static Result<Numbers> create(const std::filesystem::path& scratch);

    Status add(const std::vector<double>& values);
    std::int64_t count() const { return std::int64_t(spool_.size() / sizeof(double)); }
    /// After the last add: mean, deviation, quartiles. Error "stopped".
    Result<Spread> spread(const base::StopToken& stop);
    /// The values that shares `q` (0 to 1, ascending) of all lie below, by linear interpolation, of `of(value)` for each value.
    Result<std::vector<double>> quantiles(const std::vector<double>& q, const std::function<double(double)>& of,
                                          const base::StopToken& stop);
    Status forEach(const std::function<void(double)>& visit, const base::StopToken& stop);

private:
    explicit Numbers(Spool spool) : spool_(std::move(spool)) {}
    Result<std::vector<double>> ranked(const std::vector<std::int64_t>& ranks, const std::function<double(double)>& of,
                                       const base::StopToken& stop);
    Spool spool_;
};

}  // namespace anneal::data
