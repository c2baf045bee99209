#pragma once
// Features of a target's rows, from an entity set's file to a new data set. What the command line and the window call: primitives()
// lists what can be applied, previewFeatures() what would come out, makeFeatures() is the work of a job.
//
// Values are those of Featuretools 1.31, but for three things that there depend on what else is asked for or on what comes later: a
// window keeps no row for what happens after the cut-off; time_since_previous and whole-table transforms look at all rows known at
// the cut-off; equally frequent values have an order.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/stop_token.h"
#include "data/dataset.h"
#include "data/features/cutoffs.h"
#include "data/features/entity_file.h"
#include "data/features/synthesis.h"

namespace anneal::data::features {

struct FeatureOptions {
    SynthesisOptions synthesis;
    CutoffRequest cutoff;
    std::optional<std::string> text;  ///< a template (FeatureText): adds a column features_text, and the rows are of shape text
    std::filesystem::path out;        ///< empty: a new folder in datasetsHome()
    bool replace = false;
    int threads = 0;  ///< 0: all cores
};

struct FeaturePreview {
    std::string name;  ///< the column's
    std::string words;
    std::string type;  ///< what it means: "real", "category", …
    int depth = 0;
    std::vector<std::string> primitives;  ///< that it is made with, outermost first
};

/// No row is computed. Errors: those of openEntities and synthesise.
Result<std::vector<FeaturePreview>> previewFeatures(const EntityFile& file, const SynthesisOptions& options,
                                                    const base::ProgressFunction& progress = {}, const base::StopToken& stop = {});

struct FeatureReport {
    std::filesystem::path dataset;
    Manifest manifest;
    std::size_t features = 0;  ///< columns of features
    std::string cutoff;        ///< "2014-05-01 00:00:00", "each row's own", or "none"
};

/// Rows stand in the order of the target's time, or of the cut-off file. Columns: the target's index, of a cut-off file cutoff_time and
/// what else it holds, the features, features_text. The same on any number of threads. Memory: the columns that features are made of,
/// and what a few thousand instances at a time need. Errors: those of openEntities, synthesise, loadTables, readCutoffs and
/// DatasetWriter, "cutoff_needed", "template_invalid", "stopped".
Result<FeatureReport> makeFeatures(const EntityFile& file, const FeatureOptions& options, const base::ProgressFunction& progress = {},
                                   const base::StopToken& stop = {});

}  // namespace anneal::data::features
