#include "text/tokenizer/gguf_pre.h"

#include <algorithm>
#include <array>
#include <map>

#include "text/tokenizer/split_fast.h"

namespace anneal::text::tokenizer {
namespace {

using Patterns = std::vector<std::string>;

// The patterns are those of the models' own tokenizer.json files.
const char* const kDeepSeekLetters =
    "\\s?[A-Za-zµÀ-ÖØ-öø-ƺƼ-ƿǄ-ʓʕ-ʯͰ-ͳͶͷͻ-ͽͿΆΈ-ΊΌΎ-ΡΣ-ϵϷ-ҁҊ-ԯԱ-ՖႠ-ჅᎠ-Ᏽᏸ-ᏽᲐ-ᲺᲽ-Ჿᴀ-ᴫᵫ-ᵷᵹ-ᶚḀ-ἕἘ-Ἕἠ-ὅὈ-Ὅὐ-ὗὙὛὝὟ-ώᾀ-ᾴᾶ-ᾼι"
    "ῂ-ῄῆ-ῌῐ-ΐῖ-Ίῠ-Ῥῲ-ῴῶ-ῼℂℇℊ-ℓℕℙ-ℝℤΩℨK-ℭℯ-ℴℹℼ-ℿⅅ-ⅉⅎↃↄⰀ-ⱻⱾ-ⳤⳫ-ⳮⳲⳳꙀ-ꙭꚀ-ꚛꜢ-ꝯꝱ-ꞇꞋ-ꞎꭰ-ꮿﬀ-ﬆﬓ-ﬗＡ-Ｚａ-ｚ𐐀-𐑏𐒰-𐓓𐓘-𐓻𐲀-𐲲𐳀-𐳲𑢠-𑣟𞤀-𞥃]+";
const char* const kDeepSeekV3 =
    R"([!"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~][A-Za-z]+|[^\r\n\p{L}\p{P}\p{S}]?[\p{L}\p{M}]+| ?[\p{P}\p{S}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const char* const kQwen35 =
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const char* const kTekken =
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)";
const char* const kGpt4o =
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)";

const std::map<std::string_view, GgufPre>& table() {
    static const auto entries = [] {
        const GgufPre gpt2{Patterns{kGpt2Pattern}};
        const GgufPre llama3{Patterns{kLlama3Pattern}, true};
        const GgufPre qwen2{Patterns{kQwen2Pattern}};
        const GgufPre digits{Patterns{R"(\p{N})", kGpt2Pattern}};
        const GgufPre lines{Patterns{R"([^\n]+|[\n]+)"}, false, false};
        std::map<std::string_view, GgufPre> all;
        all[""] = all["default"] = {Patterns{R"([\p{P}\$\+<=>\^~\|]+)", kGpt2Pattern, R"(\p{N}+)", "[0-9][0-9][0-9]"}};
        for (const auto* name : {"gpt-2", "phi-2", "mpt", "olmo", "jais", "exaone4", "modern-bert", "roberta-bpe", "gigachat"}) all[name] = gpt2;
        for (const auto* name : {"llama3", "llama-v3", "llama-bpe", "falcon3", "pixtral", "lfm2"}) all[name] = llama3;
        for (const auto* name : {"dbrx", "smaug-bpe", "chatglm-bpe"}) all[name] = {Patterns{kLlama3Pattern}};
        all["glm4"] = llama3;
        for (const auto* name : {"qwen2", "deepseek-r1-qwen", "stablelm2", "megrez", "hunyuan"}) all[name] = qwen2;
        all["qwen35"] = {Patterns{kQwen35}};
        for (const auto* name : {"starcoder", "refact", "command-r", "smollm", "codeshell", "exaone", "minerva-7b"}) all[name] = digits;
        all["falcon"] = {Patterns{R"([\p{P}\$\+<=>\^~\|`]+)", kGpt2Pattern, "[0-9][0-9][0-9]"}};
        all["deepseek-llm"] = {Patterns{"[\r\n]", kDeepSeekLetters, "\\s?[!-/:-~！-／：-～‘-‟　-。]+", "\\s+$", "[一-龥ࠀ-一가-퟿]+", "\\p{N}+"}};
        all["deepseek-coder"] = {Patterns{"[\r\n]", "\\s?\\p{L}+", "\\s?\\p{P}+", "[一-龥ࠀ-一가-퟿]+", "\\p{N}"}};
        all["deepseek-v3"] = {Patterns{R"(\p{N}{1,3})", "[一-龥぀-ゟ゠-ヿ]+", kDeepSeekV3}};
        all["tekken"] = {Patterns{kTekken}, true};
        for (const auto* name : {"gpt-4o", "llama4"}) all[name] = {Patterns{kGpt4o}};
        for (const auto* name : {"gemma4", "sarvam-moe"}) all[name] = lines;
        return all;
    }();
    return entries;
}

}  // namespace

Json GgufPre::normalizer() const {
    if (bytes) return nullptr;
    return {{"type", "Replace"}, {"pattern", {{"String", " "}}}, {"content", "\xE2\x96\x81"}};
}

Json GgufPre::preTokenizer() const {
    auto steps = Json::array();
    for (const auto& pattern : patterns)
        steps.push_back({{"type", "Split"}, {"pattern", {{"Regex", pattern}}}, {"behavior", "Isolated"}, {"invert", false}});
    if (bytes) steps.push_back({{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", false}});
    return {{"type", "Sequence"}, {"pretokenizers", steps}};
}

Json GgufPre::decoder() const {
    if (bytes) return {{"type", "ByteLevel"}};
    const Json spaces = {{"type", "Replace"}, {"pattern", {{"String", "\xE2\x96\x81"}}}, {"content", " "}};
    return {{"type", "Sequence"}, {"decoders", Json::array({spaces, Json{{"type", "ByteFallback"}}, Json{{"type", "Fuse"}}})}};
}

std::optional<GgufPre> ggufPre(std::string_view name) {
    const auto at = table().find(name);
    return at == table().end() ? std::nullopt : std::optional(at->second);
}

bool ggufAddsBos(std::string_view name) {
    static constexpr std::array<std::string_view, 7> kWithBos{"llama3", "llama-v3", "llama-bpe", "falcon3", "pixtral", "lfm2", "tekken"};
    return std::find(kWithBos.begin(), kWithBos.end(), name) != kWithBos.end();
}

}  // namespace anneal::text::tokenizer
