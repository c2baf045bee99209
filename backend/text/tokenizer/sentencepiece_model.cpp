// SentencePiece's .model: a protobuf of which five fields matter (sentencepiece_model.proto).

#include <cstring>
#include <optional>

#include "base/files.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/loaders.h"
#include "text/tokenizer/precompiled.h"

namespace anneal::text::tokenizer {
namespace {

/// Walks the fields of one protobuf message.
class Fields {
public:
    explicit Fields(std::string_view bytes) : rest_(bytes) {}

    struct Field {
        uint64_t number = 0, value = 0;
        std::string_view bytes;
    };
    /// The next field, nullopt at the end or where the bytes are no protobuf (then ok() is false).
    std::optional<Field> next() {
        if (rest_.empty() || !ok_) return std::nullopt;
        Field field;
        const auto key = varint();
        field.number = key >> 3;
        switch (key & 7) {
            case 0: field.value = varint(); break;
            case 1: field.bytes = take(8); break;
            case 2: field.bytes = take(varint()); break;
            case 5: field.bytes = take(4); break;
            default: ok_ = false;
        }
        return ok_ ? std::optional(field) : std::nullopt;
    }
    bool ok() const { return ok_; }

private:
    uint64_t varint() {
        uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const auto byte = take(1);
            if (!ok_) return 0;
            value |= uint64_t(byte[0] & 0x7F) << shift;
            if (!(byte[0] & 0x80)) return value;
        }
        ok_ = false;
        return 0;
    }
    std::string_view take(uint64_t count) {
        if (count > rest_.size()) {
            ok_ = false;
            return {};
        }
        const auto bytes = rest_.substr(0, count);
        rest_.remove_prefix(count);
        return bytes;
    }

    std::string_view rest_;
    bool ok_ = true;
};

struct ModelProto {
    std::vector<ScoredPiece> pieces;
    uint64_t type = 1;  ///< 1 unigram, 2 BPE, 3 word, 4 char
    std::string_view characterMap;
    bool dummyPrefix = true, collapseSpaces = true, escapeSpaces = true, spaceAsSuffix = false;
};

bool readPiece(std::string_view bytes, ScoredPiece& piece) {
    Fields fields(bytes);
    while (const auto field = fields.next()) {
        if (field->number == 1)
            piece.text = field->bytes;
        else if (field->number == 2 && field->bytes.size() == 4)
            std::memcpy(&piece.score, field->bytes.data(), 4);
        else if (field->number == 3)
            piece.kind = ScoredPiece::Kind(field->value);
    }
    return fields.ok();
}

bool readTrainer(std::string_view bytes, ModelProto& model) {
    Fields fields(bytes);
    while (const auto field = fields.next())
        if (field->number == 3)
            model.type = field->value;
        else if (field->number == 24)
            model.spaceAsSuffix = field->value;
    return fields.ok();
}

bool readNormalizer(std::string_view bytes, ModelProto& model) {
    Fields fields(bytes);
    while (const auto field = fields.next())
        if (field->number == 2)
            model.characterMap = field->bytes;
        else if (field->number == 3)
            model.dummyPrefix = field->value;
        else if (field->number == 4)
            model.collapseSpaces = field->value;
        else if (field->number == 5)
            model.escapeSpaces = field->value;
    return fields.ok();
}

Result<ModelProto> readModel(std::string_view bytes) {
    ModelProto model;
    Fields fields(bytes);
    bool ok = true;
    while (const auto field = fields.next()) {
        if (field->number == 1)
            ok = ok && readPiece(field->bytes, model.pieces.emplace_back());
        else if (field->number == 2)
            ok = ok && readTrainer(field->bytes, model);
        else if (field->number == 3)
            ok = ok && readNormalizer(field->bytes, model);
    }
    if (!ok || !fields.ok() || model.pieces.empty()) return invalid("this is no SentencePiece model, or it is cut short");
    return model;
}

}  // namespace

Result<Parts> loadSentencePiece(const std::filesystem::path& file, bool matchesControl, const TokenizerConfig& config) {
    ANNEAL_TRY(bytes, base::readFile(file));
    ANNEAL_TRY(model, readModel(bytes));
    if (model.type == 1) return unsupported("SentencePiece model type", "Unigram");
    if (model.type != 2) return unsupported("SentencePiece model type", model.type == 3 ? "Word" : "Char");
    if (model.spaceAsSuffix || !model.escapeSpaces) return unsupported("SentencePiece option", "treat_whitespace_as_suffix");
    ANNEAL_TRY(map, PrecompiledMap::parse(model.characterMap));
    Normalizers normalizers;
    if (!model.characterMap.empty()) normalizers.push_back(precompiledNormalizer(std::move(map), PrecompiledMap::Units::longestPrefix));
    ScoredOptions options;
    options.dummyPrefix = config.addPrefixSpace.value_or(model.dummyPrefix);
    options.prefixOnlyAtStart = !config.legacy.value_or(true);
    options.collapseSpaces = model.collapseSpaces;
    options.matchesControl = matchesControl;
    return scoredParts(std::move(model.pieces), std::move(normalizers), options);
}

}  // namespace anneal::text::tokenizer
