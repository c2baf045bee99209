// The models of the page Data by themselves.

#include <QAbstractItemModelTester>
#include <QMimeData>

#include "controls/step_delegate.h"
#include "data/clean/cleaner.h"
#include "pages/data/dataset_table.h"
#include "pages/data/dataset_words.h"
#include "pages/data/import_probe.h"
#include "pages/data/recipe_model.h"
#include "pages/data/row_query.h"
#include "pages/data/shown_text.h"
#include "widgets/data/messy_rows.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using pages::RecipeModel;

bridge::DatasetEntry entry(const QString& id, const std::string& hash, int minutes, OrderedJson provenance = OrderedJson::object()) {
    bridge::DatasetEntry made;
    made.id = id;
    made.path = data::datasetsHome() / id.toStdString();
    made.manifest.hash = hash;
    made.manifest.rows = 10;
    made.manifest.provenance = std::move(provenance);
    made.made = QDateTime::fromSecsSinceEpoch(1'700'000'000 + 60 * minutes);
    return made;
}

OrderedJson from(const QString& id, const std::string& hash) {
    return {{"dataset", (data::datasetsHome() / id.toStdString()).string()}, {"dataset_hash", hash}, {"recipe", OrderedJson::array()}};
}

const data::StepKind& kind(const char* name) { return **data::findStepKind(name); }

QStringList namesOf(const RecipeModel& model) {
    QStringList names;
    for (const auto& step : model.recipe().steps) names << QString::fromStdString(step.kind->name);
    return names;
}

class DataModelsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void versions_of_one_import_stand_together() {
        const std::vector entries{entry(u"b-v3"_s, "h3", 9, from(u"b-v2"_s, "h2")), entry(u"a"_s, "h0", 5),
                                  entry(u"b-v2"_s, "h2", 2, from(u"b"_s, "h1")), entry(u"b"_s, "h1", 1)};
        const auto families = pages::familiesOf(entries);
        QCOMPARE(families.size(), std::size_t(2));
        QCOMPARE(families[0].newest().id, u"b-v3"_s);
        QCOMPARE(families[0].versionOf(u"b"_s), 1);
        QCOMPARE(families[0].versionOf(u"b-v2"_s), 2);
        QCOMPARE(families[0].versionOf(u"a"_s), 0);
        QCOMPARE(pages::familyOf(families, u"a"_s)->versions.size(), std::size_t(1));
    }

    void a_renamed_ancestor_is_known_by_its_hash() {
        const std::vector entries{entry(u"new-name"_s, "h1", 1), entry(u"b-v2"_s, "h2", 2, from(u"old-name"_s, "h1"))};
        QCOMPARE(pages::familiesOf(entries).size(), std::size_t(1));
    }

    void parts_of_a_split_are_no_versions() {
        auto part = from(u"b"_s, "h1");
        part["split"] = {{"part", "test"}};
        const std::vector entries{entry(u"b"_s, "h1", 1), entry(u"b-test"_s, "h2", 2, part)};
        QCOMPARE(pages::familiesOf(entries).size(), std::size_t(2));
    }

    void a_cycle_in_the_files_ends() {
        const std::vector entries{entry(u"a"_s, "h1", 1, from(u"b"_s, "h2")), entry(u"b"_s, "h2", 2, from(u"a"_s, "h1"))};
        QVERIFY(!pages::familiesOf(entries).empty());
    }

    void the_list_tells_views_what_came_went_and_moved() {
        pages::DatasetTable model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        using Row = pages::DatasetTable::Row;
        model.setRows({Row{.id = u"a"_s, .rows = 1}, Row{.id = u"b"_s, .rows = 2}, Row{.id = u"c"_s, .rows = 3}});
        const QPersistentModelIndex c = model.index(2, 0);
        model.setRows({Row{.id = u"c"_s, .rows = 4}, Row{.id = u"a"_s, .rows = 1}, Row{.id = u"d"_s, .rows = 5}});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(c.row(), 0);
        QCOMPARE(model.index(0, pages::DatasetTable::rows).data().toString(), u"4"_s);
        QCOMPARE(model.index(2, 0).data(pages::DatasetTable::datasetId).toString(), u"d"_s);
    }

    void every_edit_of_a_recipe_is_undone_and_done_again() {
        RecipeModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.add(kind("trim"), OrderedJson::object(), 0);
        model.add(kind("drop_duplicates"), OrderedJson::object(), 1);
        model.add(kind("drop_empty"), OrderedJson::object(), 2);
        model.move(2, 0);
        QCOMPARE(namesOf(model), (QStringList{u"drop_empty"_s, u"trim"_s, u"drop_duplicates"_s}));
        model.setEnabled(1, false);
        QVERIFY(model.setParameters(0, {{"columns", {"output"}}}));
        model.remove(2);
        QVERIFY(!model.canRedo());
        for (int i = 0; i < 4; ++i) model.undo();
        QCOMPARE(namesOf(model), (QStringList{u"trim"_s, u"drop_duplicates"_s, u"drop_empty"_s}));
        for (int i = 0; i < 4; ++i) model.redo();
        QCOMPARE(namesOf(model), (QStringList{u"drop_empty"_s, u"trim"_s}));
        QVERIFY(!model.recipe().steps[1].enabled);
        QCOMPARE(model.recipe().steps[0].settings.texts("columns"), std::vector<std::string>{"output"});
        while (model.canUndo()) model.undo();
        QCOMPARE(model.rowCount(), 0);
    }

    void a_new_edit_forgets_what_was_undone() {
        RecipeModel model;
        model.add(kind("trim"), OrderedJson::object(), 0);
        model.undo();
        model.add(kind("drop_empty"), OrderedJson::object(), 0);
        QVERIFY(!model.canRedo());
        QCOMPARE(namesOf(model), QStringList{u"drop_empty"_s});
    }

    void a_wrong_value_leaves_the_step_as_it_was() {
        RecipeModel model;
        model.add(kind("drop_length"), {{"max", 100}}, 0);
        const auto before = model.recipe().hash();
        QVERIFY(!model.setParameters(0, {{"max", "many"}}));
        QCOMPARE(model.recipe().hash(), before);
    }

    void a_step_that_lacks_a_value_is_off_until_it_has_one() {
        RecipeModel model;
        model.add(kind("limit_length"), OrderedJson::object(), 0);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(!model.recipe().steps[0].enabled);
        model.setEnabled(0, true);
        QVERIFY(!model.recipe().steps[0].enabled);
        QVERIFY(model.setParameters(0, {{"max", 10}}));
        QVERIFY(model.recipe().steps[0].enabled);
    }

    void a_dragged_step_lands_where_it_is_dropped() {
        RecipeModel model;
        for (const auto* name : {"trim", "drop_empty", "drop_duplicates"}) model.add(kind(name), OrderedJson::object(), model.rowCount());
        const std::unique_ptr<QMimeData> mime(model.mimeData({model.index(0)}));
        model.dropMimeData(mime.get(), Qt::MoveAction, 3, 0, {});
        QCOMPARE(namesOf(model), (QStringList{u"drop_empty"_s, u"drop_duplicates"_s, u"trim"_s}));
    }

    void a_query_knows_columns_relations_and_plain_words() {
        const std::vector<std::string> columns{"Risk", "year"};
        using Relation = pages::RowQuery::Relation;
        const auto risk = pages::RowQuery::parse(u"risk = high"_s, columns);
        QCOMPARE(risk->column, std::string("Risk"));
        QCOMPARE(risk->relation, Relation::equal);
        QCOMPARE(risk->text, std::string("high"));
        QCOMPARE(pages::RowQuery::parse(u"year >= 2020"_s, columns)->relation, Relation::moreOrEqual);
        const auto words = pages::RowQuery::parse(u"a = b"_s, columns);
        QVERIFY(words->column.empty());
        QCOMPARE(words->text, std::string("a = b"));
        QVERIFY(!pages::RowQuery::parse(u"  "_s, columns));
    }

    void a_change_is_shown_where_it_is_however_long_the_text() {
        const auto text = [](const QString& end) { return (QString(500, u'a') + end).toStdString(); };
        const auto before = text(u" write to x@y.org today"_s), after = text(u" write to [EMAIL] today"_s);
        const auto parts = pages::shownChange(before, after, controls::TextPart::Mark::mask, false);
        const auto marked = std::ranges::find(parts, controls::TextPart::Mark::mask, &controls::TextPart::mark);
        QVERIFY(marked != parts.end());
        QVERIFY(marked->text.contains(u"EMAIL"_s));
        QVERIFY(pages::plainText(parts).size() < 120);
        QCOMPARE(pages::shownLine("a\nb\tc"), u"a↵b⇥c"_s);
    }

    void the_first_rows_say_what_a_table_is() {
        const test::TemporaryHome home;
        data::ImportOptions options;
        options.source = test::writeMessy(home);
        const auto found = pages::probe(options, {});
        QVERIFY(found.has_value());
        QCOMPARE(found->detection.mapping.shape, data::Shape::alpaca);
        QCOMPARE(pages::roleOf(found->detection.mapping, "output"), std::string("response"));
        QCOMPARE(found->rows.size(), std::size_t(8));
        QVERIFY(pages::formatText(found->details).startsWith(u"CSV"_s));
        auto wrong = found->detection.mapping;
        wrong.columns["response"] = "nowhere";
        QVERIFY(!pages::checkMapping(*found, wrong));
    }
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::DataModelsTest)
#include "models_test.moc"
