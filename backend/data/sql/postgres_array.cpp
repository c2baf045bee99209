#include "data/sql/postgres_array.h"

#include "data/render.h"

namespace anneal::data {
namespace {

void appendElement(std::string& out, const std::string& text, bool quoted, ArrayElement element) {
    if (!quoted && text == "NULL") {
        out += "null";
        return;
    }
    switch (element) {
        case ArrayElement::number:
            if (text.find_first_not_of("0123456789+-.eE") == std::string::npos)
                out += text;
            else
                out += "null";
            break;
        case ArrayElement::boolean: out += text == "t" ? "true" : "false"; break;
        case ArrayElement::json: out += text; break;
        default: appendJsonString(out, text);
    }
}

}  // namespace

std::string arrayAsJson(std::string_view literal, ArrayElement element) {
    // Arrays that do not begin at 1 carry their bounds in front: [0:1]={1,2}.
    const auto brace = literal.find('{');
    if (brace == std::string_view::npos) return "null";
    std::string out, text;
    bool quoted = false, any = false;
    const auto finish = [&] {
        if (any) appendElement(out, text, quoted, element);
        text.clear();
        quoted = any = false;
    };
    for (auto i = brace; i < literal.size(); ++i) {
        switch (const char c = literal[i]) {
            case '{': out += '['; break;
            case '}':
                finish();
                out += ']';
                break;
            case ',':
                finish();
                out += ',';
                break;
            case '"':
                quoted = any = true;
                for (++i; i < literal.size() && literal[i] != '"'; ++i) {
                    if (literal[i] == '\\' && i + 1 < literal.size()) ++i;
                    text += literal[i];
                }
                break;
            default: any = true; text += c;
        }
    }
    return out;
}

}  // namespace anneal::data
