#include "text/tokenizer/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/split_fast.h"
#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

// Oniguruma's \s is White_Space, PCRE2's also has U+180E; its \w has marks and connectors, PCRE2 10.42's has not.
constexpr std::string_view kSpaceMembers =
    "\\x{9}-\\x{d}\\x{20}\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}";
constexpr std::string_view kWordMembers = "\\p{L}\\p{M}\\p{Nd}\\p{Nl}\\p{Pc}";

std::string toPcre(const std::string& expression) {
    std::string pcre;
    int depth = 0;
    for (std::size_t at = 0; at < expression.size(); ++at) {
        const char c = expression[at];
        if (c == '\\' && at + 1 < expression.size()) {
            const char escaped = expression[++at];
            const bool inside = depth > 0;
            const auto members = escaped == 's' || escaped == 'S' ? kSpaceMembers : kWordMembers;
            if (escaped == 's' || escaped == 'w')
                pcre.append(inside ? "" : "[").append(members).append(inside ? "" : "]");
            else if ((escaped == 'S' || escaped == 'W') && !inside)
                pcre.append("[^").append(members).append("]");
            else if (escaped == 'h')
                pcre.append(inside ? "0-9a-fA-F" : "[0-9a-fA-F]");
            else
                pcre.append({'\\', escaped});
            continue;
        }
        if (c == '[' && depth == 0)
            ++depth;
        else if (c == ']' && depth > 0)
            --depth;
        else if (c == '[' && depth > 0 && !(at + 1 < expression.size() && expression[at + 1] == ':'))
            pcre += '\\';
        pcre += c;
    }
    return pcre;
}

void appendStretch(std::vector<Stretch>& stretches, std::size_t begin, std::size_t end, bool match) {
    stretches.push_back({begin, end, match});
}

struct MatchState {
    pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
    pcre2_match_context* context = pcre2_match_context_create(nullptr);
    pcre2_jit_stack* stack = pcre2_jit_stack_create(64 * 1024, 16 * 1024 * 1024, nullptr);
    MatchState() { pcre2_jit_stack_assign(context, nullptr, stack); }
    MatchState(const MatchState&) = delete;
    MatchState& operator=(const MatchState&) = delete;
    ~MatchState() {
        pcre2_jit_stack_free(stack);
        pcre2_match_context_free(context);
        pcre2_match_data_free(data);
    }
};

class RegexPattern final : public Pattern {
public:
    explicit RegexPattern(pcre2_code* code) : code_(code) { pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); }
    ~RegexPattern() override { pcre2_code_free(code_); }

    void find(std::string_view text, std::vector<Stretch>& stretches) const override {
        static thread_local MatchState state;
        const auto* subject = reinterpret_cast<PCRE2_SPTR>(text.data());
        std::size_t previous = 0, from = 0;
        bool matchedBefore = false;
        while (from <= text.size()) {
            int found = pcre2_match(code_, subject, text.size(), from, PCRE2_NO_UTF_CHECK, state.data, state.context);
            if (found == PCRE2_ERROR_JIT_STACKLIMIT)
                found = pcre2_match(code_, subject, text.size(), from, PCRE2_NO_UTF_CHECK | PCRE2_NO_JIT, state.data, state.context);
            if (found < 0) break;
            const auto* bounds = pcre2_get_ovector_pointer(state.data);
            const auto begin = bounds[0], end = bounds[1];
            // An empty match right after a match does not count; look on from the next character.
            if (begin == end && matchedBefore && begin == previous) {
                if (begin == text.size()) break;
                from = begin + codePointAt(text.data() + begin).size;
                continue;
            }
            if (previous != begin) appendStretch(stretches, previous, begin, false);
            appendStretch(stretches, begin, end, true);
            previous = end;
            from = end;
            matchedBefore = true;
        }
        if (previous != text.size()) appendStretch(stretches, previous, text.size(), false);
    }

private:
    pcre2_code* code_;
};

class LiteralPattern final : public Pattern {
public:
    explicit LiteralPattern(std::string literal) : literal_(std::move(literal)) {}
    void find(std::string_view text, std::vector<Stretch>& stretches) const override {
        std::size_t previous = 0;
        while (!literal_.empty()) {
            const auto at = text.find(literal_, previous);
            if (at == std::string_view::npos) break;
            if (at != previous) appendStretch(stretches, previous, at, false);
            previous = at + literal_.size();
            appendStretch(stretches, at, previous, true);
        }
        if (previous != text.size()) appendStretch(stretches, previous, text.size(), false);
    }

private:
    std::string literal_;
};

class CharPattern final : public Pattern {
public:
    explicit CharPattern(std::function<bool(char32_t)> test) : test_(std::move(test)) {}
    void find(std::string_view text, std::vector<Stretch>& stretches) const override {
        std::size_t previous = 0;
        for (std::size_t at = 0; at < text.size();) {
            const auto c = codePointAt(text.data() + at);
            if (test_(c.value)) {
                if (at != previous) appendStretch(stretches, previous, at, false);
                previous = at + c.size;
                appendStretch(stretches, at, previous, true);
            }
            at += c.size;
        }
        if (previous != text.size()) appendStretch(stretches, previous, text.size(), false);
    }

private:
    std::function<bool(char32_t)> test_;
};

}  // namespace

Result<std::unique_ptr<Pattern>> regexPattern(const std::string& expression) {
    if (auto fast = fastPattern(expression)) return fast;
    if (expression.find("&&") != std::string::npos)
        return fail("tokenizer_unsupported", "the split pattern " + expression + " intersects character classes (&&)",
                    "Use a tokenizer whose patterns do without &&.");
    const auto pcre = toPcre(expression);
    int code = 0;
    PCRE2_SIZE offset = 0;
    // Ruby's syntax, Oniguruma's default, lets ^ and $ match at every line.
    auto* compiled = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pcre.data()), pcre.size(),
                                   PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C, &code, &offset, nullptr);
    if (!compiled) {
        PCRE2_UCHAR message[256];
        pcre2_get_error_message(code, message, sizeof message);
        return fail("tokenizer_unsupported",
                    "the split pattern " + expression + " cannot be compiled: " + reinterpret_cast<const char*>(message));
    }
    return std::make_unique<RegexPattern>(compiled);
}

std::unique_ptr<Pattern> literalPattern(std::string literal) { return std::make_unique<LiteralPattern>(std::move(literal)); }

Result<std::unique_ptr<Pattern>> readPattern(const Json& component) {
    const auto pattern = component.find("pattern");
    if (pattern != component.end() && pattern->is_string()) return literalPattern(pattern->get<std::string>());
    if (pattern != component.end() && pattern->is_object()) {
        if (auto literal = stringField(*pattern, "String")) return literalPattern(*literal);
        if (auto regex = stringField(*pattern, "Regex")) return regexPattern(*regex);
    }
    return invalid("a " + typeOf(component) + " has no pattern");
}

std::unique_ptr<Pattern> charPattern(std::function<bool(char32_t)> test) { return std::make_unique<CharPattern>(std::move(test)); }

}  // namespace anneal::text::tokenizer
