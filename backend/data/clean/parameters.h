#pragma once
// A step's parameters read from a recipe, each with its default; what is left over is a mistake.

#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace anneal::data {

class Parameters {
public:
    Parameters(std::string step, const OrderedJson& given) : step_(std::move(step)), given_(given) {}

    std::string choice(const std::string& key, const std::vector<std::string>& allowed);  ///< the first is the default
    double number(const std::string& key, double fallback, double lowest);
    std::int64_t count(const std::string& key, std::int64_t fallback);
    bool flag(const std::string& key, bool fallback);
    std::vector<std::string> names(const std::string& key);
    /// The first mistake met, or a parameter that was never asked for.
    Status finish() const;

private:
    const OrderedJson* find(const std::string& key);
    void mistake(const std::string& key, const std::string& wanted);
    std::string step_;
    const OrderedJson& given_;
    std::vector<std::string> known_;
    Error error_;
};

}  // namespace anneal::data
