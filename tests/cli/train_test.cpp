// `anneal train`, `runs` and `forecast` as scripts call them, with an engine that only pretends.

#include <csignal>
#include <thread>

#include "base/files.h"
#include "base/json.h"
#include "base/process.h"
#include "runs/tiny_model.h"
#include "support.h"

namespace anneal::cli {
namespace {

struct Answer {
    int code = 0;
    Json document;
};

class train : public testing::Test {
protected:
    train() {
        ::setenv("XDG_DATA_HOME", (folder_ / "home").c_str(), 1);
        ::setenv("XDG_CACHE_HOME", (folder_ / "cache").c_str(), 1);
        ::setenv("ANNEAL_ENGINE", FAKE_ENGINE, 1);
        ::setenv("FAKE_ENGINE", "steps=10", 1);
        runs::writeTinyModel(folder_ / "model");
        std::string rows;
        for (int i = 0; i < 20; ++i) rows += R"({"instruction":"say it","output":"it is )" + std::to_string(i) + "\"}\n";
        test::write(folder_ / "rows.jsonl", rows);
        test::write(folder_ / "RUN.yaml", "model_name_or_path: " + (folder_ / "model").string() +
                                              "\ndataset: " + (folder_ / "rows.jsonl").string() +
                                              "\ntemplate: alpaca\noutput_dir: " + (folder_ / "run").string() + "\nplot_loss: true\n");
    }
    /// Standard output must be exactly one document.
    Answer anneal(std::vector<std::string> arguments) {
        arguments.push_back("--json");
        base::ProcessOptions options;
        options.program = ANNEAL_PROGRAM;
        options.arguments = std::move(arguments);
        const auto ran = base::runProcess(options).value();
        auto document = base::parseJson(ran.output);
        EXPECT_TRUE(test::succeeded(document)) << ran.output;
        return {ran.status.code, document.value_or(Json::object())};
    }
    /// Waits until the program has come so far that it handles `signal`.
    static bool catches(pid_t pid, int signal) {
        for (int i = 0; i < 1000; ++i, std::this_thread::sleep_for(std::chrono::milliseconds(20))) {
            const auto status = base::readFile("/proc/" + std::to_string(pid) + "/status").value_or("");
            if (const auto at = status.find("SigCgt:\t"); at != std::string::npos)
                if (std::stoull(status.substr(at + 8), nullptr, 16) >> (signal - 1) & 1) return true;
        }
        return false;
    }
    std::string run() const { return (folder_ / "run").string(); }
    std::string yaml() const { return (folder_ / "RUN.yaml").string(); }
    test::TemporaryFolder folder_;
};

TEST_F(train, answers_with_the_run_as_it_ended) {
    const auto [code, document] = anneal({"train", yaml()});
    EXPECT_EQ(code, 0);
    EXPECT_EQ(document["state"], "done");
    EXPECT_EQ(document["dir"], run());
    EXPECT_EQ(document["step"], 10);
    EXPECT_TRUE(std::filesystem::exists(folder_ / "run/loss.png"));
    const auto shown = anneal({"runs", "show", "last"}).document;
    EXPECT_EQ(shown["run"], document["run"]);
    EXPECT_EQ(shown["metrics"].size(), 10u);
    EXPECT_EQ(shown["spec"]["template"], "alpaca");
}

TEST_F(train, a_directory_in_use_is_an_error_that_names_resume) {
    anneal({"train", yaml()});
    const auto [code, document] = anneal({"train", yaml()});
    EXPECT_EQ(code, 1);
    EXPECT_EQ(document["error"]["code"], "run_directory_not_empty");
    EXPECT_NE(document["error"]["hint"].get<std::string>().find("--resume"), std::string::npos);
}

TEST_F(train, a_detached_run_is_running_and_can_be_stopped) {
    ::setenv("FAKE_ENGINE", "steps=100000", 1);
    const auto started = anneal({"train", yaml(), "--detach"});
    EXPECT_EQ(started.code, 0);
    EXPECT_EQ(started.document["state"], "running");
    const auto stopped = anneal({"runs", "stop", started.document["run"].get<std::string>().substr(0, 4)});
    EXPECT_EQ(stopped.code, 0);
    EXPECT_EQ(stopped.document["state"], "stopped");
    EXPECT_EQ(anneal({"runs", "stop", "last"}).document["error"]["code"], "run_not_live");
}

TEST_F(train, resuming_a_live_run_attaches_and_a_stop_is_130) {
    ::setenv("FAKE_ENGINE", "steps=100000", 1);
    ASSERT_EQ(anneal({"train", yaml(), "--detach"}).code, 0);
    base::ProcessOptions options;
    options.program = ANNEAL_PROGRAM;
    options.arguments = {"train", "--resume", run(), "--json"};
    options.pipeOutput = true;
    auto watcher = base::Process::spawn(options).value();
    ASSERT_TRUE(catches(watcher.pid(), SIGINT));
    EXPECT_FALSE(watcher.wait(std::chrono::milliseconds(700)));
    watcher.signal(SIGINT);
    const auto status = watcher.wait(std::chrono::seconds(20));
    ASSERT_TRUE(status);
    EXPECT_EQ(status->code, 130);
    EXPECT_EQ(base::parseJson(watcher.readLine().value_or(""))->value("state", ""), "stopped");
}

TEST_F(train, a_failure_is_one_document_with_the_reason) {
    ::setenv("FAKE_ENGINE", "steps=1000 rank0=kill@3", 1);
    const auto [code, document] = anneal({"train", yaml()});
    EXPECT_EQ(code, 1);
    EXPECT_EQ(document["error"]["code"], "rank_killed");
    EXPECT_EQ(document.size(), 1u);
    ::setenv("FAKE_ENGINE", "steps=10", 1);
    EXPECT_EQ(anneal({"train", yaml(), "--resume"}).document["state"], "done");
}

TEST_F(train, a_wrong_key_is_told_before_anything_is_made) {
    const auto [code, document] = anneal({"train", yaml(), "--set", "lora_rnk=4"});
    EXPECT_EQ(code, 1);
    EXPECT_EQ(document["error"]["hint"], "did you mean lora_rank?");
    EXPECT_FALSE(std::filesystem::exists(run()));
}

TEST_F(train, a_forecast_counts_and_measures) {
    ::setenv("FAKE_ENGINE", "steps=6 step_ms=100", 1);
    const auto [code, document] = anneal({"forecast", yaml()});
    EXPECT_EQ(code, 0);
    EXPECT_EQ(document["steps"], 9);
    EXPECT_GT(document["trained_tokens"], 0);
    EXPECT_GT(document["measured"]["peak_memory_bytes"], 0);
    EXPECT_TRUE(anneal({"runs", "list"}).document["runs"].empty());
}

TEST_F(train, deleting_asks_first) {
    anneal({"train", yaml()});
    EXPECT_EQ(anneal({"runs", "rm", "last"}).document["error"]["code"], "not_agreed");
    EXPECT_GT(anneal({"runs", "rm", "last", "--yes"}).document["freed_bytes"], 0);
    EXPECT_FALSE(std::filesystem::exists(run()));
}

}  // namespace
}  // namespace anneal::cli
