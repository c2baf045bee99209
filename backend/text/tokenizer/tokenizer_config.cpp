#include "text/tokenizer/tokenizer_config.h"

#include <charconv>

#include "text/tokenizer/json_fields.h"

namespace anneal::text::tokenizer {
namespace {

/// A role's token is a string or an object with `content`.
void readRole(const Json& config, const char* key, std::optional<std::string>& role) {
    const auto at = config.find(key);
    if (at == config.end()) return;
    if (at->is_string())
        role = at->get<std::string>();
    else if (at->is_object())
        if (auto content = stringField(*at, "content")) role = content;
}

void readRoles(const Json& config, TokenizerConfig& out) {
    readRole(config, "bos_token", out.bos);
    readRole(config, "eos_token", out.eos);
    readRole(config, "unk_token", out.unk);
    readRole(config, "pad_token", out.pad);
}

std::optional<bool> optionalBool(const Json& config, const char* key) {
    const auto at = config.find(key);
    return at != config.end() && at->is_boolean() ? std::optional(at->get<bool>()) : std::nullopt;
}

}  // namespace

AddedToken readAddedToken(const Json& token) {
    AddedToken added;
    added.content = stringField(token, "content").value_or("");
    added.singleWord = boolField(token, "single_word", false);
    added.lstrip = boolField(token, "lstrip", false);
    added.rstrip = boolField(token, "rstrip", false);
    added.special = boolField(token, "special", false);
    added.normalized = boolField(token, "normalized", !added.special);
    return added;
}

Result<TokenizerConfig> readTokenizerConfig(const std::filesystem::path& folder) {
    TokenizerConfig out;
    const auto map = folder / "special_tokens_map.json", file = folder / "tokenizer_config.json";
    if (std::filesystem::exists(map)) {
        ANNEAL_TRY(roles, base::readJson(map));
        if (roles.is_object()) readRoles(roles, out);
    }
    if (!std::filesystem::exists(file)) return out;
    ANNEAL_TRY(config, base::readJson(file));
    if (!config.is_object()) return fail("tokenizer_invalid", file.string() + " is not a JSON object");
    readRoles(config, out);
    out.addBos = optionalBool(config, "add_bos_token");
    out.addEos = optionalBool(config, "add_eos_token");
    out.lowercase = optionalBool(config, "do_lower_case");
    out.legacy = optionalBool(config, "legacy");
    out.addPrefixSpace = optionalBool(config, "add_prefix_space");
    const auto decoder = config.find("added_tokens_decoder");
    if (decoder == config.end() || !decoder->is_object()) return out;
    for (const auto& [key, value] : decoder->items()) {
        auto token = readAddedToken(value);
        const auto parsed = std::from_chars(key.data(), key.data() + key.size(), token.id);
        if (parsed.ec != std::errc() || token.id < 0)
            return fail("tokenizer_invalid", file.string() + ": added_tokens_decoder has the key \"" + key + "\", which is no id");
        out.addedTokens.push_back(std::move(token));
    }
    return out;
}

}  // namespace anneal::text::tokenizer
