#include "catalogue/model_folder.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "catalogue/safetensors_header.h"
#include "text/chat_template.h"
#include "text/tokenizer.h"

namespace anneal::catalogue {
namespace {

using Kind = ModelProblem::Kind;

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::vector<std::string> sizes;
    for (const auto size : shape) sizes.push_back(std::to_string(size));
    return "[" + base::join(sizes, ", ") + "]";
}

/// Tensors that published folders carry and no model needs: old rotary tables, and a head that is the embedding.
bool isSurplus(const std::string& name, const ModelConfig& config) {
    return name.ends_with("rotary_emb.inv_freq") || (name == "lm_head.weight" && config.tiedEmbeddings);
}

void checkTensors(const std::map<std::string, TensorEntry>& tensors, ModelCheck& check) {
    static const std::set<std::string, std::less<>> kTypes = {"F32", "BF16", "F16"};
    std::set<std::string> known;
    for (const auto& [name, shape] : check.config.parameters()) {
        known.insert(name);
        const auto found = tensors.find(name);
        if (found == tensors.end())
            check.problems.push_back({Kind::missingTensor, name, "is missing"});
        else if (found->second.shape != shape)
            check.problems.push_back({Kind::wrongShape, name,
                                      "has shape " + shapeText(found->second.shape) + " where config.json asks for " + shapeText(shape)});
        else if (!kTypes.contains(found->second.dtype))
            check.problems.push_back({Kind::wrongType, name, "has type " + found->second.dtype + "; weights are read as F32, BF16 or F16"});
    }
    for (const auto& [name, tensor] : tensors) {
        check.bytes += tensor.bytes;
        check.dtypes[tensor.dtype] += 1;
        if (known.contains(name)) continue;
        if (isSurplus(name, check.config))
            check.notes.push_back(name + " is not used");
        else
            check.problems.push_back({Kind::unexpectedTensor, name,
                                      "is not part of a " + std::string(familyName(check.config.family)) + " model with this config.json"});
    }
}

void checkTokenizer(const std::filesystem::path& folder, ModelCheck& check) {
    const auto tokenizer = text::Tokenizer::load(folder);
    if (!tokenizer) {
        if (tokenizer.error().code == "tokenizer_not_found")
            check.notes.push_back("there is no tokenizer in the folder");
        else
            check.problems.push_back({Kind::tokenizer, "tokenizer", "cannot be read: " + tokenizer.error().message});
        return;
    }
    check.hasTokenizer = true;
    if ((*tokenizer)->vocabSize() > check.config.vocabSize)
        check.problems.push_back({Kind::tokenizer, "tokenizer",
                                  "has ids up to " + std::to_string((*tokenizer)->vocabSize() - 1) + " and the model only " +
                                      std::to_string(check.config.vocabSize) + " embeddings: it belongs to another model"});
    check.hasTemplate = text::ChatTemplate::ofModel(folder).has_value();
    for (const auto id : check.config.eosIds)
        if (id < 0 || id >= check.config.vocabSize)
            check.notes.push_back("eos_token_id " + std::to_string(id) + " is outside the vocabulary");
}

}  // namespace

Status ModelCheck::status(const std::filesystem::path& folder) const {
    if (ok()) return {};
    constexpr std::size_t kNamed = 5;
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < std::min(kNamed, problems.size()); ++i) lines.push_back(problems[i].text());
    if (problems.size() > kNamed) lines.push_back("and " + std::to_string(problems.size() - kNamed) + " more");
    return fail("model_mismatch", folder.string() + " does not fit its config.json: " + base::join(lines, "; "),
                "download config.json, the tokenizer and the weights from one revision of the model");
}

Result<ModelCheck> checkModelFolder(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder, ignored))
        return fail("file_not_found", folder.string() + " is not a folder",
                    "a model is a folder in Hugging Face's layout: config.json, tokenizer.json, model.safetensors");
    ModelCheck check;
    ANNEAL_TRY(config, ModelConfig::read(folder));
    check.config = std::move(config);
    check.parameters = check.config.parameterCount();
    ANNEAL_TRY(tensors, readModelTensors(folder));
    checkTensors(tensors, check);
    checkTokenizer(folder, check);
    return check;
}

}  // namespace anneal::catalogue
