#include "runs/run_state.h"

#include <array>
#include <chrono>

namespace anneal::runs {

namespace {

constexpr std::array kStates{
    std::pair{RunState::queued, "queued"}, std::pair{RunState::running, "running"}, std::pair{RunState::paused, "paused"},
    std::pair{RunState::done, "done"},     std::pair{RunState::stopped, "stopped"}, std::pair{RunState::failed, "failed"},
    std::pair{RunState::lost, "lost"},
};

template <class T>
void put(Json& document, const char* key, const std::optional<T>& value) {
    if (value) document[key] = *value;
}

template <class T>
std::optional<T> get(const Json& document, const char* key) {
    const auto found = document.find(key);
    if (found == document.end() || !found->is_number()) return std::nullopt;
    return found->get<T>();
}

}  // namespace

std::string toText(RunState state) {
    for (const auto& [value, name] : kStates)
        if (value == state) return name;
    return {};
}

Result<RunState> parseRunState(std::string_view text) {
    for (const auto& [value, name] : kStates)
        if (text == name) return value;
    return fail("run_damaged", "unknown run state " + std::string(text));
}

bool isTerminal(RunState state) { return state == RunState::done || state == RunState::stopped || state == RunState::failed; }

Json RunSummary::toJson() const {
    auto document = Json::object();
    put(document, "train_loss", trainLoss);
    put(document, "eval_loss", evalLoss);
    put(document, "best_eval_loss", bestEvalLoss);
    put(document, "best_step", bestStep);
    put(document, "tokens_per_second", tokensPerSecond);
    put(document, "peak_memory_bytes", peakMemoryBytes);
    if (!adapter.empty()) document["adapter"] = adapter;
    if (!model.empty()) document["model"] = model;
    if (!extra.empty()) document["extra"] = extra;
    return document;
}

RunSummary RunSummary::fromJson(const Json& document) {
    RunSummary summary;
    if (!document.is_object()) return summary;
    summary.trainLoss = get<double>(document, "train_loss");
    summary.evalLoss = get<double>(document, "eval_loss");
    summary.bestEvalLoss = get<double>(document, "best_eval_loss");
    summary.bestStep = get<std::int64_t>(document, "best_step");
    summary.tokensPerSecond = get<double>(document, "tokens_per_second");
    summary.peakMemoryBytes = get<std::int64_t>(document, "peak_memory_bytes");
    summary.adapter = document.value("adapter", "");
    summary.model = document.value("model", "");
    summary.extra = document.value("extra", Json::object());
    return summary;
}

double unixNow() { return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count(); }

}  // namespace anneal::runs
