#include "text/label_mask.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "text/token_spans.h"

namespace anneal::text {
namespace {

using Bytes = std::pair<std::size_t, std::size_t>;

// Stand-ins for an answer, with nothing in common at their ends: what two renderings share is not the answer.
constexpr std::string_view kProbeA = "Avocado 7 A";
constexpr std::string_view kProbeB = "Birch 3 B";

std::size_t commonPrefix(std::string_view a, std::string_view b) { return std::size_t(std::ranges::mismatch(a, b).in1 - a.begin()); }

std::size_t commonSuffix(std::string_view a, std::string_view b) {
    std::size_t length = 0;
    while (length < std::min(a.size(), b.size()) && a[a.size() - 1 - length] == b[b.size() - 1 - length]) ++length;
    return length;
}

bool isAssistant(const OrderedJson& message) { return message.value("role", OrderedJson()) == "assistant"; }

OrderedJson firstMessages(const OrderedJson& messages, std::size_t count) {
    OrderedJson first = OrderedJson::array();
    for (std::size_t i = 0; i < count; ++i) first.push_back(messages[i]);
    return first;
}

OrderedJson withAnswer(const OrderedJson& messages, std::size_t index, std::string_view answer) {
    OrderedJson changed = messages;
    changed[index] = {{"role", messages[index]["role"]}, {"content", std::string(answer)}};
    return changed;
}

/// Finds the bytes of each assistant turn in a rendered chat of a template without {% generation %} markers.
class TurnFinder {
public:
    TurnFinder(const ChatTemplate& chat, const RenderOptions& options, const OrderedJson& messages, std::string_view text,
               std::string_view header)
        : chat_(chat), options_(options), messages_(messages), text_(text), header_(header) {}

    /// From the first byte that the model would print to where the next turn begins; nullopt if it cannot be told.
    std::optional<Bytes> turn(std::size_t index, std::size_t after) const {
        std::optional<Bytes> content;
        const auto probed = [&]() -> const std::optional<Bytes>& {
            if (!content) content = probe(index);
            return content;
        };
        const auto before = index > 0 ? render(firstMessages(messages_, index), true) : std::nullopt;
        const bool leads = before && text_.starts_with(*before);
        std::size_t begin = leads ? before->size() : 0;
        if (!leads || header_.empty()) {
            if (!probed()) return std::nullopt;
            begin = content->first;
            // A space before the content is the model's to print; words there are a header that it is given.
            if (leads && before->size() <= begin && base::trim(text_.substr(before->size(), begin - before->size())).empty())
                begin = before->size();
            // What the model prints begins after the header, which may stand before the content (a thought between).
            const auto at = header_.empty() ? std::string::npos : text_.rfind(header_, begin);
            if (at != std::string::npos && at >= after && at + header_.size() <= begin) begin = at + header_.size();
        }
        if (index + 1 == messages_.size()) return Bytes{begin, text_.size()};
        if (const auto until = render(firstMessages(messages_, index + 1), false);
            until && text_.starts_with(*until) && until->size() >= begin)
            return Bytes{begin, until->size()};
        if (!probed()) return std::nullopt;
        return Bytes{begin, endOfTurn(std::max(begin, content->second), index)};
    }

private:
    std::optional<std::string> render(const OrderedJson& messages, bool generationPrompt) const {
        auto options = options_;
        options.generationPrompt = generationPrompt;
        auto rendered = chat_.render(messages, options);
        if (!rendered) return std::nullopt;
        return std::move(rendered->text);
    }

    /// The content's bytes: what changes when another answer stands there.
    std::optional<Bytes> probe(std::size_t index) const {
        const auto a = render(withAnswer(messages_, index, kProbeA), options_.generationPrompt);
        const auto b = render(withAnswer(messages_, index, kProbeB), options_.generationPrompt);
        if (!a || !b || *a == *b) return std::nullopt;
        const auto prefix = std::min(commonPrefix(*a, *b), commonPrefix(*a, text_));
        const auto suffix = std::min(commonSuffix(*a, *b), commonSuffix(*a, text_));
        return Bytes{prefix, std::max(prefix, text_.size() - std::min(suffix, text_.size()))};
    }

    /// Where the turn's closing text ends: as long as the closing that one turn alone shows.
    std::size_t endOfTurn(std::size_t contentEnd, std::size_t index) const {
        const auto alone = render(withAnswer(firstMessages(messages_, index + 1), index, kProbeA), false);
        if (!alone) return contentEnd;
        const auto at = alone->rfind(kProbeA);
        if (at == std::string::npos) return contentEnd;
        return contentEnd + commonPrefix(std::string_view(*alone).substr(at + kProbeA.size()), text_.substr(contentEnd));
    }

    const ChatTemplate& chat_;
    const RenderOptions& options_;
    const OrderedJson& messages_;
    std::string_view text_;
    std::string_view header_;
};

/// A turn ends with its end token; white space that only parts turns is not the model's to print.
std::size_t withoutSeparator(const Tokenizer& tokenizer, const TokenSpans& spans, std::span<const std::int32_t> ids, std::size_t first,
                             std::size_t last) {
    const auto blank = [&](std::size_t token) {
        return !tokenizer.isSpecial(ids[token]) && !spans.shown(token).empty() && base::trim(spans.shown(token)).empty();
    };
    auto end = last;
    while (end > first && blank(end - 1)) --end;
    return end > first ? end : last;
}

std::string rowPrefix(std::int64_t row) { return "row " + std::to_string(row); }

}  // namespace

SampleEncoder::SampleEncoder(std::shared_ptr<const Tokenizer> tokenizer, std::optional<ChatTemplate> chat, MaskOptions options)
    : tokenizer_(std::move(tokenizer)), chat_(std::move(chat)), options_(options) {
    if (!chat_) return;
    chat_ = chat_->completedBy(*tokenizer_);
    const OrderedJson question = OrderedJson::array({{{"role", "user"}, {"content", "?"}}});
    const auto plain = chat_->render(question);
    const auto asked = chat_->render(question, {.generationPrompt = true, .tools = {}, .variables = {}});
    if (plain && asked && asked->text.starts_with(plain->text)) header_ = asked->text.substr(plain->text.size());
}

Result<MaskedTokens> SampleEncoder::encode(const Sample& sample) const {
    if (sample.kind() == Sample::Kind::text || (sample.kind() == Sample::Kind::completion && !chat_)) {
        auto tokens = encodeText(sample);
        ANNEAL_CHECK(finish(tokens, sample.row));
        return tokens;
    }
    std::vector<Message> messages = sample.messages;
    if (messages.empty()) {
        messages.push_back({.role = "user", .content = sample.prompt});
        messages.push_back({.role = "assistant", .content = sample.completion});
    }
    std::vector<bool> trained;
    for (const auto& message : messages) trained.push_back(message.trained);
    auto tokens = encodeMessages(toJson(messages), {.generationPrompt = false, .tools = sample.tools, .variables = {}}, trained);
    if (!tokens) return failAt(rowPrefix(sample.row), tokens.error());
    ANNEAL_CHECK(finish(*tokens, sample.row));
    return tokens;
}

Result<MaskedTokens> SampleEncoder::encodeChat(const OrderedJson& messages, const RenderOptions& options) const {
    return encodeMessages(messages, options, std::vector<bool>(messages.size(), true));
}

Result<MaskedTokens> SampleEncoder::encodeMessages(const OrderedJson& messages, const RenderOptions& options,
                                                   const std::vector<bool>& trainedTurns) const {
    if (!chat_) return fail("template_missing", "messages need a chat template", "set `template`");
    ANNEAL_TRY(rendered, chat_->render(messages, options));
    MaskedTokens tokens;
    tokens.ids = tokenizer_->encode(rendered.text);
    tokens.trained.assign(tokens.ids.size(), options_.trainOnPrompt ? 1 : 0);
    tokens.text = std::move(rendered.text);
    if (options_.trainOnPrompt) return tokens;

    std::vector<std::size_t> assistants;
    for (std::size_t i = 0; i < messages.size(); ++i)
        if (isAssistant(messages[i])) assistants.push_back(i);
    const TokenSpans spans(*tokenizer_, tokens.text, tokens.ids);
    const auto mark = [&](std::size_t first, std::size_t last) {
        std::fill(tokens.trained.begin() + std::ptrdiff_t(first), tokens.trained.begin() + std::ptrdiff_t(last), 1);
    };
    const auto wanted = [&](std::size_t turn) {
        if (turn >= assistants.size()) return true;
        return trainedTurns[assistants[turn]] && (!options_.maskHistory || turn + 1 == assistants.size());
    };
    if (chat_->marksGeneration()) {
        const bool matched = rendered.generated.size() == assistants.size();
        for (std::size_t turn = 0; turn < rendered.generated.size(); ++turn) {
            auto [begin, end] = rendered.generated[turn];
            if (begin == end || (matched && !wanted(turn))) continue;
            // transformers marks up to the first token of the last character.
            do --end;
            while (end > begin && (static_cast<unsigned char>(tokens.text[end]) & 0xC0) == 0x80);
            const auto [first, last] = spans.covering(begin, end + 1);
            mark(first, last);
        }
        return tokens;
    }
    const TurnFinder finder(*chat_, options, messages, tokens.text, header_);
    std::size_t after = 0;
    for (std::size_t turn = 0; turn < assistants.size(); ++turn) {
        const auto bytes = finder.turn(assistants[turn], after);
        if (!bytes)
            return fail("answer_not_found",
                        "the chat template does not show where assistant message " + std::to_string(turn + 1) + " stands",
                        "choose another template: it must print the content of assistant messages");
        after = bytes->second;
        if (!wanted(turn)) continue;
        auto end = bytes->second;
        if (options.generationPrompt && assistants[turn] + 1 == messages.size() && std::string_view(tokens.text).ends_with(header_))
            end = std::max(bytes->first, end - header_.size());
        const auto [first, last] = spans.covering(bytes->first, end);
        mark(first, withoutSeparator(*tokenizer_, spans, tokens.ids, first, last));
    }
    return tokens;
}

MaskedTokens SampleEncoder::encodeText(const Sample& sample) const {
    MaskedTokens tokens;
    const bool completion = sample.kind() == Sample::Kind::completion;
    tokens.text = completion ? sample.prompt + sample.completion : sample.text;
    tokens.ids = tokenizer_->encode(tokens.text, true);
    tokens.trained.assign(tokens.ids.size(), 1);
    if (completion && !options_.trainOnPrompt) {
        const auto plain = tokenizer_->encode(tokens.text);
        const auto added = std::size_t(std::ranges::search(tokens.ids, plain).begin() - tokens.ids.begin());
        const TokenSpans spans(*tokenizer_, tokens.text, plain);
        const auto first = spans.covering(sample.prompt.size(), tokens.text.size()).first;
        std::fill_n(tokens.trained.begin(), std::min(added + first, tokens.trained.size()), 0);
    }
    if (options_.appendEos)
        if (const auto eos = tokenizer_->special().eos; eos && (tokens.ids.empty() || tokens.ids.back() != *eos)) {
            tokens.ids.push_back(*eos);
            tokens.trained.push_back(1);
        }
    return tokens;
}

Status SampleEncoder::finish(MaskedTokens& tokens, std::int64_t row) const {
    if (tokens.text.empty()) return fail("empty_sample", rowPrefix(row) + " is empty", "remove empty rows with a cleaning step");
    const bool anyBefore = std::ranges::find(tokens.trained, 1) != tokens.trained.end();
    tokens.wholeLength = tokens.ids.size();
    if (options_.cutoffLen > 0 && std::int64_t(tokens.ids.size()) > options_.cutoffLen) {
        tokens.ids.resize(std::size_t(options_.cutoffLen));
        tokens.trained.resize(std::size_t(options_.cutoffLen));
        tokens.truncated = true;
    }
    if (std::find(tokens.trained.begin() + std::min<std::ptrdiff_t>(1, std::ptrdiff_t(tokens.trained.size())), tokens.trained.end(), 1) !=
        tokens.trained.end())
        return {};
    if (anyBefore && tokens.truncated)
        return fail("all_masked",
                    rowPrefix(row) + ": the answer begins after cutoff_len (" + std::to_string(options_.cutoffLen) +
                        " tokens), so nothing is trained",
                    "raise cutoff_len");
    return fail("all_masked", rowPrefix(row) + ": no token is trained",
                "give it an assistant turn that is not empty, or set train_on_prompt");
}

std::vector<std::int32_t> stopTokens(const Tokenizer& tokenizer, const ChatTemplate* chat) {
    std::set<std::int32_t> stops;
    if (const auto eos = tokenizer.special().eos) stops.insert(*eos);
    if (chat != nullptr) {
        for (const auto& text : chat->stopTexts())
            if (const auto id = tokenizer.tokenId(text)) stops.insert(*id);
        const OrderedJson exchange =
            OrderedJson::array({{{"role", "user"}, {"content", "?"}}, {{"role", "assistant"}, {"content", std::string(kProbeA)}}});
        if (const auto rendered = chat->render(exchange)) {
            const auto at = rendered->text.rfind(kProbeA);
            if (at != std::string::npos)
                for (const auto id : tokenizer.encode(std::string_view(rendered->text).substr(at + kProbeA.size())))
                    if (tokenizer.isSpecial(id)) {
                        stops.insert(id);
                        break;
                    }
        }
    }
    return {stops.begin(), stops.end()};
}

}  // namespace anneal::text
