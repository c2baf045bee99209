#include "text/tokenizer/decoder.h"

#include <array>
#include <optional>

#include "base/text.h"
#include "text/tokenizer/byte_alphabet.h"
#include "text/tokenizer/json_fields.h"
#include "text/tokenizer/pattern.h"
#include "text/tokenizer/unicode.h"

namespace anneal::text::tokenizer {
namespace {

using Tokens = std::vector<std::string>;

void replaceAll(std::string& text, std::string_view from, std::string_view to) {
    if (from.empty()) return;
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
}

/// The tidying that BERT's tokenizers do in English.
void cleanUp(std::string& text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kTidied{{{" .", "."},
                                                                                            {" ?", "?"},
                                                                                            {" !", "!"},
                                                                                            {" ,", ","},
                                                                                            {" ' ", "'"},
                                                                                            {" n't", "n't"},
                                                                                            {" 'm", "'m"},
                                                                                            {" do not", " don't"},
                                                                                            {" 's", "'s"},
                                                                                            {" 've", "'ve"},
                                                                                            {" 're", "'re"}}};
    for (const auto& [from, to] : kTidied) replaceAll(text, from, to);
}

class ByteLevel final : public Decoder {
public:
    void apply(Tokens& tokens) const override {
        std::string bytes;
        for (const auto& token : tokens) bytes += fromByteAlphabet(token).value_or(token);
        tokens.assign(1, base::replaceInvalidUtf8(bytes));
    }
};

std::optional<char> byteOf(const std::string& token) {
    if (token.size() != 6 || !token.starts_with("<0x") || token[5] != '>') return std::nullopt;
    const auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    };
    const int high = digit(token[3]), low = digit(token[4]);
    if (high < 0 || low < 0) return std::nullopt;
    return char(high << 4 | low);
}

class ByteFallback final : public Decoder {
public:
    void apply(Tokens& tokens) const override {
        Tokens out;
        std::string bytes;
        const auto flush = [&] {
            if (base::isValidUtf8(bytes)) {
                if (!bytes.empty()) out.push_back(bytes);
            } else {
                out.insert(out.end(), bytes.size(), "\xEF\xBF\xBD");
            }
            bytes.clear();
        };
        for (auto& token : tokens) {
            if (const auto byte = byteOf(token)) {
                bytes += *byte;
            } else {
                flush();
                out.push_back(std::move(token));
            }
        }
        flush();
        tokens = std::move(out);
    }
};

class Fuse final : public Decoder {
public:
    void apply(Tokens& tokens) const override { tokens.assign(1, base::join(tokens, "")); }
};

class Strip final : public Decoder {
public:
    Strip(std::string content, int64_t start, int64_t stop) : content_(std::move(content)), start_(start), stop_(stop) {}
    void apply(Tokens& tokens) const override {
        for (auto& token : tokens) {
            std::string_view rest = token;
            for (int64_t i = 0; i < start_ && rest.starts_with(content_); ++i) rest.remove_prefix(content_.size());
            for (int64_t i = 0; i < stop_ && rest.ends_with(content_); ++i) rest.remove_suffix(content_.size());
            token = std::string(rest);
        }
    }

private:
    std::string content_;
    int64_t start_, stop_;
};

class Replace final : public Decoder {
public:
    Replace(std::unique_ptr<Pattern> pattern, std::string content) : pattern_(std::move(pattern)), content_(std::move(content)) {}
    void apply(Tokens& tokens) const override {
        std::vector<Stretch> stretches;
        for (auto& token : tokens) {
            stretches.clear();
            pattern_->find(token, stretches);
            std::string replaced;
            for (const auto& [begin, end, match] : stretches)
                replaced += match ? std::string_view(content_) : std::string_view(token).substr(begin, end - begin);
            token = std::move(replaced);
        }
    }

private:
    std::unique_ptr<Pattern> pattern_;
    std::string content_;
};

class Metaspace final : public Decoder {
public:
    Metaspace(std::string replacement, bool dropsFirst) : replacement_(std::move(replacement)), dropsFirst_(dropsFirst) {}
    void apply(Tokens& tokens) const override {
        for (std::size_t i = 0; i < tokens.size(); ++i) replaceAll(tokens[i], replacement_, i == 0 && dropsFirst_ ? "" : " ");
    }

private:
    std::string replacement_;
    bool dropsFirst_;
};

class WordPiece final : public Decoder {
public:
    WordPiece(std::string prefix, bool cleanup) : prefix_(std::move(prefix)), cleanup_(cleanup) {}
    void apply(Tokens& tokens) const override {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            auto& token = tokens[i];
            if (i > 0) token = token.starts_with(prefix_) ? token.substr(prefix_.size()) : " " + token;
            if (cleanup_) cleanUp(token);
        }
    }

private:
    std::string prefix_;
    bool cleanup_;
};

class BpeSuffix final : public Decoder {
public:
    explicit BpeSuffix(std::string suffix) : suffix_(std::move(suffix)) {}
    void apply(Tokens& tokens) const override {
        for (std::size_t i = 0; i < tokens.size(); ++i) replaceAll(tokens[i], suffix_, i + 1 == tokens.size() ? "" : " ");
    }

private:
    std::string suffix_;
};

class Ctc final : public Decoder {
public:
    Ctc(std::string pad, std::string delimiter, bool cleanup) : pad_(std::move(pad)), delimiter_(std::move(delimiter)), cleanup_(cleanup) {}
    void apply(Tokens& tokens) const override {
        Tokens out;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (i > 0 && tokens[i] == tokens[i - 1]) continue;
            auto token = tokens[i];
            replaceAll(token, pad_, "");
            if (cleanup_) {
                cleanUp(token);
                replaceAll(token, delimiter_, " ");
            }
            if (!token.empty()) out.push_back(std::move(token));
        }
        tokens = std::move(out);
    }

private:
    std::string pad_, delimiter_;
    bool cleanup_;
};

Status add(const Json& decoder, Decoders& chain) {
    if (decoder.is_null()) return {};
    const auto type = typeOf(decoder);
    const auto text = [&](const char* key, const char* fallback) { return stringField(decoder, key).value_or(fallback); };
    if (type == "Sequence") {
        for (const auto& child : arrayField(decoder, "decoders")) ANNEAL_CHECK(add(child, chain));
    } else if (type == "ByteLevel") {
        chain.push_back(std::make_unique<ByteLevel>());
    } else if (type == "ByteFallback") {
        chain.push_back(std::make_unique<ByteFallback>());
    } else if (type == "Fuse") {
        chain.push_back(std::make_unique<Fuse>());
    } else if (type == "Strip") {
        chain.push_back(
            std::make_unique<Strip>(text("content", " "), intField(decoder, "start").value_or(0), intField(decoder, "stop").value_or(0)));
    } else if (type == "Replace") {
        ANNEAL_TRY(pattern, readPattern(decoder));
        chain.push_back(std::make_unique<Replace>(std::move(pattern), text("content", "")));
    } else if (type == "Metaspace") {
        const bool prepends = text("prepend_scheme", "always") != "never" && boolField(decoder, "add_prefix_space", true);
        chain.push_back(std::make_unique<Metaspace>(text("replacement", "\xE2\x96\x81"), prepends));
    } else if (type == "WordPiece") {
        chain.push_back(std::make_unique<WordPiece>(text("prefix", "##"), boolField(decoder, "cleanup", true)));
    } else if (type == "BPEDecoder") {
        chain.push_back(std::make_unique<BpeSuffix>(text("suffix", "</w>")));
    } else if (type == "CTC") {
        chain.push_back(
            std::make_unique<Ctc>(text("pad_token", "<pad>"), text("word_delimiter_token", "|"), boolField(decoder, "cleanup", true)));
    } else {
        return unsupported("decoder", type);
    }
    return {};
}

}  // namespace

Result<Decoders> readDecoders(const Json& decoder) {
    Decoders chain;
    ANNEAL_CHECK(add(decoder, chain));
    return chain;
}

std::string decodeTokens(const Decoders& chain, std::vector<std::string> tokens) {
    for (const auto& decoder : chain) decoder->apply(tokens);
    return base::join(tokens, chain.empty() ? " " : "");
}

}  // namespace anneal::text::tokenizer
