#pragma once
// The export gate: reloads what was written and compares it with what was trained, before anybody is told of success.
//
// A GGUF file passes when
//   structure   our engine on the file's own dequantised weights agrees with llama.cpp (F32 KV cache, flash attention off):
//                 on the file widened to F32 by llama.cpp itself, max |Δlogit| ≤ 1e-2 for every type, and
//                 on the file as it is, max |Δlogit| ≤ 1e-2 for F32, mean KL within the runtime's own rounding for the rest;
//   text        pre-tokenizer ids, special ids, chat template and stop tokens are equal;
//   quality     against the trained model on held-out samples, mean KL ≤ the type's bound (gguf_type.cpp); F32 answers
//               greedily with the same text.
//
// Why these bounds. Measured on random Llama, Qwen2 and Qwen3 models of 2 layers and 256 dimensions whose logits reach ±5.5 (far
// rougher than a trained model) and on the demo's tuned one: a right conversion widened to F32 differs by 1e-5, three orders of
// magnitude below the bound. llama.cpp
// multiplies in the weights' type: it rounds activations to F16 (Δ 6e-3, KL 9e-7), BF16 (Δ 6e-2, KL 5e-5), blocks of 32 in 8 bits
// (KL 7e-4) or super-blocks of 256 in 8 bits (KL 1.5e-3). That rounding is the runtime's and not the file's; the second
// structure line allows for it and no more.

#include <filesystem>

#include "export/gate_report.h"
#include "export/gguf_type.h"
#include "export/reference.h"
#include "export/source.h"

namespace anneal::exporting {

struct GateContext {
    const Reference& reference;
    const Frontend& frontend;  ///< of the trained model
    base::ProgressFunction progress;
    base::StopToken stop;
};

/// `scratch`: a folder for the widened copy (4 bytes a weight), which is removed again.
Result<GateReport> gateGguf(const std::filesystem::path& file, const GgufType& type, const std::filesystem::path& scratch,
                            const GateContext& context);

/// A Hugging Face folder whose weights are kept in `dtype` ("float32", …).
Result<GateReport> gateFolder(const std::filesystem::path& folder, const std::string& dtype, const GateContext& context);

/// A PEFT adapter, on the base model of the run it came from.
Result<GateReport> gateAdapter(const std::filesystem::path& adapter, const ExportSource& source, const GateContext& context);

}  // namespace anneal::exporting
