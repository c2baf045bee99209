#pragma once
// From samples to the prepared token folder: the step between a data set and training.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "text/label_mask.h"
#include "text/prepared.h"
#include "text/sample.h"

namespace anneal::text {

/// Hands out samples in order, nullopt at the end. Called from one thread.
using SampleSource = std::function<Result<std::optional<Sample>>()>;

struct PrepareOptions {
    std::int64_t vocabSize = 0;  ///< the model's embedding rows: every id must be below it
    std::string datasetHash;
    std::string tokenizerHash;         ///< see text/tokenizer_files.h
    unsigned threads = 0;              ///< 0: one a core; the result is the same for any number
    std::int64_t expectedSamples = 0;  ///< for progress; 0: not known
    bool replace = false;              ///< replace an existing folder
};

struct RejectedSample {
    std::int64_t row = 0;
    Error error;
};

struct PrepareReport {
    PreparedManifest manifest;
    std::vector<RejectedSample> rejected;  ///< the first thousand; manifest.dropped counts all
};

/// Encodes every sample and writes the folder. Samples with nothing to train, and such as the template refuses, are left
/// out, counted and listed; samples over cutoffLen are cut and counted. Errors: "tokens_empty" with the first reason
/// when none is left, "stopped", "disk_full", and whatever the source reports.
Result<PrepareReport> prepareTokens(const SampleSource& next, const SampleEncoder& encoder, const PrepareOptions& options,
                                    const std::filesystem::path& target, const base::ProgressFunction& progress = {},
                                    const base::StopToken& stop = {});

}  // namespace anneal::text
