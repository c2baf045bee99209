#include "data/clean/html.h"
#include "data/clean_fixture.h"
#include "data/detect/language.h"

using namespace anneal;

namespace {

using LanguageSteps = test::CleanTest;

std::string languageOf(std::string_view text) { return data::detectLanguage(text).code; }

/// Share of the file's texts that are found to be in `code`.
double shareOf(const std::filesystem::path& file, const std::string& column, const std::string& code) {
    std::ifstream in(file);
    int right = 0, all = 0;
    for (std::string line; std::getline(in, line); ++all) {
        const auto row = OrderedJson::parse(line, nullptr, false);
        right += languageOf(row.is_discarded() ? line : row.value(column, std::string())) == code;
    }
    return all == 0 ? 0 : double(right) / all;
}

}  // namespace

TEST_F(LanguageSteps, ten_languages_are_told_apart) {
    const std::vector<std::pair<const char*, const char*>> sentences = {
        {"en", "The supplier may end this agreement with a notice of thirty days."},
        {"zh-Hans", "供应商可以提前三十天书面通知终止本协议。"},
        {"zh-Hant", "供應商可以提前三十天書面通知終止本協議。"},
        {"ja", "供給者は三十日前の書面による通知により本契約を終了できます。"},
        {"ko", "공급자는 30일 전에 서면으로 통지하여 본 계약을 해지할 수 있습니다."},
        {"de", "Der Lieferant kann diesen Vertrag mit einer Frist von dreißig Tagen kündigen."},
        {"fr", "Le fournisseur peut résilier ce contrat moyennant un préavis de trente jours."},
        {"es", "El proveedor puede rescindir este contrato con un preaviso de treinta días."},
        {"ru", "Поставщик может расторгнуть настоящий договор, уведомив за тридцать дней."},
        {"ar", "يجوز للمورد إنهاء هذه الاتفاقية بإشعار مدته ثلاثون يومًا."}};
    for (const auto& [code, text] : sentences) {
        EXPECT_EQ(languageOf(text), code) << text;
        EXPECT_GT(data::detectLanguage(text).confidence, 0.5) << text;
    }
}

TEST_F(LanguageSteps, short_texts_are_told_by_script_with_little_confidence) {
    EXPECT_EQ(languageOf("こんにちは"), "ja");
    EXPECT_EQ(languageOf("한국"), "ko");
    EXPECT_EQ(languageOf("今天"), "zh-Hans");
    EXPECT_LT(data::detectLanguage("今天").confidence, 0.5);
    EXPECT_EQ(languageOf("Привет, как дела?"), "ru");
    for (const auto* text : {"", "12345", "x = y + 1", "OK"}) EXPECT_EQ(languageOf(text), "und") << text;
}

TEST_F(LanguageSteps, real_texts_are_in_the_language_that_they_are_in) {
    const auto data = test::sharedData();
    if (!std::filesystem::exists(data)) GTEST_SKIP() << "no reference data";
    EXPECT_GT(shareOf(data / "classify/sst2_dev.tsv", "", "en"), 0.97);
    EXPECT_GT(shareOf(data / "classify/tnews_test_public.json", "sentence", "zh-Hans"), 0.93);  // titles of some 20 characters
    EXPECT_GT(shareOf(data / "ner/cluener_dev.jsonl", "text", "zh-Hans"), 0.97);
    EXPECT_GT(shareOf(data / "corpus/c4_demo.jsonl", "text", "en"), 0.99);
}

TEST_F(LanguageSteps, rows_in_other_languages_go_and_unknown_ones_as_asked) {
    const std::string rows = R"({"text":"The supplier may end this agreement."})"
                             "\n"
                             R"({"text":"Der Lieferant kann diesen Vertrag kündigen."})"
                             "\n"
                             R"({"text":"供應商可以終止本協議，無需說明理由。"})"
                             "\n"
                             R"({"text":"42"})"
                             "\n";
    cleaned(rows, "steps: [filter_language: {keep: [en, zh]}]");
    EXPECT_EQ(report.rowsOut, 3);
    EXPECT_EQ(step(0).tally.at("de"), 1);
    cleaned(rows, "steps: [filter_language: {keep: [zh-Hans], unknown: drop}]");
    EXPECT_EQ(report.rowsOut, 0);
    cleaned(rows, "steps: [filter_language: {action: flag}]");
    EXPECT_EQ(rowsOf(report.dataset)[1]["language"], "de");
    EXPECT_GT(rowsOf(report.dataset)[1]["language_confidence"], 0.9);
    EXPECT_EQ(rowsOf(report.dataset)[3]["language"], "und");
}

TEST_F(LanguageSteps, html_leaves_its_text) {
    EXPECT_EQ(cleanedText("<p>Hello <b>big</b>&nbsp;world</p><script>x()</script><ul><li>one</li><li>two</li></ul>", "strip_html"),
              "Hello big\xC2\xA0world\n- one\n- two");
    EXPECT_EQ(cleanedText("a &lt; b &amp;&amp; c", "strip_html"), "a < b && c");
    EXPECT_EQ(cleanedText("see <a href=\"https://x.io\">this page</a>.", "strip_html"), "see this page.");
    EXPECT_EQ(cleanedText("see <a href=\"https://x.io\">this page</a>.", "{strip_html: {links: markdown}}"),
              "see [this page](https://x.io).");
    EXPECT_EQ(cleanedText("see <a href=\"https://x.io\">this page</a>.", "{strip_html: {links: drop}}"), "see .");
    EXPECT_EQ(cleanedText("<pre>a\n  b</pre>line<br>end<!-- gone -->", "strip_html"), "a\n  b\nline\nend");
    EXPECT_EQ(cleanedText("<table><tr><td>1</td><td>2</td></tr></table>", "strip_html"), "1\t2");
}

TEST_F(LanguageSteps, what_is_no_html_stays) {
    for (const auto* text : {"a < b and b > c", "if (x<y) return;", "<think>step</think> answer", "<image> what is this?", "AT&T and R&D",
                             "std::vector<int> v; List<String>", "<|im_end|>", "2 <3"})
        EXPECT_EQ(cleanedText(text, "strip_html"), text);
    EXPECT_EQ(cleanedText("<think>a</think> <b>bold</b> <image>", "strip_html"), "<think>a</think> bold <image>");
}

TEST_F(LanguageSteps, html_that_nests_without_end_does_no_harm) {
    std::string deep;
    for (int i = 0; i < 200000; ++i) deep += "<div>";
    EXPECT_EQ(data::htmlText(deep + "x", data::Links::text), "x");
    std::string flat;
    for (int i = 0; i < 20000; ++i) flat += "line<br>";
    EXPECT_EQ(data::htmlText(flat, data::Links::text).size(), 20000u * 5 - 1);
}
