// Hugging Face's tokenizer.json (format version 1.0).

#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/loaders.h"
#include "text/tokenizer/wordpiece.h"

namespace anneal::text::tokenizer {
namespace {

const Json& component(const Json& document, const char* key) {
    static const Json none;
    const auto at = document.find(key);
    return at == document.end() ? none : *at;
}

/// Merges are ["a", "b"] or "a b".
Result<std::vector<std::pair<std::string, std::string>>> readMerges(const Json& model) {
    std::vector<std::pair<std::string, std::string>> pairs;
    const auto& merges = arrayField(model, "merges");
    pairs.reserve(merges.size());
    for (const auto& merge : merges) {
        if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string()) {
            pairs.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
            continue;
        }
        const auto text = merge.is_string() ? merge.get<std::string>() : std::string();
        if (text.starts_with("#version")) continue;
        const auto space = text.find(' ');
        if (space == std::string::npos || text.find(' ', space + 1) != std::string::npos)
            return invalid("merge " + std::to_string(pairs.size() + 1) + " is " + base::dumpJson(merge) + ", not two tokens");
        pairs.emplace_back(text.substr(0, space), text.substr(space + 1));
    }
    return pairs;
}

Status readBpe(const Json& model, Parts& parts) {
    if (const auto dropout = model.find("dropout"); dropout != model.end() && dropout->is_number() && dropout->get<double>() > 0)
        return fail("tokenizer_unsupported", "the BPE model has dropout, so that the same text gives other ids each time",
                    "Set \"dropout\" to null in tokenizer.json.");
    BpeOptions options;
    options.unknown = stringField(model, "unk_token");
    options.continuingPrefix = stringField(model, "continuing_subword_prefix").value_or("");
    options.wordSuffix = stringField(model, "end_of_word_suffix").value_or("");
    options.fuseUnknown = boolField(model, "fuse_unk", false);
    options.byteFallback = boolField(model, "byte_fallback", false);
    options.ignoreMerges = boolField(model, "ignore_merges", false);
    ANNEAL_TRY(pairs, readMerges(model));
    ANNEAL_TRY(merges, resolveMerges(*parts.vocabulary, pairs, options.continuingPrefix.size()));
    if (options.unknown && parts.vocabulary->find(*options.unknown) >= 0) parts.special.unk = parts.vocabulary->find(*options.unknown);
    parts.setModel(std::make_unique<Bpe>(parts.vocabulary, merges, std::move(options)));
    return {};
}

Status readWords(const Json& model, const std::string& type, Parts& parts) {
    const auto unknown = stringField(model, "unk_token").value_or(type == "WordPiece" ? "[UNK]" : "<unk>");
    const auto unknownId = parts.vocabulary->find(unknown);
    if (unknownId >= 0) parts.special.unk = unknownId;
    if (type == "WordLevel") {
        parts.setModel(std::make_unique<WordLevel>(parts.vocabulary, unknownId));
        return {};
    }
    WordPiece::Options options;
    options.unknown = unknownId;
    options.continuingPrefix = stringField(model, "continuing_subword_prefix").value_or("##");
    options.maxCharacters = std::size_t(intField(model, "max_input_chars_per_word").value_or(100));
    parts.setModel(std::make_unique<WordPiece>(parts.vocabulary, std::move(options)));
    return {};
}

Status readModel(const Json& model, Parts& parts) {
    auto type = typeOf(model);
    if (type.empty()) type = model.contains("merges") ? "BPE" : model.contains("continuing_subword_prefix") ? "WordPiece" : "WordLevel";
    if (type == "Unigram") return unsupported("model", type);
    if (type != "BPE" && type != "WordPiece" && type != "WordLevel") return unsupported("model", type);
    ANNEAL_TRY(vocabulary, Vocabulary::fromJson(component(model, "vocab")));
    parts.vocabulary = std::make_shared<const Vocabulary>(std::move(vocabulary));
    return type == "BPE" ? readBpe(model, parts) : readWords(model, type, parts);
}

}  // namespace

Result<Parts> loadTokenizerJson(const std::filesystem::path& file) {
    ANNEAL_TRY(document, base::readJson(file));
    if (!document.is_object() || !component(document, "model").is_object()) return invalid("there is no \"model\"");
    Parts parts;
    ANNEAL_CHECK(readModel(document["model"], parts));
    ANNEAL_TRY(normalizers, readNormalizers(component(document, "normalizer")));
    ANNEAL_TRY(preTokenizers, readPreTokenizers(component(document, "pre_tokenizer")));
    ANNEAL_TRY(frame, readFrame(component(document, "post_processor")));
    ANNEAL_TRY(decoders, readDecoders(component(document, "decoder")));
    parts.normalizers = std::move(normalizers);
    parts.preTokenizers = std::move(preTokenizers);
    parts.frame = std::move(frame);
    parts.decoders = std::move(decoders);
    for (const auto& entry : arrayField(document, "added_tokens")) {
        auto token = readAddedToken(entry);
        // The model's own id wins over the one written beside the added token.
        const auto known = parts.vocabulary->find(token.content);
        token.id = known >= 0 ? known : int32_t(intField(entry, "id").value_or(-1));
        if (token.id < 0) return invalid("the added token \"" + token.content + "\" has no id");
        parts.addedTokens.push_back(std::move(token));
    }
    return parts;
}

}  // namespace anneal::text::tokenizer
