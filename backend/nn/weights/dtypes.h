#pragma once

#include <optional>
#include <string_view>

#include <c10/core/ScalarType.h>

namespace anneal::nn {

/// "BF16" -> at::kBFloat16; nullopt for a type that is not kept as a tensor here.
std::optional<at::ScalarType> fromSafetensors(std::string_view dtype);
/// at::kBFloat16 -> "BF16"; empty for a type that safetensors lacks.
std::string_view toSafetensors(at::ScalarType type);

}  // namespace anneal::nn
