#include "data/detect/conversation.h"

#include <algorithm>

#include "base/text.h"

namespace anneal::data {
namespace {

bool saysNothing(const text::Message& turn) {
    return base::trim(turn.content).empty() && (turn.toolCalls.is_null() || turn.toolCalls.empty());
}

/// Who may speak after whom; tools answer an assistant, who then goes on.
bool mayFollow(const std::string& before, const text::Message& turn) {
    if (turn.role == "system") return before.empty();
    if (turn.role == "user") return before.empty() || before == "system" || before == "assistant";
    if (turn.role == "assistant") return before == "user" || before == "tool";
    return before == "assistant" || before == "tool";
}

}  // namespace

std::string_view problemName(TemplateProblem problem) {
    switch (problem) {
        case TemplateProblem::malformed: return "malformed";
        case TemplateProblem::unknownRole: return "unknown_role";
        case TemplateProblem::order: return "roles_out_of_order";
        case TemplateProblem::noAnswer: return "no_answer";
        case TemplateProblem::emptyTurn: return "empty_turn";
    }
    return {};
}

std::vector<TemplateProblem> templateProblems(const Result<text::Sample>& sample) {
    if (!sample) return {sample.error().code == "role_unknown" ? TemplateProblem::unknownRole : TemplateProblem::malformed};
    std::vector<TemplateProblem> problems;
    switch (sample->kind()) {
        case text::Sample::Kind::text: return {};
        case text::Sample::Kind::completion:
            if (base::trim(sample->completion).empty()) problems.push_back(TemplateProblem::noAnswer);
            return problems;
        case text::Sample::Kind::messages: break;
    }
    std::string before;
    bool ordered = true;
    for (const auto& turn : sample->messages) {
        ordered = ordered && mayFollow(before, turn);
        before = turn.role;
    }
    if (!ordered) problems.push_back(TemplateProblem::order);
    if (before != "assistant") problems.push_back(TemplateProblem::noAnswer);
    if (std::any_of(sample->messages.begin(), sample->messages.end(), saysNothing)) problems.push_back(TemplateProblem::emptyTurn);
    return problems;
}

std::vector<std::string_view> answersOf(const text::Sample& sample) {
    if (sample.kind() == text::Sample::Kind::completion) return {sample.completion};
    std::vector<std::string_view> answers;
    for (const auto& turn : sample.messages)
        if (turn.role == "assistant" && (turn.toolCalls.is_null() || turn.toolCalls.empty())) answers.push_back(turn.content);
    return answers;
}

}  // namespace anneal::data
