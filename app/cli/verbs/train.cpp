#include <iostream>
#include <memory>

#include "base/files.h"
#include "base/text.h"
#include "cli/verb.h"
#include "cli/verbs/run_report.h"
#include "runs/forecast.h"
#include "runs/launch.h"
#include "runs/supervisor.h"

namespace anneal::cli {
namespace {

struct Options {
    std::string file;
    std::vector<std::string> overrides;
    std::string resume;
    bool resumes = false;
    bool detach = false;
    bool prepareOnly = false;
};

void tellForecast(const runs::RunDirectory& directory) {
    const auto spec = directory.spec();
    const auto train = text::PreparedTokens::open(directory.trainTokens());
    if (!spec || !train) return;
    std::optional<text::PreparedTokens> eval;
    if (auto opened = text::PreparedTokens::open(directory.evalTokens())) eval = *opened;
    const auto forecast = runs::forecastRun(*spec, *train, eval);
    if (!forecast) return;
    std::cerr << base::formatCount(forecast->steps) << " steps, " << base::formatCount(forecast->trainedTokens) << " trained tokens, "
              << base::formatCount(forecast->trainedParameters) << " of " << base::formatCount(forecast->parameters)
              << " parameters trained, about " << base::formatBytes(static_cast<std::uint64_t>(forecast->devices.front().memory.total()))
              << " of memory and " << base::formatBytes(static_cast<std::uint64_t>(forecast->diskBytes)) << " of disk\n";
    if (!forecast->fits()) std::cerr << "warning: this may not fit; anneal forecast measures it\n";
}

/// The run that --resume means: by name, or by the output_dir of the file.
Result<runs::RunDirectory> resumedRun(const Options& options) {
    if (!options.resume.empty()) return runs::RunDirectory::find(options.resume);
    ANNEAL_TRY(spec, runs::RunSpec::load(options.file, options.overrides));
    if (spec.outputDir.empty())
        return fail("run_not_found", "--resume needs to know which run: " + options.file + " has no output_dir", "write --resume RUN");
    return runs::RunDirectory::open(spec.outputDir);
}

struct Opened {
    runs::RunDirectory directory;
    bool live = false;   ///< somebody already sees to it
    bool ended = false;  ///< there is nothing left to do
};

Result<Opened> resume(const Context& context, const Options& options) {
    auto found = resumedRun(options);
    if (!found) {
        // A run that never came to be has no checkpoint either: it starts at step 0.
        if (found.error().code == "run_not_found" && !options.file.empty()) {
            ANNEAL_TRY(spec, runs::RunSpec::load(options.file, options.overrides));
            std::error_code ignored;
            if (options.resume.empty() && !std::filesystem::exists(spec.outputDir, ignored)) {
                ANNEAL_TRY(created, runs::createRun(spec, context.progress(), context.stop()));
                return Opened{created};
            }
        }
        return fail(found.error());
    }
    const auto& directory = *found;
    if (runs::isLive(directory)) return Opened{directory, true};
    ANNEAL_TRY(reader, runs::RunReader::open(directory));
    ANNEAL_TRY(status, reader.status());
    if (status.state == runs::RunState::done && options.overrides.empty() && options.file.empty()) return Opened{directory, false, true};
    if (options.file.empty()) {
        ANNEAL_CHECK(runs::reopenRun(directory, options.overrides, context.progress(), context.stop()));
    } else {
        ANNEAL_TRY(spec, runs::RunSpec::load(options.file, options.overrides));
        ANNEAL_CHECK(runs::reopenRun(directory, std::move(spec), context.progress(), context.stop()));
    }
    return Opened{directory};
}

Result<Opened> open(const Context& context, const Options& options) {
    if (options.resumes) return resume(context, options);
    ANNEAL_TRY(spec, runs::RunSpec::load(options.file, options.overrides));
    for (const auto& [key, reason] : spec.ignored) std::cerr << "note: " << key << " has no effect: " << reason << '\n';
    ANNEAL_TRY(directory, runs::createRun(std::move(spec), context.progress(), context.stop()));
    return Opened{directory};
}

int train(Context& context, Options options) {
    std::error_code ignored;
    if (options.resumes && options.file.empty() && std::filesystem::is_regular_file(options.resume, ignored))
        std::swap(options.file, options.resume);
    if (options.file.empty() && !options.resumes) {
        std::cerr << "error: RUN.yaml is missing\nhint: anneal train RUN.yaml, or anneal train --resume RUN\n";
        return context.misuse("RUN.yaml is missing");
    }
    const auto opened = open(context, options);
    if (!opened) return context.failure(opened.error());
    const auto& directory = opened->directory;
    if (options.prepareOnly) return answerState(context, directory);
    if (!opened->live && !opened->ended) {
        tellForecast(directory);
        if (const auto started = runs::startSupervisor(directory, base::executablePath()); !started)
            return context.failure(started.error());
    }
    if (options.detach && !opened->ended) {
        const auto reader = runs::RunReader::open(directory);
        if (!reader) return context.failure(reader.error());
        auto status = reader->status();
        if (!status) return context.failure(status.error());
        if (status->state == runs::RunState::queued) status->state = runs::RunState::running;
        return context.answer(runDocument(directory, *status), [&] {
            std::cout << "run " << status->id << " goes on in the background: anneal runs watch " << status->id << '\n';
        });
    }
    const auto status = watchRun(context, directory, true);
    if (!status) return context.failure(status.error());
    return answerEnd(context, directory, *status);
}

}  // namespace

Verb trainVerb() {
    return {"train", "Train as RUN.yaml says, watched or in the background", [](CLI::App& app) -> Action {
                auto options = std::make_shared<Options>();
                app.add_option("run_yaml", options->file, "RUN.yaml: what to train, with LLaMA-Factory's keys");
                app.add_option("--set", options->overrides, "key=value, over the file's")->type_size(1)->allow_extra_args(false);
                auto* resume = app.add_option("--resume", options->resume,
                                              "Go on with this run (id, prefix, directory or last) from its newest checkpoint");
                resume->expected(0, 1);
                app.add_flag("--detach", options->detach, "Return once the run is under way");
                app.add_flag("--prepare", options->prepareOnly,
                             "Make the run's directory and tokens only, for torchrun or srun to start anneal-engine rank DIR");
                return [options, resume](Context& context) {
                    options->resumes = resume->count() > 0;
                    return train(context, *options);
                };
            }};
}

}  // namespace anneal::cli
