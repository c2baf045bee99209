#include "nn/weights/dtypes.h"

#include <algorithm>
#include <array>

namespace anneal::nn {
namespace {

using Name = std::pair<std::string_view, at::ScalarType>;
constexpr std::array kNames = {Name{"F32", at::kFloat}, Name{"BF16", at::kBFloat16}, Name{"F16", at::kHalf},  Name{"F64", at::kDouble},
                               Name{"I64", at::kLong},  Name{"I32", at::kInt},       Name{"I16", at::kShort}, Name{"I8", at::kChar},
                               Name{"U8", at::kByte},   Name{"BOOL", at::kBool}};

}  // namespace

std::optional<at::ScalarType> fromSafetensors(std::string_view dtype) {
    const auto found = std::ranges::find(kNames, dtype, &Name::first);
    return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::string_view toSafetensors(at::ScalarType type) {
    const auto found = std::ranges::find(kNames, type, &Name::second);
    return found == kNames.end() ? std::string_view() : found->first;
}

}  // namespace anneal::nn
