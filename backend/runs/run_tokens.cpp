#include "runs/run_tokens.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "catalogue/model_config.h"
#include "catalogue/registry.h"
#include "data/dataset_info.h"
#include "runs/sample_stream.h"
#include "text/template_names.h"
#include "text/tokenizer_files.h"

namespace anneal::runs {

namespace fs = std::filesystem;

namespace {

/// Data sets in order and how many of their first rows take part.
struct Source {
    std::vector<data::Dataset> datasets;
    std::vector<std::int64_t> rows;
    std::string hash;

    std::int64_t total() const { return std::accumulate(rows.begin(), rows.end(), std::int64_t{0}); }
};

Result<Source> openSource(const RunSpec& spec, const std::vector<std::string>& names, const base::ProgressFunction& progress,
                          const base::StopToken& stop) {
    Source source;
    base::Sha256 hash;
    for (const auto& name : names) {
        ANNEAL_TRY(dataset, data::openData(name, spec.datasetDir, progress, stop));
        const auto rows = std::min(dataset.manifest().rows, spec.maxSamples.value_or(dataset.manifest().rows));
        hash.update(dataset.manifest().hash + ":" + std::to_string(rows) + "\n");
        source.datasets.push_back(std::move(dataset));
        source.rows.push_back(rows);
    }
    source.hash = hash.finish();
    return source;
}

/// The rows held out for evaluation, drawn by the seed.
Result<std::vector<bool>> drawHeldOut(const RunSpec& spec, std::int64_t rows) {
    const auto count = spec.valSize < 1 ? static_cast<std::int64_t>(std::ceil(spec.valSize * static_cast<double>(rows)))
                                        : static_cast<std::int64_t>(spec.valSize);
    if (count >= rows)
        return fail("val_size_too_large",
                    "val_size holds out " + std::to_string(count) + " of " + std::to_string(rows) + " rows: none is left to train on",
                    "lower val_size");
    std::vector<std::int64_t> order(static_cast<std::size_t>(rows));
    std::iota(order.begin(), order.end(), 0);
    std::mt19937_64 random(spec.seed);
    std::vector<bool> held(order.size(), false);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        std::swap(order[i], order[i + random() % (order.size() - i)]);
        held[static_cast<std::size_t>(order[i])] = true;
    }
    return held;
}

Result<std::optional<text::ChatTemplate>> chooseTemplate(const RunSpec& spec) {
    if (spec.stage == Stage::pt) return std::nullopt;
    auto chat = text::ChatTemplate::choose(spec.templateName, spec.modelNameOrPath);
    if (chat) return std::optional(*chat);
    auto error = chat.error();
    if (error.code == "template_missing") {
        const auto names = text::templateNames();
        error.message = "stage: sft needs a template, and " + spec.modelNameOrPath + " brings none";
        error.hint = "set template to one of " + base::join(names, ", ");
    }
    return fail(std::move(error));
}

Result<text::PrepareReport> encode(const RunSpec& spec, const Source& source, const std::function<bool(std::int64_t)>& wanted,
                                   std::int64_t expected, const text::SampleEncoder& encoder, text::PrepareOptions options,
                                   const fs::path& folder, const base::ProgressFunction& progress, const base::StopToken& stop) {
    options.expectedSamples = expected;
    SampleStream stream(source.datasets, source.rows, wanted);
    const auto next = [&]() -> Result<std::optional<text::Sample>> {
        auto sample = stream.next();
        if (sample && *sample) ANNEAL_CHECK(fitToStage(spec.stage, **sample));
        return sample;
    };
    return text::prepareTokens(next, encoder, options, folder, progress, stop);
}

Result<text::PrepareReport> reportOf(const fs::path& folder) {
    ANNEAL_TRY(tokens, text::PreparedTokens::open(folder));
    return text::PrepareReport{tokens.manifest(), {}};
}

void makeAbsolute(std::vector<std::string>& names) {
    std::error_code ignored;
    for (auto& name : names)
        if (fs::exists(name, ignored)) name = fs::absolute(name).lexically_normal().string();
}

}  // namespace

Status resolvePaths(RunSpec& spec) {
    ANNEAL_TRY(model, catalogue::ModelRegistry().resolve(spec.modelNameOrPath));
    spec.modelNameOrPath = fs::absolute(model).lexically_normal().string();
    if (!spec.adapterNameOrPath.empty()) {
        if (!fs::exists(fs::path(spec.adapterNameOrPath) / "adapter_config.json"))
            return fail("adapter_not_found", spec.adapterNameOrPath + " holds no adapter_config.json", "name the folder of a PEFT adapter");
        spec.adapterNameOrPath = fs::absolute(spec.adapterNameOrPath).lexically_normal().string();
    }
    makeAbsolute(spec.dataset);
    makeAbsolute(spec.evalDataset);
    spec.datasetDir = fs::absolute(spec.datasetDir).lexically_normal().string();
    return {};
}

Result<bool> dataChanged(const RunSpec& spec, const fs::path& trainFolder, const base::ProgressFunction& progress,
                         const base::StopToken& stop) {
    ANNEAL_TRY(tokens, text::PreparedTokens::open(trainFolder));
    const auto source = openSource(spec, spec.dataset, progress, stop);
    if (!source && source.error().code == "stopped") return fail(source.error());
    return source && source->hash != tokens.manifest().datasetHash;
}

Status fitToStage(Stage stage, text::Sample& sample) {
    if (stage != Stage::pt || sample.kind() == text::Sample::Kind::text) return {};
    if (sample.kind() == text::Sample::Kind::messages)
        return fail("row_unsuitable", "row " + std::to_string(sample.row) + " is a conversation, and stage: pt trains on plain text",
                    "use stage: sft, or a data set with a text column");
    sample.text = std::move(sample.prompt) + std::move(sample.completion);
    sample.prompt.clear();
    sample.completion.clear();
    return {};
}

Result<text::SampleEncoder> sampleEncoder(const RunSpec& spec) {
    ANNEAL_TRY(tokenizer, text::Tokenizer::load(spec.modelNameOrPath));
    ANNEAL_TRY(chat, chooseTemplate(spec));
    return text::SampleEncoder(
        tokenizer, chat,
        {.cutoffLen = spec.cutoffLen, .trainOnPrompt = spec.trainOnPrompt, .maskHistory = spec.maskHistory, .appendEos = spec.appendEos});
}

Result<RunTokens> prepareRunTokens(const RunSpec& spec, const fs::path& trainFolder, const fs::path& evalFolder,
                                   const base::ProgressFunction& progress, const base::StopToken& stop) {
    if (base::isComplete(trainFolder) && (!spec.hasEvalData() || base::isComplete(evalFolder))) {
        RunTokens tokens;
        ANNEAL_TRY(train, reportOf(trainFolder));
        tokens.train = std::move(train);
        if (spec.hasEvalData()) {
            ANNEAL_TRY(eval, reportOf(evalFolder));
            tokens.eval = std::move(eval);
        }
        return tokens;
    }
    ANNEAL_TRY(config, catalogue::ModelConfig::read(spec.modelNameOrPath));
    ANNEAL_TRY(encoder, sampleEncoder(spec));
    text::PrepareOptions options;
    options.vocabSize = config.vocabSize;
    options.threads = static_cast<unsigned>(spec.preprocessingNumWorkers);
    options.replace = true;
    ANNEAL_TRY(tokenizerHash, text::hashTokenizer(spec.modelNameOrPath));
    options.tokenizerHash = tokenizerHash;

    ANNEAL_TRY(source, openSource(spec, spec.dataset, progress, stop));
    options.datasetHash = source.hash;
    const auto total = source.total();
    RunTokens tokens;
    std::error_code ignored;
    fs::create_directories(trainFolder.parent_path(), ignored);
    std::vector<bool> held(static_cast<std::size_t>(total), false);
    if (spec.valSize > 0) {
        ANNEAL_TRY(drawn, drawHeldOut(spec, total));
        held = std::move(drawn);
    }
    const auto heldCount = std::count(held.begin(), held.end(), true);
    const auto isHeld = [&](std::int64_t row) { return bool{held[static_cast<std::size_t>(row)]}; };
    ANNEAL_TRY(train,
               encode(
                   spec, source, [&](auto row) { return !isHeld(row); }, total - heldCount, encoder, options, trainFolder, progress, stop));
    tokens.train = std::move(train);
    if (spec.valSize > 0) {
        ANNEAL_TRY(eval, encode(spec, source, isHeld, heldCount, encoder, options, evalFolder, progress, stop));
        tokens.eval = std::move(eval);
    } else if (!spec.evalDataset.empty()) {
        ANNEAL_TRY(other, openSource(spec, spec.evalDataset, progress, stop));
        options.datasetHash = other.hash;
        ANNEAL_TRY(eval, encode(
                             spec, other, [](auto) { return true; }, other.total(), encoder, options, evalFolder, progress, stop));
        tokens.eval = std::move(eval);
    }
    return tokens;
}

}  // namespace anneal::runs
