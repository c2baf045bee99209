#pragma once
// Everything of a model that is not weights: tokenizer, chat template, stop tokens.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "base/result.h"
#include "catalogue/model_config.h"
#include "text/chat_template.h"
#include "text/tokenizer.h"

namespace anneal::exporting {

struct Frontend {
    catalogue::ModelConfig config;
    std::shared_ptr<const text::Tokenizer> tokenizer;
    std::optional<text::ChatTemplate> chatTemplate;  ///< absent for a model that was not tuned to chat
    std::vector<std::int32_t> stopIds;               ///< rising

    /// `templateName`: the template the model was trained with, empty for its own. A template's stop tokens are stop ids too.
    /// `configFolder`: where config.json is, if not in `folder` (an adapter has none of its own).
    static Result<Frontend> read(const std::filesystem::path& folder, const std::string& templateName = {},
                                 const std::filesystem::path& configFolder = {});
};

/// Conversations that a template must render alike in both worlds.
struct Rendering {
    OrderedJson messages;
    bool generationPrompt = false;
};
const std::vector<Rendering>& gateConversations();

/// The rendered text, or the template's own refusal ("no system role") as text: a refusal is an answer that must be equal too.
std::string renderOrRefusal(const text::ChatTemplate& chatTemplate, const Rendering& rendering);

}  // namespace anneal::exporting
