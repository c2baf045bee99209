// vocab.json with merges.txt, and BERT's vocab.txt.

#include "base/files.h"
#include "base/text.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/loaders.h"
#include "text/tokenizer/split_fast.h"
#include "text/tokenizer/wordpiece.h"

namespace anneal::text::tokenizer {
namespace {

Status byteLevel(Parts& parts, bool prefixSpace, const char* pattern, const char* form) {
    Json steps = Json::array({Json{{"type", "Split"}, {"pattern", {{"Regex", pattern}}}},
                              Json{{"type", "ByteLevel"}, {"add_prefix_space", prefixSpace}, {"use_regex", false}}});
    if (prefixSpace) steps = Json::array({Json{{"type", "ByteLevel"}, {"add_prefix_space", true}}});
    ANNEAL_TRY(normalizers, readNormalizers(form ? Json{{"type", form}} : Json()));
    ANNEAL_TRY(preTokenizers, readPreTokenizers({{"type", "Sequence"}, {"pretokenizers", steps}}));
    ANNEAL_TRY(decoders, readDecoders({{"type", "ByteLevel"}}));
    parts.normalizers = std::move(normalizers);
    parts.preTokenizers = std::move(preTokenizers);
    parts.decoders = std::move(decoders);
    return {};
}

/// Qwen2 ships vocab.json and merges.txt too; its tokenizer splits and normalises otherwise.
bool isQwen(const TokenizerConfig& config) {
    for (const auto& token : config.addedTokens)
        if (token.content == "<|im_start|>") return true;
    return config.eos == "<|im_end|>";
}

}  // namespace

Result<Parts> loadVocabMerges(const std::filesystem::path& folder, const TokenizerConfig& config) {
    ANNEAL_TRY(json, base::readJson(folder / "vocab.json"));
    ANNEAL_TRY(text, base::readFile(folder / "merges.txt"));
    ANNEAL_TRY(vocabulary, Vocabulary::fromJson(json));
    Parts parts;
    parts.vocabulary = std::make_shared<const Vocabulary>(std::move(vocabulary));
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& line : base::split(text, '\n')) {
        const auto merge = base::trim(line);
        if (merge.empty() || merge.starts_with("#version")) continue;
        const auto space = merge.find(' ');
        if (space == std::string_view::npos) return invalid("merges.txt has the line \"" + line + "\", not two tokens");
        pairs.emplace_back(merge.substr(0, space), merge.substr(space + 1));
    }
    ANNEAL_TRY(merges, resolveMerges(*parts.vocabulary, pairs, 0));
    BpeOptions options;
    options.unknown = config.unk;
    parts.setModel(std::make_unique<Bpe>(parts.vocabulary, merges, std::move(options)));
    const bool qwen = isQwen(config);
    ANNEAL_CHECK(byteLevel(parts, config.addPrefixSpace.value_or(false), qwen ? kQwen2Pattern : kGpt2Pattern, qwen ? "NFC" : nullptr));
    return parts;
}

Result<Parts> loadVocabText(const std::filesystem::path& file, const TokenizerConfig& config) {
    ANNEAL_TRY(text, base::readFile(file));
    std::vector<std::string> tokens;
    for (auto& line : base::split(text, '\n')) {
        while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.pop_back();
        tokens.push_back(std::move(line));
    }
    while (!tokens.empty() && tokens.back().empty()) tokens.pop_back();
    Parts parts;
    parts.vocabulary = std::make_shared<const Vocabulary>(std::move(tokens));
    const auto id = [&](const char* token) { return parts.vocabulary->find(token); };
    for (const auto* token : {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"})
        if (id(token) >= 0) parts.addedTokens.push_back({.content = token, .id = id(token), .special = true});
    WordPiece::Options options;
    options.unknown = id("[UNK]");
    if (options.unknown < 0) return invalid("vocab.txt has no [UNK]");
    parts.special.unk = options.unknown;
    if (id("[PAD]") >= 0) parts.special.pad = id("[PAD]");
    if (id("[CLS]") >= 0 && id("[SEP]") >= 0) parts.frame = {{id("[CLS]")}, {id("[SEP]")}};
    parts.setModel(std::make_unique<WordPiece>(parts.vocabulary, std::move(options)));
    ANNEAL_TRY(normalizers, readNormalizers({{"type", "BertNormalizer"}, {"lowercase", config.lowercase.value_or(true)}}));
    ANNEAL_TRY(preTokenizers, readPreTokenizers({{"type", "BertPreTokenizer"}}));
    ANNEAL_TRY(decoders, readDecoders({{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}}));
    parts.normalizers = std::move(normalizers);
    parts.preTokenizers = std::move(preTokenizers);
    parts.decoders = std::move(decoders);
    return parts;
}

}  // namespace anneal::text::tokenizer
