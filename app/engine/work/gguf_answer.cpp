#include "engine/work/gguf_answer.h"

#include <algorithm>
#include <chrono>

#include "engine/work/generate_options.h"
#include "generate/sequence.h"
#include "text/chat_template.h"

namespace anneal::engine {
namespace {

struct Prompt {
    std::vector<std::int32_t> ids;
    std::string templateName = "none";
};

Result<Prompt> makePrompt(const exporting::LlamaRuntime& runtime, const std::filesystem::path& file, const Json& args) {
    if (args.contains("ids")) return Prompt{args["ids"].get<std::vector<std::int32_t>>()};
    if (args.contains("text")) return Prompt{runtime.tokenize(args["text"].get<std::string>(), true, true)};
    const auto messages = OrderedJson::parse(args.at("messages").dump());
    ANNEAL_TRY(chosen, text::ChatTemplate::choose(args.value("template", std::string()), file));
    ANNEAL_TRY(rendered, chosen.render(messages, {.generationPrompt = true}));
    return Prompt{runtime.tokenize(rendered.text, false, true), chosen.name()};
}

}  // namespace

Result<Json> answerFromGguf(Session& session, Request& request) {
    const std::filesystem::path file = request.args.at("model").get<std::string>();
    ANNEAL_TRY(runtime, session.runtime(file));
    ANNEAL_TRY(tokenizer, session.tokenizer());
    ANNEAL_TRY(options, generateOptions(request.args, runtime->stopIds(), false));
    ANNEAL_TRY(prompt, makePrompt(*runtime, file, request.args));
    const auto room = std::min<std::int64_t>(options.maxTokens, runtime->contextLength() - std::int64_t(prompt.ids.size()));
    if (prompt.ids.empty()) return fail("prompt_empty", "the prompt has no tokens", "give a prompt");
    if (room < 1)
        return fail("prompt_too_long",
                    "the prompt has " + std::to_string(prompt.ids.size()) + " tokens and the model's context " +
                        std::to_string(runtime->contextLength()),
                    "shorten the prompt");

    const auto started = std::chrono::steady_clock::now();
    generate::Sequence sequence(prompt.ids, room, options, options.sampling.seed, tokenizer);
    runtime->forget();
    while (!sequence.finished()) {
        if (request.stop.stopRequested()) return fail("stopped", "generation was stopped");
        ANNEAL_TRY(logits, runtime->read(sequence.unread()));
        const auto id = sequence.choose(logits);
        if (id < 0) return fail("logits_not_finite", "the file's logits are not finite", "its weights are damaged: export it again");
        sequence.markRead();
        const auto text = sequence.take(id);
        request.token({{"id", id}, {"text", text}});
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    const auto answer = sequence.result();
    return Json{{"text", answer.text},
                {"ids", answer.ids},
                {"finish", generate::toText(answer.finish)},
                {"prompt_tokens", prompt.ids.size()},
                {"template", prompt.templateName},
                {"seconds", seconds},
                {"tokens_per_second", double(answer.ids.size()) / std::max(seconds, 1e-9)}};
}

}  // namespace anneal::engine
