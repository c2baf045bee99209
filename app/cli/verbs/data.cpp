#include "cli/verbs/data.h"

#include <iostream>

#include "base/text.h"

namespace anneal::cli {

OrderedJson columnsJson(const data::Manifest& manifest) {
    auto columns = OrderedJson::array();
    for (const auto& column : manifest.columns) columns.push_back({{"name", column.name}, {"type", column.type}, {"nulls", column.nulls}});
    return columns;
}

void printDataset(const std::string& path, const data::Manifest& manifest) {
    std::cout << path << '\n'
              << "  " << base::formatCount(manifest.rows) << " rows, shape " << data::shapeName(manifest.mapping.shape) << '\n';
    for (const auto& column : manifest.columns) {
        std::cout << "  " << column.name << ": " << column.type;
        for (const auto& [part, name] : manifest.mapping.columns)
            if (name == column.name) std::cout << " (" << part << ")";
        if (column.nulls > 0) std::cout << ", " << base::formatCount(column.nulls) << " empty";
        std::cout << '\n';
    }
}

Verb dataVerb() {
    return {"data", "Import, profile, clean, augment, make features, split and export data sets", [](CLI::App& app) -> Action {
                app.require_subcommand(1);
                std::vector<std::pair<CLI::App*, Action>> actions;
                for (const auto& verb : {dataImportVerb(), dataProfileVerb(), dataCleanVerb(), dataAugmentVerb(), dataStepsVerb(),
                                         dataExplainVerb(), dataFeaturesVerb(), dataSplitVerb(), dataHeadVerb(), dataExportVerb()}) {
                    auto* subcommand = app.add_subcommand(verb.name, verb.description);
                    actions.emplace_back(subcommand, verb.declare(*subcommand));
                }
                return [actions](Context& context) {
                    for (const auto& [subcommand, action] : actions)
                        if (subcommand->parsed()) return action(context);
                    return int(kUsage);
                };
            }};
}

}  // namespace anneal::cli
