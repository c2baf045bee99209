#include "nn/cpu_runtime.h"

#include <cstdlib>

#include <malloc.h>

namespace anneal::nn {
namespace {

constexpr const char* kCompiledProducts = "256";  // a step of a decoder has about 25 shapes, the same in every layer
constexpr int kKeptBytes = 1 << 30;

}  // namespace

void tuneCpuRuntime() {
    constexpr int kKeepWhatTheUserSet = 0;
    ::setenv("ONEDNN_PRIMITIVE_CACHE_CAPACITY", kCompiledProducts, kKeepWhatTheUserSet);
    ::mallopt(M_MMAP_THRESHOLD, kKeptBytes);
    ::mallopt(M_TRIM_THRESHOLD, kKeptBytes);
}

}  // namespace anneal::nn
