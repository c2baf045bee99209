#pragma once
// The distribution of very many numbers.

#include <vector>

#include "data/detect/numbers.h"
#include "data/profile.h"

namespace anneal::data {

class Measures {
public:
    /// `integral`: no bin of the histogram is narrower than 1.
    static Result<Measures> create(const std::filesystem::path& scratch, bool integral);
    /// In order, one thread at a time; what is not finite is left out.
    Status add(const std::vector<double>& values);

    bool empty() const { return numbers_.count() == 0; }
    double lowest() const { return histogram_.lowest(); }
    double highest() const { return histogram_.highest(); }
    Histogram histogram() const { return histogram_.finish(); }
    /// After the last add, as for the rest. Error "stopped".
    Result<Spread> spread(const base::StopToken& stop) { return numbers_.spread(stop); }
    Result<Quantiles> quantiles(const base::StopToken& stop);
    Status forEach(const std::function<void(double)>& visit, const base::StopToken& stop) { return numbers_.forEach(visit, stop); }

private:
    Measures(Numbers numbers, bool integral) : numbers_(std::move(numbers)), histogram_(integral) {}
    Numbers numbers_;
    HistogramSketch histogram_;
};

}  // namespace anneal::data
