#pragma once
// Texts that the gate tokenises in both worlds, and falls back on where a run has no held-out samples.

#include <span>
#include <string_view>

namespace anneal::exporting {

/// Several scripts, code, numbers, contractions, runs of white space, emoji. All in NFC: llama.cpp does not normalise, so
/// decomposed text is beyond what a GGUF file can promise for a tokenizer with an NFC step.
std::span<const std::string_view> gateTexts();

}  // namespace anneal::exporting
