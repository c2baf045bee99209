#include <algorithm>
#include <set>
#include <sstream>

#include "base/text.h"
#include "data/clean/explain.h"
#include "data/clean/preview.h"
#include "data/clean_fixture.h"
#include "data/split.h"

using namespace anneal;

namespace {

const std::vector<std::string> kMethods = {"replace_synonyms", "insert_synonyms", "swap_words", "delete_words", "insert_punctuation"};
const std::string kSentence = "The supplier shall deliver the goods to the large warehouse and send a quick notice to the happy customer";

class AugmentSteps : public test::CleanTest {
protected:
    /// The texts made of one row.
    std::vector<OrderedJson> made(const OrderedJson& row, const std::string& step) {
        std::vector<OrderedJson> rows;
        std::istringstream lines(cleaned(row.dump() + "\n", "steps: [" + step + "]"));
        for (std::string line; std::getline(lines, line);) rows.push_back(OrderedJson::parse(line));
        EXPECT_FALSE(rows.empty());
        if (!rows.empty()) rows.erase(rows.begin());
        return rows;
    }
    std::vector<std::string> textsMade(const std::string& text, const std::string& step) {
        std::vector<std::string> texts;
        for (const auto& row : made({{"text", text}, {"label", "a"}}, step)) texts.push_back(row["text"]);
        return texts;
    }
    static std::vector<std::string> words(const std::string& text) { return base::split(text, ' '); }
    static std::multiset<std::string> bag(const std::string& text) {
        const auto list = words(text);
        return {list.begin(), list.end()};
    }
};

}  // namespace

TEST_F(AugmentSteps, each_method_adds_copies_that_differ_and_say_where_they_come_from) {
    for (const auto& method : kMethods) {
        const auto rows = made({{"text", kSentence}, {"label", "delivery"}}, method + ": {copies: 4}");
        EXPECT_EQ(rows.size(), 4u) << method;
        std::set<std::string> texts = {kSentence};
        for (const auto& row : rows) {
            EXPECT_EQ(row["label"], "delivery");
            EXPECT_EQ(row["source_row"], 1);
            EXPECT_EQ(row["augmented_by"], method);
            texts.insert(row["text"].get<std::string>());
        }
        EXPECT_EQ(texts.size(), 5u) << method;
        EXPECT_EQ(step(0).added, 4);
    }
}

TEST_F(AugmentSteps, synonyms_replace_a_share_of_the_words_and_never_function_words) {
    for (const auto& text : textsMade(kSentence, "replace_synonyms: {copies: 20, alpha: 0.1}")) {
        const auto before = words(kSentence);
        // One word of eighteen, by one or more words.
        std::size_t same = 0;
        while (same < before.size() && same < words(text).size() && before[same] == words(text)[same]) ++same;
        ASSERT_LT(same, before.size());
        for (const auto* word : {"The", "shall", "the", "to", "and", "a"})
            EXPECT_EQ(bag(text).count(word) >= bag(kSentence).count(word), true) << word << ": " << text;
    }
    const auto most = textsMade(kSentence, "replace_synonyms: {alpha: 1}");
    ASSERT_EQ(most.size(), 1u);
    for (const auto* word : {"supplier", "large", "quick", "happy"}) EXPECT_EQ(bag(most[0]).count(word), 0u) << most[0];
}

TEST_F(AugmentSteps, insertions_keep_every_word_in_order) {
    for (const auto& text : textsMade(kSentence, "insert_synonyms: {copies: 10, alpha: 0.2}")) {
        const auto before = words(kSentence), after = words(text);
        EXPECT_GE(after.size(), before.size() + 3);
        std::size_t found = 0;
        for (const auto& word : after) found += found < before.size() && word == before[found];
        EXPECT_EQ(found, before.size()) << text;
    }
}

TEST_F(AugmentSteps, swaps_keep_the_words_and_change_their_order) {
    for (const auto& text : textsMade(kSentence, "swap_words: {copies: 10}")) {
        EXPECT_EQ(bag(text), bag(kSentence));
        EXPECT_NE(text, kSentence);
    }
    EXPECT_TRUE(textsMade("Alone", "swap_words").empty());
    EXPECT_EQ(step(0).tally.at("not varied"), 1);
}

TEST_F(AugmentSteps, deletions_leave_words_in_order_and_at_least_one) {
    for (const auto& text : textsMade(kSentence, "delete_words: {copies: 10, alpha: 0.3}")) {
        const auto before = words(kSentence), after = words(text);
        EXPECT_LT(after.size(), before.size());
        std::size_t found = 0;
        for (const auto& word : before) found += found < after.size() && word == after[found];
        EXPECT_EQ(found, after.size()) << text;
    }
    for (const auto& text : textsMade("one two three", "delete_words: {copies: 10, alpha: 1}")) EXPECT_EQ(words(text).size(), 1u);
    EXPECT_TRUE(textsMade("Alone", "delete_words: {alpha: 1}").empty());
}

TEST_F(AugmentSteps, punctuation_is_put_in_up_to_a_share_of_the_words) {
    std::set<std::size_t> counts;
    for (const auto& text : textsMade(kSentence, "insert_punctuation: {copies: 40}")) {
        std::size_t marks = 0;
        std::string rest;
        for (const auto& word : words(text)) {
            if (word.size() == 1 && std::string(".;?:!,").find(word) != std::string::npos)
                ++marks;
            else
                rest += (rest.empty() ? "" : " ") + word;
        }
        EXPECT_EQ(rest, kSentence);
        EXPECT_GE(marks, 1u);
        EXPECT_LE(marks, 6u) << "a third of 19";
        counts.insert(marks);
    }
    EXPECT_GT(counts.size(), 3u);
}

TEST_F(AugmentSteps, chinese_texts_are_varied_word_by_word) {
    const std::string text = "供应商应当向公司提供合同，医生喜欢电脑。";
    const auto replaced = textsMade(text, "replace_synonyms: {alpha: 1}");
    ASSERT_EQ(replaced.size(), 1u);
    EXPECT_EQ(replaced[0].find("合同"), std::string::npos) << replaced[0];
    for (const auto& varied : textsMade(text, "insert_punctuation: {copies: 5}"))
        EXPECT_EQ(varied.find_first_of(".;?:!, "), std::string::npos) << varied;
    for (const auto& varied : textsMade(text, "swap_words: {copies: 5}")) EXPECT_EQ(varied.size(), text.size());
    for (const auto& varied : textsMade(text, "delete_words: {copies: 5}")) EXPECT_LT(varied.size(), text.size());
}

TEST_F(AugmentSteps, entity_spans_stay_on_their_entities) {
    const std::string text = "今天 Ms Ada Lovelace met the happy John Smith in the large city of Paris yesterday";
    const auto at = [&](const std::string& source, const std::string& what) {
        const auto place = source.find(what);
        return std::count_if(source.begin(), source.begin() + std::ptrdiff_t(place), [](char c) { return (c & 0xC0) != 0x80; });
    };
    OrderedJson spans = OrderedJson::array();
    for (const std::string name : {"Ada Lovelace", "John Smith", "Paris"})
        spans.push_back({{"start", at(text, name)}, {"end", at(text, name) + std::int64_t(name.size())}, {"label", "N"}, {"text", name}});
    for (const auto& method : kMethods) {
        const auto rows = made({{"text", text}, {"entities", spans}}, method + ": {copies: 10, alpha: 0.5}");
        EXPECT_FALSE(rows.empty()) << method;
        for (const auto& row : rows) {
            const auto varied = row["text"].get<std::string>();
            ASSERT_EQ(row["entities"].size(), 3u);
            for (const auto& span : row["entities"]) {
                EXPECT_EQ(span["start"], at(varied, span["text"])) << method << ": " << varied;
                EXPECT_EQ(span["end"].get<std::int64_t>() - span["start"].get<std::int64_t>(),
                          std::int64_t(span["text"].get<std::string>().size()));
                EXPECT_EQ(span["label"], "N");
            }
        }
    }
}

TEST_F(AugmentSteps, tags_go_with_their_tokens) {
    const OrderedJson row = {{"tokens", {"Yesterday", "Ada", "Lovelace", "met", "a", "happy", "doctor", "in", "Paris", "."}},
                             {"ner_tags", {"O", "B-PER", "I-PER", "O", "O", "O", "O", "O", "B-LOC", "O"}}};
    for (const auto& method : kMethods) {
        const auto rows = made(row, method + ": {copies: 10, alpha: 0.5}");
        EXPECT_FALSE(rows.empty()) << method;
        for (const auto& varied : rows) {
            const auto& tokens = varied["tokens"];
            const auto& tags = varied["ner_tags"];
            ASSERT_EQ(tokens.size(), tags.size());
            std::vector<std::pair<std::string, std::string>> entities;
            for (std::size_t i = 0; i < tokens.size(); ++i)
                if (tags[i] != "O") entities.emplace_back(tokens[i], tags[i]);
            EXPECT_EQ(entities,
                      (std::vector<std::pair<std::string, std::string>>{{"Ada", "B-PER"}, {"Lovelace", "I-PER"}, {"Paris", "B-LOC"}}));
            for (std::size_t i = 0; i + 1 < tags.size(); ++i)
                if (tags[i] == "B-PER") {
                    EXPECT_EQ(tags[i + 1], "I-PER") << varied;
                }
        }
    }
}

TEST_F(AugmentSteps, methods_in_a_row_all_start_from_the_rows_themselves) {
    const std::string recipe = "steps: [replace_synonyms: {copies: 2}, swap_words: {copies: 2}, insert_punctuation: {copies: 2}]";
    cleaned(OrderedJson{{"text", kSentence}, {"label", "a"}}.dump() + "\n" +
                OrderedJson{{"text", "Second happy row of words"}, {"label", "b"}}.dump() + "\n",
            recipe);
    EXPECT_EQ(report.rowsOut, 14);
    std::map<std::string, int> counts;
    for (const auto& row : rowsOf(report.dataset)) {
        const auto by = row["augmented_by"].is_null() ? "" : row["augmented_by"].get<std::string>();
        ++counts[by];
        EXPECT_EQ(row["source_row"], row["label"] == "a" ? 1 : 2);
        if (by == "swap_words" && row["label"] == "a") {
            EXPECT_EQ(bag(row["text"]), bag(kSentence)) << "no synonym in it";
        }
    }
    EXPECT_EQ(counts, (std::map<std::string, int>{{"", 2}, {"replace_synonyms", 4}, {"swap_words", 4}, {"insert_punctuation", 4}}));
}

TEST_F(AugmentSteps, the_same_seed_makes_the_same_rows_on_any_number_of_threads) {
    std::string rows;
    for (int i = 0; i < 3000; ++i) rows += OrderedJson{{"text", kSentence + " number " + std::to_string(i)}, {"label", "a"}}.dump() + "\n";
    const auto set = importInParts(rows);
    ASSERT_GT(data::Dataset::open(set)->parts(), 2u);
    const auto hash = [&](int threads, int seed) {
        data::CleanOptions options;
        options.threads = threads;
        std::string recipe;
        for (const auto& method : kMethods) recipe += method + ": {copies: 1, seed: " + std::to_string(seed) + "}, ";
        auto done = clean(set, "steps: [" + recipe.substr(0, recipe.size() - 2) + "]", options);
        EXPECT_TRUE(test::succeeded(done));
        return done ? done->manifest.hash : "";
    };
    const auto one = hash(1, 7);
    EXPECT_EQ(hash(3, 7), one);
    EXPECT_NE(hash(2, 8), one);
}

TEST_F(AugmentSteps, only_rows_for_training_are_augmented) {
    const std::string rows =
        "{\"text\":\"The first happy row\",\"split\":\"train\"}\n{\"text\":\"The second happy row\",\"split\":\"dev\"}\n"
        "{\"text\":\"The third happy row\",\"split\":\"test\"}\n";
    cleaned(rows, "steps: [swap_words: {columns: [text], copies: 2}]");
    EXPECT_EQ(report.rowsOut, 5);
    for (const auto& row : rowsOf(report.dataset))
        if (!row["augmented_by"].is_null()) {
            EXPECT_EQ(row["split"], "train");
        }
    const auto error = errorOf(rows + "{\"text\":\"A row of no part\",\"split\":\"misc\"}\n", "steps: [swap_words: {columns: [text]}]");
    EXPECT_EQ(error.code, "part_unknown");
    EXPECT_NE(error.message.find("row 4"), std::string::npos) << error.message;
    cleaned("{\"text\":\"The first happy row\",\"fold\":\"train\"}\n{\"text\":\"The second happy row\",\"fold\":\"test\"}\n",
            "steps: [swap_words: {columns: [text], part_column: fold}]");
    EXPECT_EQ(report.rowsOut, 3);
}

TEST_F(AugmentSteps, a_part_of_a_split_is_augmented_only_if_it_is_for_training) {
    std::string rows;
    for (int i = 0; i < 100; ++i) rows += OrderedJson{{"text", "row number " + std::to_string(i)}, {"label", "a"}}.dump() + "\n";
    auto imported = import("rows.jsonl", rows);
    data::SplitOptions options;
    options.out = folder / "parts";
    ASSERT_TRUE(test::succeeded(data::splitDataset(*data::Dataset::open(imported->dataset), options)));
    EXPECT_TRUE(test::succeeded(clean(options.out / "train", "steps: [swap_words]")));
    // What was cleaned since is still of its part.
    auto trimmed = clean(options.out / "validation", "steps: [trim]");
    ASSERT_TRUE(test::succeeded(trimmed));
    const auto refused = clean(trimmed->dataset, "steps: [trim, swap_words]");
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "not_training_part");
    EXPECT_NE(refused.error().message.find("step 2, swap_words"), std::string::npos);
    const auto preview =
        data::previewRecipe(*data::Dataset::open(trimmed->dataset), *data::recipeFromYaml("steps: [swap_words]"), 0, {1, 5});
    EXPECT_FALSE(preview.has_value());
}

TEST_F(AugmentSteps, what_was_made_of_rows_is_never_split_from_them) {
    cleaned(OrderedJson{{"text", kSentence}, {"label", "a"}}.dump() + "\n", "steps: [swap_words]");
    data::SplitOptions options;
    options.out = folder / "parts";
    const auto refused = data::splitDataset(*data::Dataset::open(report.dataset), options);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "augmented");
    // Where nothing could be varied, nothing was made.
    cleaned("{\"text\":\"one\",\"label\":\"a\"}\n{\"text\":\"two\",\"label\":\"a\"}\n", "steps: [swap_words]");
    options.fractions = {{"train", 0.5}, {"validation", 0.5}};
    EXPECT_TRUE(test::succeeded(data::splitDataset(*data::Dataset::open(report.dataset), options)));
}

TEST_F(AugmentSteps, a_preview_shows_the_copies_beside_their_row) {
    auto imported = import("rows.jsonl", OrderedJson{{"text", kSentence}, {"label", "a"}}.dump() + "\n");
    const auto preview = data::previewRecipe(*data::Dataset::open(imported->dataset),
                                             *data::recipeFromYaml("steps: [delete_words: {copies: 3}]"), 0, {1, 5});
    ASSERT_TRUE(test::succeeded(preview));
    ASSERT_EQ(preview->changes.size(), 3u);
    for (const auto& change : preview->changes) {
        EXPECT_EQ(change.before, kSentence);
        EXPECT_FALSE(change.spans.empty());
        EXPECT_GT(change.id.copy, 0);
    }
    cleaned(OrderedJson{{"text", kSentence}, {"label", "a"}}.dump() + "\n", "steps: [delete_words]");
    const auto explained = data::explainPlace(*data::Dataset::open(report.dataset), 2);
    ASSERT_TRUE(test::succeeded(explained));
    EXPECT_EQ(explained->row, 1);
}

TEST_F(AugmentSteps, texts_within_conversations_are_varied_where_they_are_named) {
    const OrderedJson row = {{"messages",
                              {{{"role", "user"}, {"content", "Where is the large warehouse today?"}},
                               {{"role", "assistant"}, {"content", "Near the happy harbour of the city."}}}}};
    EXPECT_EQ(errorOf(row.dump() + "\n", "steps: [swap_words]").code, "column_unknown");
    const auto rows = made(row, "swap_words: {columns: [messages]}");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0]["messages"][0]["role"], "user");
    EXPECT_NE(rows[0]["messages"][0]["content"], row["messages"][0]["content"]);
}

TEST_F(AugmentSteps, real_labelled_rows_keep_every_entity) {
    const auto file = test::sharedData() / "ner/cluener_dev.jsonl";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "the shared data is not there";
    auto imported = importFile(file);
    ASSERT_TRUE(test::succeeded(imported));
    const auto before = rowsOf(imported->dataset);
    std::string recipe;
    for (const auto& method : kMethods) recipe += method + ": {alpha: 0.3}, ";
    auto done = clean(imported->dataset, "steps: [" + recipe.substr(0, recipe.size() - 2) + "]");
    ASSERT_TRUE(test::succeeded(done));
    std::size_t entities = 0, made = 0;
    for (const auto& row : rowsOf(done->dataset)) {
        if (row["augmented_by"].is_null()) continue;
        ++made;
        const auto text = row["text"].get<std::string>();
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i <= text.size(); ++i)
            if (i == text.size() || (text[i] & 0xC0) != 0x80) places.push_back(i);
        std::size_t count = 0;
        for (const auto& [label, words] : row["label"].items())
            for (const auto& [word, spans] : words.items())
                for (const auto& span : spans) {
                    const auto begin = places.at(span[0]), end = places.at(span[1].get<std::size_t>() + 1);
                    EXPECT_EQ(text.substr(begin, end - begin), word);
                    ++count;
                }
        entities += count;
        EXPECT_EQ(row["label"].size(), before[row["source_row"].get<std::size_t>() - 1]["label"].size());
    }
    EXPECT_GT(made, 6000u);
    EXPECT_GT(entities, made);
}
