// The page Data as a person uses it: import, mapping, table, recipe, preview, a new version, samples.

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

#include "controls/tabs.h"
#include "controls/token_view.h"
#include "pages/data/recipe_list.h"
#include "pages/data/row_table.h"
#include "pages/data/text_reader.h"
#include "widgets/data/messy_rows.h"
#include "widgets/window/audit.h"
#include "widgets/window/shots.h"
#include "widgets/window/watchdog.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using test::comes;

constexpr std::chrono::milliseconds kLongestWait{50};

template <class Widget>
Widget* shown(QWidget& root) {
    for (auto* widget : root.findChildren<Widget*>())
        if (widget->isVisible()) return widget;
    return nullptr;
}

bool says(QWidget& root, const QString& text) {
    return std::ranges::any_of(test::wordsShown(root), [&](const auto& words) { return words.contains(text); });
}

QPushButton* button(QWidget& root, const QString& text) {
    for (auto* each : root.findChildren<QPushButton*>())
        if (each->isVisible() && each->text() == text) return each;
    return nullptr;
}

/// A window on a home of its own.
struct Desk {
    test::TemporaryHome home;
    std::unique_ptr<test::OpenWindow> open;

    enum class Home { empty, withModel, withData };
    explicit Desk(Home furnished = Home::empty) {
        if (furnished != Home::empty) home.registerBase();
        if (furnished == Home::withData) test::importMessy(home);
        open = std::make_unique<test::OpenWindow>();
    }
    QWidget& window() { return open->window(); }
    pages::Page& page(const QString& place = {}) { return open->page(u"data"_s, place); }
    bool opens(const QString& id) {
        page(id);
        return comes([&] { return shown<pages::RowTable>(window()) && says(window(), id); });
    }
    void command(const QString& id) {
        for (auto* action : page(u"messy"_s).actions())
            if (action->objectName() == id) action->trigger();
    }
    /// The data set with a recipe that was counted.
    void cleans(int tab) {
        QVERIFY(opens(u"messy"_s));
        for (const auto& step : {u"trim"_s, u"drop empty"_s, u"exact"_s, u"mask"_s}) addStep(step);
        QVERIFY(comes([&] { return says(window(), u"6 rows kept"_s); }));
        shown<controls::Tabs>(window())->setCurrentIndex(tab);
        QTest::qWait(1000);
    }
    void addStep(const QString& search) {
        test::press(window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        test::type(window(), search);
        test::press(window(), Qt::Key_Return);
    }
};

class DataPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void an_empty_home_says_what_this_is_and_offers_the_import() {
        Desk desk;
        desk.page();
        QVERIFY(says(desk.window(), u"No data set yet"_s));
        test::click(desk.window(), u"Import data"_s);
        QVERIFY(comes([&] { return says(desk.window(), u"Choose what to import"_s); }));
    }

    void from_a_dropped_file_to_a_cleaned_version_and_its_samples() {
        Desk desk(Desk::Home::withModel);
        const auto file = test::writeMessy(desk.home);
        auto& page = desk.page();
        QVERIFY(page.accepts({QString::fromStdString(file.string())}));
        page.open({QString::fromStdString(file.string())});
        QVERIFY(comes([&] { return says(desk.window(), u"The first rows"_s); }));
        QVERIFY(says(desk.window(), u"delimiter ,"_s));
        auto* answer = qobject_cast<QComboBox*>(test::findShown(desk.window(), u"Answer"_s, "QComboBox"));
        QVERIFY(answer);
        QCOMPARE(answer->currentText(), u"output"_s);
        test::click(*button(desk.window(), u"Import"_s));
        QVERIFY(comes([&] { return shown<pages::RowTable>(desk.window()) != nullptr; }));
        QCOMPARE(page.place(), u"messy"_s);
        auto* table = shown<pages::RowTable>(desk.window());
        QCOMPARE(table->rows()->rowCount(), 8);

        desk.addStep(u"exact"_s);
        QVERIFY(comes([&] { return says(desk.window(), u"7 rows kept"_s); }));
        desk.addStep(u"trim"_s);
        QVERIFY(comes([&] { return button(desk.window(), u"Save as v2"_s)->isEnabled() && says(desk.window(), u"7 rows kept"_s); }));
        // The row that goes is struck through, with the reason.
        QVERIFY(comes([&] { return table->rows()->index(2, 1).data(pages::RowModel::isThere).toBool(); }));
        test::click(*button(desk.window(), u"Save as v2"_s));
        QVERIFY(comes([&] { return page.place() == u"messy-v2"_s; }));
        QVERIFY(
            comes([&] { return shown<pages::RowTable>(desk.window()) && shown<pages::RowTable>(desk.window())->rows()->rowCount() == 7; }));
        test::click(*button(desk.window(), u"Versions"_s));
        QVERIFY(comes([&] { return says(desk.window(), u"Exact duplicates: 1 row dropped"_s); }));
        shown<controls::Tabs>(desk.window())->setCurrentIndex(2);
        QVERIFY(comes([&] {
            const auto* tokens = shown<controls::TokenView>(desk.window());
            return tokens && tokens->toPlainText().contains(u"confidentiality"_s);
        }));
    }

    void a_corrected_mapping_is_what_is_imported() {
        Desk desk;
        const auto file = test::writeMessy(desk.home);
        desk.page().open({QString::fromStdString(file.string())});
        QVERIFY(comes([&] { return says(desk.window(), u"The first rows"_s); }));
        auto* input = qobject_cast<QComboBox*>(test::findShown(desk.window(), u"Input"_s, "QComboBox"));
        input->setCurrentIndex(0);
        Q_EMIT input->activated(0);
        test::click(*button(desk.window(), u"Import"_s));
        QVERIFY(comes([&] { return desk.open->services().datasets.find(u"messy"_s) != nullptr; }));
        const auto& mapping = desk.open->services().datasets.find(u"messy"_s)->manifest.mapping;
        QVERIFY(!mapping.column("query"));
        QCOMPARE(*mapping.column("response"), std::string("output"));
    }

    void rows_from_the_clipboard_become_a_data_set() {
        Desk desk;
        QGuiApplication::clipboard()->setText(u"{\"prompt\":\"a\",\"completion\":\"b\"}\n{\"prompt\":\"c\",\"completion\":\"d\"}\n"_s);
        desk.page(u"import"_s);
        test::click(desk.window(), u"Paste"_s);
        QCoreApplication::processEvents();
        auto* paste = shown<QPlainTextEdit>(desk.window());
        QVERIFY(paste);
        paste->setPlainText(QGuiApplication::clipboard()->text());
        test::click(*button(desk.window(), u"Use these rows"_s));
        QVERIFY(comes([&] { return says(desk.window(), u"The first rows"_s); }));
        test::click(*button(desk.window(), u"Import"_s));
        QVERIFY(comes([&] { return desk.open->services().datasets.find(u"pasted"_s) != nullptr; }));
        QCOMPARE(desk.open->services().datasets.find(u"pasted"_s)->manifest.rows, 2);
    }

    void rows_that_cannot_be_read_are_listed_with_the_reason() {
        Desk desk;
        const auto file = desk.home.path() / "broken.jsonl";
        std::ofstream(file) << "{\"text\":\"one\"}\n{\"text\":\"two\"\n{\"text\":\"three\"}\n";
        desk.page().open({QString::fromStdString(file.string())});
        QVERIFY(comes([&] { return says(desk.window(), u"The first rows"_s); }));
        test::click(*button(desk.window(), u"Import"_s));
        QVERIFY(comes([&] { return says(desk.window(), u"1 row left out"_s); }));
    }

    void undo_and_redo_follow_the_keys_and_the_figures_follow_them() {
        Desk desk(Desk::Home::withData);
        QVERIFY(desk.opens(u"messy"_s));
        desk.addStep(u"exact"_s);
        QVERIFY(comes([&] { return says(desk.window(), u"7 rows kept"_s); }));
        test::press(desk.window(), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(comes([&] { return says(desk.window(), u"8 rows kept"_s); }));
        test::press(desk.window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(comes([&] { return says(desk.window(), u"7 rows kept"_s); }));
        auto* list = shown<pages::RecipeList>(desk.window());
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Space);
        QVERIFY(comes([&] { return says(desk.window(), u"8 rows kept"_s); }));
    }

    void a_recipe_outlives_the_window() {
        test::TemporaryHome home;
        test::importMessy(home);
        for (const bool first : {true, false}) {
            test::OpenWindow open;
            open.page(u"data"_s, u"messy"_s);
            QVERIFY(comes([&] { return shown<pages::RowTable>(open.window()) != nullptr; }));
            if (!first) {
                QVERIFY(comes([&] { return says(open.window(), u"7 rows kept"_s); }));
                return;
            }
            test::press(open.window(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
            test::type(open.window(), u"exact"_s);
            test::press(open.window(), Qt::Key_Return);
            QVERIFY(comes([&] { return says(open.window(), u"7 rows kept"_s); }));
        }
    }

    void a_filter_shows_what_matches_and_a_number_leads_to_its_row() {
        Desk desk(Desk::Home::withData);
        QVERIFY(desk.opens(u"messy"_s));
        auto* table = shown<pages::RowTable>(desk.window());
        test::press(desk.window(), Qt::Key_F, Qt::ControlModifier);
        test::type(desk.window(), u"risk = high"_s);
        test::press(desk.window(), Qt::Key_Return);
        QVERIFY(comes([&] { return table->rows()->rowCount() == 2; }));
        QVERIFY(says(desk.window(), u"2 rows match"_s));
        qobject_cast<QLineEdit*>(desk.window().focusWidget())->clear();
        QVERIFY(comes([&] { return table->rows()->rowCount() == 8; }));
        test::press(desk.window(), Qt::Key_G, Qt::ControlModifier);
        test::type(desk.window(), u"7"_s);
        test::press(desk.window(), Qt::Key_Return);
        QCOMPARE(table->currentIndex().row(), 6);
    }

    void a_cell_opens_in_full_and_is_copied() {
        Desk desk(Desk::Home::withData);
        QVERIFY(desk.opens(u"messy"_s));
        auto* table = shown<pages::RowTable>(desk.window());
        QVERIFY(comes([&] { return table->rows()->index(4, 2).data(pages::RowModel::isThere).toBool(); }));
        table->showCell(4, 2);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"norvane"_s));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(comes([&] { return shown<pages::TextReader>(desk.window()) && says(desk.window(), u"row 5"_s); }));
        QTest::keyClick(shown<pages::TextReader>(desk.window()), Qt::Key_Escape);
        QVERIFY(comes([&] { return shown<pages::RecipeList>(desk.window()) || says(desk.window(), u"Recipe"_s); }));
    }

    void a_data_set_is_renamed_deleted_and_brought_back() {
        Desk desk(Desk::Home::withData);
        desk.page();
        auto* table = qobject_cast<QTableView*>(test::findShown(desk.window(), u"Data sets"_s, "QTableView"));
        QVERIFY(table);
        table->selectRow(0);
        test::click(*button(desk.window(), u"Rename"_s));
        auto* name = qobject_cast<QLineEdit*>(test::findShown(desk.window(), u"New name"_s, "QLineEdit"));
        name->setText(u"contracts"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QVERIFY(comes([&] { return desk.open->services().datasets.find(u"contracts"_s) != nullptr; }));
        QVERIFY(comes([&] { return table->model()->rowCount() == 1; }));
        table->selectRow(0);
        test::click(*button(desk.window(), u"Delete"_s));
        QVERIFY(comes([&] { return desk.open->services().datasets.all().empty(); }));
        // The newest toast's: the one of the new name is still there.
        QPushButton* undo = nullptr;
        for (auto* each : desk.window().findChildren<QPushButton*>())
            if (each->isVisible() && each->text() == u"Undo"_s) undo = each;
        QVERIFY(undo);
        test::click(*undo);
        QVERIFY(comes([&] { return desk.open->services().datasets.find(u"contracts"_s) != nullptr; }));
    }

    void the_profile_offers_the_step_that_mends() {
        Desk desk(Desk::Home::withData);
        QVERIFY(desk.opens(u"messy"_s));
        shown<controls::Tabs>(desk.window())->setCurrentIndex(1);
        QVERIFY(comes([&] { return says(desk.window(), u"Exact duplicates"_s) && says(desk.window(), u"Trim"_s); }));
        test::click(desk.window(), u"Add Exact duplicates"_s);
        QVERIFY(comes([&] { return says(desk.window(), u"7 rows kept"_s); }));
    }

    void samples_show_what_a_model_reads() {
        Desk desk(Desk::Home::withData);
        QVERIFY(desk.opens(u"messy"_s));
        shown<controls::Tabs>(desk.window())->setCurrentIndex(2);
        QVERIFY(comes([&] {
            return shown<controls::TokenView>(desk.window()) &&
                   shown<controls::TokenView>(desk.window())->toPlainText().contains(u"confidentiality"_s);
        }));
        test::click(desk.window(), u"Next sample"_s);
        QVERIFY(comes([&] { return says(desk.window(), u"Sample 2"_s); }));
    }

    void a_split_makes_parts_that_stand_in_the_list() {
        Desk desk(Desk::Home::withData);
        QVERIFY(desk.opens(u"messy"_s));
        desk.command(u"data.split"_s);
        QVERIFY(comes([&] { return button(desk.window(), u"Split"_s) != nullptr; }));
        test::click(*button(desk.window(), u"Split"_s));
        QVERIFY(comes([&] { return desk.open->services().datasets.find(u"messy-train"_s) != nullptr; }));
    }

    void the_event_loop_is_never_held_up() {
        Desk desk(Desk::Home::withData);
        test::Watchdog watchdog;
        QVERIFY(desk.opens(u"messy"_s));
        for (const int tab : {1, 2, 0}) {
            shown<controls::Tabs>(desk.window())->setCurrentIndex(tab);
            QTest::qWait(300);
        }
        desk.addStep(u"exact"_s);
        QVERIFY(comes([&] { return says(desk.window(), u"7 rows kept"_s); }));
        const auto waited = watchdog.longestWait();
        qInfo("longest wait: %d ms", int(waited.count()));
        QVERIFY2(waited < kLongestWait, "something is computed in the main thread");
    }

    void it_is_pictured_and_whole_data() {
        using Act = std::function<void(Desk&)>;
        QTest::addColumn<Act>("act");
        const auto way = [](const QString& name) {
            return Act([name](Desk& desk) {
                desk.page(u"import"_s);
                test::click(desk.window(), name);
            });
        };
        const auto tab = [](int at) { return Act([at](Desk& desk) { desk.cleans(at); }); };
        const auto command = [](const QString& id) {
            return Act([id](Desk& desk) {
                desk.cleans(0);
                desk.command(id);
            });
        };
        QTest::addRow("data-empty") << Act();
        QTest::addRow("data-list") << Act([](Desk& desk) { desk.page(); });
        QTest::addRow("data-import") << Act([](Desk& desk) {
            desk.page(u"import"_s).open({QString::fromStdString(test::writeMessy(desk.home).string())});
            QVERIFY(comes([&] { return says(desk.window(), u"The first rows"_s); }));
        });
        QTest::addRow("data-paste") << way(u"Paste"_s);
        QTest::addRow("data-database") << way(u"Database"_s);
        QTest::addRow("data-table") << tab(0);
        QTest::addRow("data-profile") << tab(1);
        QTest::addRow("data-samples") << tab(2);
        QTest::addRow("data-steps") << command(u"data.step"_s);
        QTest::addRow("data-versions") << command(u"data.versions"_s);
        QTest::addRow("data-split") << command(u"data.split"_s);
        QTest::addRow("data-reader") << Act([](Desk& desk) {
            desk.cleans(0);
            auto* table = shown<pages::RowTable>(desk.window());
            table->showCell(4, 2);
            QTest::keyClick(table, Qt::Key_Return);
        });
    }
    void it_is_pictured_and_whole() {
        QFETCH(const std::function<void(Desk&)>, act);
        Desk desk(act ? Desk::Home::withData : Desk::Home::empty);
        act ? act(desk) : void(desk.page());
        QTest::qWait(500);
        const auto complaints = test::shoot(*desk.open, QString::fromUtf8(QTest::currentDataTag()));
        QVERIFY2(complaints.isEmpty(), qPrintable(u'\n' + complaints.join(u'\n')));
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::DataPageTest)
#include "page_test.moc"
