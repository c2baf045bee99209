#include <filesystem>
#include <iomanip>
#include <iostream>
#include <memory>

#include "base/text.h"
#include "cli/verb.h"
#include "runs/run_directory.h"
#include "runs/worker.h"

namespace anneal::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
    std::string run, to, out, quant, step, dtype, imatrix;
};

/// The engine may run elsewhere, so it is given whole paths; a run that is not there is told before it is started.
Result<std::string> sourcePath(const std::string& run) {
    std::error_code error;
    if (fs::exists(fs::path(run) / "config.json", error) && !fs::exists(fs::path(run) / "run.db", error)) return fs::absolute(run).string();
    ANNEAL_TRY(directory, runs::RunDirectory::find(run));
    return directory.root().string();
}

Result<Json> ask(const Context& context, const Options& options) {
    ANNEAL_TRY(run, sourcePath(options.run));
    if (!options.imatrix.empty() && !fs::exists(options.imatrix))
        return fail("file_not_found", options.imatrix + " does not exist", "make it with llama-imatrix, or leave --imatrix out");
    ANNEAL_TRY(worker, runs::Worker::start());
    Json arguments = {{"run", run},           {"to", options.to},       {"out", fs::absolute(options.out).lexically_normal().string()},
                      {"step", options.step}, {"quant", options.quant}, {"dtype", options.dtype}};
    if (!options.imatrix.empty()) arguments["imatrix"] = fs::absolute(options.imatrix).string();
    return worker->call("export", arguments, {.progress = context.progress()}, context.stop());
}

void print(const Json& document) {
    for (const auto& artefact : document["artefacts"]) {
        const auto& gate = artefact["gate"];
        std::cout << artefact["path"].get<std::string>() << "  " << base::formatBytes(artefact["bytes"].get<std::uint64_t>()) << '\n';
        for (const auto& check : gate["checks"])
            std::cout << "  " << (check["passed"].get<bool>() ? "ok    " : "FAILED") << "  " << std::left << std::setw(30)
                      << check["name"].get<std::string>() << check["measured"].get<std::string>() << '\n';
        if (artefact.contains("quantisation"))
            for (const auto& fallback : artefact["quantisation"]["fallbacks"])
                std::cout << "  note    " << fallback["tensor"].get<std::string>() << " has rows of " << fallback["row_length"]
                          << " and became " << fallback["type"].get<std::string>() << '\n';
        std::cout << "  gate " << (gate["passed"].get<bool>() ? "passed" : "FAILED") << ": " << gate["compared"]
                  << " positions, same top token in " << std::fixed << std::setprecision(1) << 100 * gate.value("top1_agreement", 0.0)
                  << " %\n";
    }
}

int run(Context& context, const Options& options) {
    const auto answer = ask(context, options);
    if (!answer) return context.failure(answer.error());
    const bool passed = !answer->contains("failure");
    // The worker's answer keeps no order of keys; scripts read by name.
    OrderedJson document(*answer);
    const auto failure = answer->value("failure", std::string());
    if (!passed)
        document["error"] = {{"code", "gate_failed"},
                             {"message", "the export gate did not pass: " + failure},
                             {"hint", "the file was kept as .rejected, with its report beside it"}};
    context.answer(document, [&] { print(*answer); });
    if (passed) return kDone;
    std::cerr << "error: the export gate did not pass: " << failure
              << "\nhint: the file was kept as .rejected, with its report beside it\n";
    return kFailed;
}

}  // namespace

Verb exportVerb() {
    return {"export", "A run's model as files, reloaded and compared before they count", [](CLI::App& app) -> Action {
                auto options = std::make_shared<Options>();
                app.add_option("RUN", options->run, "Run (id, prefix, folder, last) or a Hugging Face folder")->required();
                app.add_option("--to", options->to, "What to make")->required()->check(CLI::IsMember({"hf", "adapter", "gguf"}));
                app.add_option("--out", options->out, "File or folder to write")->required();
                app.add_option("--quant", options->quant, "GGUF types, by comma: F32, F16, BF16, Q8_0, Q6_K, Q5_K_M, Q4_K_M, …");
                app.add_option("--step", options->step, "Checkpoint: a step, best or last (the run's result by default)");
                app.add_option("--dtype", options->dtype, "Weights of a Hugging Face folder")
                    ->check(CLI::IsMember({"float32", "bfloat16", "float16"}));
                app.add_option("--imatrix", options->imatrix, "Importance matrix for the quantiser (GGUF, from llama-imatrix)");
                return [options](Context& context) { return run(context, *options); };
            }};
}

}  // namespace anneal::cli
