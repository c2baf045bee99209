#include "runs/launch.h"

#include <algorithm>

#include "base/files.h"
#include "base/log.h"
#include "base/text.h"
#include "catalogue/model_config.h"
#include "runs/lora_targets.h"
#include "runs/run_reader.h"
#include "runs/run_recorder.h"
#include "runs/supervisor_record.h"

namespace anneal::runs {

namespace {

/// While it lives, the run reads as live: this process sees to it.
class Custody {
public:
    static Result<Custody> take(const RunDirectory& directory) {
        ANNEAL_CHECK(writeSupervisor(directory, ProcessIdentity::self()));
        return Custody(directory);
    }
    Custody(Custody&& other) noexcept : directory_(std::move(other.directory_)), held_(std::exchange(other.held_, false)) {}
    Custody& operator=(Custody&&) = delete;
    ~Custody() {
        if (held_) removeSupervisor(directory_, ProcessIdentity::self());
    }

private:
    explicit Custody(RunDirectory directory) : directory_(std::move(directory)) {}
    RunDirectory directory_;
    bool held_ = true;
};

Status noteRejected(const RunDirectory& directory, const RunTokens& tokens) {
    ANNEAL_TRY(recorder, RunRecorder::open(directory));
    const auto note = [&](const text::PrepareReport& report, const std::string& what) -> Status {
        if (report.rejected.empty()) return {};
        return recorder.event("warning", base::formatCount(static_cast<std::int64_t>(report.manifest.dropped)) + " " + what +
                                             " samples were left out; the first because: " + report.rejected.front().error.message);
    };
    ANNEAL_CHECK(note(tokens.train, "training"));
    return tokens.eval ? note(*tokens.eval, "evaluation") : Status();
}

/// A resume goes on with the rows it began with; whoever changed the data since should know.
Status noteChangedData(const RunDirectory& directory, const RunSpec& spec, const base::ProgressFunction& progress,
                       const base::StopToken& stop) {
    ANNEAL_TRY(changed, dataChanged(spec, directory.trainTokens(), progress, stop));
    if (!changed) return {};
    const std::string message = "the data has changed since the run began: it goes on with the rows of then; a new run takes the new ones";
    base::logWarning(message);
    ANNEAL_TRY(recorder, RunRecorder::open(directory));
    return recorder.event("warning", message);
}

Status prepareInto(const RunDirectory& directory, const RunSpec& spec, const base::ProgressFunction& progress,
                   const base::StopToken& stop) {
    ANNEAL_TRY(custody, Custody::take(directory));
    (void)custody;
    ANNEAL_TRY(tokens, prepareRunTokens(spec, directory.trainTokens(), directory.evalTokens(), progress, stop));
    return noteRejected(directory, tokens);
}

Status mismatch(const std::vector<std::string>& keys) {
    return fail("resume_mismatch", "a resume may not change " + base::join(keys, ", "),
                "start a new run for that, or leave these keys as they were; free to change are " + base::join(resumableKeys(), ", "));
}

}  // namespace

Result<RunDirectory> createRun(RunSpec spec, const base::ProgressFunction& progress, const base::StopToken& stop) {
    ANNEAL_CHECK(resolvePaths(spec));
    ANNEAL_TRY(config, catalogue::ModelConfig::read(spec.modelNameOrPath));
    ANNEAL_CHECK(checkLoraTargets(spec, config));
    ANNEAL_TRY(directory, RunDirectory::create(spec));
    const auto prepared = prepareInto(directory, spec, progress, stop);
    if (prepared) return directory;
    (void)directory.remove();
    return fail(prepared.error());
}

const std::vector<std::string>& resumableKeys() {
    static const std::vector<std::string> keys{"num_train_epochs",
                                               "max_steps",
                                               "logging_steps",
                                               "save_strategy",
                                               "save_steps",
                                               "save_total_limit",
                                               "eval_steps",
                                               "eval_strategy",
                                               "per_device_eval_batch_size",
                                               "early_stopping_patience",
                                               "load_best_model_at_end",
                                               "plot_loss",
                                               "device",
                                               "threads",
                                               "nproc_per_node",
                                               "preprocessing_num_workers"};
    return keys;
}

Status reopenRun(const RunDirectory& directory, const std::vector<std::string>& overrides, const base::ProgressFunction& progress,
                 const base::StopToken& stop) {
    ANNEAL_TRY(wanted, RunSpec::load(directory.specFile(), overrides));
    return reopenRun(directory, std::move(wanted), progress, stop);
}

Status reopenRun(const RunDirectory& directory, RunSpec wanted, const base::ProgressFunction& progress, const base::StopToken& stop) {
    if (isLive(directory)) return fail(busyError(directory));
    ANNEAL_CHECK(resolvePaths(wanted));
    ANNEAL_TRY(frozen, directory.spec());
    wanted.outputDir = frozen.outputDir;
    auto keys = differingKeys(frozen, wanted);
    std::erase_if(keys, [](const auto& key) { return std::ranges::find(resumableKeys(), key) != resumableKeys().end(); });
    if (!keys.empty()) return mismatch(keys);
    if (!differingKeys(frozen, wanted).empty()) ANNEAL_CHECK(base::writeFileAtomically(directory.specFile(), wanted.toYaml()));
    if (base::isComplete(directory.trainTokens())) ANNEAL_CHECK(noteChangedData(directory, wanted, progress, stop));
    return prepareInto(directory, wanted, progress, stop);
}

}  // namespace anneal::runs
