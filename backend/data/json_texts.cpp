#include "data/json_texts.h"

#include "base/json.h"
#include "data/render.h"

namespace anneal::data {
namespace {

/// A string token with its quotes.
struct Token {
    std::size_t begin = 0, end = 0;
    bool escaped = false;
};

std::size_t skipBlanks(std::string_view json, std::size_t at) {
    while (at < json.size() && (json[at] == ' ' || json[at] == '\t' || json[at] == '\n' || json[at] == '\r')) ++at;
    return at;
}

bool namesRole(std::string_view key) { return key == "role" || key == "from" || key == "type"; }

/// Walks over the string values that are texts.
class TextTokens {
public:
    explicit TextTokens(std::string_view json) : json_(json) {}

    bool next(Token& token) {
        while (at_ < json_.size()) {
            const char c = json_[at_];
            if (c == '"') {
                if (!readString(token)) return false;
                const auto after = skipBlanks(json_, at_);
                const bool key = after < json_.size() && json_[after] == ':';
                const bool role = valueOfRole_ && !key;
                valueOfRole_ = key && namesRole(json_.substr(token.begin + 1, token.end - token.begin - 2));
                if (key) at_ = after + 1;
                if (!key && !role) return true;
                continue;
            }
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') valueOfRole_ = false;
            ++at_;
        }
        return false;
    }

private:
    bool readString(Token& token) {
        token = {at_, at_, false};
        for (auto i = at_ + 1; i < json_.size(); ++i) {
            if (json_[i] == '\\') {
                token.escaped = true;
                ++i;
            } else if (json_[i] == '"') {
                token.end = at_ = i + 1;
                return true;
            }
        }
        return false;
    }
    std::string_view json_;
    std::size_t at_ = 0;
    bool valueOfRole_ = false;  ///< the next value stands after "role":
};

/// The token's text; `buffer` holds it where escapes had to be undone.
std::string_view textOf(std::string_view json, const Token& token, std::string& buffer) {
    if (!token.escaped) return json.substr(token.begin + 1, token.end - token.begin - 2);
    const auto value = Json::parse(json.substr(token.begin, token.end - token.begin), nullptr, false);
    buffer = value.is_string() ? value.get<std::string>() : std::string();
    return buffer;
}

}  // namespace

void visitJsonTexts(std::string_view json, const std::function<void(std::string_view)>& visit) {
    TextTokens tokens(json);
    Token token;
    std::string buffer;
    while (tokens.next(token)) visit(textOf(json, token, buffer));
}

bool editJsonTexts(std::string_view json, const TextEdit& edit, std::string& out) {
    TextTokens tokens(json);
    Token token;
    std::string buffer, edited;
    std::size_t copied = 0;
    while (tokens.next(token)) {
        edited.clear();
        if (!edit(textOf(json, token, buffer), edited)) continue;
        out.append(json, copied, token.begin - copied);
        appendJsonString(out, edited);
        copied = token.end;
    }
    if (copied == 0) return false;
    out.append(json, copied, std::string_view::npos);
    return true;
}

}  // namespace anneal::data
