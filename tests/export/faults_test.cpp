#include <random>
#include <thread>

#include <csignal>

#include "base/files.h"
#include "base/json.h"
#include "base/process.h"
#include "support.h"

namespace anneal {
namespace {

namespace fs = std::filesystem;

void writeSmallModel(const fs::path& folder) {
    fs::copy(test::golden() / "models" / "llama", folder, fs::copy_options::recursive);
    Json vocabulary;
    for (int i = 0; i < 94; ++i) vocabulary[std::string(1, char('!' + i))] = i;
    vocabulary["Ġ"] = 94;
    vocabulary["Ċ"] = 95;
    test::write(folder / "tokenizer.json",
                Json{{"pre_tokenizer", {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", true}}},
                     {"decoder", {{"type", "ByteLevel"}}},
                     {"model", {{"type", "BPE"}, {"vocab", vocabulary}, {"merges", Json::array()}}}}
                    .dump());
}

base::Process startExport(const fs::path& model, const fs::path& out) {
    auto engine = base::Process::spawn(
        {.program = fs::path(ANNEAL_BINARY_DIR) / "bin/anneal-engine", .arguments = {"work"}, .pipeInput = true, .pipeOutput = true});
    EXPECT_TRUE(test::succeeded(engine));
    const Json request = {{"id", 1}, {"verb", "export"}, {"args", {{"run", model.string()}, {"to", "hf"}, {"out", out.string()}}}};
    EXPECT_TRUE(test::succeeded(engine->write(request.dump() + "\n")));
    return std::move(*engine);
}

TEST(ExportFaults, a_kill_at_any_moment_leaves_nothing_half_written) {
    test::TemporaryFolder folder;
    writeSmallModel(folder / "model");
    const auto started = std::chrono::steady_clock::now();
    {
        auto engine = startExport(folder / "model", folder / "first");
        std::optional<std::string> line;
        while ((line = engine.readLine()) && line->find("\"progress\"") != std::string::npos) {
        }
        ASSERT_TRUE(line) << "the engine ended without an answer";
        EXPECT_TRUE(fs::exists(folder / "first/DONE")) << *line;
    }
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    std::mt19937 random(11);
    for (int attempt = 0; attempt < 10; ++attempt) {
        auto engine = startExport(folder / "model", folder / "out");
        std::this_thread::sleep_for(whole * std::uniform_int_distribution<int>(20, 100)(random) / 100);
        engine.signal(SIGKILL);
        engine.wait();
        if (!fs::exists(folder / "out")) continue;
        EXPECT_TRUE(base::isComplete(folder / "out")) << "attempt " << attempt;
        EXPECT_TRUE(fs::exists(folder / "out/model.safetensors"));
        EXPECT_TRUE(fs::exists(folder / "out/export_report.json"));
    }
    auto engine = startExport(folder / "model", folder / "out");
    std::optional<std::string> line;
    while ((line = engine.readLine()) && line->find("\"progress\"") != std::string::npos) {
    }
    ASSERT_TRUE(line);
    EXPECT_NE(line->find("\"passed\":true"), std::string::npos) << *line;
    for (const auto& entry : fs::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().filename().string().find(".partial-"), std::string::npos) << entry.path();
}

}  // namespace
}  // namespace anneal
