// What a run does with bad input, faults and the person's commands.
#include <limits>

#include <ATen/ATen.h>
#include <sys/resource.h>

#include "nn/adapters/lora.h"
#include "nn/load.h"
#include "nn/weights/safetensors.h"
#include "run_fixture.h"
#include "runs/commands.h"
#include "train/checkpoint.h"

namespace anneal::test {

namespace {

namespace fs = std::filesystem;

void expectFailure(const runs::RunDirectory& directory, const std::string& code) {
    const auto outcome = train::trainRank(directory, {});
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, code) << outcome.error().message;
    EXPECT_FALSE(outcome.error().hint.empty());
    const auto status = statusOf(directory);
    EXPECT_EQ(status.state, runs::RunState::failed);
    ASSERT_TRUE(status.error);
    EXPECT_EQ(status.error->code, code);
}

bool hasEvent(const runs::RunDirectory& directory, const std::string& kind) {
    const auto events = runs::RunReader::open(directory).value().events().value();
    return std::any_of(events.begin(), events.end(), [&](const auto& event) { return event.kind == kind; });
}

/// A copy of the golden Llama whose output weights hold a NaN for one token.
fs::path poisonedModel(const fs::path& folder, std::int64_t token) {
    const auto source = golden() / "curves/llama";
    fs::create_directories(folder);
    fs::copy_file(source / "config.json", folder / "config.json");
    auto reader = nn::SafetensorsReader::open(source).value();
    std::vector<nn::NamedTensor> tensors;
    for (const auto& [name, entry] : reader.entries()) tensors.push_back({name, reader.tensor(name).value().clone()});
    for (auto& [name, tensor] : tensors)
        if (name == "model.embed_tokens.weight") tensor[token][0] = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(succeeded(nn::writeSafetensors(folder / "model.safetensors", tensors)));
    return folder;
}

void changeLastByte(const fs::path& file) {
    auto bytes = base::readFile(file).value();
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    write(file, bytes);
}

Row rowOf(std::int32_t token, std::size_t length) {
    return {std::vector<std::int32_t>(length, token), std::vector<std::uint8_t>(length, 1)};
}

}  // namespace

TEST(Guards, a_loss_that_is_not_a_number_names_step_and_rows) {
    TemporaryFolder folder;
    std::vector<Row> rows;
    for (int i = 0; i < 12; ++i) rows.push_back(rowOf(i == 9 ? 77 : 5, 6));
    const auto model = poisonedModel(folder / "model", 77);
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"model_name_or_path", model.string()}, {"save_steps", 1}}), rows);
    expectFailure(directory, "loss_not_finite");
    const auto message = statusOf(directory).error->message;
    EXPECT_NE(message.find("step 3"), std::string::npos) << message;
    EXPECT_NE(message.find("samples 8, 9"), std::string::npos) << message;
    EXPECT_EQ(directory.checkpointList().back().step, 2);
    EXPECT_EQ(statusOf(directory).step, 2);
}

TEST(Guards, nothing_to_train_on_is_said_before_the_first_step) {
    TemporaryFolder folder;
    auto masked = rowOf(5, 6);
    masked.trained.assign(6, 0);
    expectFailure(makeRun(folder / "masked", curveKeys("llama"), {masked}), "nothing_trained");
}

TEST(Guards, a_row_longer_than_the_context_is_named) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama"), {rowOf(5, 6), rowOf(5, 129)});
    expectFailure(directory, "row_too_long");
    EXPECT_NE(statusOf(directory).error->message.find("sample 1 has 129 tokens"), std::string::npos);
}

TEST(Guards, missing_tokens_are_a_failure_with_a_reason) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama"), {rowOf(5, 6)});
    fs::remove_all(directory.trainTokens());
    expectFailure(directory, "tokens_incomplete");
}

TEST(Guards, a_full_disk_at_a_checkpoint_fails_the_run_and_leaves_the_earlier_one) {
    TemporaryFolder folder;
    const auto directory =
        makeRun(folder / "run", curveKeys("llama", {{"save_steps", 5}, {"finetuning_type", "full"}, {"max_steps", 5}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    // The same files again, in a world where no file may exceed 150 kB: the model fits, the optimiser's state does not.
    auto more = makeRun(folder / "more", curveKeys("llama", {{"save_steps", 5}, {"finetuning_type", "full"}}), goldenRows());
    fs::copy(directory.checkpoint(5), more.checkpoint(5), fs::copy_options::recursive);
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limited{150'000, RLIM_INFINITY}, free{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limited);
    const auto outcome = train::trainRank(more, {});
    ::setrlimit(RLIMIT_FSIZE, &free);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(statusOf(more).state, runs::RunState::failed);
    EXPECT_EQ(statusOf(more).summary.model, more.checkpoint(5).string()) << "the one that was not written is not named";
    ASSERT_EQ(more.checkpointList().size(), 1u);
    ASSERT_TRUE(succeeded(train::trainRank(more, {})));
    EXPECT_EQ(statusOf(more).state, runs::RunState::done);
}

TEST(Guards, a_damaged_checkpoint_is_passed_over_for_the_one_before) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"save_steps", 5}, {"max_steps", 10}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    fs::resize_file(directory.checkpoint(10) / "optimizer.safetensors", 1000);
    EXPECT_EQ(train::newestCheckpoint(directory)->step, 5);
}

TEST(Guards, one_changed_byte_in_any_file_of_a_checkpoint_is_seen) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"save_steps", 5}, {"max_steps", 10}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    for (const auto* file :
         {"adapter_model.safetensors", "adapter_config.json", "optimizer.safetensors", "random.safetensors", "trainer_state.json"}) {
        const auto path = directory.checkpoint(10) / file;
        const auto whole = base::readFile(path).value();
        changeLastByte(path);
        EXPECT_EQ(train::newestCheckpoint(directory)->step, 5) << file;
        write(path, whole);
        EXPECT_EQ(train::newestCheckpoint(directory)->step, 10) << file;
    }
}

TEST(Guards, changed_tokens_are_not_trained_on) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"max_steps", 5}}), goldenRows());
    changeLastByte(directory.trainTokens() / "trained.bin");
    expectFailure(directory, "tokens_corrupt");
}

TEST(Guards, a_checkpoint_of_other_data_is_refused) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"save_steps", 5}, {"max_steps", 5}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    writeTokens(directory.trainTokens(), {rowOf(5, 6), rowOf(6, 6)});
    expectFailure(directory, "checkpoint_mismatch");
}

TEST(Commands, stop_checkpoints_and_a_resumed_run_ends_as_one_never_stopped) {
    TemporaryFolder folder;
    const auto whole = makeRun(folder / "whole", curveKeys("qwen3", {{"logging_steps", 3}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(whole, {})));
    const auto directory = makeRun(folder / "run", curveKeys("qwen3", {{"logging_steps", 3}}), goldenRows());
    ASSERT_TRUE(succeeded(runs::sendCommand(directory, {.kind = runs::CommandKind::stop})));
    const auto outcome = train::trainRank(directory, {});
    ASSERT_TRUE(succeeded(outcome));
    EXPECT_EQ(outcome->state, runs::RunState::stopped);
    EXPECT_EQ(outcome->step, 1);
    EXPECT_EQ(outcome->summary.adapter, directory.checkpoint(1).string());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    EXPECT_EQ(lossesOf(directory), lossesOf(whole));
    EXPECT_EQ(base::sha256File(directory.adapter() / "adapter_model.safetensors").value(),
              base::sha256File(whole.adapter() / "adapter_model.safetensors").value());
}

TEST(Commands, a_finished_run_that_goes_on_and_is_stopped_gives_its_newest_weights) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"max_steps", 5}}), goldenRows());
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    EXPECT_EQ(directory.result(), directory.adapter());
    auto spec = directory.spec().value();
    spec.maxSteps = 10;
    write(directory.specFile(), spec.toYaml());
    ASSERT_TRUE(succeeded(runs::sendCommand(directory, {.kind = runs::CommandKind::stop})));
    const auto outcome = train::trainRank(directory, {});
    ASSERT_TRUE(succeeded(outcome));
    EXPECT_EQ(outcome->step, 6);
    EXPECT_EQ(outcome->summary.adapter, directory.checkpoint(6).string());
    EXPECT_FALSE(directory.result()) << "the folder of step 5 is not what the run has made";
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    EXPECT_EQ(directory.result(), directory.adapter());
}

TEST(Commands, a_rate_that_is_set_holds_from_the_next_step_on_and_pause_waits_for_resume) {
    TemporaryFolder folder;
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"lr_scheduler_type", "constant"}}), goldenRows());
    ASSERT_TRUE(succeeded(runs::sendCommand(directory, {.kind = runs::CommandKind::set, .arguments = {{"learning_rate", 5e-4}}})));
    ASSERT_TRUE(succeeded(runs::sendCommand(directory, {.kind = runs::CommandKind::checkpoint})));
    ASSERT_TRUE(succeeded(runs::sendCommand(directory, {.kind = runs::CommandKind::pause})));
    std::thread person([&] {
        for (int i = 0; i < 200 && statusOf(directory).state != runs::RunState::paused; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        EXPECT_EQ(statusOf(directory).state, runs::RunState::paused);
        EXPECT_TRUE(succeeded(runs::sendCommand(directory, {.kind = runs::CommandKind::resume})));
    });
    const auto outcome = train::trainRank(directory, {});
    person.join();
    ASSERT_TRUE(succeeded(outcome));
    const auto metrics = metricsOf(directory);
    EXPECT_EQ(metrics[0].learningRate, 1e-3);
    EXPECT_EQ(metrics[1].learningRate, 5e-4);
    EXPECT_EQ(directory.checkpointList().front().step, 1);
    EXPECT_TRUE(hasEvent(directory, "command"));
}

TEST(Evaluation, stops_early_and_keeps_the_best_checkpoint) {
    TemporaryFolder folder;
    // Held-out rows that say the opposite of the training rows: every step makes them worse.
    std::vector<Row> rows(40, rowOf(5, 8)), held(3, rowOf(6, 8));
    const auto directory = makeRun(folder / "run",
                                   curveKeys("llama", {{"finetuning_type", "full"},
                                                       {"learning_rate", 1e-2},
                                                       {"warmup_steps", 0},
                                                       {"warmup_ratio", 0},
                                                       {"num_train_epochs", 5},
                                                       {"eval_strategy", "steps"},
                                                       {"eval_steps", 1},
                                                       {"save_steps", 2},
                                                       {"save_total_limit", 1},
                                                       {"load_best_model_at_end", true},
                                                       {"early_stopping_patience", 3}}),
                                   rows, held);
    const auto outcome = train::trainRank(directory, {});
    ASSERT_TRUE(succeeded(outcome));
    EXPECT_EQ(outcome->state, runs::RunState::done);
    ASSERT_TRUE(outcome->summary.bestStep);
    EXPECT_EQ(outcome->step, *outcome->summary.bestStep + 3);
    EXPECT_TRUE(hasEvent(directory, "early_stop"));
    const auto best = directory.checkpoint(*outcome->summary.bestStep);
    ASSERT_TRUE(fs::exists(best / "DONE"));
    EXPECT_EQ(directory.checkpointList().size(), 2u);
    const auto kept = nn::SafetensorsReader::open(best).value().tensor("model.norm.weight").value();
    const auto result = nn::SafetensorsReader::open(directory.model()).value().tensor("model.norm.weight").value();
    EXPECT_TRUE(at::equal(kept, result));
}

TEST(Evaluation, is_the_mean_over_trained_tokens) {
    TemporaryFolder folder;
    const auto rows = goldenRows();
    const auto directory = makeRun(folder / "run", curveKeys("llama", {{"max_steps", 2}, {"eval_strategy", "steps"}, {"eval_steps", 2}}),
                                   rows, {rows.begin(), rows.begin() + 4});
    ASSERT_TRUE(succeeded(train::trainRank(directory, {})));
    const auto metrics = metricsOf(directory);
    ASSERT_TRUE(metrics.back().evalLoss);
    // The first four rows are those of the first step, whose loss before any update is near.
    EXPECT_NEAR(*metrics.back().evalLoss, *metrics.front().loss, 0.05);
}

}  // namespace anneal::test
