#pragma once
// The directory of a safetensors file or of a sharded model: names, types, shapes and places, no tensor read.
// Format: 8 bytes little-endian header size, JSON header, data. https://github.com/huggingface/safetensors

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anneal::catalogue {

struct TensorEntry {
    std::string dtype;  ///< as written: F32, BF16, F16, I64, …
    std::vector<std::int64_t> shape;
    std::filesystem::path file;
    std::uint64_t offset = 0;  ///< bytes from the start of the file
    std::uint64_t bytes = 0;

    std::int64_t count() const;
};

struct SafetensorsHeader {
    std::map<std::string, TensorEntry> tensors;
    std::map<std::string, std::string> metadata;
    std::uint64_t dataOffset = 0;  ///< where data starts in the file
};

/// Bytes of one element, or 0 for a type that safetensors does not know.
std::uint64_t dtypeBytes(std::string_view dtype);

/// Reads and checks one file: every tensor inside the file, its bytes matching its shape, none overlapping, no name twice.
/// Errors: "safetensors_truncated", "safetensors_invalid", "pickle_refused" for a .bin, .pt, .pth or .ckpt.
Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path& file);

/// All tensors of a model folder: model.safetensors, or the shards that model.safetensors.index.json names.
/// Errors: also "weights_missing", "shard_missing", and "index_mismatch" where the index and a shard disagree.
Result<std::map<std::string, TensorEntry>> readModelTensors(const std::filesystem::path& folder);

}  // namespace anneal::catalogue
