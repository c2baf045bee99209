#include "pages/data/sample_lens.h"

#include <arrow/table.h>

#include "data/export.h"
#include "data/row_text.h"
#include "data/samples.h"
#include "text/chat_template.h"

namespace anneal::pages {
namespace {

Result<OrderedJson> rowAt(const data::RowText& rows, std::int64_t row) {
    std::string text;
    rows.appendJson(text, row);
    auto document = OrderedJson::parse(text, nullptr, false);
    if (document.is_discarded()) return fail("row_invalid", "the row cannot be written as JSON");
    return document;
}

}  // namespace

Result<std::shared_ptr<SampleLens>> SampleLens::open(const data::Dataset& dataset, LensOptions options) {
    ANNEAL_TRY(tokenizer, text::Tokenizer::load(options.model));
    auto chosen = text::ChatTemplate::choose(options.templateName, options.model, tokenizer.get());
    // Plain text needs none; rows that do need one say so themselves.
    if (!chosen && chosen.error().code != "template_missing") return fail(chosen.error());
    text::MaskOptions mask;
    mask.trainOnPrompt = options.trainOnPrompt;
    std::optional<text::ChatTemplate> chat;
    if (chosen) chat = std::move(*chosen);
    return std::shared_ptr<SampleLens>(new SampleLens(dataset, std::move(options), text::SampleEncoder(tokenizer, std::move(chat), mask)));
}

SampleLens::SampleLens(const data::Dataset& dataset, LensOptions options, text::SampleEncoder encoder)
    : reader_(dataset), options_(std::move(options)), encoder_(std::move(encoder)) {}

Result<text::MaskedTokens> SampleLens::encode(const OrderedJson& row, std::int64_t number) const {
    ANNEAL_TRY(sample, data::toSample(reader_.dataset().manifest().mapping, row, number));
    return encoder_.encode(sample);
}

SampleLength SampleLens::lengthOf(const text::MaskedTokens& tokens) const {
    SampleLength length;
    length.tokens = std::int32_t(tokens.ids.size());
    length.mute = true;
    for (std::size_t i = 0; i < tokens.trained.size(); ++i) {
        if (!tokens.trained[i]) continue;
        ++length.trained;
        length.mute = length.mute && encoder_.tokenizer().isSpecial(tokens.ids[i]);
        if (std::int64_t(i) >= options_.cutoff) ++length.trainedCut;
    }
    return length;
}

Result<ShownSample> SampleLens::sample(std::int64_t row) {
    ANNEAL_TRY(table, reader_.rows(row, 1));
    if (table->num_rows() == 0) return fail("row_unknown", "there is no such row");
    const data::RowText rows(*table, reader_.dataset().manifest().columns);
    ANNEAL_TRY(document, rowAt(rows, 0));
    ShownSample shown;
    shown.row = row + 1;
    const auto tokens = encode(document, row + 1);
    if (!tokens) {
        shown.error = tokens.error();
        shown.length.failed = true;
        return shown;
    }
    shown.length = lengthOf(*tokens);
    shown.text = tokens->text;
    const auto tokenizer = std::shared_ptr<const text::Tokenizer>(&encoder_.tokenizer(), [](const auto*) {});
    text::StreamDecoder decoder(tokenizer);
    const auto stops = text::stopTokens(encoder_.tokenizer(), encoder_.chat() ? &*encoder_.chat() : nullptr);
    for (std::size_t i = 0; i < tokens->ids.size(); ++i) {
        const auto id = tokens->ids[i];
        controls::Token token;
        const auto piece = decoder.push(id);
        token.text = QString::fromUtf8(piece.data(), qsizetype(piece.size()));
        token.id = id;
        token.kind = encoder_.tokenizer().isSpecial(id) ? controls::Token::Kind::special
                     : tokens->trained[i]               ? controls::Token::Kind::trained
                                                        : controls::Token::Kind::prompt;
        token.cut = std::int64_t(i) >= options_.cutoff;
        if (tokens->trained[i] && !token.cut) shown.endsWithStop = std::ranges::binary_search(stops, id);
        shown.tokens.push_back(std::move(token));
    }
    if (const auto rest = decoder.finish(); !rest.empty() && !shown.tokens.empty())
        shown.tokens.back().text += QString::fromStdString(rest);
    return shown;
}

Result<std::vector<SampleLength>> SampleLens::lengths(std::int64_t first, std::int64_t count) {
    ANNEAL_TRY(table, reader_.rows(first, count));
    const data::RowText rows(*table, reader_.dataset().manifest().columns);
    std::vector<SampleLength> lengths;
    for (std::int64_t row = 0; row < table->num_rows(); ++row) {
        SampleLength length;
        length.failed = true;
        if (const auto document = rowAt(rows, row))
            if (const auto tokens = encode(*document, first + row + 1)) length = lengthOf(*tokens);
        lengths.push_back(length);
    }
    return lengths;
}

}  // namespace anneal::pages
