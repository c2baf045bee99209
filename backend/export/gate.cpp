#include "export/gate.h"

#include <algorithm>
#include <functional>

#include "export/divergence.h"
#include "export/gate_text.h"
#include "export/gguf_model.h"
#include "export/llama_runtime.h"
#include "export/quantise.h"
#include "nn/load.h"

namespace anneal::exporting {
namespace {

constexpr double kStructureDifference = 1e-2;  // logits
constexpr double kReloadDifference = 1e-3;     // logits: merging W + BA once or adding BAx each time rounds differently
constexpr double kAdapterDifference = 1e-5;    // logits: the same sums in the same order

/// Mean KL, in nats, that llama.cpp's rounding of activations may cause; twice what was measured (see gate.h).
double runtimeRoundingBound(const GgufType& type) {
    if (type.floatType) return *type.floatType == FloatType::f16 ? 1e-5 : 1e-4;
    const bool superBlocks = type.name.find("_K") != std::string_view::npos || type.name == "IQ4_XS";
    return superBlocks ? 3e-3 : 1.5e-3;
}

std::string quoted(const text::Tokenizer& tokenizer, const TokenSequence& ids) {
    return std::string("\"").append(tokenizer.decode(ids)).append("\"");
}

/// A structural pass needs fewer positions than the quality one: a wrong graph is wrong everywhere.
std::span<const TokenSequence> structureSamples(const Reference& reference) {
    constexpr std::size_t kEnough = 6;
    return std::span(reference.samples).first(std::min(kEnough, reference.samples.size()));
}

struct Stopped {
    const GateContext& context;
    Status check() const {
        if (context.stop.stopRequested()) return fail("stopped", "the export was stopped");
        return {};
    }
};

Result<Divergence> compareRuntime(LlamaRuntime& runtime, std::span<const TokenSequence> samples,
                                  const std::vector<std::vector<float>>& expected, const GateContext& context, const std::string& note) {
    Divergence divergence;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        ANNEAL_CHECK(Stopped{context}.check());
        if (context.progress) context.progress({std::int64_t(i), std::int64_t(samples.size()), note});
        ANNEAL_TRY(logits, runtime.logits(samples[i]));
        divergence.add(expected[i], logits, std::size_t(runtime.vocabSize()));
    }
    return divergence;
}

Status checkStructure(const std::filesystem::path& file, const GgufType& type, const std::filesystem::path& scratch, LlamaRuntime& runtime,
                      const GateContext& context, GateReport& report) {
    const auto samples = structureSamples(context.reference);
    std::vector<std::vector<float>> ours;
    {
        ANNEAL_TRY(model, loadGguf(file, context.frontend.config));
        for (const auto& sample : samples) ours.push_back(modelLogits(*model, sample));
    }
    const std::string label(type.name);
    ANNEAL_TRY(direct, compareRuntime(runtime, samples, ours, context, label + ": comparing engines"));
    if (type.floatType == FloatType::f32) {
        report.addAtMost("structure", "max |Δlogit|", direct.maxLogitDifference(), kStructureDifference);
        return {};
    }
    const auto widened = scratch / (file.stem().string() + "-widened.gguf");
    ANNEAL_TRY(f32, ggufType("F32"));
    auto status = quantise(file, widened, f32);
    if (status) {
        auto wide = LlamaRuntime::load(widened);
        if (wide) {
            auto exact = compareRuntime(*wide, samples, ours, context, label + ": comparing engines in F32");
            if (exact)
                report.addAtMost("structure, widened to F32", "max |Δlogit|", exact->maxLogitDifference(), kStructureDifference);
            else
                status = fail(exact.error());
        } else {
            status = fail(wide.error());
        }
    }
    std::error_code ignored;
    std::filesystem::remove(widened, ignored);
    if (!status) return fail(status.error());
    report.addAtMost("structure", "mean KL", direct.meanKl(), runtimeRoundingBound(type));
    return {};
}

void fillQuality(const Divergence& divergence, GateReport& report) {
    report.compared = divergence.positions();
    report.top1Agreement = divergence.top1Agreement();
    report.maxLogitDifference = divergence.maxLogitDifference();
    report.meanKl = divergence.meanKl();
}

Status checkGreedy(const GateContext& context, GateReport& report,
                   const std::function<Result<TokenSequence>(const TokenSequence&)>& answer) {
    for (const auto& expected : context.reference.greedy) {
        ANNEAL_TRY(ids, answer(expected.prompt));
        if (ids == expected.answer) continue;
        const auto& tokenizer = *context.frontend.tokenizer;
        report.add("quality: greedy text", false, quoted(tokenizer, ids), quoted(tokenizer, expected.answer));
        return {};
    }
    report.add("quality: greedy text", true, std::to_string(context.reference.greedy.size()) + " answers equal", "equal");
    return {};
}

Result<Divergence> compareModel(nn::CausalLm& model, const GateContext& context, const std::string& note) {
    Divergence divergence;
    const auto& reference = context.reference;
    for (std::size_t i = 0; i < reference.samples.size(); ++i) {
        ANNEAL_CHECK(Stopped{context}.check());
        if (context.progress) context.progress({std::int64_t(i), std::int64_t(reference.samples.size()), note});
        divergence.add(reference.logits[i], modelLogits(model, reference.samples[i]), std::size_t(model.config().vocabSize));
    }
    return divergence;
}

}  // namespace

Result<GateReport> gateGguf(const std::filesystem::path& file, const GgufType& type, const std::filesystem::path& scratch,
                            const GateContext& context) {
    GateReport report;
    ANNEAL_TRY(runtime, LlamaRuntime::load(file));
    if (runtime.vocabSize() != std::int32_t(context.frontend.config.vocabSize)) {
        report.add("vocabulary", false, std::to_string(runtime.vocabSize()) + " tokens", std::to_string(context.frontend.config.vocabSize));
        return report;
    }
    compareTexts(runtime, context.frontend, context.reference.samples, report);
    ANNEAL_CHECK(checkStructure(file, type, scratch, runtime, context, report));
    ANNEAL_TRY(divergence, compareRuntime(runtime, context.reference.samples, context.reference.logits, context,
                                          std::string(type.name) + ": comparing with the trained model"));
    fillQuality(divergence, report);
    report.addAtMost("quality", "mean KL", divergence.meanKl(), type.klBound);
    if (type.floatType == FloatType::f32)
        ANNEAL_CHECK(
            checkGreedy(context, report, [&](const TokenSequence& prompt) { return runtime.generateGreedily(prompt, kGreedyTokens); }));
    return report;
}

Result<GateReport> gateFolder(const std::filesystem::path& folder, const std::string& dtype, const GateContext& context) {
    GateReport report;
    ANNEAL_TRY(frontend, Frontend::read(folder));
    compareTexts(frontend, context.frontend, context.reference.samples, report);
    ANNEAL_TRY(model, nn::loadCausalLm(folder, {.device = at::kCPU, .dtype = at::kFloat, .weightDtype = at::kFloat}));
    ANNEAL_TRY(divergence, compareModel(*model, context, "comparing with the trained model"));
    fillQuality(divergence, report);
    if (dtype == "float32") {
        report.addAtMost("quality", "max |Δlogit|", divergence.maxLogitDifference(), kReloadDifference);
        ANNEAL_CHECK(checkGreedy(
            context, report, [&](const TokenSequence& prompt) { return modelGreedy(*model, prompt, frontend.stopIds, kGreedyTokens); }));
    } else {
        ANNEAL_TRY(type, ggufType(dtype == "float16" ? "F16" : "BF16"));
        report.addAtMost("quality", "mean KL", divergence.meanKl(), type.klBound);
    }
    return report;
}

Result<GateReport> gateAdapter(const std::filesystem::path& adapter, const ExportSource& source, const GateContext& context) {
    GateReport report;
    ANNEAL_TRY(frontend, Frontend::read(adapter, {}, source.base));
    compareTexts(frontend, context.frontend, context.reference.samples, report);
    auto reloaded = source;
    reloaded.adapter = adapter;
    ANNEAL_TRY(model, reloaded.load());
    ANNEAL_TRY(divergence, compareModel(*model, context, "comparing with the trained model"));
    fillQuality(divergence, report);
    report.addAtMost("quality", "max |Δlogit|", divergence.maxLogitDifference(), kAdapterDifference);
    ANNEAL_CHECK(checkGreedy(context, report,
                             [&](const TokenSequence& prompt) { return modelGreedy(*model, prompt, frontend.stopIds, kGreedyTokens); }));
    return report;
}

}  // namespace anneal::exporting
