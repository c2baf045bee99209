#pragma once
// Answers in which a model declines or speaks of itself, as data made with other models hold them.

#include <optional>
#include <string_view>

namespace anneal::data {

/// The phrase by which the answer gives itself away ("as an ai language model", "作为一个人工智能"), in English or Chinese, looked for
/// within its first characters; nothing for any other text. Any thread.
std::optional<std::string_view> refusalIn(std::string_view answer);

}  // namespace anneal::data
