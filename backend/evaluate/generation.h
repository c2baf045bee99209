#pragma once
// Generated answers to many prompts, compared with what was wanted.

#include <functional>
#include <string>
#include <vector>

#include "evaluate/answers.h"
#include "generate/generator.h"

namespace anneal::evaluate {

struct Question {
    std::vector<std::int32_t> prompt;
    std::string wanted;
};

struct GenerationEvalOptions {
    generate::GenerateOptions generate{.sampling = {.greedy = true}};
    std::size_t batch = 16;  ///< prompts that decode together
};

struct GenerationReport {
    AnswerScores scores;
    std::vector<generate::Generated> answers;  ///< in the order of the questions
};

/// Prompts of like length decode together. A prompt that leaves no room for an answer counts as answered with nothing.
/// Errors: those of generate::Generator but for "prompt_too_long".
Result<GenerationReport> evaluateGeneration(const generate::Generator& generator, const std::vector<Question>& questions,
                                            const GenerationEvalOptions& options = {}, const base::ProgressFunction& progress = {},
                                            base::StopToken stop = {});

}  // namespace anneal::evaluate
