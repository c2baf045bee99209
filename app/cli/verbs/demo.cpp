#include <array>
#include <chrono>
#include <iostream>
#include <memory>

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"
#include "cli/demo/commands.h"
#include "cli/demo/summary.h"
#include "cli/verb.h"
#include "runs/run_directory.h"

namespace anneal::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr const char* kMarker = ".anneal-demo";  // in a folder that is ours to make anew
constexpr std::array kQuantisations = {"Q8_0", "Q4_K_M"};

struct Options {
    std::string out = "anneal-demo";
    std::uint64_t seed = 42;
};

fs::path resources() { return base::resourceFolder("demo"); }

/// The loop from a raw CSV to two checked GGUF files, one member function a stage.
class Demo {
public:
    Demo(const Context& context, const Options& options)
        : commands_(context), out_(fs::absolute(options.out).lexically_normal()), seed_(options.seed) {}

    Result<DemoSummary> run() {
        const auto started = Clock::now();
        summary_.seed = seed_;
        ANNEAL_CHECK(clearOut());
        ANNEAL_CHECK(prepareData());
        ANNEAL_CHECK(writeRun());
        ANNEAL_CHECK(forecast());
        ANNEAL_CHECK(train());
        ANNEAL_CHECK(evaluate());
        ANNEAL_CHECK(exportModels());
        ANNEAL_CHECK(chat());
        summary_.totalSeconds = std::chrono::duration<double>(Clock::now() - started).count();
        ANNEAL_CHECK(base::writeFileAtomically(out_ / "summary.json", base::dumpJson(summary_.toJson(), 2) + "\n"));
        return summary_;
    }

private:
    std::string path(const char* name) const { return (out_ / name).string(); }
    std::string baseModel() const { return (resources() / "base").string(); }

    /// An earlier demo is made anew; a folder that holds anything else is left alone.
    Status clearOut() {
        std::error_code error;
        if (fs::exists(out_, error) && !(fs::is_directory(out_, error) && fs::is_empty(out_, error)) && !fs::exists(out_ / kMarker, error))
            return fail("already_exists", out_.string() + " holds something that is no earlier demo", "name another folder with --out");
        if (const auto earlier = runs::RunDirectory::open(out_ / "run")) ANNEAL_CHECK(earlier->remove());
        fs::remove_all(out_, error);
        fs::create_directories(out_, error);
        if (error)
            return fail("write_failed", "could not create " + out_.string() + ": " + error.message(), "name another folder with --out");
        return base::writeFileAtomically(out_ / kMarker, "");
    }

    Status prepareData() {
        commands_.heading("Import a messy CSV and clean it");
        ANNEAL_TRY(imported, commands_.run({"data", "import", (resources() / "clauses.csv").string(), "--out", path("data/raw")}));
        summary_.rowsImported = imported.value("rows", 0);
        ANNEAL_TRY(cleaned, commands_.run({"data", "clean", path("data/raw"), "--recipe", (resources() / "recipe.yaml").string(), "--out",
                                           path("data/clean")}));
        summary_.rowsClean = cleaned.value("rows_out", 0);
        for (const auto& step : cleaned.at("steps"))
            commands_.note(step.value("step", "") + ": " + base::formatCount(step.value("changed", 0)) + " changed, " +
                           base::formatCount(step.value("dropped", 0)) + " dropped");
        ANNEAL_CHECK(commands_.run({"data", "split", path("data/clean"), "--out", path("data/split"), "--train", "0.88", "--validation",
                                    "0", "--test", "0.12", "--seed", "42"}));
        return {};
    }

    Status writeRun() {
        ANNEAL_TRY(spec, base::readYaml(resources() / "run.yaml"));
        spec["model_name_or_path"] = baseModel();
        spec["dataset"] = path("data/split/train");
        spec["eval_dataset"] = path("data/split/test");
        spec["seed"] = seed_;
        spec["output_dir"] = path("run");
        return base::writeFileAtomically(out_ / "run.yaml", base::dumpYaml(spec));
    }

    Status forecast() {
        commands_.heading("Forecast before anything starts");
        ANNEAL_TRY(document, commands_.run({"forecast", path("run.yaml")}));
        summary_.forecastSeconds = document.value("seconds", 0.0);
        summary_.forecastMemory = document.at("devices").at(0).at("memory_bytes").value("total", std::uint64_t(0));
        commands_.note(base::formatDuration(summary_.forecastSeconds) + ", " + base::formatBytes(summary_.forecastMemory) + " of memory, " +
                       base::formatCount(document.value("steps", 0)) + " steps");
        return {};
    }

    Status train() {
        commands_.heading("Tune the base model with LoRA");
        const auto started = Clock::now();
        ANNEAL_TRY(document, commands_.run({"train", path("run.yaml")}));
        summary_.trainSeconds = std::chrono::duration<double>(Clock::now() - started).count();
        summary_.peakMemory = document.value("peak_memory_bytes", std::uint64_t(0));
        commands_.note("loss " + std::to_string(document.value("train_loss", 0.0)) + ", " +
                       base::formatCount(std::int64_t(document.value("tokens_per_second", 0.0))) + " tokens a second");
        ANNEAL_CHECK(commands_.run({"runs", "plot", path("run"), "--out", path("loss.png"), "--title", "Demo: contract fields, LoRA"}));
        return {};
    }

    Status evaluate() {
        commands_.heading("Ask both models about rows that neither has seen");
        ANNEAL_TRY(before,
                   commands_.run({"eval", "--model", baseModel(), "--data", path("data/split/test"), "--generate", "--max-tokens", "64"}));
        ANNEAL_TRY(after,
                   commands_.run({"eval", "--model", path("run"), "--data", path("data/split/test"), "--generate", "--max-tokens", "64"}));
        summary_.rowsHeldOut = after.value("samples", 0);
        summary_.baseExactMatch = before.value("exact_match", 0.0);
        summary_.tunedExactMatch = after.value("exact_match", 0.0);
        summary_.evalLossBefore = before.value("loss", 0.0);
        summary_.evalLossAfter = after.value("loss", 0.0);
        return {};
    }

    Status exportModels() {
        commands_.heading("Merge, quantise, and prove that the files answer as the tuned model does");
        for (const std::string type : kQuantisations) {
            const auto file = out_ / ("demo-" + type + ".gguf");
            ANNEAL_TRY(document, commands_.run({"export", path("run"), "--to", "gguf", "--quant", type, "--out", file.string()}));
            const auto& first = document.at("files").at(0);
            summary_.artefacts.push_back(
                {"GGUF " + type, first.value("path", file.string()), first.value("bytes", std::uint64_t(0)), document.at("gate")});
        }
        return {};
    }

    Status chat() {
        commands_.heading("One question: the base, the tuned model, and the smallest file in llama.cpp");
        ANNEAL_TRY(head, commands_.run({"data", "head", path("data/split/test"), "--rows", "1"}));
        const auto& row = head.at("rows").at(0);
        const auto question = row.value("instruction", "") + "\n" + row.value("input", "");
        summary_.question = row.value("input", "");
        summary_.wanted = row.value("output", "");
        ANNEAL_TRY(base, commands_.run({"chat", "--model", baseModel(), "--prompt", question, "--max-tokens", "64", "--greedy"}));
        ANNEAL_TRY(tuned, commands_.run({"chat", "--model", path("run"), "--prompt", question, "--max-tokens", "64", "--greedy"}));
        const auto& file = summary_.artefacts.back().file.string();
        ANNEAL_TRY(exported, commands_.run({"chat", "--model", file, "--prompt", question, "--max-tokens", "64", "--greedy"}));
        summary_.baseAnswer = base.value("text", "");
        summary_.exportedAnswer = exported.value("text", "");
        summary_.tunedAnswer = tuned.value("text", "");
        return {};
    }

    OwnCommands commands_;
    fs::path out_;
    std::uint64_t seed_;
    DemoSummary summary_;
};

int run(Context& context, const Options& options) {
    const auto summary = Demo(context, options).run();
    if (!summary) return context.failure(summary.error());
    return context.answer(summary->toJson(), [&] {
        summary->print(std::cout);
        std::cout << "  written to " << fs::absolute(options.out).lexically_normal().string()
                  << ": loss.png, summary.json, two GGUF files, the run\n";
    });
}

}  // namespace

Verb demoVerb() {
    return {"demo", "The whole loop on the bundled model and data", [](CLI::App& app) -> Action {
                auto options = std::make_shared<Options>();
                app.add_option("--out", options->out, "Folder to write (default: anneal-demo)");
                app.add_option("--seed", options->seed, "Seed of the tuning");
                return [options](Context& context) { return run(context, *options); };
            }};
}

}  // namespace anneal::cli
