#include "data/detect/regex.h"

#include <array>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

namespace anneal::data {
namespace {

constexpr std::uint32_t kMostSteps = 1'000'000;  // some 10 ms
constexpr std::uint32_t kMostHeapKiB = 20'000;

std::string messageOf(int code) {
    std::array<unsigned char, 256> text{};
    pcre2_get_error_message(code, text.data(), text.size());
    return reinterpret_cast<const char*>(text.data());
}

struct MatchData {
    pcre2_match_data* data = pcre2_match_data_create(32, nullptr);
    pcre2_match_context* context = pcre2_match_context_create(nullptr);
    MatchData() {
        pcre2_set_match_limit(context, kMostSteps);
        pcre2_set_heap_limit(context, kMostHeapKiB);
    }
    MatchData(const MatchData&) = delete;
    MatchData& operator=(const MatchData&) = delete;
    ~MatchData() {
        pcre2_match_data_free(data);
        pcre2_match_context_free(context);
    }
};

const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

struct Regex::Code {
    pcre2_code* code = nullptr;
    ~Code() { pcre2_code_free(code); }
};

Regex::Regex(std::unique_ptr<Code> code) : code_(std::move(code)) {}
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;
Regex::~Regex() = default;

Result<Regex> Regex::compile(const std::string& pattern, bool ignoreCase) {
    int error = 0;
    std::size_t place = 0;
    auto code = std::make_unique<Code>();
    const auto options = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | (ignoreCase ? PCRE2_CASELESS : 0);
    code->code = pcre2_compile(bytesOf(pattern), pattern.size(), options, &error, &place, nullptr);
    if (!code->code)
        return fail("pattern_invalid", "the pattern is wrong at character " + std::to_string(place + 1) + ": " + messageOf(error),
                    "correct it; a literal ( . * + ? [ \\ needs a \\ before it");
    pcre2_jit_compile(code->code, PCRE2_JIT_COMPLETE);  // without JIT it works all the same
    return Regex(std::move(code));
}

int Regex::groupCount() const {
    std::uint32_t count = 0;
    pcre2_pattern_info(code_->code, PCRE2_INFO_CAPTURECOUNT, &count);
    return int(count);
}

Regex::Outcome Regex::find(std::string_view text, std::size_t from, Groups& groups) const {
    thread_local MatchData match;
    const int count = pcre2_match(code_->code, bytesOf(text), text.size(), from, 0, match.data, match.context);
    if (count == PCRE2_ERROR_NOMATCH) return Outcome::none;
    if (count < 0) return Outcome::gaveUp;
    groups.clear();
    const auto* ends = pcre2_get_ovector_pointer(match.data);
    const int shown = count == 0 ? int(pcre2_get_ovector_count(match.data)) : count;
    for (int i = 0; i < shown; ++i)
        groups.emplace_back(ends[2 * i] == PCRE2_UNSET ? 1 : ends[2 * i], ends[2 * i] == PCRE2_UNSET ? 0 : ends[2 * i + 1]);
    return Outcome::match;
}

Regex::Outcome Regex::replace(std::string_view text, const std::string& with, std::string& out) const {
    thread_local MatchData match;
    const auto options =
        PCRE2_SUBSTITUTE_GLOBAL | PCRE2_SUBSTITUTE_UNSET_EMPTY | PCRE2_SUBSTITUTE_EXTENDED | PCRE2_SUBSTITUTE_OVERFLOW_LENGTH;
    out.resize(text.size() + text.size() / 2 + 64);
    for (;;) {
        auto length = out.size();
        const int count = pcre2_substitute(code_->code, bytesOf(text), text.size(), 0, options, match.data, match.context, bytesOf(with),
                                           with.size(), reinterpret_cast<unsigned char*>(out.data()), &length);
        if (count == PCRE2_ERROR_NOMEMORY) {
            out.resize(length);
            continue;
        }
        out.resize(count > 0 ? length : 0);
        return count > 0 ? Outcome::match : count == 0 ? Outcome::none : Outcome::gaveUp;
    }
}

Status Regex::checkReplacement(const std::string& with) const {
    // PCRE2 reads the replacement only when something matches: an empty match of the same groups tells.
    std::string pattern;
    for (int i = 0; i < groupCount(); ++i) pattern += "()";
    std::uint32_t names = 0;
    pcre2_pattern_info(code_->code, PCRE2_INFO_NAMECOUNT, &names);
    if (names > 0) return {};
    ANNEAL_TRY(probe, compile(pattern, false));
    std::string out;
    if (probe.replace("", with, out) == Outcome::gaveUp)
        return fail("pattern_invalid", "the replacement names a group that the pattern has not, or is not well formed",
                    "the pattern has " + std::to_string(groupCount()) + " groups; write $$ for a dollar sign");
    return {};
}

}  // namespace anneal::data
