// Fields: captions name them, errors show, numbers are typed and stepped as people expect.

#include <QLineEdit>

#include "controls/buttons.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/search_field.h"
#include "theme/kind.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;
using namespace anneal::controls;

namespace {

void type(QWidget& field, const char* text) {
    auto* edit = field.findChild<QLineEdit*>();
    edit->selectAll();
    QTest::keyClicks(edit, QString::fromLatin1(text));
    QTest::keyClick(edit, Qt::Key_Return);
}

class FieldsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_caption_names_its_control() {
        FormField field(u"Run name"_s, new QLineEdit);
        QCOMPARE(field.control().accessibleName(), u"Run name"_s);
        auto* named = new QLineEdit;
        named->setAccessibleName(u"Name of the run"_s);
        QCOMPARE(FormField(u"Run name"_s, named).control().accessibleName(), u"Name of the run"_s);
    }

    void an_error_stands_below_its_control_until_it_is_mended() {
        FormField field(u"Run name"_s, new QLineEdit);
        field.show();
        const int height = field.sizeHint().height();
        field.setError(u"Use letters, digits, - and _"_s);
        QVERIFY(field.sizeHint().height() > height);
        QVERIFY(anneal::theme::isInvalid(&field.control()));
        QCOMPARE(field.control().accessibleDescription(), u"Use letters, digits, - and _"_s);
        field.setError({});
        QCOMPARE(field.sizeHint().height(), height);
        QVERIFY(!anneal::theme::isInvalid(&field.control()));
    }

    void a_unit_stands_right_of_the_number_and_leaves_it_room() {
        CountField field(u"Cutoff"_s, 1, 131072);
        const int without = field.sizeHint().width();
        setUnit(field, u"tokens"_s);
        field.setValue(131072);
        field.resize(field.sizeHint());
        field.show();
        QVERIFY(field.width() > without);
        auto* edit = field.findChild<QLineEdit*>();
        const auto* unit = edit->findChild<Label*>();
        QVERIFY(edit->textMargins().right() > unit->width());
        QCOMPARE(unit->geometry().right(), edit->width() - 1);
        setUnit(field, u"rows"_s);
        QCOMPARE(edit->findChildren<Label*>().size(), 1);
    }

    void a_count_shows_and_reads_thousands() {
        CountField field(u"Rows"_s, 0, 1'000'000);
        field.setValue(40473);
        QCOMPARE(field.text(), u"40,473"_s);
        type(field, "12,500");
        QCOMPARE(field.value(), 12500);
    }

    void a_rate_is_written_as_the_field_writes_it() {
        RateField field(u"Learning rate"_s, 1e-8, 1);
        field.setValue(2e-4);
        QCOMPARE(field.text(), u"2e-4"_s);
        type(field, "5.96e-5");
        QCOMPARE(field.value(), 5.96e-5);
        type(field, "0.001");
        QCOMPARE(field.text(), u"1e-3"_s);
    }

    void a_rate_steps_over_one_two_and_five() {
        RateField field(u"Learning rate"_s, 1e-8, 1);
        field.setValue(2e-4);
        QStringList up, down;
        for (int i = 0; i < 3; ++i) {
            QTest::keyClick(&field, Qt::Key_Up);
            up << field.text();
        }
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(&field, Qt::Key_Down);
            down << field.text();
        }
        QCOMPARE(up, (QStringList{u"5e-4"_s, u"1e-3"_s, u"2e-3"_s}));
        QCOMPARE(down, (QStringList{u"1e-3"_s, u"5e-4"_s, u"2e-4"_s, u"1e-4"_s}));
        field.setValue(3e-4);
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.text(), u"5e-4"_s);
    }

    void escape_empties_a_search_first() {
        SearchField field(u"Filter rows"_s);
        QCOMPARE(field.accessibleName(), u"Filter rows"_s);
        QTest::keyClicks(&field, u"risk"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QVERIFY(field.text().isEmpty());
    }

    void return_presses_a_button() {
        QWidget window;
        auto* push = makeButton(anneal::theme::Kind::secondary, u"Start"_s, "play", &window);
        auto* icon = new IconButton("copy", u"Copy"_s, anneal::theme::Kind::quiet, &window);
        QCOMPARE(icon->accessibleName(), u"Copy"_s);
        QCOMPARE(icon->toolTip(), u"Copy"_s);
        for (auto* button : std::initializer_list<QAbstractButton*>{push, icon}) {
            QSignalSpy pressed(button, &QAbstractButton::clicked);
            QTest::keyClick(button, Qt::Key_Return);
            QTest::keyClick(button, Qt::Key_Space);
            QCOMPARE(pressed.count(), 2);
        }
    }

    void what_is_disabled_says_why_and_gets_its_tip_back() {
        QPushButton button(u"Start run"_s);
        button.setToolTip(u"Starts training"_s);
        disableBecause(button, u"Choose a data set first"_s);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), u"Choose a data set first"_s);
        disableBecause(button, u"The disk is full"_s);
        disableBecause(button, {});
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), u"Starts training"_s);
    }
};

}  // namespace

ANNEAL_WINDOW_TEST(FieldsTest)
#include "fields_test.moc"
