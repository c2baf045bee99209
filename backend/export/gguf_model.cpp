#include "export/gguf_model.h"

#include "export/gguf_file.h"
#include "export/gguf_names.h"
#include "nn/load.h"

namespace anneal::exporting {

Result<std::unique_ptr<nn::CausalLm>> loadGguf(const std::filesystem::path& file, const catalogue::ModelConfig& config) {
    const at::NoGradGuard noGrad;
    ANNEAL_TRY(gguf, GgufFile::open(file));
    ANNEAL_TRY(model, nn::makeCausalLm(config, {.device = at::kCPU, .dtype = at::kFloat, .weightDtype = at::kFloat, .randomInit = true}));
    for (const auto& parameter : model->parameters().base()) {
        const auto name = ggufName(parameter.name);
        const auto* stored = name ? gguf.find(*name) : nullptr;
        if (!stored) return fail("tensor_missing", "the GGUF file has no tensor for " + parameter.name);
        if (stored->values() != parameter.tensor.numel() || stored->rowLength() != parameter.tensor.size(-1))
            return fail("shape_mismatch", *name + " does not have the shape of " + parameter.name);
        auto values = at::empty(parameter.tensor.sizes(), at::kFloat);
        ANNEAL_CHECK(gguf.readFloats(*stored, {values.mutable_data_ptr<float>(), std::size_t(values.numel())}));
        if (interleavedHeads(config, parameter.name) > 0) {
            std::vector<std::int64_t> rows(std::size_t(values.size(0)));
            for (std::size_t row = 0; row < rows.size(); ++row) rows[row] = sourceRow(std::int64_t(row), config.headDim);
            values = at::empty_like(values).index_copy_(0, at::tensor(rows, at::kLong), values);
        }
        parameter.tensor.copy_(values);
    }
    return std::move(model);
}

}  // namespace anneal::exporting
