#include "runs/assessment.h"

#include "base/scratch_folder.h"
#include "catalogue/model_config.h"
#include "runs/calibration.h"
#include "runs/lora_targets.h"
#include "runs/run_tokens.h"

namespace anneal::runs {

Result<Assessment> assessRun(RunSpec spec, const std::filesystem::path& program, const base::ProgressFunction& progress,
                             const base::StopToken& stop) {
    ANNEAL_CHECK(resolvePaths(spec));
    ANNEAL_TRY(config, catalogue::ModelConfig::read(spec.modelNameOrPath));
    ANNEAL_CHECK(checkLoraTargets(spec, config));
    const base::ScratchFolder scratch("forecast");
    const auto trainFolder = scratch.path() / "train", evalFolder = scratch.path() / "eval";
    ANNEAL_TRY(prepared, prepareRunTokens(spec, trainFolder, evalFolder, progress, stop));
    ANNEAL_TRY(train, text::PreparedTokens::open(trainFolder));
    std::optional<text::PreparedTokens> eval;
    if (prepared.eval) {
        ANNEAL_TRY(opened, text::PreparedTokens::open(evalFolder));
        eval = opened;
    }
    std::optional<Calibration> calibration;
    bool memoryRanOut = false;
    if (!program.empty()) {
        auto measured = calibrate(spec, trainFolder, program, progress, stop);
        memoryRanOut = !measured && measured.error().code == "out_of_memory";
        if (!measured && !memoryRanOut) return fail(measured.error());
        if (measured) calibration = *measured;
    }
    ANNEAL_TRY(forecast, forecastRun(spec, train, eval, calibration));
    if (memoryRanOut)
        for (auto& device : forecast.devices) device.fits = false;
    ANNEAL_TRY(encoder, sampleEncoder(spec));
    const auto stops = text::stopTokens(encoder.tokenizer(), encoder.chat() ? &*encoder.chat() : nullptr);
    auto checks = preflight({spec, config, train, eval, stops, forecast});
    return Assessment{spec, forecast, std::move(checks), train.manifest(), eval ? std::optional(eval->manifest()) : std::nullopt};
}

}  // namespace anneal::runs
