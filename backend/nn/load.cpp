#include "nn/load.h"

#include <algorithm>

#include "base/files.h"
#include "base/json.h"
#include "nn/device.h"
#include "nn/families/registry.h"
#include "nn/weights/initialise.h"
#include "nn/weights/safetensors.h"

namespace anneal::nn {
namespace {

std::string shapeText(at::IntArrayRef shape) {
    std::string text = "[";
    for (const auto size : shape) text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    return text + "]";
}

/// Some publishers leave the "model." off, as the bare decoder saves it.
std::string storedName(const SafetensorsReader& reader, const std::string& name) {
    if (reader.contains(name) || !name.starts_with("model.")) return name;
    const auto bare = name.substr(6);
    return reader.contains(bare) ? bare : name;
}

Result<Parameters> readWeights(const std::filesystem::path& folder, const catalogue::ModelConfig& config, at::ScalarType dtype,
                               at::Device device) {
    ANNEAL_TRY(reader, SafetensorsReader::open(folder));
    Parameters parameters;
    for (const auto& [name, shape] : config.parameters()) {
        const auto stored = storedName(reader, name);
        if (!reader.contains(stored))
            return fail("weights_missing", folder.string() + ": no shard holds " + name + ", which config.json asks for",
                        "download every weight file of the model again");
        ANNEAL_TRY(tensor, reader.tensor(stored));
        if (tensor.sizes() != at::IntArrayRef(shape))
            return fail(
                "weights_mismatch",
                folder.string() + ": " + name + " is " + shapeText(tensor.sizes()) + " and config.json makes it " + shapeText(shape),
                "use the config.json that was published with these weights");
        if (!at::isFloatingType(tensor.scalar_type()))
            return fail("unsupported_dtype", folder.string() + ": " + name + " holds whole numbers",
                        "quantised models are not supported: use the original one");
        parameters.add(name, tensor.to(at::TensorOptions(dtype).device(device)));
    }
    return parameters;
}

Result<std::unique_ptr<CausalLm>> build(const catalogue::ModelConfig& config, Parameters parameters, at::ScalarType dtype) {
    ANNEAL_TRY(builder, familyBuilder(catalogue::familyName(config.family)));
    return builder(config, std::move(parameters), dtype);
}

}  // namespace

Result<std::unique_ptr<CausalLm>> loadCausalLm(const std::filesystem::path& folder, const LoadOptions& options) {
    ANNEAL_TRY(config, catalogue::ModelConfig::read(folder));
    if (options.randomInit) return makeCausalLm(config, options);
    ANNEAL_TRY(parameters, readWeights(folder, config, options.weightDtype.value_or(options.dtype), options.device));
    return build(config, std::move(parameters), options.dtype);
}

Result<std::unique_ptr<CausalLm>> makeCausalLm(const catalogue::ModelConfig& config, const LoadOptions& options) {
    const auto dtype = options.weightDtype.value_or(options.dtype);
    return build(config, initialWeights(config, dtype, options.device, options.seed), options.dtype);
}

Status saveCausalLm(const CausalLm& model, const std::filesystem::path& source, const std::filesystem::path& folder,
                    const SaveOptions& options) {
    std::vector<NamedTensor> tensors;
    for (const auto& parameter : model.parameters().base())
        tensors.push_back({parameter.name, options.dtype ? parameter.tensor.detach().to(*options.dtype) : parameter.tensor});
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    auto config = model.config().toJson();
    if (std::filesystem::exists(source / "config.json", ignored)) {
        ANNEAL_TRY(text, base::readFile(source / "config.json"));
        auto read = OrderedJson::parse(text, nullptr, false);
        if (read.is_object()) config = std::move(read);
    }
    config.erase("torch_dtype");
    config["dtype"] = dtypeName(tensors.front().tensor.scalar_type());
    ANNEAL_CHECK(base::writeFileAtomically(folder / "config.json", base::dumpJson(config, 2) + "\n"));
    return writeShardedSafetensors(folder, tensors, options.maxShardBytes);
}

}  // namespace anneal::nn
