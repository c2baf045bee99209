#pragma once

namespace anneal::nn {

/// Settings of the libraries beneath LibTorch that suit training on a CPU. Call once, before the first tensor.
/// oneDNN keeps a compiled product for every shape it met, and batches without padding differ in shape: unlimited it would grow by a
/// gigabyte. And memory of large tensors, which each step needs again, stays with the process.
void tuneCpuRuntime();

}  // namespace anneal::nn
