#pragma once
// Tensors in safetensors files (https://github.com/huggingface/safetensors), one file or many with an index.

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/result.h"

namespace anneal::nn {

struct NamedTensor {
    std::string name;
    at::Tensor tensor;
};

/// The tensors of one file, or of every shard that FOLDER/model.safetensors.index.json names. Files stay memory-mapped while
/// any tensor taken from them lives; a tensor is a view of the map (read-only: copy before changing it).
class SafetensorsReader {
public:
    /// A .safetensors file, an index.json, or a model folder. Errors: "file_not_found", "weights_missing", "weights_truncated",
    /// "weights_invalid", "weights_pickle" (only .bin or .pt files there), "shard_missing".
    static Result<SafetensorsReader> open(const std::filesystem::path& path);

    std::vector<std::string> names() const;
    bool contains(std::string_view name) const { return entries_.contains(std::string(name)); }
    /// A view of the file. Errors: "weights_missing", "unsupported_dtype".
    Result<at::Tensor> tensor(std::string_view name) const;

private:
    struct Entry {
        std::filesystem::path file;
        std::shared_ptr<const void> map;
        const std::byte* data;
        std::vector<std::int64_t> shape;
        std::string dtype;
    };
    Status addFile(const std::filesystem::path& file);

    std::map<std::string, Entry> entries_;
};

/// Writes one file, atomically; tensors may be on any device and of any layout. `metadata` goes to "__metadata__".
Status writeSafetensors(const std::filesystem::path& file, const std::vector<NamedTensor>& tensors,
                        const std::map<std::string, std::string>& metadata = {});

/// FOLDER/model.safetensors, or model-00001-of-0000N.safetensors with model.safetensors.index.json when they are larger than
/// `maxShardBytes`; the index is written last.
Status writeShardedSafetensors(const std::filesystem::path& folder, const std::vector<NamedTensor>& tensors,
                               std::int64_t maxShardBytes);

}  // namespace anneal::nn
