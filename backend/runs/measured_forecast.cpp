#include "runs/measured_forecast.h"

#include "base/scratch_folder.h"
#include "catalogue/model_config.h"
#include "runs/calibration.h"
#include "runs/lora_targets.h"
#include "runs/run_tokens.h"

namespace anneal::runs {

Result<Forecast> measuredForecast(RunSpec spec, const std::filesystem::path& program, const base::ProgressFunction& progress,
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
    auto forecast = forecastRun(spec, train, eval, calibration);
    if (forecast && memoryRanOut)
        for (auto& device : forecast->devices) device.fits = false;
    return forecast;
}

}  // namespace anneal::runs
