#pragma once
// The decoder block in one autograd node on the CPU, FP32 or BF16: hand-scheduled forward and backward passes that keep only what
// the backward pass cannot recompute cheaply. Equal to DecoderBlock::forwardReference within rounding; a test compares the two.

#include "nn/layers/decoder_block.h"

namespace anneal::nn::fast {

/// FP32 or BF16 on the CPU, every weight of that type or FP32; no cache, no active dropout, no window shorter than the sequences.
bool blockFits(const DecoderBlock& block, const at::Tensor& x, const BlockContext& context);

/// x [tokens, hidden] -> [tokens, hidden]. The block must outlive the backward pass.
at::Tensor forwardBlock(const DecoderBlock& block, const at::Tensor& x, const BlockContext& context);

}  // namespace anneal::nn::fast
