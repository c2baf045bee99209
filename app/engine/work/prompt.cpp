#include "engine/work/prompt.h"

#include "base/text.h"
#include "text/label_mask.h"

namespace anneal::engine {

Result<PromptMaker> PromptMaker::create(Session& session, const std::string& templateName) {
    PromptMaker maker;
    ANNEAL_TRY(tokenizer, session.tokenizer());
    maker.tokenizer_ = tokenizer;
    ANNEAL_TRY(stops, session.stopIds());
    maker.stopIds_ = std::move(stops);
    if (auto chosen = text::ChatTemplate::choose(templateName, session.tokenizerFolder(), tokenizer.get())) {
        const auto more = text::stopTokens(*tokenizer, &*chosen);
        maker.stopIds_.insert(maker.stopIds_.end(), more.begin(), more.end());
        maker.template_ = std::move(*chosen);
    } else if (chosen.error().code != "template_missing") {
        return fail(chosen.error());
    }
    return maker;
}

Result<std::vector<std::int32_t>> PromptMaker::ids(const Json& question) const {
    if (question.contains("ids")) return question["ids"].get<std::vector<std::int32_t>>();
    if (question.contains("text")) return tokenizer_->encode(question["text"].get<std::string>(), true);
    const auto messages = OrderedJson::parse(question.at("messages").dump());
    if (!template_) {
        std::vector<std::string> contents;
        for (const auto& message : messages) contents.push_back(message.at("content").get<std::string>());
        return tokenizer_->encode(base::join(contents, "\n"), true);
    }
    text::RenderOptions options{.generationPrompt = true};
    if (question.contains("tools")) options.tools = OrderedJson::parse(question["tools"].dump());
    ANNEAL_TRY(rendered, template_->render(messages, options));
    return tokenizer_->encode(rendered.text);
}

}  // namespace anneal::engine
