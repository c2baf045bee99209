#pragma once
// The processor: what it is, what it can do, how many cores this process may keep busy.

#include <string>
#include <string_view>
#include <vector>

namespace anneal::system {

struct CpuInfo {
    std::string name;  ///< "AMD EPYC 7763 64-Core Processor"
    std::vector<std::string>
        features;          ///< of avx2, fma, f16c, avx512f, avx512_vnni, avx512_bf16, avx512_fp16, amx_tile, amx_int8, amx_bf16
    int logicalCores = 1;  ///< that our affinity mask allows
    int usableCores = 1;   ///< the same under the container's quota, rounded up

    bool has(std::string_view feature) const;
    /// BF16 products run in hardware; elsewhere they are emulated and slower than FP32.
    bool fastBf16() const { return has("avx512_bf16") || has("amx_bf16"); }
};

/// A feature counts only where the operating system saves its registers (XGETBV).
CpuInfo readCpu();

}  // namespace anneal::system
