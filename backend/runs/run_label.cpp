#include "runs/run_label.h"

#include "base/files.h"
#include "base/json.h"

namespace anneal::runs {

std::filesystem::path labelFile(const RunDirectory& directory) { return directory.root() / "label.json"; }

RunLabel readLabel(const RunDirectory& directory) {
    std::error_code error;
    if (!std::filesystem::exists(labelFile(directory), error)) return {};
    const auto document = base::readJson(labelFile(directory));
    if (!document || !document->is_object()) return {};
    RunLabel label;
    if (const auto name = document->find("name"); name != document->end() && name->is_string()) label.name = name->get<std::string>();
    if (const auto aside = document->find("archived"); aside != document->end() && aside->is_boolean()) label.archived = aside->get<bool>();
    return label;
}

Status writeLabel(const RunDirectory& directory, const RunLabel& label) {
    if (label == RunLabel{}) {
        std::error_code error;
        std::filesystem::remove(labelFile(directory), error);
        if (error) return fail("write_failed", "could not remove " + labelFile(directory).string() + ": " + error.message());
        return {};
    }
    return base::writeFileAtomically(labelFile(directory), base::dumpJson(Json{{"name", label.name}, {"archived", label.archived}}) + "\n");
}

std::string nameOf(const RunDirectory& directory, const RunLabel& label) {
    return label.name.empty() ? directory.root().filename().string() : label.name;
}

}  // namespace anneal::runs
