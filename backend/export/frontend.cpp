#include "export/frontend.h"

#include <set>

#include "generate/stop_ids.h"

namespace anneal::exporting {

Result<Frontend> Frontend::read(const std::filesystem::path& folder, const std::string& templateName,
                                const std::filesystem::path& configFolder) {
    Frontend frontend;
    ANNEAL_TRY(config, catalogue::ModelConfig::read(configFolder.empty() ? folder : configFolder));
    ANNEAL_TRY(tokenizer, text::Tokenizer::load(folder));
    frontend.config = config;
    frontend.tokenizer = tokenizer;
    const auto stops = generate::stopIds(folder, config, *tokenizer);
    std::set<std::int32_t> ids(stops.begin(), stops.end());
    if (auto chosen = text::ChatTemplate::choose(templateName, folder)) {
        for (const auto& text : chosen->stopTexts())
            if (const auto id = tokenizer->tokenId(text)) ids.insert(*id);
        frontend.chatTemplate = std::move(*chosen);
    } else if (chosen.error().code != "template_missing") {
        return fail(chosen.error());
    }
    frontend.stopIds.assign(ids.begin(), ids.end());
    return frontend;
}

const std::vector<Rendering>& gateConversations() {
    static const auto message = [](const char* role, const char* content) { return OrderedJson{{"role", role}, {"content", content}}; };
    static const std::vector<Rendering> conversations{
        {OrderedJson::array({message("user", "Who pays, and when?")}), true},
        {OrderedJson::array({message("system", "Answer in one line."), message("user", "第三条说什么？\n\n  Quote it: \"§ 3\".")}), true},
        {OrderedJson::array({message("user", "Hello!"), message("assistant", "Hello. How can I help?"), message("user", "Add 2 and 3.")}),
         true},
        {OrderedJson::array({message("user", "def f(x):\n    return x"), message("assistant", "It returns its argument.")}), false},
    };
    return conversations;
}

std::string renderOrRefusal(const text::ChatTemplate& chatTemplate, const Rendering& rendering) {
    const auto rendered = chatTemplate.render(rendering.messages, {.generationPrompt = rendering.generationPrompt});
    return rendered ? rendered->text : "refused: " + rendered.error().code;
}

}  // namespace anneal::exporting
