// tiktoken's rank files, and llama2.c's tokenizer.bin.

#include <charconv>
#include <cstring>

#include "base/files.h"
#include "base/text.h"
#include "text/tokenizer/byte_alphabet.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/loaders.h"
#include "text/tokenizer/precompiled.h"
#include "text/tokenizer/split_fast.h"

namespace anneal::text::tokenizer {
namespace {

constexpr std::size_t kQwenRanks = 151643, kLlama3Ranks = 128000;

/// The special tokens that the models put behind their ranks, in id order.
std::vector<std::string> specialTokens(std::size_t ranks) {
    if (ranks == kQwenRanks) return {"<|endoftext|>", "<|im_start|>", "<|im_end|>"};
    if (ranks != kLlama3Ranks) return {};
    std::vector<std::string> tokens{"<|begin_of_text|>",
                                    "<|end_of_text|>",
                                    "<|reserved_special_token_0|>",
                                    "<|reserved_special_token_1|>",
                                    "<|finetune_right_pad_id|>",
                                    "<|reserved_special_token_2|>",
                                    "<|start_header_id|>",
                                    "<|end_header_id|>",
                                    "<|eom_id|>",
                                    "<|eot_id|>",
                                    "<|python_tag|>"};
    for (int i = 3; tokens.size() < 256; ++i) tokens.push_back("<|reserved_special_token_" + std::to_string(i) + "|>");
    return tokens;
}

/// Token bytes by rank; ranks are ids.
Result<std::vector<std::string>> readRanks(std::string_view text) {
    std::vector<std::string> tokens;
    for (const auto& line : base::split(text, '\n')) {
        if (base::trim(line).empty()) continue;
        const auto space = line.find(' ');
        std::size_t rank = 0;
        const bool ok =
            space != std::string::npos && std::from_chars(line.data() + space + 1, line.data() + line.size(), rank).ec == std::errc();
        if (!ok || rank != tokens.size())
            return invalid("line " + std::to_string(tokens.size() + 1) + " is not a Base64 token and its rank");
        tokens.push_back(fromBase64(line));
    }
    if (tokens.size() < 256) return invalid("there are fewer ranks than bytes");
    return tokens;
}

}  // namespace

Result<Parts> loadTiktoken(const std::filesystem::path& file) {
    ANNEAL_TRY(text, base::readFile(file));
    ANNEAL_TRY(tokens, readRanks(text));
    std::vector<uint32_t> ranks(tokens.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = uint32_t(i);
    std::vector<std::string> spelt;
    for (const auto& token : tokens) spelt.push_back(toByteAlphabet(token));
    const auto specials = specialTokens(tokens.size());
    const auto merges = impliedMerges(Vocabulary(std::move(tokens)), ranks, true);

    Parts parts;
    parts.vocabulary = std::make_shared<const Vocabulary>(std::move(spelt));
    for (const auto& token : specials)
        parts.addedTokens.push_back({.content = token, .id = int32_t(ranks.size() + parts.addedTokens.size()), .special = true});
    const bool qwen = ranks.size() == kQwenRanks;
    if (qwen) parts.special.eos = parts.special.pad = int32_t(kQwenRanks);
    if (ranks.size() == kLlama3Ranks) {
        parts.special.bos = int32_t(kLlama3Ranks);
        parts.special.eos = int32_t(kLlama3Ranks) + 1;
        parts.frame.before = {int32_t(kLlama3Ranks)};
    }
    BpeOptions options;
    options.ignoreMerges = true;  // as tiktoken: a piece that is a token is that token
    parts.setModel(std::make_unique<Bpe>(parts.vocabulary, merges, std::move(options)));
    const Json split = {{"type", "Split"}, {"pattern", {{"Regex", qwen ? kQwen2Pattern : kLlama3Pattern}}}};
    const Json bytes = {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", false}};
    ANNEAL_TRY(normalizers, readNormalizers(qwen ? Json{{"type", "NFC"}} : Json()));
    ANNEAL_TRY(preTokenizers, readPreTokenizers({{"type", "Sequence"}, {"pretokenizers", Json::array({split, bytes})}}));
    ANNEAL_TRY(decoders, readDecoders({{"type", "ByteLevel"}}));
    parts.normalizers = std::move(normalizers);
    parts.preTokenizers = std::move(preTokenizers);
    parts.decoders = std::move(decoders);
    return parts;
}

// int32 longest token; then for each token float score, int32 bytes, the bytes (with spaces for ▁).
Result<std::vector<ScoredPiece>> readLlama2cPieces(const std::filesystem::path& file) {
    ANNEAL_TRY(bytes, base::readFile(file));
    const auto cutShort = [] { return invalid("this is no llama2.c tokenizer, or it is cut short"); };
    std::vector<ScoredPiece> pieces;
    for (std::size_t at = 4; at < bytes.size();) {
        int32_t length = 0;
        if (at + 8 > bytes.size()) return cutShort();
        auto& piece = pieces.emplace_back();
        std::memcpy(&piece.score, bytes.data() + at, 4);
        std::memcpy(&length, bytes.data() + at + 4, 4);
        at += 8;
        if (length < 0 || std::size_t(length) > bytes.size() - at) return cutShort();
        for (const char c : std::string_view(bytes).substr(at, std::size_t(length)))
            if (c == ' ')
                piece.text += "\xE2\x96\x81";
            else
                piece.text += c;
        at += std::size_t(length);
    }
    if (pieces.size() < 3 + 256) return cutShort();
    pieces[0] = {"<unk>", 0, ScoredPiece::Kind::unknown};
    pieces[1] = {"<s>", 0, ScoredPiece::Kind::control};
    pieces[2] = {"</s>", 0, ScoredPiece::Kind::control};
    for (std::size_t i = 3; i < 3 + 256; ++i) pieces[i].kind = ScoredPiece::Kind::byte;
    return pieces;
}

Result<Parts> loadLlama2c(const std::filesystem::path& file) {
    ANNEAL_TRY(pieces, readLlama2cPieces(file));
    auto parts = scoredParts(std::move(pieces), {}, {});
    if (parts) {
        parts->special.bos = 1;
        parts->special.eos = 2;
        parts->frame.before = {1};
    }
    return parts;
}

}  // namespace anneal::text::tokenizer
