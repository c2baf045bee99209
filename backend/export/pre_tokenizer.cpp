#include "export/pre_tokenizer.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"

namespace anneal::exporting {
namespace {

struct Known {
    std::string_view name;
    std::vector<std::string_view> steps;  ///< a trailing '…' stands for any rest: the long letter class of DeepSeek-LLM
};

constexpr std::string_view kBytes = "bytes";
constexpr std::string_view kBytesWithRegex = "bytes+gpt2";
constexpr std::string_view kDigits = "digits";

// The definitions in the tokenizer.json of the models that llama.cpp names these splittings after.
const std::vector<Known>& known() {
    static const std::vector<Known> table{
        {"gpt-2", {kBytesWithRegex}},
        {"gpt-2", {R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)", kBytes}},
        {"gpt-2", {R"('(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)", kBytes}},
        {"smollm", {kDigits, kBytesWithRegex}},
        {"qwen2",
         {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)", kBytes}},
        {"qwen35",
         {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
          kBytes}},
        {"llama-bpe",
         {R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
          kBytes}},
        {"deepseek-llm",
         {R"([\r\n])", R"(\s?[A-Za-zµÀ-ÖØ-öø-…)", R"(\s?[!-/:-~！-／：-～‘-‟　-。]+)", R"(\s+$)", R"([一-龥ࠀ-一가-퟿]+)", kDigits,
          kBytes}},
        {"deepseek-coder", {R"([\r\n])", R"(\s?\p{L}+)", R"(\s?\p{P}+)", R"([一-龥ࠀ-一가-퟿]+)", kDigits, kBytes}},
        {"deepseek-v3",
         {R"(\p{N}{1,3})", R"([一-龥぀-ゟ゠-ヿ]+)",
          R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
          kBytes}},
    };
    return table;
}

/// Line breaks may stand in a regex as themselves or as escapes; the same language either way.
std::string normalised(const std::string& regex) {
    std::string text;
    for (const char c : regex)
        if (c == '\r')
            text += R"(\r)";
        else if (c == '\n')
            text += R"(\n)";
        else
            text += c;
    return text;
}

Status describe(const Json& step, std::vector<std::string>& steps) {
    const auto type = step.value("type", "");
    if (type == "Sequence") {
        const auto inner = step.find("pretokenizers");
        if (inner == step.end()) return {};
        for (const auto& each : *inner) ANNEAL_CHECK(describe(each, steps));
        return {};
    }
    if (type == "ByteLevel") {
        if (step.value("add_prefix_space", true))
            return fail("pre_tokenizer_unknown", "the tokenizer puts a space before each text, which llama.cpp's byte-level BPE does not",
                        "export a Hugging Face folder instead");
        steps.emplace_back(step.value("use_regex", true) ? kBytesWithRegex : kBytes);
    } else if (type == "Digits" && step.value("individual_digits", false)) {
        steps.emplace_back(kDigits);
    } else if (type == "Split" && step.contains("pattern") && step["pattern"].contains("Regex")) {
        const bool isolated = step.value("behavior", "") == "Isolated" && !step.value("invert", false);
        const bool matchesKept = step.value("behavior", "") == "Removed" && step.value("invert", false);
        steps.push_back((isolated || matchesKept ? "" : "unusual split ") + normalised(step["pattern"]["Regex"].get<std::string>()));
    } else {
        steps.push_back("unknown " + type);
    }
    return {};
}

bool matches(const std::vector<std::string>& steps, const Known& candidate) {
    constexpr std::string_view rest = "…";
    return std::ranges::equal(steps, candidate.steps, [&](const std::string& step, std::string_view wanted) {
        if (!wanted.ends_with(rest)) return step == wanted;
        return step.starts_with(wanted.substr(0, wanted.size() - rest.size()));
    });
}

}  // namespace

Result<std::string> ggufPreTokenizer(const Json& tokenizer) {
    std::vector<std::string> steps;
    if (const auto found = tokenizer.find("pre_tokenizer"); found != tokenizer.end() && found->is_object())
        ANNEAL_CHECK(describe(*found, steps));
    const auto found = std::ranges::find_if(known(), [&](const Known& candidate) { return matches(steps, candidate); });
    if (found == known().end())
        return fail("pre_tokenizer_unknown", "llama.cpp has no pre-tokenizer like this tokenizer's: " + base::join(steps, " then "),
                    "export a Hugging Face folder instead");
    // The same splitting without ignore_merges goes by another name there.
    if (found->name == "llama-bpe" && !tokenizer["model"].value("ignore_merges", false)) return "smaug-bpe";
    return std::string(found->name);
}

}  // namespace anneal::exporting
