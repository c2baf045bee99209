#pragma once
// The first samples of a draft as its model would read them, and how long they are. Made by a job; no widget.

#include "base/stop_token.h"
#include "controls/token_view.h"
#include "runs/spec.h"

namespace anneal::pages {

struct SamplePreview {
    struct Sample {
        std::vector<controls::Token> tokens;
        std::int64_t trained = 0;
        bool cut = false;
        QString refused;  ///< why it would be left out; empty: it takes part
    };

    std::vector<Sample> samples;        ///< the first few
    std::vector<std::int64_t> lengths;  ///< tokens of each of the first rows, before the cutoff
    QString templateName;               ///< empty: none
    QString model;                      ///< whose tokenizer it was
};

/// Reads the first `rows` of the draft's data sets. Errors: those of openData and sampleEncoder.
Result<SamplePreview> previewSamples(runs::RunSpec spec, std::int64_t rows, const base::ProgressFunction& progress,
                                     const base::StopToken& stop);

/// Marks what lies after `cutoff` tokens; no sample is read again.
void markCutoff(SamplePreview& preview, std::int64_t cutoff);

}  // namespace anneal::pages
