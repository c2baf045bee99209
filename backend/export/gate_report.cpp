#include "export/gate_report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace anneal::exporting {
namespace {

std::string shortNumber(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.3g", value);
    return text;
}

}  // namespace

bool GateReport::passed() const { return !checks.empty() && std::ranges::all_of(checks, &GateCheck::passed); }

std::string GateReport::failure() const {
    const auto failed = std::ranges::find(checks, false, &GateCheck::passed);
    if (failed == checks.end()) return {};
    return failed->name + ": " + failed->measured + (failed->bound.empty() ? "" : ", must be " + failed->bound);
}

OrderedJson GateReport::json() const {
    const auto number = [](double value) { return std::isfinite(value) ? OrderedJson(value) : OrderedJson(nullptr); };
    OrderedJson document = {{"passed", passed()},
                            {"compared", compared},
                            {"top1_agreement", number(top1Agreement)},
                            {"max_logit_diff", number(maxLogitDifference)},
                            {"kl_mean", number(meanKl)},
                            {"template_equal", templateEqual},
                            {"stop_tokens_equal", stopTokensEqual},
                            {"checks", OrderedJson::array()}};
    for (const auto& check : checks)
        document["checks"].push_back(
            {{"name", check.name}, {"passed", check.passed}, {"measured", check.measured}, {"bound", check.bound}});
    return document;
}

void GateReport::add(std::string name, bool passed, std::string measured, std::string bound) {
    checks.push_back({std::move(name), passed, std::move(measured), std::move(bound)});
}

void GateReport::addAtMost(std::string name, const std::string& what, double value, double bound) {
    add(std::move(name), value <= bound, what + " " + shortNumber(value), "≤ " + shortNumber(bound));
}

}  // namespace anneal::exporting
