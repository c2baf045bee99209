#pragma once
// The one model that a work process holds between requests: of our engine, or a GGUF file in llama.cpp.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "export/llama_runtime.h"
#include "nn/causal_lm.h"
#include "text/tokenizer.h"

namespace anneal::engine {

class Session {
public:
    /// Loads what the arguments ask for, or keeps what is loaded when it is the same and its files are unchanged:
    ///   model    a Hugging Face folder (required)        adapter   a PEFT folder
    ///   device   auto, cpu, cuda, cuda:1                 dtype     auto, fp32, bf16, fp16
    ///   tokenizer   the folder with tokenizer and template, where it is not the model's
    /// `auto` takes a GPU where one is, and the type of the weights as published where the device computes in it.
    Result<nn::CausalLm*> model(const Json& args);

    /// The loaded model's tokenizer. Call after model().
    Result<std::shared_ptr<const text::Tokenizer>> tokenizer();
    const std::filesystem::path& folder() const { return folder_; }
    const std::filesystem::path& tokenizerFolder() const { return tokenizerFolder_; }
    /// Ends an answer of the loaded model.
    Result<std::vector<std::int32_t>> stopIds();

    /// The GGUF file in llama.cpp, kept like a model; it takes the model's place in memory.
    Result<exporting::LlamaRuntime*> runtime(const std::filesystem::path& gguf);
    static bool isGguf(const Json& args);

    void unload();

private:
    std::string key_;
    std::filesystem::path folder_;
    std::filesystem::path tokenizerFolder_;
    std::unique_ptr<nn::CausalLm> model_;
    std::optional<exporting::LlamaRuntime> runtime_;
    std::shared_ptr<const text::Tokenizer> tokenizer_;
};

}  // namespace anneal::engine
