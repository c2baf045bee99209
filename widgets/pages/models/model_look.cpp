#include "pages/models/model_look.h"

#include "text/chat_template.h"
#include "text/label_mask.h"
#include "text/token_spans.h"

namespace anneal::pages {
namespace {

using controls::Token;

std::vector<Token> shown(const text::Tokenizer& tokenizer, std::string_view text, std::span<const std::int32_t> ids,
                         std::span<const std::uint8_t> trained) {
    const text::TokenSpans spans(tokenizer, text, ids);
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto id = ids[i];
        const auto seen = spans.shown(i);
        const auto kind = tokenizer.isSpecial(id)          ? Token::Kind::special
                          : !trained.empty() && trained[i] ? Token::Kind::trained
                                                           : Token::Kind::prompt;
        tokens.push_back({.text = QString::fromStdString(seen.empty() ? tokenizer.decode(std::span(&id, 1)) : std::string(seen)),
                          .kind = kind,
                          .id = id});
    }
    return tokens;
}

}  // namespace

Result<ModelLook> lookAt(const std::filesystem::path& folder, const std::string& templateName) {
    ANNEAL_TRY(check, catalogue::checkModelFolder(folder));
    ModelLook look{.check = std::move(check), .templateName = {}, .templateSource = {}, .exchange = {}};
    const auto tokenizer = text::Tokenizer::load(folder);
    if (!tokenizer) return look;
    const auto chat = text::ChatTemplate::choose(templateName == "own" ? std::string() : templateName, folder, tokenizer->get());
    if (!chat) return look;
    look.templateName = QString::fromStdString(chat->name());
    look.templateSource = QString::fromStdString(chat->portableSource());
    const OrderedJson exchange = OrderedJson::array({{{"role", "user"}, {"content", "What is annealing?"}},
                                                     {{"role", "assistant"}, {"content", "Slow cooling that takes the strain out."}}});
    const text::SampleEncoder encoder(*tokenizer, *chat);
    if (const auto masked = encoder.encodeChat(exchange, {}))
        look.exchange = shown(**tokenizer, masked->text, masked->ids, masked->trained);
    return look;
}

Result<std::vector<Token>> tokensOf(const std::filesystem::path& folder, const std::string& text) {
    ANNEAL_TRY(tokenizer, text::Tokenizer::load(folder));
    const auto ids = tokenizer->encode(text);
    return shown(*tokenizer, text, ids, {});
}

}  // namespace anneal::pages
