#include <iostream>
#include <iterator>

#include <poll.h>
#include <unistd.h>

#include "base/text.h"
#include "cli/verb.h"
#include "runs/model_reference.h"
#include "runs/worker.h"

namespace anneal::cli {
namespace {

struct Options {
    std::string model, adapter, prompt, system, chatTemplate;
    std::string device = "auto", dtype = "auto";
    std::vector<std::string> stop;
    int maxTokens = 512;
    bool greedy = false, raw = false;
    double temperature = 0.7, topP = 0.95, minP = 0, repetitionPenalty = 1;
    int topK = 0;
    std::uint64_t seed = 42;
};

constexpr int kPollMilliseconds = 200;

Json argumentsOf(const Options& options, const runs::ModelReference& reference) {
    auto arguments = reference.arguments();
    arguments["device"] = options.device;
    arguments["dtype"] = options.dtype;
    arguments["max_tokens"] = options.maxTokens;
    arguments["greedy"] = options.greedy;
    arguments["temperature"] = options.temperature;
    arguments["top_k"] = options.topK;
    arguments["top_p"] = options.topP;
    arguments["min_p"] = options.minP;
    arguments["repetition_penalty"] = options.repetitionPenalty;
    arguments["seed"] = options.seed;
    arguments["stop"] = options.stop;
    const bool ownTemplate = options.chatTemplate.empty() && reference.spec;
    arguments["template"] = ownTemplate ? reference.spec->templateName : options.chatTemplate;
    return arguments;
}

void addMessage(Json& messages, const char* role, const std::string& content) {
    messages.push_back({{"role", role}, {"content", content}});
}

Json firstMessages(const Options& options) {
    auto messages = Json::array();
    if (!options.system.empty()) addMessage(messages, "system", options.system);
    return messages;
}

int answerOnce(Context& context, const Options& options, runs::Worker& worker, Json arguments, const std::string& prompt) {
    if (options.raw) {
        arguments["text"] = prompt;
    } else {
        auto messages = firstMessages(options);
        addMessage(messages, "user", prompt);
        arguments["messages"] = std::move(messages);
    }
    runs::Worker::Listener listener;
    if (!context.json()) listener.token = [](const Json& token) { std::cout << token.value("text", std::string()) << std::flush; };
    const auto answer = worker.call("generate", arguments, listener, context.stop());
    if (!context.json()) std::cout << std::endl;
    if (!answer) return context.failure(answer.error());
    OrderedJson document;
    for (const char* key : {"text", "ids", "finish", "tokens_per_second", "prompt_tokens", "template"}) document[key] = answer->at(key);
    return context.answer(document, [] {});
}

/// A line from the terminal; nullopt at its end or after Ctrl-C.
std::optional<std::string> readLine(const Context& context) {
    std::cout << "\n> " << std::flush;
    while (!context.stop().stopRequested()) {
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (::poll(&input, 1, kPollMilliseconds) <= 0) continue;
        std::string line;
        if (!std::getline(std::cin, line)) return std::nullopt;
        return line;
    }
    return std::nullopt;
}

int converse(Context& context, const Options& options, runs::Worker& worker, Json arguments) {
    std::cout << "Ask, and end with an empty line or Ctrl-D. /new forgets what was said." << std::endl;
    auto messages = firstMessages(options);
    while (const auto line = readLine(context)) {
        if (base::trim(*line).empty()) break;
        if (base::trim(*line) == "/new") {
            messages = firstMessages(options);
            continue;
        }
        addMessage(messages, "user", *line);
        arguments["messages"] = messages;
        runs::Worker::Listener listener;
        listener.token = [](const Json& token) { std::cout << token.value("text", std::string()) << std::flush; };
        const auto answer = worker.call("generate", arguments, listener, context.stop());
        std::cout << std::endl;
        if (!answer) return context.failure(answer.error());
        addMessage(messages, "assistant", answer->at("text").get<std::string>());
    }
    return context.stop().stopRequested() ? kStopped : kDone;
}

int run(Context& context, const Options& options, bool hasPrompt) {
    const auto reference = runs::findModel(options.model, options.adapter);
    if (!reference) return context.failure(reference.error());
    const auto worker = runs::Worker::start();
    if (!worker) return context.failure(worker.error());
    const auto arguments = argumentsOf(options, *reference);
    if (hasPrompt) return answerOnce(context, options, **worker, arguments, options.prompt);
    if (::isatty(STDIN_FILENO) == 0 || context.json()) {
        const std::string prompt{std::istreambuf_iterator<char>(std::cin), {}};
        return answerOnce(context, options, **worker, arguments, prompt);
    }
    if (const auto loaded = (*worker)->call("load", arguments, {}, context.stop()); !loaded) return context.failure(loaded.error());
    return converse(context, options, **worker, arguments);
}

}  // namespace

Verb chatVerb() {
    return {"chat", "Ask a model, with or without an adapter", [](CLI::App& app) -> Action {
                auto options = std::make_shared<Options>();
                app.add_option("--model", options->model,
                               "Model folder, registered name, run, checkpoint, or GGUF file (answered by llama.cpp)")
                    ->required();
                app.add_option("--adapter", options->adapter, "PEFT folder or run");
                auto* prompt = app.add_option("--prompt", options->prompt, "Ask this once; without it: a conversation, or standard input");
                app.add_option("--system", options->system, "System message");
                app.add_option("--max-tokens", options->maxTokens, "Longest answer, in tokens")->check(CLI::Range(1, 1 << 20));
                app.add_flag("--greedy", options->greedy, "Always the most likely token");
                app.add_flag("--raw", options->raw, "The prompt as it is, without a template");
                app.add_option("--template", options->chatTemplate, "A named template in place of the model's own");
                app.add_option("--temperature", options->temperature, "Sampling temperature; 0 is greedy")->check(CLI::NonNegativeNumber);
                app.add_option("--top-k", options->topK, "Draw among the k likeliest; 0: all")->check(CLI::NonNegativeNumber);
                app.add_option("--top-p", options->topP, "Draw among the likeliest that reach this probability");
                app.add_option("--min-p", options->minP, "Drop tokens below this share of the likeliest");
                app.add_option("--repetition-penalty", options->repetitionPenalty, "Above 1 repeats less");
                app.add_option("--seed", options->seed, "Seed of the draws");
                app.add_option("--stop", options->stop, "Text that ends the answer")->type_size(1)->allow_extra_args(false);
                app.add_option("--device", options->device, "auto, cpu, cuda, cuda:1");
                app.add_option("--dtype", options->dtype, "auto, fp32, bf16, fp16");
                return [options, prompt](Context& context) { return run(context, *options, prompt->count() > 0); };
            }};
}

}  // namespace anneal::cli
