#include "data/sql/sql_parameters.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace anneal::data {
namespace {

bool isNameStart(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_'; }
bool isName(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// One past what begins at `at` and holds no parameters: a string, an identifier, a comment, a dollar quote; `at` itself if nothing does.
std::size_t skipQuoted(const std::string& query, std::size_t at, bool backslash) {
    const auto after = [&](std::string_view end, std::size_t from) {
        const auto found = query.find(end, from);
        return found == std::string::npos ? query.size() : found + end.size();
    };
    const char c = query[at];
    if (c == '\'' || c == '"' || c == '`') {
        for (++at; at < query.size() && query[at] != c; ++at) at += backslash && query[at] == '\\' && c != '`';
        return std::min(at + 1, query.size());
    }
    if (query.compare(at, 2, "--") == 0) return after("\n", at + 2);
    if (query.compare(at, 2, "/*") == 0) return after("*/", at + 2);
    if (c == '$') {
        auto end = at + 1;
        while (end < query.size() && isName(query[end])) ++end;
        if (end < query.size() && query[end] == '$') return after(query.substr(at, end + 1 - at), end + 1);
    }
    return at;
}

}  // namespace

Result<BoundQuery> bindParameters(const std::string& query, const std::map<std::string, std::string>& parameters, ParameterStyle style) {
    BoundQuery bound;
    std::vector<std::string> order, names;
    for (const auto& [name, value] : parameters) names.push_back(name);
    for (std::size_t i = 0; i < query.size();) {
        if (const auto end = skipQuoted(query, i, style == ParameterStyle::questionEscaped); end > i) {
            bound.text.append(query, i, end - i);
            i = end;
        } else if (query[i] == ':' && i + 1 < query.size() && query[i + 1] == ':') {
            bound.text += "::";
            i += 2;
        } else if (query[i] == ':' && i + 1 < query.size() && isNameStart(query[i + 1]) && (i == 0 || !isName(query[i - 1]))) {
            auto end = i + 1;
            while (end < query.size() && isName(query[end])) ++end;
            const auto name = query.substr(i + 1, end - i - 1);
            const auto found = parameters.find(name);
            if (found == parameters.end()) {
                const auto near = base::nearest(name, names);
                return fail("parameter_unknown", "the query's parameter :" + name + " has no value",
                            near ? "did you mean :" + *near + "?" : "give it with --param " + name + "=VALUE");
            }
            const auto known = std::find(order.begin(), order.end(), name);
            const bool again = style == ParameterStyle::numbered && known != order.end();
            if (!again) bound.values.push_back(found->second);
            const auto place = again ? known - order.begin() + 1 : std::ptrdiff_t(bound.values.size());
            bound.text += style == ParameterStyle::numbered ? "$" + std::to_string(place) : "?";
            if (!again) order.push_back(name);
            i = end;
        } else {
            bound.text += query[i++];
        }
    }
    for (const auto& name : names)
        if (std::find(order.begin(), order.end(), name) == order.end())
            return fail("parameter_unknown", "the query has no parameter :" + name,
                        "write it into the query, or leave --param " + name + " out");
    while (!bound.text.empty() && (std::isspace(static_cast<unsigned char>(bound.text.back())) || bound.text.back() == ';'))
        bound.text.pop_back();
    if (bound.text.empty()) return fail("query_invalid", "the query is empty", "give one with --query \"SELECT …\"");
    return bound;
}

}  // namespace anneal::data
