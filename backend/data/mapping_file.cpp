#include "data/mapping_file.h"

#include "base/files.h"
#include "base/text.h"
#include "base/yaml.h"

namespace anneal::data {

Result<Mapping> readMapping(const std::filesystem::path& file) {
    // YAML reads JSON too.
    ANNEAL_TRY(document, base::readYaml(file));
    auto mapping = mappingFromJson(document);
    if (!mapping) return failAt(file.string(), mapping.error());
    return mapping;
}

Status writeMapping(const Mapping& mapping, const std::filesystem::path& file) {
    const auto document = toJson(mapping);
    const bool json = base::toLower(file.extension().string()) == ".json";
    return base::writeFileAtomically(file, json ? base::dumpJson(document, 2) + "\n" : base::dumpYaml(document));
}

}  // namespace anneal::data
