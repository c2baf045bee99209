#include "export/llama_runtime.h"

#include <algorithm>
#include <thread>

#include <llama.h>

#include "export/llama_backend.h"

namespace anneal::exporting {
namespace {

constexpr std::int32_t kBatch = 256;  // tokens decoded at once: bounds the logits that llama.cpp holds

std::optional<std::int32_t> present(llama_token id) { return id == LLAMA_TOKEN_NULL ? std::nullopt : std::optional(id); }

struct FreeModel {
    void operator()(llama_model* model) const { llama_model_free(model); }
};
struct FreeContext {
    void operator()(llama_context* context) const { llama_free(context); }
};

/// Owns a llama_batch of one sequence.
class Batch {
public:
    Batch() : batch_(llama_batch_init(kBatch, 0, 1)) {}
    ~Batch() { llama_batch_free(batch_); }
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    llama_batch& fill(std::span<const std::int32_t> ids, std::int32_t firstPosition, bool allLogits) {
        batch_.n_tokens = std::int32_t(ids.size());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            batch_.token[i] = ids[i];
            batch_.pos[i] = firstPosition + std::int32_t(i);
            batch_.n_seq_id[i] = 1;
            batch_.seq_id[i][0] = 0;
            batch_.logits[i] = allLogits || i + 1 == ids.size();
        }
        return batch_;
    }

private:
    llama_batch batch_;
};

}  // namespace

struct LlamaRuntime::State {
    std::unique_ptr<llama_model, FreeModel> model;
    std::unique_ptr<llama_context, FreeContext> context;
    const llama_vocab* vocab = nullptr;
    std::int32_t position = 0;  ///< tokens read since forget()
    Batch batch;
};

LlamaRuntime::LlamaRuntime(std::unique_ptr<State> state) : state_(std::move(state)) {}
LlamaRuntime::LlamaRuntime(LlamaRuntime&&) noexcept = default;
LlamaRuntime& LlamaRuntime::operator=(LlamaRuntime&&) noexcept = default;
LlamaRuntime::~LlamaRuntime() = default;

Result<LlamaRuntime> LlamaRuntime::load(const std::filesystem::path& gguf, const LlamaOptions& options) {
    initialiseLlama();
    takeLlamaError();
    auto modelParams = llama_model_default_params();
    modelParams.n_gpu_layers = 0;
    modelParams.load_mode = LLAMA_LOAD_MODE_NONE;
    modelParams.use_extra_bufts = false;
    modelParams.check_tensors = true;
    modelParams.vocab_only = options.vocabularyOnly;
    auto state = std::make_unique<State>();
    state->model.reset(llama_model_load_from_file(gguf.c_str(), modelParams));
    if (!state->model) return fail("llama_load_failed", "llama.cpp could not load " + gguf.string() + ": " + takeLlamaError());
    state->vocab = llama_model_get_vocab(state->model.get());
    if (options.vocabularyOnly) return LlamaRuntime(std::move(state));

    auto params = llama_context_default_params();
    params.n_ctx = std::uint32_t(std::min(options.contextLength, llama_model_n_ctx_train(state->model.get())));
    params.n_batch = kBatch;
    params.n_ubatch = kBatch;
    params.n_threads = params.n_threads_batch =
        options.threads > 0 ? options.threads : int(std::max(1u, std::thread::hardware_concurrency()));
    params.type_k = params.type_v = GGML_TYPE_F32;
    params.flash_attn_type = LLAMA_FLASH_ATTN_TYPE_DISABLED;
    params.no_perf = true;
    state->context.reset(llama_init_from_model(state->model.get(), params));
    if (!state->context) return fail("llama_load_failed", "llama.cpp could not run " + gguf.string() + ": " + takeLlamaError());
    return LlamaRuntime(std::move(state));
}

std::int32_t LlamaRuntime::vocabSize() const { return llama_vocab_n_tokens(state_->vocab); }
std::int32_t LlamaRuntime::contextLength() const { return std::int32_t(llama_n_ctx(state_->context.get())); }

Status LlamaRuntime::decode(std::span<const std::int32_t> ids, std::int32_t firstPosition, std::vector<float>* rows) {
    if (firstPosition + std::int32_t(ids.size()) > contextLength())
        return fail("context_exceeded", std::to_string(firstPosition + std::int32_t(ids.size())) + " tokens do not fit a context of " +
                                            std::to_string(contextLength()));
    for (std::size_t start = 0; start < ids.size(); start += kBatch) {
        const auto part = ids.subspan(start, std::min<std::size_t>(kBatch, ids.size() - start));
        const auto& batch = state_->batch.fill(part, firstPosition + std::int32_t(start), rows != nullptr);
        if (const int code = llama_decode(state_->context.get(), batch); code != 0)
            return fail("llama_failed", "llama.cpp could not decode (" + std::to_string(code) + "): " + takeLlamaError());
        if (rows) {
            const float* computed = llama_get_logits(state_->context.get());
            rows->insert(rows->end(), computed, computed + part.size() * std::size_t(vocabSize()));
        }
    }
    return {};
}

void LlamaRuntime::forget() {
    llama_memory_clear(llama_get_memory(state_->context.get()), true);
    state_->position = 0;
}

Result<std::vector<float>> LlamaRuntime::logits(std::span<const std::int32_t> ids) {
    forget();
    std::vector<float> rows;
    rows.reserve(ids.size() * std::size_t(vocabSize()));
    ANNEAL_CHECK(decode(ids, 0, &rows));
    return rows;
}

Result<std::span<const float>> LlamaRuntime::read(std::span<const std::int32_t> ids) {
    ANNEAL_CHECK(decode(ids, state_->position, nullptr));
    state_->position += std::int32_t(ids.size());
    return std::span<const float>(llama_get_logits_ith(state_->context.get(), -1), std::size_t(vocabSize()));
}

Result<std::vector<std::int32_t>> LlamaRuntime::generateGreedily(std::span<const std::int32_t> prompt, int maxTokens) {
    forget();
    std::vector<std::int32_t> generated;
    auto next = prompt;
    while (int(generated.size()) < maxTokens) {
        ANNEAL_TRY(row, read(next));
        generated.push_back(std::int32_t(std::ranges::max_element(row) - row.begin()));
        if (llama_vocab_is_eog(state_->vocab, generated.back()) || state_->position >= contextLength()) break;
        next = std::span(&generated.back(), 1);
    }
    return generated;
}

std::vector<std::int32_t> LlamaRuntime::tokenize(std::string_view text, bool addSpecial, bool parseSpecial) const {
    std::vector<std::int32_t> ids(text.size() + 8);
    const auto ask = [&] {
        return llama_tokenize(state_->vocab, text.data(), std::int32_t(text.size()), ids.data(), std::int32_t(ids.size()), addSpecial,
                              parseSpecial);
    };
    auto count = ask();
    if (count < 0) {
        ids.resize(std::size_t(-count));
        count = ask();
    }
    ids.resize(std::size_t(std::max(count, 0)));
    return ids;
}

std::string LlamaRuntime::tokenText(std::int32_t id) const { return llama_vocab_get_text(state_->vocab, id); }
bool LlamaRuntime::isControl(std::int32_t id) const { return llama_vocab_is_control(state_->vocab, id); }

std::string LlamaRuntime::chatTemplate() const {
    const char* text = llama_model_chat_template(state_->model.get(), nullptr);
    return text ? text : "";
}

RuntimeSpecialTokens LlamaRuntime::special() const {
    const auto* vocab = state_->vocab;
    return {present(llama_vocab_bos(vocab)), present(llama_vocab_eos(vocab)), present(llama_vocab_eot(vocab)),
            present(llama_vocab_pad(vocab))};
}

std::vector<std::int32_t> LlamaRuntime::stopIds() const {
    std::vector<std::int32_t> ids;
    for (std::int32_t id = 0; id < vocabSize(); ++id)
        if (llama_vocab_is_eog(state_->vocab, id)) ids.push_back(id);
    return ids;
}

}  // namespace anneal::exporting
