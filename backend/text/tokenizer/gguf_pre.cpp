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
    R"(\s?[A-Za-z\x{b5}\x{c0}-\x{d6}\x{d8}-\x{f6}\x{f8}-\x{1ba}\x{1bc}-\x{1bf}\x{1c4}-\x{293}\x{295}-\x{2af})"
    R"(\x{370}-\x{373}\x{376}\x{377}\x{37b}-\x{37d}\x{37f}\x{386}\x{388}-\x{38a}\x{38c}\x{38e}-\x{3a1}\x{3a3}-\x{3f5})"
    R"(\x{3f7}-\x{481}\x{48a}-\x{52f}\x{531}-\x{556}\x{10a0}-\x{10c5}\x{13a0}-\x{13f5}\x{13f8}-\x{13fd})"
    R"(\x{1c90}-\x{1cba}\x{1cbd}-\x{1cbf}\x{1d00}-\x{1d2b}\x{1d6b}-\x{1d77}\x{1d79}-\x{1d9a}\x{1e00}-\x{1f15})"
    R"(\x{1f18}-\x{1f1d}\x{1f20}-\x{1f45}\x{1f48}-\x{1f4d}\x{1f50}-\x{1f57}\x{1f59}\x{1f5b}\x{1f5d}\x{1f5f}-\x{1f7d})"
    R"(\x{1f80}-\x{1fb4}\x{1fb6}-\x{1fbc}\x{1fbe}\x{1fc2}-\x{1fc4}\x{1fc6}-\x{1fcc}\x{1fd0}-\x{1fd3}\x{1fd6}-\x{1fdb})"
    R"(\x{1fe0}-\x{1fec}\x{1ff2}-\x{1ff4}\x{1ff6}-\x{1ffc}\x{2102}\x{2107}\x{210a}-\x{2113}\x{2115}\x{2119}-\x{211d})"
    R"(\x{2124}\x{2126}\x{2128}\x{212a}-\x{212d}\x{212f}-\x{2134}\x{2139}\x{213c}-\x{213f}\x{2145}-\x{2149}\x{214e})"
    R"(\x{2183}\x{2184}\x{2c00}-\x{2c7b}\x{2c7e}-\x{2ce4}\x{2ceb}-\x{2cee}\x{2cf2}\x{2cf3}\x{a640}-\x{a66d})"
    R"(\x{a680}-\x{a69b}\x{a722}-\x{a76f}\x{a771}-\x{a787}\x{a78b}-\x{a78e}\x{ab70}-\x{abbf}\x{fb00}-\x{fb06})"
    R"(\x{fb13}-\x{fb17}\x{ff21}-\x{ff3a}\x{ff41}-\x{ff5a}\x{10400}-\x{1044f}\x{104b0}-\x{104d3}\x{104d8}-\x{104fb})"
    R"(\x{10c80}-\x{10cb2}\x{10cc0}-\x{10cf2}\x{118a0}-\x{118df}\x{1e900}-\x{1e943}]+)";
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
        for (const auto* name : {"gpt-2", "phi-2", "mpt", "olmo", "jais", "exaone4", "modern-bert", "roberta-bpe", "gigachat"})
            all[name] = gpt2;
        for (const auto* name : {"llama3", "llama-v3", "llama-bpe", "falcon3", "pixtral", "lfm2"}) all[name] = llama3;
        for (const auto* name : {"dbrx", "smaug-bpe", "chatglm-bpe"}) all[name] = {Patterns{kLlama3Pattern}};
        all["glm4"] = llama3;
        for (const auto* name : {"qwen2", "deepseek-r1-qwen", "stablelm2", "megrez", "hunyuan"}) all[name] = qwen2;
        all["qwen35"] = {Patterns{kQwen35}};
        for (const auto* name : {"starcoder", "refact", "command-r", "smollm", "codeshell", "exaone", "minerva-7b"}) all[name] = digits;
        all["falcon"] = {Patterns{R"([\p{P}\$\+<=>\^~\|`]+)", kGpt2Pattern, "[0-9][0-9][0-9]"}};
        all["deepseek-llm"] = {
            Patterns{"[\r\n]", kDeepSeekLetters, "\\s?[!-/:-~！-／：-～‘-‟　-。]+", "\\s+$", "[一-龥ࠀ-一가-퟿]+", "\\p{N}+"}};
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
