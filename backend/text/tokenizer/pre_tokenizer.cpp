#include "text/tokenizer/pre_tokenizer.h"

#include "text/tokenizer/byte_alphabet.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/split.h"
#include "text/tokenizer/split_fast.h"
#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

constexpr std::string_view kMetaspace = "\xE2\x96\x81";

bool isSpace(char32_t c) { return charClasses()[c] & kSpace; }
bool isNumeric(char32_t c) { return charClasses()[c] & kNumber; }

/// A step that rewrites each piece's text: `rewrite(piece, text, out)` appends the new text.
template <class Rewrite>
void rewritePieces(Pieces& pieces, Rewrite rewrite) {
    auto& out = pieces.spareText;
    out.clear();
    for (auto& piece : pieces.list) {
        const auto begin = out.size();
        rewrite(piece, pieces.view(piece), out);
        piece.begin = begin;
        piece.end = out.size();
    }
    pieces.own.swap(out);
    pieces.text = pieces.own;
}

class PrefixSpace final : public PreTokenizer {
public:
    void apply(Pieces& pieces) const override {
        rewritePieces(pieces, [](const Piece&, std::string_view text, std::string& out) {
            if (!text.starts_with(' ')) out += ' ';
            out += text;
        });
    }
};

class ByteSpeller final : public PreTokenizer {
public:
    void apply(Pieces& pieces) const override {
        rewritePieces(pieces, [](const Piece&, std::string_view text, std::string& out) { out += toByteAlphabet(text); });
    }
    bool spellsBytes() const override { return true; }
};

class MetaspaceReplacer final : public PreTokenizer {
public:
    enum class Prepend { always, first, never };
    /// `doubles`: prepended even where the text begins with a space.
    MetaspaceReplacer(std::string replacement, Prepend prepend, bool doubles)
        : replacement_(std::move(replacement)), prepend_(prepend), doubles_(doubles) {}
    void apply(Pieces& pieces) const override {
        rewritePieces(pieces, [this](const Piece& piece, std::string_view text, std::string& out) {
            const bool wanted = prepend_ == Prepend::always || (prepend_ == Prepend::first && piece.first);
            if (wanted && (doubles_ || (!text.starts_with(' ') && !text.starts_with(replacement_)))) out += replacement_;
            for (const char c : text)
                if (c == ' ')
                    out += replacement_;
                else
                    out += c;
        });
    }

private:
    std::string replacement_;
    Prepend prepend_;
    bool doubles_;
};

/// Runs of word characters and runs of what is neither word nor space; spaces are dropped.
class WordsAndMarks final : public PreTokenizer {
public:
    void apply(Pieces& pieces) const override {
        auto& out = pieces.spareList;
        out.clear();
        for (const auto& piece : pieces.list) {
            int previous = 0;
            for (auto at = piece.begin; at < piece.end;) {
                const auto c = codePointAt(pieces.text.data() + at);
                const int kind = isWordChar(c.value) ? 1 : isSpace(c.value) ? 0 : 2;
                if (kind && kind == previous)
                    out.back().end = at + c.size;
                else if (kind)
                    out.push_back({at, at + c.size, piece.first && at == piece.begin});
                previous = kind;
                at += c.size;
            }
        }
        pieces.list.swap(out);
    }
};

class FixedLength final : public PreTokenizer {
public:
    explicit FixedLength(std::size_t length) : length_(length) {}
    void apply(Pieces& pieces) const override {
        auto& out = pieces.spareList;
        out.clear();
        for (const auto& piece : pieces.list) {
            std::size_t count = 0;
            for (auto at = piece.begin; at < piece.end; ++count) {
                const auto size = codePointAt(pieces.text.data() + at).size;
                if (count % length_ == 0) out.push_back({at, at, piece.first && at == piece.begin});
                out.back().end = at += size;
            }
        }
        pieces.list.swap(out);
    }

private:
    std::size_t length_;
};

class MetaspaceCutter final : public PreTokenizer {
public:
    void apply(Pieces& pieces) const override {
        auto& out = pieces.spareList;
        out.clear();
        for (const auto& piece : pieces.list) {
            const auto text = pieces.view(piece);
            std::size_t begin = 0;
            bool afterSpace = true;
            for (auto at = text.find(kMetaspace); at != std::string_view::npos; at = text.find(kMetaspace, at)) {
                afterSpace = at == 0 || (at >= 3 && text.substr(at - 3, 3) == kMetaspace);
                if (!afterSpace) {
                    out.push_back({piece.begin + begin, piece.begin + at, piece.first && begin == 0});
                    begin = at;
                }
                at += kMetaspace.size();
            }
            out.push_back({piece.begin + begin, piece.end, piece.first && begin == 0});
        }
        pieces.list.swap(out);
    }
};

void add(PreTokenizers& steps, std::unique_ptr<const PreTokenizer> step) { steps.push_back(std::move(step)); }

Status addMetaspace(const Json& metaspace, PreTokenizers& steps) {
    using Prepend = MetaspaceReplacer::Prepend;
    const auto replacement = stringField(metaspace, "replacement").value_or(std::string(kMetaspace));
    const auto scheme = stringField(metaspace, "prepend_scheme").value_or("always");
    auto prepend = scheme == "first" ? Prepend::first : scheme == "never" ? Prepend::never : Prepend::always;
    if (!boolField(metaspace, "add_prefix_space", true)) prepend = Prepend::never;
    add(steps, std::make_unique<MetaspaceReplacer>(replacement, prepend, false));
    if (boolField(metaspace, "split", true)) add(steps, splitter(literalPattern(replacement), SplitBehavior::mergedWithNext, false));
    return {};
}

Status addSteps(const Json& preTokenizer, PreTokenizers& steps) {
    if (preTokenizer.is_null()) return {};
    const auto type = typeOf(preTokenizer);
    if (type == "Sequence") {
        for (const auto& child : arrayField(preTokenizer, "pretokenizers")) ANNEAL_CHECK(addSteps(child, steps));
    } else if (type == "ByteLevel") {
        if (boolField(preTokenizer, "add_prefix_space", true)) add(steps, std::make_unique<PrefixSpace>());
        if (boolField(preTokenizer, "use_regex", true)) add(steps, splitter(fastPattern(kGpt2Pattern), SplitBehavior::isolated, false));
        add(steps, std::make_unique<ByteSpeller>());
    } else if (type == "Split") {
        ANNEAL_TRY(pattern, readPattern(preTokenizer));
        ANNEAL_TRY(behavior, readBehavior(preTokenizer));
        add(steps, splitter(std::move(pattern), behavior, boolField(preTokenizer, "invert", false)));
    } else if (type == "Digits") {
        const bool each = boolField(preTokenizer, "individual_digits", false);
        add(steps, splitter(charPattern(isNumeric), each ? SplitBehavior::isolated : SplitBehavior::contiguous, false));
    } else if (type == "Punctuation") {
        ANNEAL_TRY(behavior, readBehavior(preTokenizer));
        add(steps, splitter(charPattern(isBertPunctuation), behavior, false));
    } else if (type == "Whitespace") {
        add(steps, std::make_unique<WordsAndMarks>());
    } else if (type == "WhitespaceSplit") {
        add(steps, splitter(charPattern(isSpace), SplitBehavior::removed, false));
    } else if (type == "BertPreTokenizer") {
        add(steps, splitter(charPattern(isSpace), SplitBehavior::removed, false));
        add(steps, splitter(charPattern(isBertPunctuation), SplitBehavior::isolated, false));
    } else if (type == "Metaspace") {
        return addMetaspace(preTokenizer, steps);
    } else if (type == "CharDelimiterSplit") {
        add(steps, splitter(literalPattern(stringField(preTokenizer, "delimiter").value_or("")), SplitBehavior::removed, false));
    } else if (type == "FixedLength") {
        const auto length = intField(preTokenizer, "length").value_or(5);
        if (length < 1) return invalid("FixedLength needs a length of at least 1");
        add(steps, std::make_unique<FixedLength>(std::size_t(length)));
    } else {
        return unsupported("pre-tokenizer", type);
    }
    return {};
}

}  // namespace

void Pieces::reset(std::string_view whole, bool first) {
    text = whole;
    list.clear();
    if (!whole.empty()) list.push_back({0, whole.size(), first});
}

Result<PreTokenizers> readPreTokenizers(const Json& preTokenizer) {
    PreTokenizers steps;
    ANNEAL_CHECK(addSteps(preTokenizer, steps));
    return steps;
}

std::unique_ptr<const PreTokenizer> sentencePieceSpaces(bool prefix, bool onlyAtStart) {
    using Prepend = MetaspaceReplacer::Prepend;
    const auto prepend = !prefix ? Prepend::never : onlyAtStart ? Prepend::first : Prepend::always;
    return std::make_unique<MetaspaceReplacer>(std::string(kMetaspace), prepend, true);
}

std::unique_ptr<const PreTokenizer> metaspaceCutter() { return std::make_unique<MetaspaceCutter>(); }

}  // namespace anneal::text::tokenizer
