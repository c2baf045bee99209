#pragma once
// Tensors in safetensors files (https://github.com/huggingface/safetensors), one file or many with an index.

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/result.h"
#include "catalogue/safetensors_header.h"

namespace anneal::nn {

struct NamedTensor {
    std::string name;
    at::Tensor tensor;
};

/// The tensors of one file or of a sharded model folder. Files stay mapped while any tensor taken from them lives. The map is
/// private: changing such a tensor in place copies the touched pages and never reaches the file.
class SafetensorsReader {
public:
    /// A .safetensors file, or a model folder. Errors: those of catalogue/safetensors_header.h.
    static Result<SafetensorsReader> open(const std::filesystem::path& path);

    const std::map<std::string, catalogue::TensorEntry>& entries() const { return entries_; }
    bool contains(const std::string& name) const { return entries_.contains(name); }
    /// A view of the file on the CPU. Errors: "weights_missing", "unsupported_dtype".
    Result<at::Tensor> tensor(const std::string& name) const;

private:
    struct Map;
    std::map<std::string, catalogue::TensorEntry> entries_;
    std::map<std::filesystem::path, std::shared_ptr<Map>> maps_;
};

/// Writes one file, atomically; tensors may be on any device and of any layout. `metadata` goes to "__metadata__".
Status writeSafetensors(const std::filesystem::path& file, const std::vector<NamedTensor>& tensors,
                        const std::map<std::string, std::string>& metadata = {});

/// FOLDER/model.safetensors, or model-00001-of-0000N.safetensors with model.safetensors.index.json when they are larger than
/// `maxShardBytes`; the index is written last.
Status writeShardedSafetensors(const std::filesystem::path& folder, const std::vector<NamedTensor>& tensors, std::int64_t maxShardBytes);

}  // namespace anneal::nn
