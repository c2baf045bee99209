#include "engine/work/session.h"

#include <algorithm>

#include "generate/stop_ids.h"
#include "nn/adapters/lora.h"
#include "nn/device.h"
#include "nn/load.h"

namespace anneal::engine {
namespace {

namespace fs = std::filesystem;

/// Changes when the file, or one of the folder, does: a run that goes on rewrites its adapter.
std::string stamp(const fs::path& folder) {
    if (folder.empty()) return {};
    std::error_code error;
    fs::file_time_type latest{};
    std::uintmax_t bytes = 0;
    if (fs::is_regular_file(folder, error)) {
        latest = fs::last_write_time(folder, error);
        bytes = fs::file_size(folder, error);
    }
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        std::error_code ignored;
        if (!entry->is_regular_file(ignored)) continue;
        latest = std::max(latest, entry->last_write_time(ignored));
        bytes += entry->file_size(ignored);
    }
    return std::to_string(latest.time_since_epoch().count()) + "/" + std::to_string(bytes);
}

Result<at::Device> deviceOf(const std::string& name) {
    if (name == "auto") return nn::bestDevice();
    return nn::openDevice(name);
}

Result<at::ScalarType> dtypeOf(const std::string& name, const fs::path& folder, at::Device device) {
    if (name != "auto") return nn::parseDtype(name);
    ANNEAL_TRY(config, catalogue::ModelConfig::read(folder));
    ANNEAL_TRY(published, nn::parseDtype(config.dtype));
    return nn::computeDtypeFor(published, device);
}

}  // namespace

Result<nn::CausalLm*> Session::model(const Json& args) {
    const fs::path folder = args.at("model").get<std::string>();
    const fs::path adapter = args.value("adapter", std::string());
    if (isGguf(args))
        return fail("model_unsupported", folder.string() + " is a GGUF file: it answers in chat, and nothing else is asked of it",
                    "name the run or the model folder it was made from");
    const auto deviceName = args.value("device", std::string("auto"));
    const auto dtypeName = args.value("dtype", std::string("auto"));
    const auto tokenizerName = args.value("tokenizer", std::string());
    const fs::path tokenizerFolder = tokenizerName.empty() ? folder : fs::path(tokenizerName);
    if (tokenizerFolder != tokenizerFolder_) tokenizer_.reset();
    tokenizerFolder_ = tokenizerFolder;
    const auto key = Json{folder.string(), stamp(folder), adapter.string(), stamp(adapter), deviceName, dtypeName}.dump();
    if (model_ && key == key_) return model_.get();

    unload();
    ANNEAL_TRY(device, deviceOf(deviceName));
    ANNEAL_TRY(dtype, dtypeOf(dtypeName, folder, device));
    ANNEAL_TRY(model, nn::loadCausalLm(folder, {.device = device, .dtype = dtype}));
    if (!adapter.empty()) ANNEAL_CHECK(nn::loadAdapter(*model, adapter));
    model_ = std::move(model);
    folder_ = folder;
    key_ = key;
    return model_.get();
}

bool Session::isGguf(const Json& args) { return fs::path(args.value("model", std::string())).extension() == ".gguf"; }

Result<exporting::LlamaRuntime*> Session::runtime(const fs::path& gguf) {
    constexpr int kContext = 1 << 17;  // tokens; the model's own where that is shorter
    const auto key = gguf.string() + " " + stamp(gguf);
    if (runtime_ && key == key_) return &*runtime_;
    unload();
    ANNEAL_TRY(loaded, exporting::LlamaRuntime::load(gguf, {.contextLength = kContext}));
    runtime_ = std::move(loaded);
    tokenizerFolder_ = gguf;
    key_ = key;
    return &*runtime_;
}

Result<std::shared_ptr<const text::Tokenizer>> Session::tokenizer() {
    if (!tokenizer_) {
        ANNEAL_TRY(loaded, text::Tokenizer::load(tokenizerFolder_));
        tokenizer_ = std::move(loaded);
    }
    return tokenizer_;
}

Result<std::vector<std::int32_t>> Session::stopIds() {
    ANNEAL_TRY(tokens, tokenizer());
    return generate::stopIds(tokenizerFolder_, model_->config(), *tokens);
}

void Session::unload() {
    key_.clear();
    tokenizer_.reset();
    model_.reset();
    runtime_.reset();
}

}  // namespace anneal::engine
