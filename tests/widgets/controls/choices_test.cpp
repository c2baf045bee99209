// Segments, switches, choice cards and steps are chosen by mouse and by keyboard, and say so once.

#include <QVBoxLayout>

#include "controls/choice_card.h"
#include "controls/segments.h"
#include "controls/stepper.h"
#include "controls/switch.h"
#include "controls/tabs.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;
using namespace anneal::controls;
using anneal::theme::Role;

namespace {

Choice choice(const QString& name) {
    return {name, u"What it does"_s, {u"Fits"_s, Tone::success},
            0.5,  u"22.7 GiB"_s,     {{{u"Trains"_s, u"40.4 M"_s, {}}, {u"Time"_s, u"1 h"_s, {}}, {u"File"_s, u"77 MiB"_s, {}}}},
            {}};
}

class ChoicesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void a_click_chooses_a_segment() {
        Segments segments(u"X axis"_s, {u"Step"_s, u"Time"_s, u"Tokens"_s});
        segments.resize(segments.sizeHint());
        segments.show();
        QSignalSpy said(&segments, &Segments::chosenChanged);
        QCOMPARE(segments.chosen(), 0);
        QTest::mouseClick(segments.childAt(segments.width() - 5, 5), Qt::LeftButton);
        QCOMPARE(segments.chosen(), 2);
        QCOMPARE(said, (QList<QVariantList>{{2}}));
        segments.choose(1);
        QCOMPARE(said.count(), 1);
    }

    void the_arrows_choose_the_neighbour_and_stop_at_the_ends() {
        Segments segments(u"X axis"_s, {u"Step"_s, u"Time"_s});
        segments.show();
        segments.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        QSignalSpy said(&segments, &Segments::chosenChanged);
        segments.findChild<QAbstractButton*>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(segments.chosen(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(segments.chosen(), 1);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(segments.chosen(), 0);
        QCOMPARE(said.count(), 2);
    }

    void the_chosen_segment_is_filled_within_one_outline() {
        Segments segments(u"X axis"_s, {u"Step"_s, u"Time"_s});
        segments.resize(segments.sizeHint());
        const auto image = anneal::test::picture(segments);
        QCOMPARE(image.pixelColor(6, 6), anneal::theme::color(Role::selection));
        QCOMPARE(image.pixelColor(segments.width() - 6, 6), anneal::theme::color(Role::surface));
        QCOMPARE(image.pixelColor(segments.width() / 2, 0), anneal::theme::color(Role::borderControl));
    }

    void space_flips_a_switch() {
        Switch flip(u"Follow"_s);
        flip.show();
        QSignalSpy said(&flip, &QCheckBox::toggled);
        QTest::keyClick(&flip, Qt::Key_Space);
        QVERIFY(flip.isChecked());
        QCOMPARE(said.count(), 1);
        QTest::mouseClick(&flip, Qt::LeftButton, {}, QPoint(flip.width() - 2, 14));
        QVERIFY(!flip.isChecked());
    }

    void a_switch_arrives_at_its_colour() {
        Switch flip;
        flip.resize(flip.sizeHint());
        flip.show();
        const QPoint track(4, 14);
        QCOMPARE(anneal::test::picture(flip).pixelColor(QPoint(24, 14)), anneal::theme::color(Role::borderControl));
        flip.setChecked(true);
        const auto arrived = [&] {
            const auto colour = anneal::test::picture(flip).pixelColor(track);
            return colour == anneal::theme::color(flip.underMouse() ? Role::accentHover : Role::accent);
        };
        QTRY_VERIFY(arrived());
    }

    void one_card_of_several_is_chosen_by_a_click_anywhere_on_it() {
        QWidget page;
        auto* column = new QVBoxLayout(&page);
        auto* lora = new ChoiceCard(choice(u"LoRA"_s));
        auto* full = new ChoiceCard(choice(u"Full"_s));
        column->addWidget(lora);
        column->addWidget(full);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        lora->setChecked(true);
        QTest::mouseClick(full, Qt::LeftButton, {}, full->rect().bottomRight() - QPoint(9, 9));
        QVERIFY(full->isChecked() && !lora->isChecked());
        QTest::keyClick(full, Qt::Key_Up);
        QVERIFY(lora->isChecked() && !full->isChecked());
    }

    void a_card_says_all_that_it_shows() {
        const ChoiceCard card(choice(u"LoRA"_s));
        QCOMPARE(card.accessibleName(), u"LoRA"_s);
        for (const auto* part : {"Fits", "22.7 GiB", "40.4 M", "1 h", "77 MiB"})
            QVERIFY2(card.accessibleDescription().contains(QString::fromLatin1(part)), part);
        QCOMPARE(card.sizeHint().height(), anneal::theme::px(anneal::theme::Size::choiceCard));
    }

    void steps_can_be_gone_back_to_but_not_skipped() {
        Stepper stepper(u"Steps"_s);
        stepper.setSteps({{u"Goal"_s, {}}, {u"Data"_s, {}}, {u"Method"_s, {}}, {u"Review"_s, {}}});
        stepper.setCurrent(1, 2);
        stepper.resize(stepper.sizeHint());
        stepper.show();
        QSignalSpy said(&stepper, &Stepper::chosen);
        const auto click = [&](int step) {
            QTest::mouseClick(stepper.viewport(), Qt::LeftButton, {}, stepper.visualRect(stepper.model()->index(step, 0)).center());
        };
        click(0);
        click(2);
        click(3);
        QCOMPARE(said, (QList<QVariantList>{{0}, {2}}));
    }

    void the_arrow_keys_move_between_tabs() {
        Tabs tabs(u"Views"_s);
        tabs.add(u"Table"_s, "table");
        tabs.add(u"Profile"_s);
        tabs.show();
        QTest::keyClick(&tabs, Qt::Key_Right);
        QCOMPARE(tabs.currentIndex(), 1);
        QCOMPARE(tabs.accessibleName(), u"Views"_s);
    }
};

}  // namespace

ANNEAL_WINDOW_TEST(ChoicesTest)
#include "choices_test.moc"
