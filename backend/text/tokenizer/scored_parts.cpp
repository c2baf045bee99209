// Vocabularies of scored pieces, which merge by score: SentencePiece BPE, llama.cpp's SPM, llama2.c.

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/loaders.h"

namespace anneal::text::tokenizer {
namespace {

using Kind = ScoredPiece::Kind;

/// Dense ranks by falling score; equal scores merge leftmost first, hence equal ranks.
std::vector<uint32_t> ranksByScore(const std::vector<ScoredPiece>& pieces) {
    std::vector<std::size_t> order(pieces.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return pieces[a].score > pieces[b].score; });
    std::vector<uint32_t> ranks(pieces.size(), MergeTable::kNone);
    uint32_t rank = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && pieces[order[i]].score < pieces[order[i - 1]].score) ++rank;
        if (pieces[order[i]].kind == Kind::normal) ranks[order[i]] = rank;
    }
    return ranks;
}

/// User-defined pieces are written with '▁' but stand in texts with spaces.
std::string withSpaces(std::string text) {
    for (auto at = text.find("\xE2\x96\x81"); at != std::string::npos; at = text.find("\xE2\x96\x81", at + 1)) text.replace(at, 3, " ");
    return text;
}

Json component(const char* type, Json fields) {
    fields["type"] = type;
    return fields;
}

Json spaceDecoder(bool stripsFirst) {
    Json steps = Json::array({component("Replace", {{"pattern", {{"String", "\xE2\x96\x81"}}}, {"content", " "}}),
                              component("ByteFallback", Json::object()), component("Fuse", Json::object())});
    if (stripsFirst) steps.push_back(component("Strip", {{"content", " "}, {"start", 1}, {"stop", 0}}));
    return component("Sequence", {{"decoders", steps}});
}

}  // namespace

Result<Parts> scoredParts(std::vector<ScoredPiece> pieces, Normalizers normalizers, const ScoredOptions& options) {
    Parts parts;
    BpeOptions bpe;
    bpe.fuseUnknown = true;
    std::vector<std::string> tokens;
    for (std::size_t id = 0; id < pieces.size(); ++id) {
        auto& piece = pieces[id];
        if (!base::isValidUtf8(piece.text)) piece.text = base::replaceInvalidUtf8(piece.text);
        tokens.push_back(piece.text);
        if (piece.kind == Kind::byte) bpe.byteFallback = true;
        if (piece.kind == Kind::unknown && !bpe.unknown) {
            bpe.unknown = piece.text;
            parts.special.unk = int32_t(id);
        }
        const bool control = piece.kind == Kind::control || piece.kind == Kind::unknown;
        if (control && !options.matchesControl)
            parts.unmatchedSpecial.push_back(int32_t(id));
        else if (control || piece.kind == Kind::userDefined)
            parts.addedTokens.push_back({.content = piece.text, .sought = withSpaces(piece.text), .id = int32_t(id), .special = control});
    }
    parts.vocabulary = std::make_shared<const Vocabulary>(std::move(tokens));
    const auto merges = impliedMerges(*parts.vocabulary, ranksByScore(pieces), false);
    parts.setModel(std::make_unique<Bpe>(parts.vocabulary, merges, std::move(bpe)));

    parts.normalizers = std::move(normalizers);
    if (options.collapseSpaces) parts.normalizers.push_back(spaceCollapser());
    parts.preTokenizers.push_back(sentencePieceSpaces(options.dummyPrefix, options.prefixOnlyAtStart));
    ANNEAL_TRY(decoders, readDecoders(spaceDecoder(options.dummyPrefix)));
    parts.decoders = std::move(decoders);
    return parts;
}

}  // namespace anneal::text::tokenizer
