#pragma once
// Chat templates: the Jinja text that turns messages into what a model was trained to read, as transformers'
// apply_chat_template renders it. The engine is llama.cpp's; it is not seen outside chat_template.cpp.

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "text/sample.h"
#include "text/tokenizer.h"

namespace anneal::text {

/// Messages as the JSON that templates read. A null is as good as a missing key, so nulls are left out; reasoning is
/// given under each name that templates ask for it by.
OrderedJson toJson(std::span<const Message> messages);
OrderedJson normaliseMessages(const OrderedJson& messages);

struct RenderOptions {
    bool generationPrompt = false;  ///< end with the header of the answer to come
    OrderedJson tools;              ///< array of function schemas, or null
    OrderedJson variables;          ///< further variables (enable_thinking, …), or null
};

struct RenderedChat {
    std::string text;
    std::vector<std::pair<std::size_t, std::size_t>> generated;  ///< byte spans inside {% generation %} … {% endgeneration %}
};

/// Immutable, cheap to copy; any number of threads may render at once.
class ChatTemplate {
public:
    /// The variables a template may read beside the messages: bos_token, eos_token, …
    using SpecialTexts = std::map<std::string, std::string>;

    /// Errors: "template_invalid" with the place in the source.
    static Result<ChatTemplate> parse(std::string name, std::string source, SpecialTexts special);
    /// The model folder's (or GGUF file's) own: chat_template.jinja, else tokenizer_config.json's chat_template (one text, or several by
    /// name, of which "tool_use" serves requests with tools). Error "template_missing" lists the named ones.
    static Result<ChatTemplate> ofModel(const std::filesystem::path& modelFolder);
    /// One of ours by its name (see template_names.h), with the model's special tokens. Error "template_unknown".
    static Result<ChatTemplate> named(std::string_view name, const std::filesystem::path& modelFolder);
    /// `name` if it is not empty, else the model's own. Tokens that no configuration file names are taken from `tokenizer`.
    static Result<ChatTemplate> choose(std::string_view name, const std::filesystem::path& modelFolder,
                                       const Tokenizer* tokenizer = nullptr);
    ChatTemplate completedBy(const Tokenizer& tokenizer) const;

    /// Errors: "template_refused" with the template's own words where it raises an exception, "template_failed".
    Result<RenderedChat> render(const OrderedJson& messages, const RenderOptions& options = {}) const;
    Result<RenderedChat> render(std::span<const Message> messages, const RenderOptions& options = {}) const;

    const std::string& name() const;    ///< "own", or the name it was asked by
    const std::string& source() const;  ///< as read
    /// Without {% generation %} markers, which many programs other than transformers do not know.
    std::string portableSource() const;
    bool marksGeneration() const;
    const SpecialTexts& specialTexts() const;
    /// Spellings of tokens that end an answer, beside the model's own end token.
    const std::vector<std::string>& stopTexts() const;

private:
    struct Programs;
    explicit ChatTemplate(std::shared_ptr<const Programs> programs) : programs_(std::move(programs)) {}
    std::shared_ptr<const Programs> programs_;
};

/// special_tokens_map.json and tokenizer_config.json of a model folder: "bos_token" -> "<s>", …
ChatTemplate::SpecialTexts readSpecialTexts(const std::filesystem::path& modelFolder);

}  // namespace anneal::text
