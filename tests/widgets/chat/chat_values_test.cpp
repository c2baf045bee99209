// What a chat keeps and counts: conversations, cases, blind trials.

#include <set>

#include <QtTest>

#include "pages/chat/answer_settings.h"
#include "pages/chat/blind_trial.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using Finish = Answer::Finish;
using Verdict = BlindTrial::Verdict;

Answer answered(const QString& text) {
    return {.model = u"m"_s, .text = text, .finish = Finish::stop, .tokens = 3, .seconds = 0.5, .seed = 7};
}

ChatCase caseOf(const QString& prompt, const QString& expected = {}) {
    ChatCase each;
    each.messages.push_back({{"role", "user"}, {"content", prompt.toStdString()}});
    each.expected = expected;
    return each;
}

std::vector<ChatCase> cases(int count) {
    std::vector<ChatCase> list;
    for (int i = 0; i < count; ++i) list.push_back(caseOf(u"question %1"_s.arg(i)));
    return list;
}

class ChatValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_model_is_told_its_own_answers_alone() {
        Conversation talk{.system = u"Be brief"_s, .turns = {}};
        talk.turns.push_back({u"first"_s, {answered(u"base says"_s), answered(u"tuned says"_s)}});
        talk.turns.push_back({u"second"_s, {}});
        const auto messages = talk.messages(1, 1);
        QCOMPARE(messages.size(), 4u);
        QCOMPARE(messages[0]["role"].get<std::string>(), "system");
        QCOMPARE(messages[2]["content"].get<std::string>(), "tuned says");
        QCOMPARE(messages[3]["content"].get<std::string>(), "second");
    }

    void a_turn_that_failed_is_left_out_of_what_the_model_is_told() {
        Conversation talk;
        auto failed = answered({});
        failed.finish = Finish::failed;
        talk.turns.push_back({u"first"_s, {failed, answered(u"yes"_s)}});
        talk.turns.push_back({u"second"_s, {}});
        QCOMPARE(talk.messages(0, 1).size(), 1u);
        QCOMPARE(talk.messages(1, 1).size(), 3u);
    }

    void a_conversation_is_kept_whole() {
        Conversation talk{.system = u"Brief"_s, .turns = {}};
        auto failed = answered(u"half"_s);
        failed.finish = Finish::failed;
        failed.error = u"the context is full"_s;
        failed.hint = u"shorten it"_s;
        talk.turns.push_back({u"How?\nSo."_s, {answered(u"Thus"_s), failed}});
        talk.turns.push_back({u"And 中文?"_s, {std::nullopt, answered(u"好"_s)}});
        QCOMPARE(Conversation::fromJson(talk.json()), talk);
        QCOMPARE(talk.title(), u"How?"_s);
    }

    void an_answer_that_was_under_way_when_the_window_went_reads_as_stopped() {
        Answer open{.model = u"m"_s, .text = u"half"_s};
        QCOMPARE(Answer::fromJson(open.json()).finish, Finish::stopped);
    }

    void settings_out_of_range_are_brought_within_and_missing_ones_keep_their_default() {
        const auto settings = AnswerSettings::fromJson({{u"temperature"_s, 9.0}, {u"top_p"_s, 0.0}, {u"max_tokens"_s, 0}});
        QCOMPARE(settings.temperature, 2.0);
        QCOMPARE(settings.topP, 0.01);
        QCOMPARE(settings.maxTokens, 1);
        QCOMPARE(settings.seed, AnswerSettings{}.seed);
        const AnswerSettings own{.greedy = true, .temperature = 0.3, .topK = 40, .seed = 4'000'000'000u, .stop = u"###"_s};
        QCOMPARE(AnswerSettings::fromJson(own.json()), own);
    }

    void cases_go_out_and_come_back_as_json_lines() {
        auto chat = caseOf(u"Name the clause\nplease"_s, u"confidentiality"_s);
        chat.messages.insert(chat.messages.begin(), Json{{"role", "system"}, {"content", "Be brief"}});
        const std::vector list{chat, caseOf(u"保密条款？"_s)};
        const auto back = casesFromJsonLines(toJsonLines(list));
        QVERIFY(back.has_value());
        QCOMPARE(back->size(), list.size());
        for (std::size_t i = 0; i < list.size(); ++i) {
            QVERIFY((*back)[i].sameQuestion(list[i]));
            QCOMPARE((*back)[i].expected, list[i].expected);
            QVERIFY(ChatCase::fromJson({}, list[i].json()).sameQuestion(list[i]));
        }
    }

    void cases_are_read_in_the_shapes_that_people_have() {
        const auto read = casesFromJsonLines(R"({"prompt":"Why?","expected":"So."}

{"instruction":"Sum up","input":"A text","output":"A sum","system":"Brief"}
{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}]}
)");
        QVERIFY(read.has_value());
        QCOMPARE(read->size(), 3u);
        QCOMPARE((*read)[0].expected, u"So."_s);
        QCOMPARE((*read)[1].prompt(), u"Sum up\nA text"_s);
        QCOMPARE((*read)[1].messages.size(), 2u);
        QCOMPARE((*read)[2].expected, u"A"_s);
    }

    void a_line_that_is_no_case_is_named() {
        const auto read = casesFromJsonLines("{\"prompt\":\"ok\"}\n{\"messages\":[{\"role\":\"assistant\",\"content\":\"x\"}]}\n");
        QVERIFY(!read.has_value());
        QVERIFY(QString::fromStdString(read.error().message).startsWith(u"line 2"_s));
        QVERIFY(!casesFromJsonLines("\n").has_value());
        QVERIFY(!casesFromJsonLines("[1]").has_value());
        QVERIFY(!casesFromJsonLines("{\"prompt\":").has_value());
    }

    void a_trial_swaps_half_of_the_cases_whatever_the_seed() {
        std::set<std::vector<bool>> orders;
        for (quint32 seed = 0; seed < 20; ++seed) {
            const BlindTrial trial(cases(10), {u"base"_s, u"tuned"_s}, seed);
            std::vector<bool> order;
            for (const auto& item : trial.items()) order.push_back(item.swapped);
            QCOMPARE(std::ranges::count(order, true), 5);
            orders.insert(order);
        }
        QVERIFY(orders.size() > 10);
    }

    void a_verdict_counts_for_the_model_that_stood_there() {
        BlindTrial trial(cases(4), {u"base"_s, u"tuned"_s}, 3);
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t side = 0; side < kSides; ++side) trial.setAnswer(i, side, answered(u"a"_s));
        for (std::size_t i = 0; i < 3; ++i) trial.judge(i, trial.items()[i].swapped ? Verdict::left : Verdict::right);
        QVERIFY(!trial.isOver());
        QCOMPARE(trial.nextToJudge(), std::optional<std::size_t>(3));
        trial.judge(3, Verdict::even);
        QVERIFY(trial.isOver());
        const auto tally = trial.tally();
        QCOMPARE(tally.better, 3);
        QCOMPARE(tally.worse, 0);
        QCOMPARE(tally.even, 1);
        const auto back = BlindTrial::fromJson(trial.json());
        QCOMPARE(back.tally().better, 3);
        QVERIFY(back.isOver());
        QCOMPARE(back.models()[1], u"tuned"_s);
    }

    void a_trial_asks_each_side_for_what_it_has_not_answered() {
        BlindTrial trial(cases(2), {u"base"_s, u"tuned"_s}, 1);
        QVERIFY(!trial.nextToJudge());
        trial.setAnswer(0, 0, answered(u"a"_s));
        QCOMPARE(trial.nextToAsk(0), std::optional<std::size_t>(1));
        QCOMPARE(trial.nextToAsk(1), std::optional<std::size_t>(0));
        trial.setAnswer(0, 1, answered(u"b"_s));
        QCOMPARE(trial.nextToJudge(), std::optional<std::size_t>(0));
        QCOMPARE(trial.answered(), 1);
    }

    // R: binom.test(9, 10)$p.value and so on.
    void the_sign_test_is_exact() {
        QCOMPARE(signTest(0, 0), 1.0);
        QVERIFY(std::abs(signTest(9, 1) - 0.021484375) < 1e-12);
        QVERIFY(std::abs(signTest(1, 9) - 0.021484375) < 1e-12);
        QVERIFY(std::abs(signTest(5, 5) - 1.0) < 1e-12);
        QVERIFY(std::abs(signTest(6, 0) - 0.03125) < 1e-12);
        QVERIFY(std::abs(signTest(60, 40) - 0.056887933640981) < 1e-9);
    }
};

}  // namespace
}  // namespace anneal::pages

QTEST_GUILESS_MAIN(anneal::pages::ChatValuesTest)
#include "chat_values_test.moc"
