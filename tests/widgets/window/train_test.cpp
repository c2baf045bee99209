// The training wizard as people use it: by mouse, by keyboard alone, interrupted, mended, begun from presets and files.

#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QTableView>

#include <fstream>

#include "bridge/documents.h"
#include "controls/choice_card.h"
#include "runs/run_reader.h"
#include "widgets/window/audit.h"
#include "widgets/window/shots.h"
#include "widgets/window/watchdog.h"
#include "widgets/window/window_fixture.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using test::OpenWindow;

constexpr auto kLongestWait = std::chrono::milliseconds(50);
constexpr std::array kSteps{"goal", "data", "model", "method", "settings", "hardware", "review"};

/// Clicks the row of a visible table that says `text` in its first column.
bool clickRow(QWidget& root, const QString& text, bool twice = false) {
    for (auto* table : root.findChildren<QTableView*>()) {
        if (!table->isVisible()) continue;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            const auto index = table->model()->index(row, 0);
            if (index.data().toString() != text) continue;
            const auto at = table->visualRect(index).center();
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, at);
            if (twice) QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, at);
            return true;
        }
    }
    return false;
}

QWidget* shownNow(QWidget& root, const QString& text) {
    for (auto* widget : root.findChildren<QWidget*>())
        if (widget->isVisible() && (widget->accessibleName() == text ||
                                    (qobject_cast<QAbstractButton*>(widget) && static_cast<QAbstractButton*>(widget)->text() == text)))
            return widget;
    return nullptr;
}

bool isReady(QWidget& root, const QString& button) {
    const auto* widget = shownNow(root, button);
    return widget && widget->isEnabled();
}

bool says(QWidget& root, const QString& text) {
    const auto words = test::wordsShown(root);
    return std::ranges::any_of(words, [&](const auto& each) { return each.contains(text); });
}

class TrainTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        home_ = std::make_unique<test::TemporaryHome>();
        qputenv("FAKE_ENGINE", "steps=20 step_ms=5");
    }
    void cleanup() { home_.reset(); }

    void without_drafts_the_page_says_what_it_is_and_begins_one() {
        OpenWindow open;
        auto& page = open.page(u"train"_s);
        QVERIFY(says(page, u"Seven questions"_s));
        test::click(page, u"New run"_s);
        QVERIFY(says(page, u"What should the model learn?"_s));
        test::click(page, u"Close"_s);
        QVERIFY2(open.services().documents.list(u"run_draft"_s).isEmpty(), "an empty draft stayed");
    }

    void a_run_is_made_by_mouse_and_starts() {
        furnish();
        OpenWindow open;
        open.services().supervisor = ANNEAL_FAKE_ENGINE;
        auto& page = open.page(u"train"_s, u"new"_s);
        test::Watchdog watchdog;
        test::click(page, u"Next: Data"_s);
        QVERIFY(!isReady(page, u"Next: Base model"_s));
        QVERIFY(clickRow(page, u"clauses"_s));
        test::click(page, u"Next: Base model"_s);
        QVERIFY(test::comes([&] { return shownNow(page, u"demo-base"_s); }));
        QVERIFY(!isReady(page, u"Next: Method"_s));
        test::click(page, u"demo-base"_s);
        test::click(page, u"Next: Method"_s);
        test::click(page, u"LoRA"_s);
        test::click(page, u"Next: Settings"_s);
        test::click(page, u"Next: Hardware"_s);
        test::click(page, u"Next: Review"_s);
        QVERIFY(test::comes([&] { return says(page, u"Checks"_s) && shownNow(page, u"Measure"_s); }));
        QVERIFY2(watchdog.longestWait() < kLongestWait, "the event loop was kept waiting");
        test::click(page, u"Start run"_s);
        QVERIFY(ends(open));
        QVERIFY(open.services().documents.list(u"run_draft"_s).isEmpty());
        const auto& run = open.services().runs.all().front();
        QCOMPARE(QString::fromStdString(run.name), u"clauses-lora16"_s);
        QCOMPARE(run.spec.finetuningType, runs::FinetuningType::lora);
        QCOMPARE(run.spec.valSize, 0.05);
    }

    void a_run_is_made_by_keyboard_alone() {
        furnish();
        OpenWindow open;
        open.services().supervisor = ANNEAL_FAKE_ENGINE;
        auto& window = open.window();
        auto& page = open.page(u"train"_s);
        tabTo(window, u"New run"_s);
        test::press(window, Qt::Key_Space);
        QVERIFY(says(page, u"What should the model learn?"_s));
        test::press(window, Qt::Key_Return, Qt::ControlModifier);
        test::press(window, Qt::Key_Return);  // the first data set
        QVERIFY(isReady(page, u"Next: Base model"_s));
        test::press(window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(test::comes([&] { return shownNow(page, u"demo-base"_s); }));
        tabTo(window, u"demo-base"_s);
        test::press(window, Qt::Key_Space);
        test::press(window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(says(page, u"How should the model learn?"_s));
        test::press(window, Qt::Key_Return, Qt::ControlModifier);
        test::press(window, Qt::Key_Return, Qt::ControlModifier);
        test::press(window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(test::comes([&] { return isReady(page, u"Start run"_s) && shownNow(page, u"Measure"_s); }));
        test::press(window, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(ends(open));
    }

    void a_half_filled_wizard_is_there_after_a_restart_and_back_loses_nothing() {
        furnish();
        {
            OpenWindow open;
            auto& page = reach(open, 4);
            typeInto(page, u"Learning rate"_s, u"1e-4"_s);
            test::click(page, u"Back"_s);
            test::click(page, u"Back"_s);
            QVERIFY(says(page, u"Which model should it start from?"_s));
        }
        OpenWindow open;
        auto& page = open.page(u"train"_s);
        QVERIFY(says(page, u"Which model should it start from?"_s));
        QVERIFY(test::comes([&] { return isReady(page, u"Next: Method"_s); }));
        test::click(page, u"Next: Method"_s);
        test::click(page, u"Next: Settings"_s);
        QCOMPARE(draftKeys(open)[u"learning_rate"_s].toDouble(), 1e-4);
        QCOMPARE(draftKeys(open)[u"val_size"_s].toDouble(), 0.05);
    }

    void a_finding_is_mended_by_its_button_and_the_mend_undone() {
        furnish();
        OpenWindow open;
        auto& page = reach(open, 4);
        typeInto(page, u"Learning rate"_s, u"0.05"_s);
        test::click(page, u"Next: Hardware"_s);
        test::click(page, u"Next: Review"_s);
        QVERIFY(test::comes([&] { return shownNow(page, u"Set it to 2e-4"_s); }));
        test::click(page, u"Set it to 2e-4"_s);
        QVERIFY(test::comes([&] { return says(page, u"Fixed: Learning rate 2e-4"_s) && says(page, u"The learning rate is usual"_s); }));
        QCOMPARE(draftKeys(open)[u"learning_rate"_s].toDouble(), 2e-4);
        test::click(page, u"Undo"_s);
        QVERIFY(test::comes([&] { return shownNow(page, u"Set it to 2e-4"_s); }));
        QCOMPARE(draftKeys(open)[u"learning_rate"_s].toDouble(), 0.05);
    }

    void every_finding_is_mended_by_its_button_data() {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("fix");
        QTest::addColumn<QString>("passed");
        const auto clauses = u"dataset: clauses\nval_size: 0.1\n"_s;
        QTest::addRow("samples over the cutoff") << clauses + u"cutoff_len: 24\n"_s << u"Raise it to"_s << u"No sample is cut"_s;
        QTest::addRow("nothing held out") << u"dataset: clauses\n"_s << u"Hold out 5 %"_s << u"Rows are held out"_s;
        QTest::addRow("few steps") << clauses << u"rows a step"_s << u"Enough steps to learn"_s;
        QTest::addRow("a long warmup") << clauses + u"warmup_steps: 15\n"_s << u"Warm up for a tenth"_s
                                       << u"The warmup leaves steps to train"_s;
        QTest::addRow("few evaluations") << clauses << u"Evaluate "_s << u"Enough evaluations"_s;
        QTest::addRow("no checkpoint") << clauses << u"Save every"_s << u"Checkpoints on the way"_s;
        QTest::addRow("hardly trained") << u"dataset: prompts.jsonl\nval_size: 0.1\n"_s << u"Train the prompts too"_s
                                        << u"Enough of the tokens are trained"_s;
        QTest::addRow("no end token") << u"dataset: plain.jsonl\nval_size: 0.1\nstage: pt\nappend_eos: false\n"_s << u"Add the end token"_s
                                      << u"Answers end with the stop token"_s;
    }
    void every_finding_is_mended_by_its_button() {
        QFETCH(QString, yaml);
        QFETCH(QString, fix);
        QFETCH(QString, passed);
        furnish();
        writeRows("prompts.jsonl", [](int row) {
            std::string words;
            for (int i = 0; i < 60; ++i) words += " and clause " + std::to_string(row * i);
            return "{\"instruction\":\"Name the type of" + words + "\",\"output\":\"yes\"}";
        });
        writeRows("plain.jsonl", [](int row) { return "{\"text\":\"Clause " + std::to_string(row) + " binds both parties.\"}"; });
        OpenWindow open;
        auto& page = open.page(u"train"_s);
        page.open({writeYaml("model_name_or_path: demo-base\n" + yaml.toStdString())});
        QVERIFY(test::comes([&] { return fixButton(page, fix); }));
        QVERIFY(!says(page, passed));
        const auto before = draftKeys(open);
        test::click(*fixButton(page, fix));
        QVERIFY(test::comes([&] { return says(page, passed) && says(page, u"Fixed: "_s); }));
        QVERIFY(draftKeys(open) != before);
        test::click(page, u"Undo"_s);
        QVERIFY(test::comes([&] { return fixButton(page, fix) && !says(page, passed); }));
        QCOMPARE(draftKeys(open), before);
    }

    void a_few_measured_steps_tell_the_time() {
        furnish();
        OpenWindow open;
        open.services().supervisor = ANNEAL_FAKE_ENGINE;
        auto& page = reach(open, 6);
        QVERIFY(test::comes([&] { return shownNow(page, u"Measure"_s); }));
        test::Watchdog watchdog;
        test::click(page, u"Measure"_s);
        QVERIFY(test::comes([&] { return shownNow(page, u"Measure again"_s) && says(page, u"tokens/s"_s); }));
        QVERIFY(says(page, u"measured"_s));
        QVERIFY2(watchdog.longestWait() < kLongestWait, "the event loop was kept waiting");
        QVERIFY2(open.services().runs.all().empty(), "what was measured stayed as a run");
    }

    void a_saved_description_opens_as_it_was() {
        furnish();
        OpenWindow open;
        auto& page = reach(open, 4);
        typeInto(page, u"Learning rate"_s, u"3e-4"_s);
        test::click(page, u"Next: Hardware"_s);
        test::click(page, u"Next: Review"_s);
        const auto before = draftKeys(open);
        test::press(page, Qt::Key_S, Qt::ControlModifier);
        auto* dialog = open.window().findChild<QFileDialog*>();
        QVERIFY(dialog);
        const auto file = QString::fromStdString((home_->path() / "kept.yaml").string());
        auto* name = dialog->findChild<QLineEdit*>();
        name->setText(file);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(test::comes([&] { return QFileInfo::exists(file); }));
        test::click(page, u"Close"_s);
        page.open({file});
        QVERIFY(test::comes([&] { return says(page, u"Ready to start"_s); }));
        const auto after = draftKeys(open);
        for (const auto& key : before.keys()) QCOMPARE(after[key].toVariant().toString(), before[key].toVariant().toString());
    }

    void equal_rows_in_both_parts_are_split_apart() {
        writeRows("twins.jsonl", [](int row) {
            return "{\"instruction\":\"Name the clause " + std::to_string(row % 30) + "\",\"output\":\"confidentiality\"}";
        });
        home_->registerBase();
        OpenWindow open;
        auto& page = open.page(u"train"_s);
        const auto file = writeYaml("dataset: twins.jsonl\nmodel_name_or_path: demo-base\nval_size: 0.2\nfinetuning_type: full\n");
        page.open({file});
        QVERIFY(test::comes([&] { return shownNow(page, u"Split without overlap"_s); }));
        test::click(page, u"Split without overlap"_s);
        QVERIFY(test::comes([&] { return says(page, u"Held-out rows are not trained on"_s); }));
        QVERIFY(!draftKeys(open).contains(u"val_size"_s));
        QVERIFY(test::comes([&] { return open.services().datasets.all().size() == 2; }));
    }

    void a_preset_is_kept_and_begun_from() {
        furnish();
        OpenWindow open;
        auto& page = reach(open, 4);
        typeInto(page, u"Epochs"_s, u"7"_s);
        test::click(page, u"Save as preset"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        test::type(open.window(), u"Long"_s);
        test::press(open.window(), Qt::Key_Return);
        const auto presets = open.services().documents.list(u"preset"_s);
        QCOMPARE(presets.size(), 1);
        QCOMPARE(presets.front().name, u"Long"_s);
        QVERIFY(!presets.front().body[u"keys"_s].toObject().contains(u"dataset"_s));
        test::click(page, u"Close"_s);
        QVERIFY(clickRow(page, u"Long"_s, true));
        QVERIFY(says(page, u"What should the model learn?"_s));
        QCOMPARE(draftKeys(open)[u"num_train_epochs"_s].toDouble(), 7.0);
    }

    void a_configuration_of_llama_factory_opens_and_says_what_is_left_behind() {
        furnish();
        OpenWindow open;
        auto& page = open.page(u"train"_s);
        const auto file = writeYaml(
            "model_name_or_path: demo-base\nstage: sft\nfinetuning_type: lora\nlora_rank: 8\nquantization_bit: 4\ntrust_remote_code: true\n"
            "dataset: clauses\nbf16: true\nlearning_rate: 1.0e-4\noutput_dir: saves/first\n");
        QVERIFY(page.accepts({file}));
        page.open({file});
        QVERIFY(test::comes([&] { return says(page, u"quantization_bit"_s); }));
        QVERIFY(says(page, u"Not needed here: trust_remote_code"_s));
        const auto keys = draftKeys(open);
        QCOMPARE(keys[u"lora_rank"_s].toInt(), 8);
        QCOMPARE(keys[u"compute_dtype"_s].toString(), u"bf16"_s);
        test::press(page, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const auto command = QGuiApplication::clipboard()->text();
        QVERIFY2(command.startsWith(u"anneal train"_s), qPrintable(command));
        const auto again = writeYaml(command.section(u'\n', 1, -3).toStdString());
        const auto spec = runs::RunSpec::load(again.toStdString());
        QVERIFY2(spec.has_value(), spec ? "" : spec.error().message.c_str());
        QCOMPARE(spec->loraRank, 8);
        QCOMPARE(spec->learningRate, 1e-4);
        QVERIFY(spec->outputDir.ends_with("/first"));
    }

    void advanced_settings_are_found_checked_while_typing_and_reset() {
        furnish();
        OpenWindow open;
        auto& page = reach(open, 4);
        typeInto(page, u"Search settings"_s, u"warmup ratio"_s);
        QVERIFY(shownNow(page, u"Warmup ratio"_s));
        QVERIFY(!shownNow(page, u"Weight decay"_s));
        typeInto(page, u"Warmup ratio"_s, u"3"_s);
        QVERIFY(says(page, u"A number from 0, below 1"_s));
        QVERIFY(!draftKeys(open).contains(u"warmup_ratio"_s));
        typeInto(page, u"Warmup ratio"_s, u"0.2"_s);
        QCOMPARE(draftKeys(open)[u"warmup_ratio"_s].toDouble(), 0.2);
        QVERIFY(says(page, u"Default 0.03"_s));
        test::click(page, u"Reset Warmup ratio"_s);
        QVERIFY(!draftKeys(open).contains(u"warmup_ratio"_s));
    }

    void every_step_is_pictured_and_whole_data() {
        QTest::addColumn<int>("step");
        for (std::size_t i = 0; i < kSteps.size(); ++i) QTest::addRow("train-%s", kSteps[i]) << int(i);
        QTest::addRow("train-lists") << -1;
        QTest::addRow("train-measured") << int(kSteps.size());
    }
    void every_step_is_pictured_and_whole() {
        QFETCH(int, step);
        furnish();
        OpenWindow open;
        open.services().supervisor = ANNEAL_FAKE_ENGINE;
        auto& page = reach(open, std::clamp(step, 0, int(kSteps.size()) - 1));
        if (step == 1) QVERIFY(clickRow(page, u"clauses"_s));
        if (step < 0) {
            reach(open, 3);
            test::click(page, u"Close"_s);
        }
        if (step >= 6) QVERIFY(test::comes([&] { return shownNow(page, u"Measure"_s); }));
        if (step > 6) {
            QVERIFY(test::comes([&] { return fixButton(page, u"Save every"_s); }));
            test::click(*fixButton(page, u"Save every"_s));
            QVERIFY(test::comes([&] { return says(page, u"Checkpoints on the way"_s); }));
            test::click(page, u"Measure"_s);
            QVERIFY(test::comes([&] { return shownNow(page, u"Measure again"_s); }));
        }
        QTest::qWait(400);
        const auto complaints = test::shoot(open, QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }

private:
    void furnish() const {
        home_->importRows("clauses", 40);
        home_->registerBase();
    }

    /// A new draft with data, model and method, at `step`.
    pages::Page& reach(OpenWindow& open, int step) const {
        auto& page = open.page(u"train"_s, u"new"_s);
        const std::array next{u"Next: Data"_s,     u"Next: Base model"_s, u"Next: Method"_s,
                              u"Next: Settings"_s, u"Next: Hardware"_s,   u"Next: Review"_s};
        for (int at = 0; at < step; ++at) {
            if (at == 1) clickRow(page, u"clauses"_s);
            if (at == 2 && test::comes([&] { return shownNow(page, u"demo-base"_s); })) test::click(page, u"demo-base"_s);
            if (at == 3) test::click(page, u"LoRA"_s);
            test::click(page, next[std::size_t(at)]);
        }
        return page;
    }

    static void typeInto(QWidget& root, const QString& name, const QString& text) {
        auto* field = shownNow(root, name);
        QVERIFY2(field, qPrintable(name));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Tab);
    }

    static void tabTo(QWidget& window, const QString& name) {
        for (int i = 0; i < 200; ++i) {
            const auto* now = QApplication::focusWidget();
            if (now && (now->accessibleName() == name ||
                        (qobject_cast<const QAbstractButton*>(now) && static_cast<const QAbstractButton*>(now)->text() == name)))
                return;
            test::press(window, Qt::Key_Tab);
        }
        QFAIL(qPrintable(u"Tab does not come to "_s + name));
    }

    /// Sixty of them.
    void writeRows(const char* name, const std::function<std::string(int)>& row) const {
        std::ofstream rows(home_->path() / name);
        for (int i = 0; i < 60; ++i) rows << row(i) << "\n";
    }

    static QAbstractButton* fixButton(QWidget& root, const QString& text) {
        for (auto* button : root.findChildren<QAbstractButton*>())
            if (button->isVisible() && button->text().contains(text)) return button;
        return nullptr;
    }

    QString writeYaml(const std::string& text) const {
        const auto file = home_->path() / "RUN.yaml";
        std::ofstream(file) << text;
        return QString::fromStdString(file.string());
    }

    /// Of the draft that was changed last, as they are kept on disk.
    static QJsonObject draftKeys(OpenWindow& open) {
        QTest::qWait(400);
        auto drafts = open.services().documents.list(u"run_draft"_s);
        std::ranges::sort(drafts, std::ranges::greater(), &bridge::Document::changed);
        return drafts.isEmpty() ? QJsonObject() : drafts.front().body[u"keys"_s].toObject();
    }

    static bool ends(OpenWindow& open) {
        return QTest::qWaitFor(
            [&] { return !open.services().runs.all().empty() && open.services().runs.all().front().status.state == runs::RunState::done; },
            20'000);
    }

    std::unique_ptr<test::TemporaryHome> home_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::TrainTest)
#include "train_test.moc"
