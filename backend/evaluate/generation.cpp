#include "evaluate/generation.h"

#include <algorithm>
#include <numeric>

namespace anneal::evaluate {

Result<GenerationReport> evaluateGeneration(const generate::Generator& generator, const std::vector<Question>& questions,
                                            const GenerationEvalOptions& options, const base::ProgressFunction& progress,
                                            base::StopToken stop) {
    std::vector<std::size_t> order(questions.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::erase_if(order, [&](std::size_t index) {
        const auto fits = generator.check(questions[index].prompt);
        return !fits && fits.error().code == "prompt_too_long";
    });
    std::ranges::stable_sort(order, {}, [&](std::size_t index) { return questions[index].prompt.size(); });

    GenerationReport report;
    report.answers.resize(questions.size());
    for (std::size_t done = 0; done < order.size();) {
        const auto count = std::min(std::max<std::size_t>(options.batch, 1), order.size() - done);
        std::vector<std::vector<std::int32_t>> prompts;
        for (std::size_t each = 0; each < count; ++each) prompts.push_back(questions[order[done + each]].prompt);
        ANNEAL_TRY(answers, generator.generateBatch(prompts, options.generate, {}, stop));
        for (std::size_t each = 0; each < count; ++each) report.answers[order[done + each]] = std::move(answers[each]);
        done += count;
        if (progress) progress({std::int64_t(done), std::int64_t(order.size()), "answering"});
    }
    for (std::size_t index = 0; index < questions.size(); ++index) report.scores.add(report.answers[index].text, questions[index].wanted);
    return report;
}

}  // namespace anneal::evaluate
