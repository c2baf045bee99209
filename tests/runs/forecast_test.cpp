#include "runs/forecast.h"

#include "runs/batch_plan.h"
#include "runs/tiny_model.h"

namespace anneal::runs {
namespace {

class forecast : public testing::Test {
protected:
    forecast() {
        ::setenv("XDG_DATA_HOME", (folder_ / "home").c_str(), 1);
        writeTinyModel(folder_ / "model");
        spec_.modelNameOrPath = (folder_ / "model").string();
        spec_.device = DeviceKind::cpu;
        spec_.computeDtype = ComputeDtype::fp32;
        spec_.numTrainEpochs = 2;
        spec_.perDeviceTrainBatchSize = 4;
        auto writer = text::PreparedTokensWriter::create(folder_ / "tokens").value();
        for (int i = 0; i < 10; ++i) {
            const std::vector<std::int32_t> ids(static_cast<std::size_t>(5 + i), 1);
            std::vector<std::uint8_t> trained(ids.size(), 0);
            std::fill(trained.end() - (i + 1), trained.end(), 1);
            EXPECT_TRUE(writer.add(ids, trained));
        }
        text::PreparedManifest manifest;
        manifest.vocabSize = 257;
        EXPECT_TRUE(test::succeeded(writer.finish(manifest)));
        tokens_ = text::PreparedTokens::open(folder_ / "tokens").value();
    }
    test::TemporaryFolder folder_;
    RunSpec spec_;
    std::optional<text::PreparedTokens> tokens_;
};

TEST_F(forecast, steps_and_trained_tokens_are_exact) {
    const auto whole = forecastRun(spec_, *tokens_, {}).value();
    EXPECT_EQ(whole.steps, 6);
    EXPECT_EQ(whole.tokens, 2 * 95);
    EXPECT_EQ(whole.trainedTokens, 2 * 55);
    EXPECT_FALSE(whole.seconds);

    spec_.maxSteps = 4;
    spec_.shuffle = false;
    const auto cut = forecastRun(spec_, *tokens_, {}).value();
    EXPECT_EQ(cut.steps, 4);
    EXPECT_EQ(cut.trainedTokens, 55 + 1 + 2 + 3 + 4);
}

TEST_F(forecast, memory_counts_what_the_method_keeps) {
    const std::int64_t parameters = 257 * 32 * 2 + 32 + 2 * (32 * 32 * 2 + 32 * 16 * 2 + 3 * 32 * 64 + 2 * 32);
    spec_.finetuningType = FinetuningType::full;
    const auto full = forecastRun(spec_, *tokens_, {}).value();
    EXPECT_EQ(full.parameters, parameters);
    EXPECT_EQ(full.trainedParameters, parameters);
    const auto& memory = full.devices.at(0).memory;
    EXPECT_EQ(memory.weights, 4 * parameters);
    EXPECT_EQ(memory.gradients, 4 * parameters);
    EXPECT_EQ(memory.optimizer, 8 * parameters);
    EXPECT_EQ(memory.total(), memory.weights + memory.optimizer + memory.gradients + memory.activations + memory.runtime);
    EXPECT_TRUE(full.devices[0].fits);

    spec_.finetuningType = FinetuningType::lora;
    spec_.loraRank = 4;
    spec_.loraTarget = {"q_proj", "v_proj"};
    EXPECT_EQ(forecastRun(spec_, *tokens_, {})->trainedParameters, 2 * 4 * ((32 + 32) + (32 + 16)));
    spec_.finetuningType = FinetuningType::freeze;
    spec_.freezeTrainableLayers = 1;
    EXPECT_EQ(forecastRun(spec_, *tokens_, {})->trainedParameters, (parameters - 257 * 32 * 2 - 32) / 2);
}

TEST_F(forecast, a_calibration_gives_the_time_and_the_activations) {
    Calibration measured;
    measured.steps = 3;
    measured.tokensPerSecond = 10;
    measured.startSeconds = 2;
    measured.peakBytes = 500 << 20;
    measured.runtimeBytes = 100 << 20;
    measured.largestTokens = largestMicroBatch(spec_, *tokens_);
    const auto known = forecastRun(spec_, *tokens_, {}, measured).value();
    EXPECT_NEAR(*known.seconds, 2 + 190 / 10.0, 1e-9);
    EXPECT_EQ(known.devices[0].memory.total(), measured.peakBytes);
    const auto document = known.toJson();
    EXPECT_EQ(document["measured"]["steps"], 3);
    for (const auto* key : {"devices", "seconds", "disk_bytes", "steps", "trained_tokens"}) EXPECT_TRUE(document.contains(key)) << key;
    for (const auto* key : {"weights", "optimizer", "gradients", "activations", "total"})
        EXPECT_TRUE(document["devices"][0]["memory_bytes"].contains(key)) << key;
}

}  // namespace
}  // namespace anneal::runs
