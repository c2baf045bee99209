#include "data/dataset_info.h"

#include "base/files.h"
#include "base/hash.h"
#include "base/json.h"
#include "base/text.h"
#include "data/sources/file_list.h"

namespace anneal::data {
namespace {

const Tags kOpenAiTags = {"role", "content", "user", "assistant", "tool", "function_call", "system"};

std::string formattingOf(const OrderedJson& entry) { return entry.value("formatting", "alpaca"); }

Shape shapeOf(const OrderedJson& entry, const Mapping& mapping) {
    if (entry.value("ranking", false)) return Shape::preference;
    if (mapping.column("kto_tag")) return Shape::kto;
    if (formattingOf(entry) != "alpaca") return mapping.tags.role == "role" ? Shape::messages : Shape::sharegpt;
    return mapping.column("response") ? Shape::alpaca : Shape::text;
}

Result<std::optional<Mapping>> mappingOf(const OrderedJson& entry) {
    const auto formatting = formattingOf(entry);
    if (!entry.contains("columns") && !entry.contains("tags") && !entry.contains("formatting")) return std::optional<Mapping>();
    OrderedJson document = {{"columns", entry.value("columns", OrderedJson::object())},
                            {"tags", toJson(formatting == "openai" ? kOpenAiTags : Tags())}};
    document["tags"].update(entry.value("tags", OrderedJson::object()));
    ANNEAL_TRY(mapping, mappingFromJson(document));
    if (formatting != "alpaca") {
        if (!mapping.column("messages")) mapping.columns["messages"] = formatting == "openai" ? "messages" : "conversations";
    } else if (mapping.columns.empty()) {
        mapping.columns = {{"prompt", "instruction"}, {"query", "input"}, {"response", "output"}};
    }
    mapping.shape = shapeOf(entry, mapping);
    if (mapping.shape == Shape::text) mapping.columns = {{"text", mapping.columns.begin()->second}};
    return std::optional(mapping);
}

/// The file, or the part of a folder that subset and split mean.
Result<std::filesystem::path> localPath(const std::filesystem::path& named, const OrderedJson& entry) {
    std::error_code error;
    if (!std::filesystem::is_directory(named, error)) return named;
    auto folder = named;
    const auto subset = entry.value("subset", std::string());
    if (!subset.empty() && std::filesystem::is_directory(named / subset, error)) folder = named / subset;
    const auto split = entry.value("split", std::string());
    if (split.empty()) return folder;
    if (std::filesystem::is_directory(folder / split, error)) return folder / split;
    for (const auto& pattern : {split + "*", "*" + split + ".*"}) {
        SourceOptions options;
        if (listFiles(folder / pattern, options)) return folder / pattern;
    }
    return folder;
}

/// Path, size and time of change of every file that would be read.
std::string stampOf(const std::filesystem::path& path) {
    std::error_code error;
    std::string stamp = path.string() + "\n";
    const auto add = [&](const std::filesystem::path& file) {
        const auto time = std::filesystem::last_write_time(file, error).time_since_epoch().count();
        stamp += file.string() + " " + std::to_string(std::filesystem::file_size(file, error)) + " " + std::to_string(time) + "\n";
    };
    if (std::filesystem::is_regular_file(path, error)) {
        add(path);
    } else if (const auto list = listFiles(path, {})) {
        for (const auto& file : list->files) add(file.path);
    }
    return stamp;
}

/// Importing costs once: the copy in the cache is known by path, size, time of change and mapping.
Result<Dataset> openFile(const NamedData& data, const base::ProgressFunction& progress, const base::StopToken& stop) {
    std::error_code error;
    const auto path = std::filesystem::absolute(data.file, error);
    const auto mapping = data.mapping ? base::dumpJson(toJson(*data.mapping)) : std::string();
    const auto key = base::sha256(stampOf(path) + std::to_string(data.rows) + "\n" + mapping);
    const auto folder = base::cacheHome() / "imported" / key.substr(0, 32);
    if (base::isComplete(folder))
        if (auto dataset = Dataset::open(folder)) return dataset;
    ImportOptions options;
    options.source = data.file;
    options.out = folder;
    options.mapping = data.mapping;
    options.rows = data.rows;
    options.replace = true;
    ANNEAL_CHECK(importDataset(options, progress, stop));
    return Dataset::open(folder);
}

Result<OrderedJson> readInfo(const std::filesystem::path& infoFile) {
    ANNEAL_TRY(text, base::readFile(infoFile));
    auto info = OrderedJson::parse(text, nullptr, false);
    if (!info.is_object())
        return fail("dataset_info_invalid", infoFile.string() + " is not a JSON object", "see LLaMA-Factory's data/README.md");
    return info;
}

}  // namespace

Result<std::vector<std::string>> namesInDatasetInfo(const std::filesystem::path& infoFile) {
    ANNEAL_TRY(info, readInfo(infoFile));
    std::vector<std::string> names;
    for (const auto& [name, entry] : info.items()) names.push_back(name);
    return names;
}

Result<NamedData> findInDatasetInfo(const std::filesystem::path& infoFile, const std::string& name) {
    ANNEAL_TRY(info, readInfo(infoFile));
    if (!info.contains(name)) {
        ANNEAL_TRY(names, namesInDatasetInfo(infoFile));
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
        ANNEAL_TRY(file, localPath(infoFile.parent_path() / entry.at("file_name").get<std::string>(), entry));
        return NamedData{file, mapping, entry.value("num_samples", std::int64_t(0)), infoFile.parent_path()};
    } catch (const OrderedJson::exception& error) {
        return fail("dataset_info_invalid", infoFile.string() + ": \"" + name + "\": " + error.what(), "correct the entry");
    }
}

Result<Dataset> openData(const std::string& what, const std::filesystem::path& datasetDir, const base::ProgressFunction& progress,
                         const base::StopToken& stop) {
    std::error_code error;
    if (std::filesystem::is_regular_file(what, error)) return openFile({what}, progress, stop);
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
