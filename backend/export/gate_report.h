#pragma once
// What the export gate found, check by check.

#include <cstdint>
#include <string>
#include <vector>

#include "base/json.h"

namespace anneal::exporting {

struct GateCheck {
    std::string name;  ///< "structure: logits of the widened file"
    bool passed = false;
    std::string measured;  ///< "max |Δlogit| 1.1e-05"
    std::string bound;     ///< "≤ 0.01"
};

struct GateReport {
    std::vector<GateCheck> checks;
    std::int64_t compared = 0;      ///< token positions whose predictions were compared with the trained model's
    double top1Agreement = 0;       ///< with the trained model
    double maxLogitDifference = 0;  ///< from the trained model
    double meanKl = 0;              ///< from the trained model, nats
    bool templateEqual = true;
    bool stopTokensEqual = true;

    bool passed() const;
    /// The first check that failed, in words; empty if none did.
    std::string failure() const;
    /// "gate" of `anneal export --json`, with every check.
    OrderedJson json() const;

    void add(std::string name, bool passed, std::string measured, std::string bound);
    /// Passes when `value` ≤ `bound` (not when it is NaN).
    void addAtMost(std::string name, const std::string& what, double value, double bound);
};

}  // namespace anneal::exporting
