#include "text/tokenizer.h"

#include <algorithm>

#include "base/files.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/loaders.h"

namespace anneal::text {
namespace {

namespace fs = std::filesystem;
using tokenizer::Parts;
using tokenizer::TokenizerConfig;

/// The failure with the file's name in front, unless whoever read the file put it there.
Result<Parts> at(const fs::path& file, Result<Parts> parts) {
    if (!parts && !parts.error().message.starts_with(file.string())) return failAt(file.string(), std::move(parts).error());
    return parts;
}

bool isTiktoken(const fs::path& file) {
    const auto mapped = base::MappedFile::open(file);
    if (!mapped) return false;
    const auto line = mapped->text().substr(0, mapped->text().find('\n'));
    return line.size() < 200 && line.find(' ') != std::string_view::npos &&
           std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

Result<Parts> loadModel(const fs::path& file, bool matchesControl, const TokenizerConfig& config) {
    return isTiktoken(file) ? tokenizer::loadTiktoken(file) : tokenizer::loadSentencePiece(file, matchesControl, config);
}

Result<Parts> loadFile(const fs::path& file) {
    const auto extension = file.extension();
    if (extension == ".json") return at(file, tokenizer::loadTokenizerJson(file));
    if (extension == ".gguf") return at(file, tokenizer::loadGguf(file));
    if (extension == ".model") return at(file, loadModel(file, false, {}));
    if (extension == ".tiktoken") return at(file, tokenizer::loadTiktoken(file));
    if (extension == ".bin") return at(file, tokenizer::loadLlama2c(file));
    if (extension == ".txt") return at(file, tokenizer::loadVocabText(file, {}));
    return fail("tokenizer_not_found", file.string() + " is no tokenizer file",
                "Give a model folder, tokenizer.json, tokenizer.model, a .gguf or a .tiktoken file.");
}

void setRole(const Parts& parts, const std::optional<std::string>& name, std::optional<int32_t>& role) {
    if (!name) return;
    for (const auto& token : parts.addedTokens)
        if (token.content == *name) return void(role = token.id);
    if (const auto id = parts.vocabulary->find(*name); id >= 0) role = id;
}

/// Tokens that tokenizer_config.json adds to those of the tokenizer's own file.
void mergeConfig(const TokenizerConfig& config, Parts& parts) {
    for (const auto& token : config.addedTokens) {
        const bool known = std::any_of(parts.addedTokens.begin(), parts.addedTokens.end(),
                                       [&](const auto& t) { return t.id == token.id || t.content == token.content; });
        if (!known) parts.addedTokens.push_back(token);
    }
    setRole(parts, config.bos, parts.special.bos);
    setRole(parts, config.eos, parts.special.eos);
    setRole(parts, config.unk, parts.special.unk);
    setRole(parts, config.pad, parts.special.pad);
}

/// Formats without a post-processor of their own follow add_bos_token and add_eos_token.
void frameByConfig(const TokenizerConfig& config, bool bosByDefault, Parts& parts) {
    auto& [before, after] = parts.frame;
    if (config.addBos.value_or(bosByDefault) && parts.special.bos && before.empty()) before = {*parts.special.bos};
    if (config.addEos.value_or(false) && parts.special.eos && after.empty()) after = {*parts.special.eos};
}

Result<Parts> loadSentencePieceFolder(const fs::path& file, const TokenizerConfig& config) {
    auto parts = at(file, loadModel(file, true, config));
    if (!parts) return parts;
    auto& special = parts->special;
    setRole(*parts, std::string("<s>"), special.bos);
    setRole(*parts, std::string("</s>"), special.eos);
    mergeConfig(config, *parts);
    frameByConfig(config, true, *parts);
    return parts;
}

Result<Parts> loadOtherFolder(const fs::path& folder, const TokenizerConfig& config) {
    if (fs::exists(folder / "vocab.json") && fs::exists(folder / "merges.txt"))
        return at(folder, tokenizer::loadVocabMerges(folder, config));
    if (fs::exists(folder / "vocab.txt")) return at(folder / "vocab.txt", tokenizer::loadVocabText(folder / "vocab.txt", config));
    if (const auto binary = folder / "tokenizer.bin"; fs::exists(binary)) return loadFile(binary);
    std::error_code ignored;
    for (const auto* extension : {".tiktoken", ".gguf"})
        for (const auto& entry : fs::directory_iterator(folder, ignored))
            if (entry.path().extension() == extension) return loadFile(entry.path());
    return fail("tokenizer_not_found", folder.string() + " holds no tokenizer",
                "A model folder needs tokenizer.json, tokenizer.model, or vocab.json with merges.txt.");
}

Result<Parts> loadFolder(const fs::path& folder) {
    ANNEAL_TRY(config, tokenizer::readTokenizerConfig(folder));
    if (const auto json = folder / "tokenizer.json"; fs::exists(json)) {
        auto parts = at(json, tokenizer::loadTokenizerJson(json));
        if (parts) mergeConfig(config, *parts);
        return parts;
    }
    if (const auto model = folder / "tokenizer.model"; fs::exists(model)) return loadSentencePieceFolder(model, config);
    auto parts = loadOtherFolder(folder, config);
    if (!parts) return parts;
    mergeConfig(config, *parts);
    frameByConfig(config, false, *parts);
    return parts;
}

}  // namespace

Tokenizer::Tokenizer(std::unique_ptr<const tokenizer::Pipeline> pipeline) : pipeline_(std::move(pipeline)) {}
Tokenizer::~Tokenizer() = default;

Result<std::shared_ptr<const Tokenizer>> Tokenizer::load(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error))
        return fail("file_not_found", path.string() + " does not exist", "Check the path of the model or tokenizer.");
    auto parts = fs::is_directory(path, error) ? loadFolder(path) : loadFile(path);
    if (!parts) return fail(std::move(parts).error());
    return std::make_shared<const Tokenizer>(std::make_unique<const tokenizer::Pipeline>(std::move(*parts)));
}

std::vector<int32_t> Tokenizer::encode(std::string_view text, bool addSpecial) const { return pipeline_->encode(text, addSpecial, false); }
std::vector<int32_t> Tokenizer::encodePlain(std::string_view text) const { return pipeline_->encode(text, false, true); }
std::string Tokenizer::decode(std::span<const int32_t> ids, bool skipSpecial) const { return pipeline_->decode(ids, skipSpecial); }
std::optional<int32_t> Tokenizer::tokenId(std::string_view token) const {
    const auto id = pipeline_->find(token);
    return id < 0 ? std::nullopt : std::optional(id);
}
std::string Tokenizer::tokenText(int32_t id) const { return pipeline_->text(id); }
bool Tokenizer::isSpecial(int32_t id) const { return pipeline_->isSpecial(id); }
int32_t Tokenizer::vocabSize() const { return pipeline_->size(); }
SpecialTokens Tokenizer::special() const { return pipeline_->special(); }

}  // namespace anneal::text
