#include "train/trainer_state.h"

namespace anneal::train {

namespace {

Json toJson(const LossTotal& total) { return {{"sum", total.sum}, {"tokens", total.tokens}}; }

LossTotal lossTotal(const Json& document) { return {.sum = document.at("sum"), .tokens = document.at("tokens")}; }

Json orNull(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

std::optional<double> optionalNumber(const Json& value) { return value.is_null() ? std::nullopt : std::optional(value.get<double>()); }

}  // namespace

Json TrainerState::toJson() const {
    return {{"version", 1},
            {"step", step},
            {"learning_rate", learningRate},
            {"since_logged", train::toJson(sinceLogged)},
            {"over_run", train::toJson(overRun)},
            {"tokens", tokens},
            {"seconds", seconds},
            {"eval_loss", orNull(evalLoss)},
            {"evaluated_step", evaluatedStep},
            {"best_eval_loss", orNull(bestEvalLoss)},
            {"best_step", bestStep},
            {"evaluations_without_gain", evaluationsWithoutGain},
            {"environment", environment},
            {"data_hash", dataHash}};
}

Result<TrainerState> TrainerState::fromJson(const Json& document) {
    try {
        TrainerState state;
        state.step = document.at("step");
        state.learningRate = document.at("learning_rate");
        state.sinceLogged = lossTotal(document.at("since_logged"));
        state.overRun = lossTotal(document.at("over_run"));
        state.tokens = document.at("tokens");
        state.seconds = document.at("seconds");
        state.evalLoss = optionalNumber(document.at("eval_loss"));
        state.evaluatedStep = document.at("evaluated_step");
        state.bestEvalLoss = optionalNumber(document.at("best_eval_loss"));
        state.bestStep = document.at("best_step");
        state.evaluationsWithoutGain = document.at("evaluations_without_gain");
        state.environment = document.at("environment");
        state.dataHash = document.at("data_hash");
        return state;
    } catch (const Json::exception& exception) {
        return fail("checkpoint_invalid", std::string("trainer_state.json: ") + exception.what(), "resume from an earlier checkpoint");
    }
}

}  // namespace anneal::train
