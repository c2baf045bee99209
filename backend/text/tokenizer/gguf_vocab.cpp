// The vocabulary in a GGUF file, read to give llama.cpp's ids.

#include <memory>

#include <gguf.h>

#include "base/files.h"
#include "base/text.h"
#include "text/tokenizer/gguf_pre.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/loaders.h"
#include "text/tokenizer/precompiled.h"
#include "text/tokenizer/wordpiece.h"

namespace anneal::text::tokenizer {
namespace {

constexpr std::string_view kMetaspace = "\xE2\x96\x81";

/// The metadata of a GGUF file by key; absent keys and other types read as nothing.
class Metadata {
public:
    explicit Metadata(const std::filesystem::path& file) {
        // llama.cpp's reader complains on stderr; spare that for files of quite another kind.
        const auto mapped = base::MappedFile::open(file);
        if (mapped && mapped->text().starts_with("GGUF"))
            context_.reset(gguf_init_from_file(file.c_str(), {.no_alloc = true, .ctx = nullptr}));
    }
    bool ok() const { return context_ != nullptr; }

    std::string text(const char* key) const {
        const auto at = find(key, GGUF_TYPE_STRING);
        return at < 0 ? std::string() : gguf_get_val_str(context_.get(), at);
    }
    std::optional<int32_t> id(const char* key) const {
        const auto at = find(key, GGUF_TYPE_UINT32);
        return at < 0 ? std::nullopt : std::optional(int32_t(gguf_get_val_u32(context_.get(), at)));
    }
    bool flag(const char* key, bool fallback) const {
        const auto at = find(key, GGUF_TYPE_BOOL);
        return at < 0 ? fallback : gguf_get_val_bool(context_.get(), at);
    }
    std::vector<std::string> texts(const char* key) const {
        std::vector<std::string> all;
        const auto at = findArray(key, GGUF_TYPE_STRING);
        const auto count = at < 0 ? 0 : gguf_get_arr_n(context_.get(), at);
        for (std::size_t i = 0; i < count; ++i) all.emplace_back(gguf_get_arr_str(context_.get(), at, i));
        return all;
    }
    template <class T>
    std::span<const T> numbers(const char* key, gguf_type type) const {
        const auto at = findArray(key, type);
        if (at < 0) return {};
        return {static_cast<const T*>(gguf_get_arr_data(context_.get(), at)), gguf_get_arr_n(context_.get(), at)};
    }

private:
    int64_t find(const char* key, gguf_type type) const {
        const auto at = gguf_find_key(context_.get(), key);
        return at >= 0 && gguf_get_kv_type(context_.get(), at) == type ? at : -1;
    }
    int64_t findArray(const char* key, gguf_type type) const {
        const auto at = find(key, GGUF_TYPE_ARRAY);
        return at >= 0 && gguf_get_arr_type(context_.get(), at) == type ? at : -1;
    }

    struct Free {
        void operator()(gguf_context* context) const { gguf_free(context); }
    };
    std::unique_ptr<gguf_context, Free> context_;
};

using Kind = ScoredPiece::Kind;

std::vector<ScoredPiece> readPieces(const Metadata& file) {
    const auto tokens = file.texts("tokenizer.ggml.tokens");
    const auto scores = file.numbers<float>("tokenizer.ggml.scores", GGUF_TYPE_FLOAT32);
    const auto kinds = file.numbers<int32_t>("tokenizer.ggml.token_type", GGUF_TYPE_INT32);
    std::vector<ScoredPiece> pieces(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        pieces[i].text = base::replaceInvalidUtf8(tokens[i]);
        if (i < scores.size()) pieces[i].score = scores[i];
        if (i < kinds.size() && kinds[i] >= 1 && kinds[i] <= 6) pieces[i].kind = Kind(kinds[i]);
    }
    return pieces;
}

void addTokens(const std::vector<ScoredPiece>& pieces, Parts& parts) {
    for (std::size_t id = 0; id < pieces.size(); ++id) {
        const auto kind = pieces[id].kind;
        if (kind == Kind::control || kind == Kind::unknown || kind == Kind::userDefined)
            parts.addedTokens.push_back({.content = pieces[id].text, .id = int32_t(id), .special = kind != Kind::userDefined});
    }
}

std::shared_ptr<const Vocabulary> vocabularyOf(const std::vector<ScoredPiece>& pieces) {
    std::vector<std::string> tokens;
    for (const auto& piece : pieces) tokens.push_back(piece.text);
    return std::make_shared<const Vocabulary>(std::move(tokens));
}

Result<Parts> readSpm(const Metadata& file) {
    Normalizers normalizers;
    const auto map = file.numbers<uint8_t>("tokenizer.ggml.precompiled_charsmap", GGUF_TYPE_UINT8);
    if (!map.empty()) {
        ANNEAL_TRY(parsed, PrecompiledMap::parse({reinterpret_cast<const char*>(map.data()), map.size()}));
        normalizers.push_back(precompiledNormalizer(std::move(parsed), PrecompiledMap::Units::longestPrefix));
    }
    ScoredOptions options;
    options.dummyPrefix = file.flag("tokenizer.ggml.add_space_prefix", true);
    options.collapseSpaces = file.flag("tokenizer.ggml.remove_extra_whitespaces", false);
    return scoredParts(readPieces(file), std::move(normalizers), options);
}

Result<Parts> readGpt2(const Metadata& file, const std::string& name) {
    const auto pre = ggufPre(name);
    if (!pre) return unsupported("pre-tokenizer type", name);
    Parts parts;
    const auto pieces = readPieces(file);
    parts.vocabulary = vocabularyOf(pieces);
    addTokens(pieces, parts);

    std::vector<std::pair<std::string, std::string>> pairs;
    for (const auto& merge : file.texts("tokenizer.ggml.merges")) {
        const auto space = merge.find(' ', 1);
        if (space == std::string::npos) return invalid("the merge \"" + merge + "\" is not two tokens");
        pairs.emplace_back(merge.substr(0, space), merge.substr(space + 1));
    }
    ANNEAL_TRY(merges, resolveMerges(*parts.vocabulary, pairs, 0));
    BpeOptions options;
    options.ignoreMerges = pre->ignoreMerges;
    options.byteFallback = !pre->bytes;
    parts.setModel(std::make_unique<Bpe>(parts.vocabulary, merges, std::move(options)));

    ANNEAL_TRY(normalizers, readNormalizers(pre->normalizer()));
    ANNEAL_TRY(preTokenizers, readPreTokenizers(pre->preTokenizer()));
    ANNEAL_TRY(decoders, readDecoders(pre->decoder()));
    parts.normalizers = std::move(normalizers);
    parts.preTokenizers = std::move(preTokenizers);
    parts.decoders = std::move(decoders);
    return parts;
}

/// GGUF writes "▁word" and "piece" where BERT has "word" and "##piece".
Result<Parts> readBert(const Metadata& file) {
    auto pieces = readPieces(file);
    for (auto& piece : pieces) {
        if (piece.text.starts_with(kMetaspace))
            piece.text.erase(0, kMetaspace.size());
        else if (piece.kind == Kind::normal && !(piece.text.starts_with('[') && piece.text.ends_with(']')))
            piece.text.insert(0, "##");
    }
    Parts parts;
    parts.vocabulary = vocabularyOf(pieces);
    addTokens(pieces, parts);
    WordPiece::Options options;
    options.unknown = file.id("tokenizer.ggml.unknown_token_id").value_or(parts.vocabulary->find("[UNK]"));
    options.maxCharacters = SIZE_MAX;
    parts.setModel(std::make_unique<WordPiece>(parts.vocabulary, std::move(options)));
    ANNEAL_TRY(normalizers, readNormalizers({{"type", "BertNormalizer"}, {"lowercase", true}}));
    ANNEAL_TRY(preTokenizers, readPreTokenizers({{"type", "BertPreTokenizer"}}));
    ANNEAL_TRY(decoders, readDecoders({{"type", "WordPiece"}, {"prefix", "##"}, {"cleanup", true}}));
    parts.normalizers = std::move(normalizers);
    parts.preTokenizers = std::move(preTokenizers);
    parts.decoders = std::move(decoders);
    return parts;
}

void readRoles(const Metadata& file, const std::string& model, Parts& parts) {
    auto& special = parts.special;
    const auto set = [&](const char* key, std::optional<int32_t>& role) {
        if (const auto id = file.id(key); id && parts.vocabulary->contains(*id)) role = id;
    };
    set("tokenizer.ggml.bos_token_id", special.bos);
    set("tokenizer.ggml.eos_token_id", special.eos);
    set("tokenizer.ggml.unknown_token_id", special.unk);
    set("tokenizer.ggml.padding_token_id", special.pad);
    std::optional<int32_t> cls = special.bos, sep = special.eos;
    const bool bert = model == "bert";
    if (bert) {
        set("tokenizer.ggml.cls_token_id", cls);
        set("tokenizer.ggml.seperator_token_id", sep);  // GGUF's own spelling
    }
    const bool addsBos =
        file.flag("tokenizer.ggml.add_bos_token", model == "llama" || bert || ggufAddsBos(file.text("tokenizer.ggml.pre")));
    if (addsBos && cls) parts.frame.before.push_back(*cls);
    if (file.flag("tokenizer.ggml.add_eos_token", bert) && sep) parts.frame.after.push_back(*sep);
}

Result<Parts> readByModel(const Metadata& file, const std::string& model) {
    if (model == "llama") return readSpm(file);
    if (model == "gpt2") return readGpt2(file, file.text("tokenizer.ggml.pre"));
    if (model == "gemma4") return readGpt2(file, model);
    if (model == "bert") return readBert(file);
    return unsupported("GGUF tokenizer model", model == "t5" ? "t5 (Unigram)" : model);
}

}  // namespace

Result<Parts> loadGguf(const std::filesystem::path& path) {
    const Metadata file(path);
    if (!file.ok()) return invalid("this is no GGUF file, or it is cut short");
    const auto model = file.text("tokenizer.ggml.model");
    if (model.empty()) return invalid("the GGUF file holds no tokenizer");
    auto parts = readByModel(file, model);
    if (parts) readRoles(file, model, *parts);
    return parts;
}

}  // namespace anneal::text::tokenizer
