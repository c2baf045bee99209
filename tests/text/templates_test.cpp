#include <cctype>

#include <gmock/gmock.h>

#include "base/json.h"
#include "support.h"
#include "text/label_mask.h"
#include "text/template_names.h"

namespace anneal::text {
namespace {

using test::succeeded;

struct Golden {
    OrderedJson json;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::filesystem::path folder = test::golden() / "templates";

    Golden() {
        std::ifstream file(folder / "cases.json");
        json = OrderedJson::parse(file);
        tokenizer = *Tokenizer::load(folder);
    }
    Result<ChatTemplate> chat(const OrderedJson& one, const char* styles) const {
        const auto name = one["name"].get<std::string>();
        if (one["kind"] == "named") return ChatTemplate::named(name, folder);
        return ChatTemplate::parse(name, json[styles][name].get<std::string>(), readSpecialTexts(folder));
    }
    RenderOptions options(const OrderedJson& one) const {
        return {.generationPrompt = one["generation_prompt"].get<bool>(),
                .tools = one["tools"].get<bool>() ? json["tools"] : OrderedJson(),
                .variables = {}};
    }
    OrderedJson messages(const OrderedJson& one) const {
        return normaliseMessages(json["conversations"][one["conversation"].get<std::string>()]);
    }
};

const Golden& golden() {
    static const Golden loaded;
    return loaded;
}

std::string label(const OrderedJson& one) {
    return base::dumpJson(one["name"]) + " " + base::dumpJson(one["conversation"]) + " prompt " + base::dumpJson(one["generation_prompt"]);
}

std::string marks(const std::vector<std::uint8_t>& trained) {
    std::string text;
    for (const auto mark : trained) text += mark ? '1' : '0';
    return text;
}

TEST(ChatTemplates, equal_transformers_in_text_ids_and_mask) {
    for (const auto& one : golden().json["cases"]) {
        SCOPED_TRACE(label(one));
        const auto chat = golden().chat(one, "marked");
        ASSERT_TRUE(succeeded(chat));
        const SampleEncoder encoder(golden().tokenizer, *chat);
        const auto tokens = encoder.encodeChat(golden().messages(one), golden().options(one));
        if (one.contains("refused")) {
            ASSERT_FALSE(tokens);
            EXPECT_EQ(tokens.error().code, "template_refused");
            EXPECT_THAT(tokens.error().message, testing::HasSubstr(one["refused"].get<std::string>()));
            continue;
        }
        ASSERT_TRUE(succeeded(tokens));
        EXPECT_EQ(tokens->text, one["text"]);
        EXPECT_EQ(tokens->ids, one["ids"].get<std::vector<std::int32_t>>());
        EXPECT_EQ(marks(tokens->trained), one["trained"]);
    }
}

TEST(ChatTemplates, without_markers_give_the_same_mask) {
    for (const auto& one : golden().json["cases"]) {
        if (one["kind"] != "style" || one.contains("refused")) continue;
        SCOPED_TRACE(label(one));
        const auto chat = golden().chat(one, "plain");
        ASSERT_TRUE(succeeded(chat));
        const SampleEncoder encoder(golden().tokenizer, *chat);
        const auto tokens = encoder.encodeChat(golden().messages(one), golden().options(one));
        ASSERT_TRUE(succeeded(tokens));
        EXPECT_EQ(tokens->text, one["text"]);
        EXPECT_EQ(marks(tokens->trained), one["trained"]) << tokens->text;
    }
}

TEST(ChatTemplates, portable_source_renders_the_same) {
    for (const auto& named : namedTemplates()) {
        const auto chat = ChatTemplate::named(named.name, golden().folder);
        ASSERT_TRUE(succeeded(chat));
        const auto portable = ChatTemplate::parse("portable", chat->portableSource(), chat->specialTexts());
        ASSERT_TRUE(succeeded(portable));
        EXPECT_FALSE(portable->marksGeneration());
        const auto messages = golden().json["conversations"]["one"];
        EXPECT_EQ(chat->render(messages)->text, portable->render(messages)->text) << named.name;
    }
}

TEST(ChatTemplates, own_template_is_found_in_either_file_and_tools_have_their_own) {
    test::TemporaryFolder folder;
    EXPECT_EQ(ChatTemplate::ofModel(folder.path()).error().code, "template_missing");
    EXPECT_THAT(ChatTemplate::ofModel(folder.path()).error().hint,
                testing::HasSubstr("alpaca, chatml, deepseek, deepseek3, llama2, llama3, qwen, vicuna, empty"));
    test::write(
        folder / "tokenizer_config.json",
        R"({"bos_token":{"content":"<b>"},"chat_template":[{"name":"default","template":"{{ bos_token }}plain"},{"name":"tool_use","template":"tools"}]})");
    auto chat = ChatTemplate::ofModel(folder.path());
    ASSERT_TRUE(succeeded(chat));
    const OrderedJson messages = OrderedJson::array({{{"role", "user"}, {"content", "x"}}});
    EXPECT_EQ(chat->render(messages)->text, "<b>plain");
    EXPECT_EQ(chat->render(messages, {.generationPrompt = false, .tools = golden().json["tools"], .variables = {}})->text, "tools");
    test::write(folder / "chat_template.jinja", "from the file\n");
    EXPECT_EQ(ChatTemplate::ofModel(folder.path())->render(messages)->text, "from the file");
}

TEST(ChatTemplates, say_what_is_wrong) {
    EXPECT_EQ(ChatTemplate::parse("own", "{% for %}", {}).error().code, "template_invalid");
    EXPECT_EQ(ChatTemplate::named("gpt9", golden().folder).error().code, "template_unknown");
    const auto chat = *ChatTemplate::parse("own", "{{ messages[0].content }}", {});
    EXPECT_EQ(chat.render(OrderedJson::array()).error().code, "messages_invalid");
    EXPECT_EQ(chat.render(OrderedJson::array({"text"})).error().code, "messages_invalid");
}

Sample chatSample() {
    Sample sample;
    sample.row = 7;
    sample.messages = {{.role = "user", .content = "Where is the cat?"},
                       {.role = "assistant", .content = "On the mat."},
                       {.role = "user", .content = "more?"},
                       {.role = "assistant", .content = "yes"}};
    return sample;
}

std::string trainedText(const MaskedTokens& tokens) {
    std::vector<std::int32_t> ids;
    for (std::size_t i = 0; i < tokens.ids.size(); ++i)
        if (tokens.trained[i]) ids.push_back(tokens.ids[i]);
    return golden().tokenizer->decode(ids);
}

MaskedTokens encode(const Sample& sample, MaskOptions options, std::string_view name = "chatml") {
    std::optional<ChatTemplate> chat;
    if (!name.empty()) chat = *ChatTemplate::named(name, golden().folder);
    auto tokens = SampleEncoder(golden().tokenizer, chat, options).encode(sample);
    EXPECT_TRUE(succeeded(tokens));
    return tokens.value_or(MaskedTokens{});
}

TEST(LabelMask, trains_answers_with_their_end_or_what_was_asked) {
    auto sample = chatSample();
    EXPECT_EQ(trainedText(encode(sample, {})), "On the mat.<|im_end|>yes<|im_end|>");
    EXPECT_EQ(trainedText(encode(sample, {.maskHistory = true})), "yes<|im_end|>");
    const auto all = encode(sample, {.trainOnPrompt = true});
    EXPECT_THAT(all.trained, testing::Each(1));
    sample.messages[1].trained = false;
    EXPECT_EQ(trainedText(encode(sample, {})), "yes<|im_end|>");
}

TEST(LabelMask, plain_text_and_completions) {
    Sample text;
    text.text = "Where is the cat?";
    EXPECT_EQ(trainedText(encode(text, {}, "")), "Where is the cat?</s>");
    EXPECT_EQ(trainedText(encode(text, {.appendEos = false}, "")), "Where is the cat?");
    Sample completion;
    completion.prompt = "Where is the cat?";
    completion.completion = " On the mat.";
    EXPECT_EQ(trainedText(encode(completion, {}, "")), " On the mat.</s>");
    completion.completion = "On the mat.";
    EXPECT_EQ(trainedText(encode(completion, {}, "chatml")), "On the mat.<|im_end|>");
    EXPECT_EQ(encode(completion, {}, "alpaca").text.substr(0, 23), "Below is an instruction");
}

TEST(LabelMask, cuts_and_says_so_and_rejects_what_has_nothing_to_train) {
    const auto sample = chatSample();
    const auto whole = encode(sample, {});
    const auto cut = encode(sample, {.cutoffLen = std::int64_t(whole.ids.size()) - 1});
    EXPECT_TRUE(cut.truncated);
    EXPECT_EQ(cut.ids.size(), whole.ids.size() - 1);
    EXPECT_FALSE(whole.truncated);
    const SampleEncoder encoder(golden().tokenizer, *ChatTemplate::named("chatml", golden().folder), {.cutoffLen = 4});
    const auto masked = encoder.encode(sample);
    ASSERT_FALSE(masked);
    EXPECT_EQ(masked.error().code, "all_masked");
    EXPECT_THAT(masked.error().message, testing::HasSubstr("row 7"));
    Sample question = sample;
    question.messages.resize(1);
    EXPECT_EQ(encoder.encode(question).error().code, "all_masked");
    EXPECT_EQ(encoder.encode(Sample{}).error().code, "empty_sample");
}

TEST(LabelMask, stop_tokens_are_the_end_and_what_ends_a_turn) {
    const auto& tokenizer = *golden().tokenizer;
    const auto chat = *ChatTemplate::parse("own", golden().json["plain"]["chatml"].get<std::string>(), {});
    const auto eos = *tokenizer.tokenId("</s>");
    EXPECT_EQ(stopTokens(tokenizer, nullptr), std::vector<std::int32_t>{eos});
    EXPECT_EQ(stopTokens(tokenizer, &chat), (std::vector<std::int32_t>{eos, *tokenizer.tokenId("<|im_end|>")}));
}

}  // namespace
}  // namespace anneal::text
