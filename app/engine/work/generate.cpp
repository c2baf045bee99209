#include <chrono>

#include "engine/work/generate_options.h"
#include "engine/work/gguf_answer.h"
#include "engine/work/prompt.h"
#include "engine/work/verbs.h"

namespace anneal::engine {

/// generate {model…, ids | text | messages, template?, generation arguments} -> tokens {id, text}, then
/// {text, ids, finish, prompt_tokens, template, seconds, tokens_per_second}
WorkVerb generateVerb(SharedSession session) {
    return {"generate", [session](Request& request) -> Result<Json> {
                const auto& args = request.args;
                if (Session::isGguf(args)) return answerFromGguf(*session, request);
                ANNEAL_TRY(model, session->model(args));
                ANNEAL_TRY(tokenizer, session->tokenizer());
                ANNEAL_TRY(maker, PromptMaker::create(*session, args.value("template", std::string())));
                ANNEAL_TRY(options, generateOptions(args, maker.stopIds(), false));
                ANNEAL_TRY(prompt, maker.ids(args));

                const auto onToken = [&](std::size_t, std::int32_t id, std::string_view text) {
                    request.token({{"id", id}, {"text", text}});
                };
                const auto started = std::chrono::steady_clock::now();
                ANNEAL_TRY(answer, generate::Generator(*model, tokenizer).generate(prompt, options, onToken, request.stop));
                const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
                return Json{{"text", answer.text},
                            {"ids", answer.ids},
                            {"finish", generate::toText(answer.finish)},
                            {"prompt_tokens", prompt.size()},
                            {"template", maker.templateName()},
                            {"seconds", seconds},
                            {"tokens_per_second", double(answer.ids.size()) / std::max(seconds, 1e-9)}};
            }};
}

}  // namespace anneal::engine
