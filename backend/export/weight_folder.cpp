#include "export/weight_folder.h"

#include <map>

#include "base/files.h"
#include "catalogue/safetensors_header.h"

namespace anneal::exporting {

struct WeightFolder::State {
    std::map<std::string, catalogue::TensorEntry> entries;
    std::map<std::filesystem::path, base::MappedFile> files;
};

WeightFolder::WeightFolder(std::unique_ptr<State> state) : state_(std::move(state)) {}
WeightFolder::WeightFolder(WeightFolder&&) noexcept = default;
WeightFolder::~WeightFolder() = default;

Result<WeightFolder> WeightFolder::open(const std::filesystem::path& folder) {
    auto state = std::make_unique<State>();
    ANNEAL_TRY(entries, catalogue::readModelTensors(folder));
    state->entries = std::move(entries);
    for (const auto& [name, entry] : state->entries) {
        if (state->files.contains(entry.file)) continue;
        ANNEAL_TRY(map, base::MappedFile::open(entry.file));
        state->files.emplace(entry.file, std::move(map));
    }
    return WeightFolder(std::move(state));
}

Result<WeightView> WeightFolder::find(const std::string& name) const {
    const auto found = state_->entries.find(name);
    if (found == state_->entries.end())
        return fail("tensor_missing", "the model folder has no tensor " + name, "check that the download is complete");
    const auto& entry = found->second;
    WeightView view;
    view.shape = entry.shape;
    if (entry.dtype == "F32")
        view.type = FloatType::f32;
    else if (entry.dtype == "F16")
        view.type = FloatType::f16;
    else if (entry.dtype == "BF16")
        view.type = FloatType::bf16;
    else
        return fail("dtype_unsupported", name + " has type " + entry.dtype, "convert the weights to F32, F16 or BF16 first");
    view.bytes = state_->files.at(entry.file).bytes().subspan(entry.offset, entry.bytes);
    return view;
}

}  // namespace anneal::exporting
