// Rows in windows: as they are, as a recipe leaves them, filtered; and the samples they make.

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "data/clean/cleaner.h"
#include "pages/data/findings.h"
#include "pages/data/row_model.h"
#include "pages/data/row_query.h"
#include "pages/data/sample_list.h"
#include "widgets/data/messy_rows.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using pages::Showing;

constexpr auto kRecipe = "version: 1\nsteps:\n  - trim\n  - drop_empty\n  - drop_duplicates\n  - step: mask_pii\n    kinds: [email]\n";

bool comes(const std::function<bool()>& what) { return QTest::qWaitFor(what, 5000); }

class DataRowsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        dataset_ = std::make_unique<data::Dataset>(test::importMessy(home_));
        const auto recipe = data::recipeFromYaml(kRecipe);
        QVERIFY2(recipe, recipe ? "" : recipe.error().message.c_str());
        const auto counted = pages::countRecipe(*dataset_, *recipe, {});
        QVERIFY2(counted, counted ? "" : counted.error().message.c_str());
        counted_ = *counted;
    }

    void counts_are_those_of_the_real_cleaning() {
        const auto recipe = data::recipeFromYaml(kRecipe);
        const auto cleaned = data::cleanDataset(*dataset_, *recipe, {.out = home_.path() / "cleaned"});
        QVERIFY(cleaned.has_value());
        QCOMPARE(counted_->kept.size(), std::size_t(cleaned->rowsOut));
        QCOMPARE(counted_->counts.size(), cleaned->steps.size());
        for (std::size_t step = 0; step < counted_->counts.size(); ++step) {
            QCOMPARE(counted_->counts[step].rowsOut, cleaned->steps[step].rowsOut);
            QCOMPARE(counted_->counts[step].changedCells, cleaned->steps[step].changedCells);
        }
        QCOMPARE(counted_->rowsIn(), 8);
        QCOMPARE(counted_->kept.size(), std::size_t(6));
    }

    void examples_name_the_rows_and_what_happened() {
        QCOMPARE(counted_->changes[0].front().id.number, 4);
        QCOMPARE(counted_->drops[1].front().id.number, 6);
        QCOMPARE(counted_->drops[2].front().id.number, 3);
        QVERIFY(counted_->changes[3].front().before->find("norvane") != std::string::npos);
        const auto touched = counted_->touchedBy(-1);
        QCOMPARE(touched.size(), std::size_t(4));
        QCOMPARE(counted_->touchedBy(2).front().number, 3);
    }

    void a_window_of_changes_marks_cells_and_tells_why_rows_go() {
        pages::RowWindows windows(*dataset_);
        const Showing showing{Showing::Mode::changes, counted_, -1, nullptr};
        const auto rows = windows.rows(showing, 0, 100, {});
        QVERIFY(rows.has_value());
        QCOMPARE(rows->size(), std::size_t(8));
        QVERIFY((*rows)[3].cells[1].changed);
        QVERIFY(!(*rows)[0].cells[1].changed);
        QVERIFY(!(*rows)[2].dropped.isEmpty());
        QVERIFY(!(*rows)[5].dropped.isEmpty());
        const auto& masked = (*rows)[4].cells[1];
        QVERIFY(masked.changed);
        QVERIFY(std::ranges::any_of(masked.parts, [](const auto& part) { return part.mark == controls::TextPart::Mark::mask; }));
        const auto whole = windows.cell(showing, {5, 0}, "input", {});
        QVERIFY(whole->before.contains(u"norvane"_s));
        QVERIFY(!whole->after.contains(u"norvane"_s));
    }

    void one_step_shows_its_own_changes_alone() {
        pages::RowWindows windows(*dataset_);
        const auto rows = windows.rows({Showing::Mode::changes, counted_, 0, nullptr}, 0, 100, {});
        QVERIFY((*rows)[3].cells[1].changed);
        QVERIFY(!(*rows)[4].cells[1].changed);
        QVERIFY((*rows)[5].dropped.isEmpty());
    }

    void the_model_is_a_model_and_fetches_what_is_looked_at() {
        pages::RowFeed feed(bridge_, *dataset_);
        pages::RowModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(model.columnCount(), 6);
        QVERIFY(!model.index(0, 3).data(pages::RowModel::isThere).toBool());
        QVERIFY(comes([&] { return model.index(0, 3).data(pages::RowModel::isThere).toBool(); }));
        QCOMPARE(model.index(1, 3).data().toString(), u"governing law"_s);
        QCOMPARE(model.index(1, 0).data().toString(), u"2"_s);
    }

    void after_shows_the_rows_that_stay_in_their_order() {
        pages::RowFeed feed(bridge_, *dataset_);
        pages::RowModel model(feed);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.show({Showing::Mode::after, counted_, -1, std::shared_ptr<const pages::RowOrder>(counted_, &counted_->kept)});
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(comes([&] { return model.index(2, 2).data(pages::RowModel::isThere).toBool(); }));
        QCOMPARE(model.index(2, 0).data().toString(), u"4"_s);
        QCOMPARE(model.index(2, 2).data().toString(), u"The fee is due on delivery"_s);
        QCOMPARE(model.rowOf(3), 2);
        QCOMPARE(model.rowOf(4), 2);
        QCOMPARE(model.placeOf(2).number, 4);
    }

    void rows_are_found_by_words_values_and_figures() {
        data::RowReader reader(*dataset_);
        const auto columns = dataset_->manifest().columnNames();
        const auto numbers = [&](const QString& text) {
            std::vector<int> rows;
            const auto found = matchingRows(reader, *pages::RowQuery::parse(text, columns), 0, 0, {});
            for (const auto& place : found.value()) rows.push_back(place.number);
            return rows;
        };
        QCOMPARE(numbers(u"CHILE"_s), (std::vector{2, 3}));
        QCOMPARE(numbers(u"risk = medium"_s), (std::vector{6}));
        QCOMPARE(numbers(u"year > 2023"_s), (std::vector{7, 8}));
        QCOMPARE(numbers(u"保密"_s), (std::vector{8}));
        QCOMPARE(numbers(u"output = "_s), (std::vector{6}));
        QCOMPARE(matchingRows(reader, *pages::RowQuery::parse(u"law"_s, columns), 2, 1, {}).value().front().number, 3);
    }

    void findings_name_the_step_that_mends_them() {
        const auto found = pages::findIn(*dataset_, {});
        QVERIFY(found.has_value());
        const auto rowsOf = [&](const std::string& step) {
            const auto finding = std::ranges::find(found->findings, step, &pages::Finding::step);
            return finding == found->findings.end() ? std::int64_t(0) : finding->rows;
        };
        QCOMPARE(rowsOf("drop_duplicates"), 1);
        QCOMPARE(rowsOf("drop_empty"), 1);
        QCOMPARE(rowsOf("trim"), 1);
        QCOMPARE(rowsOf("mask_pii"), 1);
        QCOMPARE(rowsOf("strip_html"), 0);
        QCOMPARE(found->looked, 8);
    }

    void samples_are_cut_into_tokens_that_say_whether_they_are_trained() {
        const auto model = std::filesystem::path(ANNEAL_SOURCE_DIR) / "resources/demo/base";
        const auto lens = pages::SampleLens::open(*dataset_, {model, "", 2048, false});
        QVERIFY2(lens, lens ? "" : lens.error().message.c_str());
        const auto sample = (*lens)->sample(0);
        QVERIFY2(sample && !sample->error, sample && sample->error ? sample->error->message.c_str() : "");
        QString whole, trained;
        for (const auto& token : sample->tokens) {
            whole += token.text;
            if (token.kind == controls::Token::Kind::trained) trained += token.text;
        }
        QVERIFY(whole.contains(u"Each party keeps it secret"_s));
        QVERIFY(trained.contains(u"confidentiality"_s));
        QVERIFY(!trained.contains(u"Each party"_s));
        const auto lengths = (*lens)->lengths(0, 8);
        QCOMPARE(lengths->front().tokens, std::int32_t(sample->tokens.size()));
        QVERIFY((*lengths)[5].mute && (*lengths)[5].hasProblem(2048));
        QVERIFY(!(*lengths)[0].hasProblem(2048));
        const auto shorter = pages::SampleLens::open(*dataset_, {model, "", 5, false});
        const auto cut = (*shorter)->sample(0);
        QVERIFY(cut->tokens.back().cut && !cut->tokens.front().cut);
        QVERIFY(cut->length.trainedCut > 0);
        QVERIFY(!cut->endsWithStop);
    }

    void the_list_of_samples_is_a_model() {
        const auto model = std::filesystem::path(ANNEAL_SOURCE_DIR) / "resources/demo/base";
        pages::SampleList list(bridge_);
        QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setLens(pages::SampleLens::open(*dataset_, {model, "", 2048, false}).value());
        QCOMPARE(list.rowCount(), 8);
        QVERIFY(comes([&] { return list.index(0).data(pages::SampleList::length).isValid(); }));
        list.setOrder(std::vector<std::int32_t>{5});
        QCOMPARE(list.rowCount(), 1);
        QCOMPARE(list.index(0).data().toString(), u"6"_s);
    }

private:
    test::TemporaryHome home_;
    bridge::Bridge bridge_;
    std::unique_ptr<data::Dataset> dataset_;
    std::shared_ptr<const pages::CountedRecipe> counted_;
};

}  // namespace
}  // namespace anneal

ANNEAL_WINDOW_TEST(anneal::DataRowsTest)
#include "rows_test.moc"
