#include "export/gguf_vocabulary.h"

#include <algorithm>
#include <unordered_set>

#include <sentencepiece_processor.h>

#include "base/files.h"
#include "base/json.h"
#include "catalogue/model_config.h"
#include "export/pre_tokenizer.h"
#include "generate/stop_ids.h"
#include "text/tokenizer.h"
#include "text/tokenizer/loaders.h"

namespace anneal::exporting {
namespace {

namespace fs = std::filesystem;

constexpr float kNeverMerged = -1e6f;
constexpr float kAddedTokenScore = -1000.0f;
constexpr std::string_view kSpaceMark = "▁";

Json readOptionalJson(const fs::path& file) {
    if (!fs::exists(file)) return Json::object();
    auto document = base::readJson(file);
    return document && document->is_object() ? std::move(*document) : Json::object();
}

/// The member, or a null value that iterates as empty.
const Json& member(const Json& object, const char* key) {
    static const Json none;
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found == object.end() ? none : *found;
}

Status put(GgufVocabulary& vocabulary, std::int64_t id, std::string text, TokenType type, float score) {
    if (id < 0 || id >= std::int64_t(vocabulary.tokens.size()))
        return fail(
            "tokenizer_too_large",
            "the tokenizer has id " + std::to_string(id) + ", the model a vocabulary of " + std::to_string(vocabulary.tokens.size()),
            "use the tokenizer that belongs to the model");
    vocabulary.tokens[std::size_t(id)] = std::move(text);
    vocabulary.types[std::size_t(id)] = type;
    vocabulary.scores[std::size_t(id)] = score;
    return {};
}

bool isByteToken(const std::string& text) { return text.size() == 6 && text.starts_with("<0x") && text.ends_with('>'); }

/// GGUF joins the two sides with a space, so a space inside one is written as byte-level BPE writes it.
std::string mergeSide(const std::string& side) {
    std::string text;
    for (const char c : side)
        if (c == ' ')
            text += "Ġ";
        else
            text += c;
    return text;
}

std::vector<std::pair<std::string, std::string>> readMerges(const Json& model) {
    std::vector<std::pair<std::string, std::string>> merges;
    for (const auto& merge : member(model, "merges")) {
        if (merge.is_array() && merge.size() == 2) {
            merges.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
        } else if (merge.is_string()) {
            const auto text = merge.get<std::string>();
            const auto space = text.find(' ', 1);
            if (space != std::string::npos) merges.emplace_back(text.substr(0, space), text.substr(space + 1));
        }
    }
    return merges;
}

bool contains(const Json& step, std::string_view type) {
    if (!step.is_object()) return false;
    if (step.value("type", "") == type) return true;
    for (const char* key : {"normalizers", "pretokenizers", "processors"})
        for (const auto& inner : member(step, key))
            if (contains(inner, type)) return true;
    return false;
}

/// Llama 2's tokenizer.json puts a "▁" before a text by a Prepend normalizer or by Metaspace.
bool prependsSpace(const Json& tokenizer) {
    if (contains(member(tokenizer, "normalizer"), "Prepend")) return true;
    const auto& metaspace = member(tokenizer, "pre_tokenizer");
    if (!metaspace.is_object() || metaspace.value("type", "") != "Metaspace") return false;
    return metaspace.contains("prepend_scheme") ? metaspace.value("prepend_scheme", "") != "never"
                                                : metaspace.value("add_prefix_space", true);
}

Status readTokenizerJson(const Json& tokenizer, GgufVocabulary& vocabulary) {
    const auto& model = tokenizer["model"];
    if (model.value("type", "") != "BPE")
        return fail("tokenizer_unsupported", "a " + model.value("type", std::string("nameless")) + " tokenizer cannot be exported to GGUF",
                    "export a Hugging Face folder instead");
    const bool byteLevel = contains(member(tokenizer, "pre_tokenizer"), "ByteLevel");
    if (!byteLevel && !model.value("byte_fallback", false))
        return fail("tokenizer_unsupported", "this BPE tokenizer is neither byte-level nor has byte fallback",
                    "export a Hugging Face folder instead");
    vocabulary.model = byteLevel ? "gpt2" : "llama";
    const auto unknown =
        model.contains("unk_token") && model["unk_token"].is_string() ? model["unk_token"].get<std::string>() : std::string();
    for (const auto& [text, id] : member(model, "vocab").items()) {
        const auto type = byteLevel           ? TokenType::normal
                          : text == unknown   ? TokenType::unknown
                          : isByteToken(text) ? TokenType::byte
                                              : TokenType::normal;
        ANNEAL_CHECK(put(vocabulary, id.get<std::int64_t>(), text, type, kNeverMerged));
    }
    const auto merges = readMerges(model);
    if (byteLevel) {
        ANNEAL_TRY(pre, ggufPreTokenizer(tokenizer));
        vocabulary.pre = pre;
        for (const auto& [left, right] : merges) vocabulary.merges.push_back(mergeSide(left) + ' ' + mergeSide(right));
    } else {
        // SentencePiece merges the pair whose token scores highest, so a token's score is the rank of its first merge.
        vocabulary.pre = "default";
        vocabulary.addSpacePrefix = prependsSpace(tokenizer);
        for (std::size_t rank = 0; rank < merges.size(); ++rank) {
            const auto id = model["vocab"].find(merges[rank].first + merges[rank].second);
            if (id == model["vocab"].end()) continue;
            auto& score = vocabulary.scores[id->get<std::size_t>()];
            if (score == kNeverMerged) score = -float(rank);
        }
    }
    return {};
}

Status addTokens(const Json& added, GgufVocabulary& vocabulary) {
    for (const auto& token : added) {
        auto text = token.value("content", "");
        const bool special = token.value("special", false);
        const auto id = token.value("id", std::int64_t(-1));
        if (id >= 0 && std::size_t(id) < vocabulary.types.size() && vocabulary.types[std::size_t(id)] == TokenType::unknown) continue;
        if (vocabulary.model == "llama" && !special)
            for (auto at = text.find(kSpaceMark); at != std::string::npos; at = text.find(kSpaceMark, at))
                text.replace(at, kSpaceMark.size(), " ");
        ANNEAL_CHECK(put(vocabulary, id, text, special ? TokenType::control : TokenType::userDefined, kAddedTokenScore));
    }
    return {};
}

Status readSentencePiece(const fs::path& file, GgufVocabulary& vocabulary) {
    sentencepiece::SentencePieceProcessor model;
    if (const auto status = model.Load(file.string()); !status.ok())
        return fail("tokenizer_invalid", file.string() + " could not be read: " + status.ToString(), "use the model's own tokenizer file");
    vocabulary.model = "llama";
    vocabulary.pre = "default";
    for (int id = 0; id < model.GetPieceSize(); ++id) {
        const auto type = model.IsUnknown(id)   ? TokenType::unknown
                          : model.IsControl(id) ? TokenType::control
                          : model.IsUnused(id)  ? TokenType::unused
                          : model.IsByte(id)    ? TokenType::byte
                                                : TokenType::normal;
        ANNEAL_CHECK(put(vocabulary, id, model.IdToPiece(id), type, model.GetScore(id)));
    }
    vocabulary.addSpacePrefix = true;
    return {};
}

Status readLlama2c(const fs::path& file, GgufVocabulary& vocabulary) {
    ANNEAL_TRY(pieces, text::tokenizer::readLlama2cPieces(file));
    vocabulary.model = "llama";
    vocabulary.pre = "default";
    for (std::size_t id = 0; id < pieces.size(); ++id)
        ANNEAL_CHECK(put(vocabulary, std::int64_t(id), pieces[id].text, TokenType(int(pieces[id].kind)), pieces[id].score));
    vocabulary.addSpacePrefix = true;
    return {};
}

/// tokenizer_config.json's added_tokens_decoder in the shape of tokenizer.json's added_tokens.
Json addedTokensOf(const Json& config) {
    Json added = Json::array();
    for (const auto& [id, token] : member(config, "added_tokens_decoder").items()) {
        auto entry = token;
        entry["id"] = std::atoll(id.c_str());
        added.push_back(std::move(entry));
    }
    return added;
}

void fillGaps(GgufVocabulary& vocabulary) {
    for (std::size_t id = 0; id < vocabulary.tokens.size(); ++id)
        if (vocabulary.types[id] == TokenType::unused && vocabulary.tokens[id].empty())
            vocabulary.tokens[id] = "[PAD" + std::to_string(id) + "]";
}

Status checkDistinct(const GgufVocabulary& vocabulary) {
    std::unordered_set<std::string_view> seen;
    for (const auto& token : vocabulary.tokens)
        if (!seen.insert(token).second)
            return fail("tokenizer_invalid", "the tokenizer has two ids for '" + token + "', which GGUF cannot hold",
                        "export a Hugging Face folder instead");
    return {};
}

}  // namespace

Result<GgufVocabulary> readGgufVocabulary(const fs::path& folder, std::int32_t vocabSize) {
    GgufVocabulary vocabulary;
    const auto size = std::size_t(vocabSize);
    vocabulary.tokens.resize(size);
    vocabulary.types.assign(size, TokenType::unused);
    vocabulary.scores.assign(size, kNeverMerged);
    const auto config = readOptionalJson(folder / "tokenizer_config.json");

    if (fs::exists(folder / "tokenizer.json")) {
        ANNEAL_TRY(tokenizer, base::readJson(folder / "tokenizer.json"));
        if (!tokenizer.is_object() || !tokenizer.contains("model"))
            return fail("tokenizer_invalid", (folder / "tokenizer.json").string() + " describes no model",
                        "use the model's own tokenizer file");
        ANNEAL_CHECK(readTokenizerJson(tokenizer, vocabulary));
        ANNEAL_CHECK(addTokens(member(tokenizer, "added_tokens"), vocabulary));
    } else if (fs::exists(folder / "tokenizer.model")) {
        ANNEAL_CHECK(readSentencePiece(folder / "tokenizer.model", vocabulary));
    } else if (fs::exists(folder / "tokenizer.bin")) {
        ANNEAL_CHECK(readLlama2c(folder / "tokenizer.bin", vocabulary));
    } else {
        return fail("tokenizer_not_found", folder.string() + " has no tokenizer.json, tokenizer.model or tokenizer.bin",
                    "put the model's tokenizer beside its weights");
    }
    ANNEAL_CHECK(addTokens(addedTokensOf(config), vocabulary));
    fillGaps(vocabulary);
    ANNEAL_CHECK(checkDistinct(vocabulary));

    ANNEAL_TRY(tokenizer, text::Tokenizer::load(folder));
    const auto special = tokenizer->special();
    vocabulary.bos = special.bos;
    vocabulary.eos = special.eos;
    vocabulary.unk = special.unk;
    vocabulary.pad = special.pad;
    ANNEAL_TRY(model, catalogue::ModelConfig::read(folder));
    vocabulary.stops = generate::stopIds(folder, model, *tokenizer);
    if (!vocabulary.eos && !vocabulary.stops.empty()) vocabulary.eos = vocabulary.stops.front();
    std::ranges::stable_partition(vocabulary.stops, [&](std::int32_t id) { return id == vocabulary.eos; });

    // What the post-processor puts around a text is the truth about BOS and EOS; configuration keys only repeat it.
    const auto framed = tokenizer->encode("a", true);
    vocabulary.addBos = vocabulary.bos && !framed.empty() && framed.front() == *vocabulary.bos;
    vocabulary.addEos = vocabulary.eos && !framed.empty() && framed.back() == *vocabulary.eos;
    return vocabulary;
}

void GgufVocabulary::writeTo(GgufWriter& writer) const {
    const std::string prefix = "tokenizer.ggml.";
    writer.setText(prefix + "model", model);
    writer.setText(prefix + "pre", pre);
    writer.setTexts(prefix + "tokens", tokens);
    std::vector<std::int32_t> typeNumbers;
    for (const auto type : types) typeNumbers.push_back(std::int32_t(type));
    writer.setInts(prefix + "token_type", typeNumbers);
    if (model == "llama") {
        writer.setFloats(prefix + "scores", scores);
        writer.setBool(prefix + "add_space_prefix", addSpacePrefix);
    } else {
        writer.setTexts(prefix + "merges", merges);
    }
    const auto setId = [&](const char* key, std::optional<std::int32_t> id) {
        if (id) writer.setUint(prefix + key, std::uint32_t(*id));
    };
    setId("bos_token_id", bos);
    setId("eos_token_id", eos);
    setId("unknown_token_id", unk);
    setId("padding_token_id", pad);
    if (stops.size() > 1) setId("eot_token_id", stops[1]);
    if (stops.size() > 2) setId("eom_token_id", stops[2]);
    writer.setBool(prefix + "add_bos_token", addBos);
    writer.setBool(prefix + "add_eos_token", addEos);
    if (!chatTemplate.empty()) writer.setText("tokenizer.chat_template", chatTemplate);
}

}  // namespace anneal::exporting
