#pragma once
// What is worth a look before a run starts: its data as they were prepared, its settings, the machine. Each finding says what it
// costs and, where there is one, the change of RUN.yaml that mends it.

#include <span>

#include "base/json.h"
#include "runs/forecast.h"

namespace anneal::runs {

struct Check {
    enum class Level {
        passed,
        note,     ///< worth knowing
        warning,  ///< the result would be worse or take longer
        blocking  ///< the run would fail
    };

    std::string id;  ///< stable: "samples_cut", "learning_rate", …
    Level level = Level::passed;
    std::string message;                                        ///< what is so, with its figures
    std::string hint;                                           ///< what to do; empty where nothing needs doing
    OrderedJson facts = OrderedJson::object();                  ///< the figures of the message
    std::vector<std::pair<std::string, OrderedJson>> fix = {};  ///< keys to set, with null for a key to leave out
};

std::string toText(Check::Level level);
OrderedJson toJson(const Check& check);

struct PreflightInput {
    const RunSpec& spec;  ///< with its paths resolved
    const catalogue::ModelConfig& config;
    const text::PreparedTokens& train;
    const std::optional<text::PreparedTokens>& eval;
    std::span<const std::int32_t> stops;  ///< ids that end an answer; see text::stopTokens
    const Forecast& forecast;
};

/// What is wrong first, then what is in order; each in the order of data, settings, machine. Reads every prepared token once.
std::vector<Check> preflight(const PreflightInput& input);

}  // namespace anneal::runs
