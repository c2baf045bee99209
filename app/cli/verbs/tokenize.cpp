#include <iostream>

#include "base/files.h"
#include "base/text.h"
#include "catalogue/registry.h"
#include "cli/verb.h"
#include "text/label_mask.h"
#include "text/tokenizer.h"

namespace anneal::cli {
namespace {

struct Options {
    std::string model, file, lines, messages, text, chatTemplate;
    bool special = false;
    bool generationPrompt = false;
};

struct Model {
    std::filesystem::path path;
    std::shared_ptr<const text::Tokenizer> tokenizer;
};

Result<Model> loadModel(const std::string& name) {
    ANNEAL_TRY(path, catalogue::ModelRegistry().resolve(name));
    ANNEAL_TRY(tokenizer, text::Tokenizer::load(path));
    return Model{std::move(path), std::move(tokenizer)};
}

void printIds(const text::Tokenizer& tokenizer, const std::vector<std::int32_t>& ids) {
    for (const auto id : ids) std::cout << id << '\t' << base::dumpJson(Json(tokenizer.decode({&id, 1}))) << '\n';
    std::cout << base::formatCount(std::int64_t(ids.size())) << " tokens\n";
}

Result<OrderedJson> tokenizeText(const Model& model, const Options& options, std::vector<std::int32_t>& ids) {
    std::string text = options.text;
    if (!options.file.empty()) {
        ANNEAL_TRY(read, base::readFile(options.file));
        text = std::move(read);
    }
    ids = model.tokenizer->encode(text, options.special);
    return OrderedJson{{"ids", ids}, {"count", ids.size()}};
}

Result<OrderedJson> tokenizeLines(const Model& model, const Options& options) {
    ANNEAL_TRY(read, base::readFile(options.lines));
    OrderedJson all = OrderedJson::array();
    std::size_t count = 0, number = 0;
    std::string_view rest = read;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        ++number;
        if (base::trim(line).empty()) continue;
        const auto place = options.lines + ": line " + std::to_string(number);
        const auto json = base::parseJson(line);
        if (!json) return failAt(place, json.error());
        if (!json->is_object() || !json->contains("text") || !(*json)["text"].is_string())
            return fail("text_missing", place + " has no \"text\"", "each line is an object with a \"text\"");
        auto ids = model.tokenizer->encode((*json)["text"].get_ref<const std::string&>(), options.special);
        count += ids.size();
        all.push_back(std::move(ids));
    }
    return OrderedJson{{"ids", std::move(all)}, {"count", count}};
}

Result<OrderedJson> tokenizeMessages(const Model& model, const Options& options, text::MaskedTokens& tokens) {
    ANNEAL_TRY(read, base::readFile(options.messages));
    // Key order is part of what templates print.
    auto json = OrderedJson::parse(read, nullptr, false);
    if (json.is_discarded()) return failAt(options.messages, base::parseJson(read).error());
    text::RenderOptions render{.generationPrompt = options.generationPrompt, .tools = {}, .variables = {}};
    if (json.is_object()) {
        if (json.contains("tools")) render.tools = json["tools"];
        OrderedJson messages = json.value("messages", OrderedJson());
        json = std::move(messages);
    }
    if (!json.is_array())
        return fail("messages_invalid", options.messages + " holds no messages",
                    "give a list of {\"role\", \"content\"}, or an object with \"messages\" and \"tools\"");
    ANNEAL_TRY(chat, text::ChatTemplate::choose(options.chatTemplate, model.path, model.tokenizer.get()));
    const text::SampleEncoder encoder(model.tokenizer, std::move(chat));
    ANNEAL_TRY(encoded, encoder.encodeChat(text::normaliseMessages(json), render));
    tokens = std::move(encoded);
    return OrderedJson{{"text", tokens.text}, {"ids", tokens.ids}, {"trained", tokens.trained}, {"count", tokens.ids.size()}};
}

int run(Context& context, const Options& options) {
    const auto model = loadModel(options.model);
    if (!model) return context.failure(model.error());
    if (!options.lines.empty()) {
        const auto document = tokenizeLines(*model, options);
        if (!document) return context.failure(document.error());
        return context.answer(*document, [&] {
            for (const auto& line : (*document)["ids"]) std::cout << base::dumpJson(line) << '\n';
        });
    }
    if (!options.messages.empty()) {
        text::MaskedTokens tokens;
        const auto document = tokenizeMessages(*model, options, tokens);
        if (!document) return context.failure(document.error());
        return context.answer(*document, [&] {
            std::cout << tokens.text << "\n\n";
            for (std::size_t i = 0; i < tokens.ids.size(); ++i)
                std::cout << (tokens.trained[i] ? "train  " : "       ") << tokens.ids[i] << '\t'
                          << base::dumpJson(Json(model->tokenizer->decode({&tokens.ids[i], 1}))) << '\n';
        });
    }
    std::vector<std::int32_t> ids;
    const auto document = tokenizeText(*model, options, ids);
    if (!document) return context.failure(document.error());
    return context.answer(*document, [&] { printIds(*model->tokenizer, ids); });
}

}  // namespace

Verb tokenizeVerb() {
    return {"tokenize", "Turn text or messages into token ids", [](CLI::App& app) -> Action {
                auto options = std::make_shared<Options>();
                app.add_option("--model", options->model, "Model folder, tokenizer.json, .model, GGUF, or a registered name")->required();
                auto* input = app.add_option_group("input", "What to tokenise");
                input->add_option("--file", options->file, "A file, its bytes as one text");
                input->add_option("--lines", options->lines, "JSON lines: the \"text\" of each on its own");
                input->add_option("--messages", options->messages, "JSON messages, through the chat template");
                input->add_option("--text", options->text, "The text itself");
                input->require_option(1);
                app.add_flag("--special", options->special, "Add what the tokenizer puts around a text (BOS, EOS)");
                app.add_flag("--generation-prompt", options->generationPrompt,
                             "With --messages: end with the header of the answer to come");
                app.add_option("--template", options->chatTemplate, "With --messages: a named template in place of the model's own");
                return [options](Context& context) { return run(context, *options); };
            }};
}

}  // namespace anneal::cli
