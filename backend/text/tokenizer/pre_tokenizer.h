#pragma once
// Pre-tokenizers: how normalised text is cut into words that the model sees one at a time.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "text/tokenizer/pattern.h"

namespace anneal::text::tokenizer {

struct Piece {
    std::size_t begin, end;
    bool first;  ///< begins where the original text begins
};

/// The pieces of one text. `text` is the caller's or, once rewritten, `own`.
struct Pieces {
    std::string_view text;
    std::vector<Piece> list;

    std::string own, spareText;
    std::vector<Piece> spareList;
    std::vector<Stretch> stretches;

    std::string_view view(const Piece& piece) const { return text.substr(piece.begin, piece.end - piece.begin); }
    void reset(std::string_view whole, bool first);
};

/// Thread-safe.
class PreTokenizer {
public:
    virtual ~PreTokenizer() = default;
    virtual void apply(Pieces& pieces) const = 0;
    /// True for the step that spells bytes in GPT-2's alphabet; a model that reads bytes can do without it.
    virtual bool spellsBytes() const { return false; }
};

using PreTokenizers = std::vector<std::unique_ptr<const PreTokenizer>>;

/// The steps that `pre_tokenizer` of tokenizer.json describes; null gives none.
Result<PreTokenizers> readPreTokenizers(const Json& preTokenizer);

/// SentencePiece's spaces: each becomes '▁', and with `prefix` one more stands in front of the text (of its very start
/// only, if `onlyAtStart`).
std::unique_ptr<const PreTokenizer> sentencePieceSpaces(bool prefix, bool onlyAtStart);

/// Cuts before every '▁' that follows another character. Equal ids for a model no token of which spans such a place.
std::unique_ptr<const PreTokenizer> metaspaceCutter();

}  // namespace anneal::text::tokenizer
