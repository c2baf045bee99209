#pragma once
// What a chat template would trip over in a conversation.

#include <array>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "text/sample.h"

namespace anneal::data {

enum class TemplateProblem {
    malformed,    ///< no conversation can be read from the row
    unknownRole,  ///< a role that the mapping does not name
    order,        ///< a system message that is not first, or turns of user and assistant that do not take turns, the user first
    noAnswer,     ///< the last turn is not the assistant's
    emptyTurn,    ///< a turn without text and without tool calls
};
inline constexpr std::array kTemplateProblems = {TemplateProblem::malformed, TemplateProblem::unknownRole, TemplateProblem::order,
                                                 TemplateProblem::noAnswer, TemplateProblem::emptyTurn};
std::string_view problemName(TemplateProblem problem);  ///< "roles_out_of_order"

/// Of a row's sample, or of the error that came instead. A text without turns has none.
std::vector<TemplateProblem> templateProblems(const Result<text::Sample>& sample);

/// What the assistant says, turn by turn; a completion; nothing of a plain text.
std::vector<std::string_view> answersOf(const text::Sample& sample);

}  // namespace anneal::data
