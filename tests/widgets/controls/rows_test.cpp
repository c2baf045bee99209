// Tables and their cells: heights, hover over whole rows, tips for what is cut, keys, and what delegates draw.

#include <QHeaderView>
#include <QHelpEvent>
#include <QListView>
#include <QStandardItemModel>
#include <QToolTip>

#include "controls/delegates.h"
#include "controls/marked_text.h"
#include "controls/profile_header.h"
#include "controls/sparkline.h"
#include "controls/step_delegate.h"
#include "controls/table.h"
#include "theme/kind.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;
using namespace anneal::controls;
using anneal::theme::Role;

namespace {

constexpr int kCell = Qt::UserRole;

/// A table of three rows and two columns, shown.
struct Shown {
    explicit Shown(Table::Rows rows = Table::Rows::standard) : table(u"Runs"_s, rows), model(3, 2) {
        model.setHorizontalHeaderLabels({u"Run"_s, u"State"_s});
        for (int row = 0; row < 3; ++row) model.setItem(row, 0, new QStandardItem(u"contracts-lora16-with-a-long-name-%1"_s.arg(row)));
        table.setModel(&model);
        table.setColumnWidth(0, 120);
        table.resize(400, 200);
        table.show();
    }

    QPoint middle(int row, int column) const { return table.visualRect(model.index(row, column)).center(); }
    QColor at(int row, int column, QPoint offset = {}) {
        const auto corner = table.visualRect(model.index(row, column)).topLeft() + table.viewport()->pos();
        return anneal::test::picture(table).pixelColor(corner + QPoint(4, 4) + offset);
    }

    Table table;
    QStandardItemModel model;
};

class RowsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void rows_have_their_height() {
        QCOMPARE(Shown().table.rowHeight(0), 32);
        QCOMPARE(Shown(Table::Rows::compact).table.rowHeight(0), 28);
        QCOMPARE(Shown(Table::Rows::withControls).table.rowHeight(0), 40);
    }

    void the_whole_row_under_the_mouse_is_lit() {
        Shown shown;
        QTest::mouseMove(shown.table.viewport(), shown.middle(1, 0));
        QTRY_COMPARE(shown.at(1, 1), anneal::theme::color(Role::hover));
        QCOMPARE(shown.at(0, 1), anneal::theme::color(Role::surface));
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(shown.table.viewport(), &leave);
        QCOMPARE(shown.at(1, 1), anneal::theme::color(Role::surface));
    }

    void what_is_cut_is_told_whole() {
        Shown shown;
        QHelpEvent help(QEvent::ToolTip, shown.middle(0, 0), shown.table.viewport()->mapToGlobal(shown.middle(0, 0)));
        QCoreApplication::sendEvent(shown.table.viewport(), &help);
        QCOMPARE(QToolTip::text(), u"contracts-lora16-with-a-long-name-0"_s);
        QToolTip::hideText();
        QTRY_VERIFY(!QToolTip::isVisible());
        shown.table.setColumnWidth(0, 380);
        QCoreApplication::sendEvent(shown.table.viewport(), &help);
        QVERIFY(!QToolTip::isVisible());
    }

    void return_and_a_double_click_open_a_row() {
        Shown shown;
        QSignalSpy opened(&shown.table, &Table::opened);
        shown.table.setCurrentIndex(shown.model.index(1, 0));
        QTest::keyClick(&shown.table, Qt::Key_Return);
        QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, {}, shown.middle(2, 1));
        QTest::mouseDClick(shown.table.viewport(), Qt::LeftButton, {}, shown.middle(2, 1));
        QCOMPARE(opened.count(), 2);
        QCOMPARE(opened[0][0].toModelIndex().row(), 1);
        QCOMPARE(opened[1][0].toModelIndex().row(), 2);
    }

    void a_profile_header_is_a_hundred_high_and_amber_when_much_is_empty() {
        class Profiled : public QStandardItemModel {
        public:
            using QStandardItemModel::QStandardItemModel;
            double empty = 0;
            QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
                if (role != kCell) return QStandardItemModel::headerData(section, orientation, role);
                return QVariant::fromValue(ColumnProfile{"tag", {1, 4, 2}, u"3 values"_s, empty});
            }
        } model(1, 1);
        Table table(u"Rows"_s);
        table.setModel(&model);
        table.setHorizontalHeader(new ProfileHeader(kCell, &table));
        table.resize(300, 200);
        table.show();
        QCOMPARE(table.horizontalHeader()->height(), 100);
        const auto amber = [&] { return anneal::test::holds(anneal::test::picture(*table.horizontalHeader(), 4), Role::warningText); };
        QVERIFY(!amber());
        model.empty = 0.004;
        QVERIFY(!amber());
        model.empty = 0.021;
        QVERIFY(amber());
    }

    void a_changed_cell_is_edged_and_a_dropped_one_struck() {
        Shown shown;
        shown.table.setItemDelegateForColumn(1, new MarkedDelegate(kCell, &shown.table));
        shown.model.setData(shown.model.index(0, 1), QVariant::fromValue(MarkedCell{{{u"a"_s}}, MarkedCell::State::changed, {}}), kCell);
        shown.model.setData(shown.model.index(1, 1), QVariant::fromValue(MarkedCell{{{u"a"_s}}, MarkedCell::State::dropped, {}}), kCell);
        QCOMPARE(shown.at(0, 1, QPoint(-4, 0)), anneal::theme::color(Role::accentText));
        QCOMPARE(shown.at(0, 1), anneal::theme::color(Role::hover));
        QCOMPARE(shown.at(1, 1), anneal::theme::color(Role::dangerSubtle));
    }

    void a_step_is_switched_by_its_switch_and_by_space() {
        QListView list;
        QStandardItemModel model;
        model.appendRow(new QStandardItem(u"Near duplicates"_s));
        model.item(0)->setCheckable(true);
        model.item(0)->setData(QVariant::fromValue(RecipeStep{u"Near duplicates"_s, {}, {}, u"−2,855"_s}), kCell);
        list.setModel(&model);
        list.setItemDelegate(new StepDelegate(kCell, &list));
        list.resize(300, 100);
        list.show();
        QCOMPARE(list.visualRect(model.index(0, 0)).height(), 44);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(50, 22));
        QCOMPARE(model.item(0)->checkState(), Qt::Checked);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, QPoint(200, 22));
        QCOMPARE(model.item(0)->checkState(), Qt::Checked);
        QTest::keyClick(&list, Qt::Key_Space);
        QCOMPARE(model.item(0)->checkState(), Qt::Unchecked);
    }

    void marked_parts_stand_on_their_grounds() {
        QImage image(300, 32, QImage::Format_RGB32);
        image.fill(anneal::theme::color(Role::surface));
        QPainter painter(&image);
        const std::vector<TextPart> parts{
            {u"to "_s}, {u"Anna"_s, TextPart::Mark::removed}, {u"[NAME]"_s, TextPart::Mark::mask}, {u"new"_s, TextPart::Mark::added}};
        drawMarkedText(painter, image.rect(), parts, anneal::theme::color(Role::text));
        painter.end();
        for (const auto role : {Role::dangerSubtle, Role::accentSubtle, Role::successSubtle}) QVERIFY(anneal::test::holds(image, role));
        QVERIFY(markedTextWidth(parts) < 300);
    }

    void delegates_draw_what_their_role_holds() {
        Shown shown;
        const auto draws = [&](QAbstractItemDelegate* delegate, const QVariant& value, Role expected) {
            delegate->setParent(&shown.table);
            shown.table.setItemDelegateForColumn(1, delegate);
            shown.model.setData(shown.model.index(0, 1), value, kCell);
            return anneal::test::holds(anneal::test::picture(shown.table), expected);
        };
        QVERIFY(draws(new ChipDelegate(kCell), QVariant::fromValue(ChipLook{u"Failed"_s, Tone::danger}), Role::dangerSubtle));
        QVERIFY(draws(new ProgressDelegate(kCell), QVariant::fromValue(ProgressValue{0.5, u"31 min"_s, Tone::success}), Role::success));
        QVERIFY(draws(new SparklineDelegate(kCell), QVariant::fromValue(SparklineValues{{3, 2, 1}, 1, Tone::warning}), Role::warning));
        QVERIFY(draws(new SparklineDelegate(kCell), QVariant::fromValue(SparklineValues{{}, 1, Tone::danger}), Role::surface));
    }
};

}  // namespace

ANNEAL_WINDOW_TEST(RowsTest)
#include "rows_test.moc"
