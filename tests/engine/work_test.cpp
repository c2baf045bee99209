#include <gtest/gtest.h>

#include "cli/small_model.h"
#include "nn/adapters/lora.h"
#include "nn/load.h"
#include "runs/worker.h"
#include "text/prepared.h"

namespace anneal::test {
namespace {

using runs::Worker;

/// The real engine, asked over its pipes.
class Engine : public testing::Test {
protected:
    void SetUp() override {
        writeSmallModel(folder / "model");
        auto started = Worker::start({.engine = ANNEAL_BINARY_DIR "/bin/anneal-engine"});
        ASSERT_TRUE(succeeded(started));
        worker = std::move(*started);
    }
    Json arguments(Json more = Json::object()) const {
        more["model"] = (folder / "model").string();
        more["device"] = "cpu";
        return more;
    }
    std::string error(const std::string& verb, const Json& args) {
        const auto answer = worker->call(verb, args);
        return answer ? "" : answer.error().code;
    }
    TemporaryFolder folder;
    std::unique_ptr<Worker> worker;
};

TEST_F(Engine, tokens_stream_before_the_whole_answer) {
    std::string streamed;
    std::vector<std::int32_t> ids;
    Worker::Listener listener;
    listener.token = [&](const Json& token) {
        streamed += token.at("text").get<std::string>();
        ids.push_back(token.at("id"));
    };
    const auto answer = worker->call("generate", arguments({{"text", "abc"}, {"max_tokens", 10}, {"greedy", true}}), listener);
    ASSERT_TRUE(succeeded(answer));
    EXPECT_EQ(answer->at("text"), streamed);
    EXPECT_EQ(answer->at("ids").get<std::vector<std::int32_t>>(), ids);
}

TEST_F(Engine, a_model_that_changed_on_disk_is_read_again) {
    const auto ask = [&] {
        return worker->call("generate", arguments({{"ids", {1, 40, 50}}, {"max_tokens", 8}, {"greedy", true}, {"ignore_eos", true}}));
    };
    const auto first = ask(), again = ask();
    ASSERT_TRUE(first && again);
    EXPECT_EQ(first->at("ids"), again->at("ids"));
    std::filesystem::remove_all(folder / "model");
    writeSmallModel(folder / "model");
    std::filesystem::copy(golden() / "generate/qwen3", folder / "model",
                          std::filesystem::copy_options::overwrite_existing | std::filesystem::copy_options::recursive);
    const auto changed = ask();
    ASSERT_TRUE(succeeded(changed));
    EXPECT_NE(first->at("ids"), changed->at("ids"));
}

TEST_F(Engine, an_adapter_counts_in_the_score) {
    auto model = nn::loadCausalLm(folder / "model");
    ASSERT_TRUE(succeeded(model));
    ASSERT_TRUE(succeeded(nn::attachLora(**model, {.rank = 4})));
    {
        const at::NoGradGuard noGradients;
        for (const auto& parameter : (*model)->parameters().adapters()) parameter.tensor.fill_(0.05);
    }
    std::filesystem::create_directories(folder / "adapter");
    ASSERT_TRUE(succeeded(nn::saveAdapter(**model, folder / "adapter")));
    auto writer = text::PreparedTokensWriter::create(folder / "tokens");
    ASSERT_TRUE(succeeded(writer));
    const std::vector<std::int32_t> ids{1, 20, 30, 40};
    const std::vector<std::uint8_t> trained{0, 1, 1, 1};
    ASSERT_TRUE(succeeded(writer->add(ids, trained)));
    ASSERT_TRUE(succeeded(writer->finish({.vocabSize = 160})));

    const auto args = arguments({{"tokens", (folder / "tokens").string()}, {"per_sample", true}});
    auto withAdapter = args;
    withAdapter["adapter"] = (folder / "adapter").string();
    const auto base = worker->call("score", args), tuned = worker->call("score", withAdapter), baseAgain = worker->call("score", args);
    ASSERT_TRUE(base && tuned && baseAgain);
    EXPECT_EQ(base->at("trained_tokens"), 3);
    EXPECT_NE(base->at("loss"), tuned->at("loss"));
    EXPECT_EQ(base->at("loss"), baseAgain->at("loss"));
    EXPECT_EQ(base->at("per_sample").size(), 1u);
}

TEST_F(Engine, bad_requests_are_errors_and_it_lives_on) {
    EXPECT_EQ(error("generate", Json::object()), "args_invalid");
    EXPECT_EQ(error("generate", arguments({{"text", 5}})), "args_invalid");
    EXPECT_EQ(error("generate", arguments({{"text", "a"}, {"top_p", 2}})), "args_invalid");
    EXPECT_EQ(error("generate", arguments({{"ids", Json::array()}})), "prompt_empty");
    EXPECT_EQ(error("generate", arguments({{"ids", {9999}}})), "token_out_of_range");
    EXPECT_EQ(error("generate", {{"model", "/nowhere"}, {"text", "a"}}).empty(), false);
    EXPECT_EQ(error("nothing", Json::object()), "verb_unknown");
    const auto loaded = worker->call("load", arguments());
    ASSERT_TRUE(succeeded(loaded));
    EXPECT_EQ(loaded->at("vocab_size"), 160);
}

TEST_F(Engine, a_stop_request_ends_an_answer_and_the_next_is_served) {
    base::StopToken stop;
    Worker::Listener listener;
    listener.token = [&](const Json&) { stop.requestStop(); };
    const auto args = arguments({{"ids", {1}}, {"max_tokens", 120}, {"ignore_eos", true}});
    const auto answer = worker->call("generate", args, listener, stop);
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "stopped");
    EXPECT_TRUE(succeeded(worker->call("load", arguments())));
}

}  // namespace
}  // namespace anneal::test
