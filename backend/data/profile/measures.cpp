#include "data/profile/measures.h"

#include <algorithm>
#include <cmath>

namespace anneal::data {

Result<Measures> Measures::create(const std::filesystem::path& scratch, bool integral) {
    ANNEAL_TRY(numbers, Numbers::create(scratch));
    return Measures(std::move(numbers), integral);
}

Status Measures::add(const std::vector<double>& values) {
    std::vector<double> finite;
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite), [](double value) { return std::isfinite(value); });
    histogram_.add(finite.data(), finite.size());
    return numbers_.add(finite);
}

Result<Quantiles> Measures::quantiles(const base::StopToken& stop) {
    ANNEAL_TRY(found, numbers_.quantiles(
                          {kQuantiles.begin(), kQuantiles.end()}, [](double value) { return value; }, stop));
    Quantiles quantiles;
    std::copy(found.begin(), found.end(), quantiles.begin());
    return quantiles;
}

}  // namespace anneal::data
