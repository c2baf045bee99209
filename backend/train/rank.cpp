#include "train/rank.h"

#include <chrono>
#include <new>
#include <thread>

#include <c10/util/Exception.h>

#include "base/log.h"
#include "runs/heartbeat.h"
#include "runs/run_recorder.h"
#include "train/environment.h"
#include "train/trainer.h"

namespace anneal::train {

namespace {

Error outOfMemory(const std::string& what) {
    return {"out_of_memory", "memory ran out: " + what,
            "lower per_device_train_batch_size (raise gradient_accumulation_steps to match) or cutoff_len, or use LoRA"};
}

/// LibTorch throws; from here on a failure is a value.
Result<TrainOutcome> guarded(const std::function<Result<TrainOutcome>()>& body) {
    try {
        return body();
    } catch (const c10::OutOfMemoryError& error) {
        return fail(outOfMemory(error.what_without_backtrace()));
    } catch (const std::bad_alloc&) {
        return fail(outOfMemory("an allocation failed"));
    } catch (const c10::Error& error) {
        const std::string what = error.what_without_backtrace();
        if (what.find("can't allocate memory") != std::string::npos) return fail(outOfMemory(what));
        return fail("engine_failed", what, "log.txt has the details");
    } catch (const std::exception& error) {
        return fail("engine_failed", error.what(), "log.txt has the details");
    }
}

/// When ranks lose each other, the one that ended first knows why; it may be about to say so.
Error firstCause(const runs::RunDirectory& directory, const Error& seen, int worldSize) {
    if (seen.code != "rank_lost") return seen;
    for (int attempt = 0; attempt < 10; ++attempt) {
        for (int rank = 1; rank < worldSize; ++rank)
            if (auto cause = runs::readRankError(directory, rank); cause && cause->code != "rank_lost") {
                cause->message = "rank " + std::to_string(rank) + ": " + cause->message;
                return *cause;
            }
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return seen;
}

Result<TrainOutcome> trainFirst(const runs::RunDirectory& directory, const RankEnvironment& environment) {
    auto recorder = runs::RunRecorder::open(directory);
    if (!recorder) {
        (void)runs::writeRankError(directory, 0, recorder.error());
        return fail(recorder.error());
    }
    TrainOutcome reached;
    auto outcome = guarded([&] { return Trainer::train(directory, environment, &*recorder, reached); });
    if (outcome) {
        if (auto written = recorder->finish(outcome->state, outcome->step, outcome->summary); !written) return fail(written.error());
        return outcome;
    }
    const auto error = firstCause(directory, outcome.error(), environment.worldSize);
    base::logError(error.message);
    (void)recorder->finish(runs::RunState::failed, reached.step, reached.summary, error);
    return fail(error);
}

}  // namespace

Result<TrainOutcome> trainRank(const runs::RunDirectory& directory, const RankEnvironment& environment) {
    if (environment.rank == 0) return trainFirst(directory, environment);
    TrainOutcome reached;
    auto outcome = guarded([&] { return Trainer::train(directory, environment, nullptr, reached); });
    if (!outcome) (void)runs::writeRankError(directory, environment.rank, outcome.error());
    return outcome;
}

}  // namespace anneal::train
