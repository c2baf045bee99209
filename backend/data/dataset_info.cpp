#include "data/dataset_info.h"

#include "base/files.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"

namespace anneal::data {
namespace {

Shape shapeOf(const OrderedJson& entry, const Mapping& mapping) {
    const bool sharegpt = entry.value("formatting", "alpaca") == "sharegpt";
    if (entry.value("ranking", false)) return Shape::preference;
    if (mapping.column("kto_tag")) return Shape::kto;
    if (sharegpt) return mapping.tags.role == "role" ? Shape::messages : Shape::sharegpt;
    return mapping.column("response") ? Shape::alpaca : Shape::text;
}

Result<std::optional<Mapping>> mappingOf(const OrderedJson& entry) {
    const bool sharegpt = entry.value("formatting", "alpaca") == "sharegpt";
    if (!entry.contains("columns") && !entry.contains("tags")) return std::optional<Mapping>();
    OrderedJson document = {{"columns", entry.value("columns", OrderedJson::object())},
                            {"tags", entry.value("tags", OrderedJson::object())}};
    ANNEAL_TRY(mapping, mappingFromJson(document));
    if (mapping.columns.empty())
        mapping.columns = sharegpt
                              ? std::map<std::string, std::string>{{"messages", "conversations"}}
                              : std::map<std::string, std::string>{{"prompt", "instruction"}, {"query", "input"}, {"response", "output"}};
    mapping.shape = shapeOf(entry, mapping);
    if (mapping.shape == Shape::text) mapping.columns = {{"text", mapping.columns.begin()->second}};
    return std::optional(mapping);
}

/// Importing costs once: the copy in the cache is known by path, size, time of change and mapping.
Result<Dataset> openFile(const NamedData& data, const base::ProgressFunction& progress, const base::StopToken& stop) {
    std::error_code error;
    const auto path = std::filesystem::absolute(data.file, error);
    const auto size = std::filesystem::file_size(path, error);
    if (error) return fail("file_not_found", data.file.string() + " does not exist", "check the path");
    const auto time = std::filesystem::last_write_time(path, error).time_since_epoch().count();
    const auto mapping = data.mapping ? base::dumpJson(toJson(*data.mapping)) : std::string();
    const auto key = base::sha256(path.string() + "\n" + std::to_string(size) + "\n" + std::to_string(time) + "\n" + mapping);
    const auto folder = base::cacheHome() / "imported" / key.substr(0, 32);
    if (base::isComplete(folder))
        if (auto dataset = Dataset::open(folder)) return dataset;
    ImportOptions options;
    options.source = data.file;
    options.out = folder;
    options.mapping = data.mapping;
    options.replace = true;
    ANNEAL_CHECK(importDataset(options, progress, stop));
    return Dataset::open(folder);
}

}  // namespace

Result<NamedData> findInDatasetInfo(const std::filesystem::path& infoFile, const std::string& name) {
    ANNEAL_TRY(text, base::readFile(infoFile));
    const auto info = OrderedJson::parse(text, nullptr, false);
    if (!info.is_object())
        return fail("dataset_info_invalid", infoFile.string() + " is not a JSON object", "see LLaMA-Factory's data/README.md");
    if (!info.contains(name)) {
        std::vector<std::string> names;
        for (const auto& [known, entry] : info.items()) names.push_back(known);
        const auto near = base::nearest(name, names);
        return fail("dataset_not_found", infoFile.string() + " has no data set \"" + name + "\"",
                    near ? "did you mean \"" + *near + "\"?" : "check the name");
    }
    const auto& entry = info[name];
    try {
        if (!entry.contains("file_name"))
            return fail("dataset_remote", "\"" + name + "\" in " + infoFile.string() + " is not a local file",
                        "download it and give its file_name");
        ANNEAL_TRY(mapping, mappingOf(entry));
        return NamedData{infoFile.parent_path() / entry.at("file_name").get<std::string>(), mapping};
    } catch (const OrderedJson::exception& error) {
        return fail("dataset_info_invalid", infoFile.string() + ": \"" + name + "\": " + error.what(), "correct the entry");
    }
}

Result<Dataset> openData(const std::string& what, const std::filesystem::path& datasetDir, const base::ProgressFunction& progress,
                         const base::StopToken& stop) {
    std::error_code error;
    if (std::filesystem::is_regular_file(what, error)) return openFile({what, {}}, progress, stop);
    const auto info = (datasetDir.empty() ? std::filesystem::path("data") : datasetDir) / "dataset_info.json";
    auto folder = findDataset(what);
    if (!folder && std::filesystem::exists(info, error)) {
        ANNEAL_TRY(named, findInDatasetInfo(info, what));
        return openFile(named, progress, stop);
    }
    if (!folder) {
        if (what.find('/') != std::string::npos || what.find('.') != std::string::npos)
            return fail("file_not_found", what + " does not exist", "check the path");
        return fail(folder.error());
    }
    return Dataset::open(*folder);
}

}  // namespace anneal::data
