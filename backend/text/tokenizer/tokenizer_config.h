#pragma once
// tokenizer_config.json and special_tokens_map.json: roles and further added tokens.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "text/tokenizer/added_tokens.h"

namespace anneal::text::tokenizer {

struct TokenizerConfig {
    std::optional<std::string> bos, eos, unk, pad;
    std::vector<AddedToken> addedTokens;
    std::optional<bool> addBos, addEos, lowercase, legacy, addPrefixSpace;
};

/// Reads what lies in the folder; files that are absent say nothing.
Result<TokenizerConfig> readTokenizerConfig(const std::filesystem::path& folder);

/// One entry of added_tokens or added_tokens_decoder; the id is the caller's.
AddedToken readAddedToken(const Json& token);

}  // namespace anneal::text::tokenizer
