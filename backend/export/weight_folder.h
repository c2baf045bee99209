#pragma once
// The weights of a Hugging Face folder as mapped bytes, without torch.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/result.h"
#include "export/gguf_file.h"

namespace anneal::exporting {

struct WeightView {
    std::vector<std::int64_t> shape;
    FloatType type = FloatType::f32;
    std::span<const std::byte> bytes;  ///< valid as long as the folder is
};

/// model.safetensors, or the shards that model.safetensors.index.json names.
class WeightFolder {
public:
    static Result<WeightFolder> open(const std::filesystem::path& folder);
    WeightFolder(WeightFolder&&) noexcept;
    ~WeightFolder();

    /// Errors: "tensor_missing", "dtype_unsupported".
    Result<WeightView> find(const std::string& name) const;

private:
    struct State;
    explicit WeightFolder(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::exporting
