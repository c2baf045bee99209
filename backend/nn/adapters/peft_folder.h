#pragma once
// adapter_config.json as PEFT writes and reads it.

#include <filesystem>

#include "base/result.h"
#include "nn/adapters/lora_config.h"

namespace anneal::nn {

/// Errors: "file_not_found", "adapter_invalid", "adapter_unsupported".
Result<LoraConfig> readAdapterConfig(const std::filesystem::path& folder);
Status writeAdapterConfig(const LoraConfig& config, const std::vector<std::string>& modules, const std::filesystem::path& folder);

}  // namespace anneal::nn
