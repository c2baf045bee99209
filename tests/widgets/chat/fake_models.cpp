// Stands in for `anneal-engine work` where pages talk to models: loads at once, answers in words that say what it was asked, exports
// files of a few bytes. What a prompt says decides: "slow" never ends by itself, "fail" fails. A model whose path holds "broken"
// cannot be loaded; an export named "rejected" does not pass its gate.

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <mutex>
#include <set>
#include <sstream>
#include <thread>

#include "base/hash.h"
#include "base/json.h"
#include "base/process.h"

using namespace anneal;
using namespace std::chrono_literals;

namespace {

std::mutex writing;
std::mutex cancelling;
std::set<std::int64_t> cancelled;

void send(const Json& message) {
    std::lock_guard lock(writing);
    std::cout << message.dump() << std::endl;
}

bool isCancelled(std::int64_t id) {
    std::lock_guard lock(cancelling);
    return cancelled.contains(id);
}

void refuse(std::int64_t id, const char* code, const char* message, const char* hint) {
    send({{"id", id}, {"error", {{"code", code}, {"message", message}, {"hint", hint}}}});
}

void generate(std::int64_t id, const Json& args) {
    const std::string prompt = args["messages"].back()["content"];
    if (prompt.find("fail") != std::string::npos)
        return refuse(id, "prompt_too_long", "the prompt is longer than the context", "shorten it");
    const bool slow = prompt.find("slow") != std::string::npos;
    std::ostringstream words;
    words << (args.value("adapter", std::string()).empty() ? "base" : "tuned") << " read " << args["messages"].size()
          << " messages with seed " << args.value("seed", 0) << " : " << prompt;
    std::istringstream each(words.str());
    std::string text;
    auto ids = Json::array();
    for (int token = 0; slow || each.peek() != EOF; ++token) {
        if (isCancelled(id)) {
            if (const char* log = std::getenv("FAKE_MODELS_LOG")) std::ofstream(log, std::ios::app) << token << "\n";
            return refuse(id, "stopped", "stopped", "");
        }
        std::string word = "word";
        if (!slow) each >> word >> std::ws;
        const auto piece = (token > 0 ? " " : "") + word;
        text += piece;
        ids.push_back(token);
        send({{"id", id}, {"token", {{"id", token}, {"text", piece}}}});
        std::this_thread::sleep_for(slow ? 10ms : 1ms);
    }
    send({{"id", id},
          {"result",
           {{"text", text},
            {"ids", ids},
            {"finish", "stop"},
            {"prompt_tokens", 7},
            {"template", "own"},
            {"seconds", 0.5},
            {"tokens_per_second", 40}}}});
}

Json check(const char* name, bool passed, const char* measured, const char* bound) {
    return {{"name", name}, {"passed", passed}, {"measured", measured}, {"bound", bound}};
}

/// One artefact as the engine's export tells of it.
Json artefact(const std::filesystem::path& path, const std::string& type, bool passed) {
    auto checks = Json::array(
        {check("text: pre-tokenizer", true, "32 texts equal", "equal"), check("text: stop ids", true, "[2]", "[2] and no plain token"),
         check("text: chat template", true, "4 conversations equal", "equal"), check("structure", true, "mean KL 0.0004", "≤ 0.003"),
         check("quality", passed, passed ? "mean KL 0.0187" : "mean KL 0.412", "≤ 0.2")});
    return {{"path", path.string()},
            {"type", type},
            {"bytes", 4},
            {"gate",
             {{"passed", passed},
              {"compared", 4096},
              {"top1_agreement", 0.969},
              {"max_logit_diff", 1.84},
              {"kl_mean", passed ? 0.0187 : 0.412},
              {"template_equal", true},
              {"stop_tokens_equal", true},
              {"checks", checks}}}};
}

void exportModel(std::int64_t id, const Json& args) {
    namespace fs = std::filesystem;
    const fs::path out = args["out"].get<std::string>();
    const std::string to = args["to"];
    for (int step = 0; step < 20; ++step) {
        if (isCancelled(id)) return refuse(id, "stopped", "stopped", "");
        send({{"id", id},
              {"progress",
               {{"done", step}, {"total", 20}, {"note", step < 5 ? "loading the trained model" : "comparing with the trained model"}}}});
        std::this_thread::sleep_for(5ms);
    }
    const bool passed = out.string().find("rejected") == std::string::npos;
    auto files = Json::array(), artefacts = Json::array();
    std::vector<std::pair<std::string, fs::path>> made;
    std::istringstream types(args.value("quant", std::string()));
    if (to == "gguf")
        for (std::string type; std::getline(types, type, ',');)
            made.emplace_back(type, out / ("model-" + type + (passed ? ".gguf" : ".gguf.rejected")));
    else
        made.emplace_back(to, passed ? out : fs::path(out.string() + ".rejected"));
    for (const auto& [type, path] : made) {
        const auto file = to == "gguf" ? path : path / (to == "hf" ? "model.safetensors" : "adapter_model.safetensors");
        fs::create_directories(file.parent_path());
        std::ofstream(file) << "data";
        files.push_back({{"path", file.string()}, {"bytes", 4}, {"sha256", base::sha256("data")}});
        artefacts.push_back(artefact(path, type, passed));
    }
    Json result = {{"files", files},
                   {"gate", artefacts[0]["gate"]},
                   {"artefacts", artefacts},
                   {"samples", "held-out samples of the run"},
                   {"provenance", Json::object()}};
    if (!passed) result["failure"] = made[0].first + ": quality: mean KL 0.412, must be ≤ 0.2";
    send({{"id", id}, {"result", result}});
}

void answer(std::int64_t id, const std::string& verb, const Json& args) {
    if (verb == "generate") return generate(id, args);
    if (verb == "export") return exportModel(id, args);
    if (args.value("model", std::string()).find("broken") != std::string::npos)
        return refuse(id, "weights_damaged", "model.safetensors ends before its last tensor", "download the model again");
    send({{"id", id}, {"result", {{"device", "cpu"}, {"dtype", "bfloat16"}, {"context_length", 2048}, {"parameters", 5771520}}}});
}

}  // namespace

int main(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string(argv[i]) == "--die-with-parent") base::dieWithParent(std::atoi(argv[i + 1]));
    std::vector<std::thread> threads;
    for (std::string line; std::getline(std::cin, line);) {
        const auto request = Json::parse(line);
        if (request.contains("cancel")) {
            std::lock_guard lock(cancelling);
            cancelled.insert(request["cancel"].get<std::int64_t>());
            continue;
        }
        threads.emplace_back(answer, request["id"].get<std::int64_t>(), request["verb"].get<std::string>(), request["args"]);
    }
    std::_Exit(0);
}
