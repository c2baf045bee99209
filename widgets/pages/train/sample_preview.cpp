#include "pages/train/sample_preview.h"

#include "data/dataset_info.h"
#include "runs/run_overview.h"
#include "runs/run_tokens.h"
#include "runs/sample_stream.h"
#include "text/token_spans.h"

namespace anneal::pages {
namespace {

constexpr std::size_t kShown = 5;
constexpr std::size_t kMostTokens = 4000;  // of a shown sample

SamplePreview::Sample shown(const text::SampleEncoder& encoder, const text::MaskedTokens& masked) {
    SamplePreview::Sample sample;
    const auto& tokenizer = encoder.tokenizer();
    const text::TokenSpans spans(tokenizer, masked.text, masked.ids);
    for (std::size_t i = 0; i < masked.ids.size(); ++i) {
        sample.trained += masked.trained[i];
        if (i >= kMostTokens) continue;
        const auto id = masked.ids[i];
        const auto seen = spans.shown(i);
        const auto text = seen.empty() ? tokenizer.decode(std::span(&id, 1)) : std::string(seen);
        const auto kind = tokenizer.isSpecial(id) ? controls::Token::Kind::special
                          : masked.trained[i]     ? controls::Token::Kind::trained
                                                  : controls::Token::Kind::prompt;
        sample.tokens.push_back({.text = QString::fromStdString(text), .kind = kind, .id = id});
    }
    return sample;
}

}  // namespace

Result<SamplePreview> previewSamples(runs::RunSpec spec, std::int64_t rows, const base::ProgressFunction& progress,
                                     const base::StopToken& stop) {
    ANNEAL_CHECK(runs::resolvePaths(spec));
    const auto cutoff = spec.cutoffLen;
    spec.cutoffLen = 0;
    ANNEAL_TRY(encoder, runs::sampleEncoder(spec));
    SamplePreview preview;
    preview.model = QString::fromStdString(runs::shortName(spec.modelNameOrPath));
    if (encoder.chat()) preview.templateName = QString::fromStdString(encoder.chat()->name());
    std::vector<data::Dataset> sets;
    std::vector<std::int64_t> counts;
    for (const auto& name : spec.dataset) {
        ANNEAL_TRY(dataset, data::openData(name, spec.datasetDir, progress, stop));
        counts.push_back(std::min(rows, dataset.manifest().rows));
        sets.push_back(std::move(dataset));
    }
    runs::SampleStream stream(std::move(sets), std::move(counts), [](std::int64_t) { return true; });
    for (std::int64_t done = 0; !stop.stopRequested(); ++done) {
        ANNEAL_TRY(sample, stream.next());
        if (!sample) break;
        ANNEAL_CHECK(runs::fitToStage(spec.stage, *sample));
        const auto masked = encoder.encode(*sample);
        if (masked) preview.lengths.push_back(std::int64_t(masked->ids.size()));
        if (preview.samples.size() < kShown)
            preview.samples.push_back(masked
                                          ? shown(encoder, *masked)
                                          : SamplePreview::Sample{.tokens = {}, .refused = QString::fromStdString(masked.error().message)});
    }
    markCutoff(preview, cutoff);
    return preview;
}

void markCutoff(SamplePreview& preview, std::int64_t cutoff) {
    for (auto& sample : preview.samples) {
        for (std::size_t i = 0; i < sample.tokens.size(); ++i) sample.tokens[i].cut = std::int64_t(i) >= cutoff;
        sample.cut = std::int64_t(sample.tokens.size()) > cutoff;
    }
}

}  // namespace anneal::pages
