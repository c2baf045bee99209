#pragma once
// Which device, and in which type it multiplies well.

#include <string_view>

#include <ATen/core/Tensor.h>

#include "base/result.h"

namespace anneal::nn {

/// "cpu", "cuda", "cuda:1". Asking for a GPU loads LibTorch's CUDA library, which nothing links.
/// Errors: "device_unknown", "device_unavailable" with the reason.
Result<at::Device> openDevice(std::string_view name);
/// "cuda:0" if a GPU can be opened, else "cpu".
at::Device bestDevice();

/// "float32", "bfloat16", "float16" and their short forms "fp32", "bf16", "fp16". Error: "unsupported_dtype".
Result<at::ScalarType> parseDtype(std::string_view name);
std::string_view dtypeName(at::ScalarType dtype);

/// The type to compute in when `requested` is asked for. BF16 and FP16 on a CPU without such instructions become FP32: it is
/// several times faster there and never less exact. Everything else stays as asked.
at::ScalarType computeDtypeFor(at::ScalarType requested, at::Device device);

}  // namespace anneal::nn
