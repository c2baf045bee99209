#include "data/manifest.h"

#include "base/files.h"
#include "base/hash.h"

namespace anneal::data {
namespace {

constexpr int kVersion = 1;

/// Summaries follow from the rows, so that they are no part of the hash.
OrderedJson columnsJson(const std::vector<ManifestColumn>& columns, bool summaries) {
    auto list = OrderedJson::array();
    for (const auto& column : columns) {
        OrderedJson one = {{"name", column.name}, {"type", column.type}, {"nulls", column.nulls}};
        if (column.optional) one["optional"] = true;
        if (summaries && column.summary) one["summary"] = toJson(*column.summary);
        list.push_back(std::move(one));
    }
    return list;
}

}  // namespace

void Manifest::seal() {
    base::Sha256 digest;
    digest.update(base::dumpJson(columnsJson(columns, false)) + "\n");
    for (const auto& file : files) digest.update(file.sha256 + " " + std::to_string(file.rows) + "\n");
    hash = digest.finish();
}

std::vector<std::string> Manifest::columnNames() const {
    std::vector<std::string> names;
    for (const auto& column : columns) names.push_back(column.name);
    return names;
}

OrderedJson toJson(const Manifest& manifest) {
    OrderedJson document;
    document["version"] = kVersion;
    document["hash"] = manifest.hash;
    document["rows"] = manifest.rows;
    document["rejected"] = manifest.rejected;
    document["shape"] = shapeName(manifest.mapping.shape);
    document["mapping"] = toJson(manifest.mapping);
    document["confidence"] = manifest.confidence;
    document["columns"] = columnsJson(manifest.columns, true);
    document["files"] = OrderedJson::array();
    for (const auto& file : manifest.files)
        document["files"].push_back({{"name", file.name}, {"rows", file.rows}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    document["provenance"] = manifest.provenance;
    return document;
}

Result<Manifest> readManifest(const std::filesystem::path& folder) {
    const auto path = folder / "manifest.json";
    ANNEAL_TRY(text, base::readFile(path));
    try {
        const auto document = OrderedJson::parse(text);
        if (const int version = document.at("version"); version != kVersion)
            return fail("manifest_invalid", path.string() + " is of version " + std::to_string(version), "use a newer Anneal Studio");
        Manifest manifest;
        manifest.hash = document.at("hash");
        manifest.rows = document.at("rows");
        manifest.rejected = document.at("rejected");
        manifest.confidence = document.value("confidence", 1.0);
        ANNEAL_TRY(mapping, mappingFromJson(document.at("mapping")));
        manifest.mapping = mapping;
        for (const auto& column : document.at("columns")) {
            manifest.columns.push_back({column.at("name"), column.at("type"), column.at("nulls"), column.value("optional", false)});
            if (column.contains("summary")) manifest.columns.back().summary = columnSummaryFromJson(column["summary"]);
        }
        for (const auto& file : document.at("files"))
            manifest.files.push_back({file.at("name"), file.at("rows"), file.at("bytes"), file.at("sha256")});
        manifest.provenance = document.value("provenance", OrderedJson::object());
        return manifest;
    } catch (const OrderedJson::exception& error) {
        return fail("manifest_invalid", path.string() + " is damaged: " + error.what(), "import the data again");
    }
}

Status writeManifest(const Manifest& manifest, const std::filesystem::path& folder) {
    return base::writeFileAtomically(folder / "manifest.json", base::dumpJson(toJson(manifest), 2) + "\n");
}

}  // namespace anneal::data
