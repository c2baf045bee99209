#include <cstdio>
#include <iostream>
#include <memory>

#include "base/files.h"
#include "base/text.h"
#include "cli/verb.h"
#include "runs/assessment.h"

namespace anneal::cli {
namespace {

struct Options {
    std::string file;
    std::vector<std::string> overrides;
    bool calibrates = true;
};

void print(const runs::Forecast& forecast) {
    const auto bytes = [](std::int64_t count) { return base::formatBytes(static_cast<std::uint64_t>(std::max<std::int64_t>(count, 0))); };
    for (const auto& device : forecast.devices) {
        const auto& memory = device.memory;
        std::cout << device.kind << "  " << device.name;
        if (device.ranks > 1) std::cout << " (" << device.ranks << " ranks, each:)";
        std::cout << "\n  weights      " << bytes(memory.weights) << "\n  gradients    " << bytes(memory.gradients) << "\n  optimiser    "
                  << bytes(memory.optimizer) << "\n  activations  " << bytes(memory.activations)
                  << (forecast.calibration ? "  (measured)" : "  (estimated)") << "\n  runtime      " << bytes(memory.runtime)
                  << "\n  total        " << bytes(memory.total()) << " of " << bytes(device.availableBytes)
                  << (device.fits ? ", fits" : ", DOES NOT FIT") << '\n';
    }
    std::cout << "steps           " << base::formatCount(forecast.steps) << "\ntrained tokens  "
              << base::formatCount(forecast.trainedTokens) << " of " << base::formatCount(forecast.tokens) << " read\nparameters      "
              << base::formatCount(forecast.trainedParameters) << " trained of " << base::formatCount(forecast.parameters)
              << "\ndisk            " << bytes(forecast.diskBytes) << " of " << bytes(forecast.freeDiskBytes) << " free\n";
    if (forecast.seconds)
        std::cout << "time            " << base::formatDuration(*forecast.seconds) << "  (" << forecast.calibration->steps
                  << " steps measured at " << base::formatCount(static_cast<std::int64_t>(forecast.calibration->tokensPerSecond))
                  << " tokens/s)\n";
    else
        std::cout << "time            not measured\n";
}

void print(const std::vector<runs::Check>& checks) {
    std::cout << '\n';
    for (const auto& check : checks) {
        std::cout << runs::toText(check.level) << "  " << check.message << '\n';
        if (!check.hint.empty()) std::cout << "    " << check.hint << '\n';
    }
}

int run(Context& context, const Options& options) {
    const auto assessment = [&]() -> Result<runs::Assessment> {
        ANNEAL_TRY(spec, runs::RunSpec::load(options.file, options.overrides));
        const auto program = options.calibrates ? base::executablePath() : std::filesystem::path();
        return runs::assessRun(std::move(spec), program, context.progress(), context.stop());
    }();
    if (!assessment) return context.failure(assessment.error());
    auto document = assessment->forecast.toJson();
    document["checks"] = OrderedJson::array();
    for (const auto& check : assessment->checks) document["checks"].push_back(runs::toJson(check));
    return context.answer(document, [&] {
        print(assessment->forecast);
        print(assessment->checks);
    });
}

}  // namespace

Verb forecastVerb() {
    return {"forecast", "Memory, time, disk, steps and trained tokens of a run before it starts, and what is worth a look",
            [](CLI::App& app) -> Action {
                auto options = std::make_shared<Options>();
                app.add_option("run_yaml", options->file, "RUN.yaml")->required();
                app.add_option("--set", options->overrides, "key=value, over the file's")->type_size(1)->allow_extra_args(false);
                app.add_flag("!--no-calibration", options->calibrates, "Do not run a few steps to measure speed and memory");
                return [options](Context& context) { return run(context, *options); };
            }};
}

}  // namespace anneal::cli
