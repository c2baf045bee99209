#include "engine/work/generate_options.h"
#include "engine/work/prompt.h"
#include "engine/work/verbs.h"
#include "evaluate/generation.h"

namespace anneal::engine {

/// evaluate_generation {model…, questions: [{ids | text | messages, wanted}], template?, batch?, generation arguments; greedy by
/// default} -> {exact_match, accuracy, token_f1, generated, answers: [{text, ids, finish, exact_match}]}
WorkVerb evaluateGenerationVerb(SharedSession session) {
    return {"evaluate_generation", [session](Request& request) -> Result<Json> {
                const auto& args = request.args;
                ANNEAL_TRY(model, session->model(args));
                ANNEAL_TRY(tokenizer, session->tokenizer());
                ANNEAL_TRY(maker, PromptMaker::create(*session, args.value("template", std::string())));
                std::vector<evaluate::Question> questions;
                for (const auto& question : args.at("questions")) {
                    ANNEAL_TRY(prompt, maker.ids(question));
                    questions.push_back({std::move(prompt), question.at("wanted").get<std::string>()});
                }
                evaluate::GenerationEvalOptions options;
                ANNEAL_TRY(chosen, generateOptions(args, maker.stopIds(), true));
                options.generate = chosen;
                options.batch = args.value("batch", options.batch);
                const generate::Generator generator(*model, tokenizer);
                ANNEAL_TRY(report, evaluate::evaluateGeneration(generator, questions, options, request.progress, request.stop));
                auto result = report.scores.toJson();
                auto& answers = result["answers"] = Json::array();
                for (std::size_t index = 0; index < questions.size(); ++index) {
                    const auto& answer = report.answers[index];
                    answers.push_back({{"text", answer.text},
                                       {"ids", answer.ids},
                                       {"finish", generate::toText(answer.finish)},
                                       {"exact_match", evaluate::exactMatch(answer.text, questions[index].wanted)}});
                }
                return result;
            }};
}

}  // namespace anneal::engine
