#pragma once
// The parts of `anneal data`: each declares its own subcommand.

#include "cli/verb.h"
#include "data/dataset.h"

namespace anneal::cli {

Verb dataImportVerb();
Verb dataProfileVerb();
Verb dataCleanVerb();
Verb dataAugmentVerb();
Verb dataExplainVerb();
Verb dataStepsVerb();
Verb dataFeaturesVerb();
Verb dataSplitVerb();
Verb dataHeadVerb();
Verb dataExportVerb();

OrderedJson columnsJson(const data::Manifest& manifest);
/// "1,234 rows, shape alpaca" and the columns, for a person.
void printDataset(const std::string& path, const data::Manifest& manifest);

}  // namespace anneal::cli
