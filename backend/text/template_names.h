#pragma once
// The chat templates that are known by a name, for models that bring none.

#include <string>
#include <string_view>
#include <vector>

namespace anneal::text {

struct NamedTemplate {
    std::string_view name;
    std::string_view source;             ///< Jinja, with {% generation %} around what the model answers
    std::vector<std::string> stopTexts;  ///< tokens that end an answer, beside the model's own end token
};

const std::vector<NamedTemplate>& namedTemplates();
const NamedTemplate* findTemplate(std::string_view name);
std::vector<std::string> templateNames();

}  // namespace anneal::text
