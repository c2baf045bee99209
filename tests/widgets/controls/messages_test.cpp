// What the window says and how people answer: toasts, faces, messages in place, rings.

#include <QAccessible>
#include <QClipboard>
#include <QPushButton>

#include "controls/face.h"
#include "controls/gauge.h"
#include "controls/inline_message.h"
#include "controls/spinner.h"
#include "controls/toast.h"
#include "theme/kind.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;
using namespace anneal::controls;

namespace {

QPushButton* button(const QWidget& parent, const QString& text) {
    for (auto* candidate : parent.findChildren<QPushButton*>())
        if (candidate->text() == text) return candidate;
    return nullptr;
}

class MessagesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        anneal::theme::Theme::current().followSystem({.reducedMotion = true});
        window_ = std::make_unique<QWidget>();
        window_->resize(1024, 700);
        window_->show();
    }

    void a_toast_stands_at_the_bottom_right_above_the_status_bar() {
        ToastStack stack(*window_, 28);
        stack.show({Tone::success, u"Exported"_s, u"4.36 GiB"_s, {}, {}});
        const auto* toast = window_->findChild<Toast*>();
        QTRY_COMPARE(toast->geometry().bottomRight(), QPoint(1024 - 24 - 1, 700 - 28 - 16 - 1));
        QCOMPARE(toast->width(), 320);
        window_->resize(1200, 800);
        QTRY_COMPARE(toast->geometry().bottomRight(), QPoint(1200 - 24 - 1, 800 - 28 - 16 - 1));
    }

    void the_newest_toast_is_the_lowest_and_the_fourth_drives_out_the_first() {
        ToastStack stack(*window_, 0);
        for (const auto* title : {"one", "two", "three", "four"}) stack.show({Tone::success, QString::fromLatin1(title), {}, {}, {}});
        QStringList titles;
        auto toasts = window_->findChildren<Toast*>();
        QCOMPARE(toasts.size(), 3);
        std::sort(toasts.begin(), toasts.end(), [](auto* a, auto* b) { return a->y() < b->y(); });
        for (const auto* toast : toasts) titles << toast->accessibleName();
        QCOMPARE(titles, (QStringList{u"two"_s, u"three"_s, u"four"_s}));
        QVERIFY(toasts[0]->geometry().bottom() < toasts[1]->y());
    }

    void its_link_acts_once_and_the_toast_goes() {
        ToastStack stack(*window_, 0);
        int undone = 0;
        stack.show({Tone::warning, u"37 rows dropped"_s, {}, u"Undo"_s, [&] { ++undone; }});
        QTest::mouseClick(button(*window_, u"Undo"_s), Qt::LeftButton);
        QCOMPARE(undone, 1);
        QTRY_VERIFY(!window_->findChild<Toast*>());
    }

    void a_toast_is_an_alert_to_assistive_technology() {
        const Toast toast({Tone::success, u"Exported"_s, u"4.36 GiB"_s, {}, {}});
        auto* spoken = QAccessible::queryAccessibleInterface(const_cast<Toast*>(&toast));
        QCOMPARE(spoken->role(), QAccessible::AlertMessage);
        QCOMPARE(spoken->text(QAccessible::Name), u"Exported"_s);
        QCOMPARE(spoken->text(QAccessible::Description), u"4.36 GiB"_s);
    }

    void escape_sends_it_away() {
        ToastStack stack(*window_, 0);
        stack.show({Tone::success, u"Saved"_s, {}, u"Show"_s, {}});
        QTest::keyClick(button(*window_, u"Show"_s), Qt::Key_Escape);
        QTRY_VERIFY(!window_->findChild<Toast*>());
    }

    void an_empty_face_has_one_primary_button() {
        const std::unique_ptr<Face> face(Face::empty("database", u"No data yet"_s, u"Drop files here."_s));
        int imported = 0;
        face->addAction(u"Import data"_s, [&] { ++imported; });
        face->addAction(u"Open demo"_s, [] {});
        QCOMPARE(anneal::theme::kindOf(button(*face, u"Import data"_s), {}), anneal::theme::Kind::primary);
        QCOMPARE(anneal::theme::kindOf(button(*face, u"Open demo"_s), {}), anneal::theme::Kind::secondary);
        button(*face, u"Import data"_s)->click();
        QCOMPARE(imported, 1);
    }

    void an_error_gives_its_details_away() {
        const std::unique_ptr<Face> face(Face::error(u"Line 812 is not JSON"_s, u"Mend it or skip it."_s, u"clauses.jsonl:812"_s));
        face->addAction(u"Skip line"_s, [] {});
        face->resize(400, 200);
        face->show();
        button(*face, u"Copy details"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"clauses.jsonl:812"_s);
        QVERIFY(button(*face, u"Skip line"_s)->x() < button(*face, u"Copy details"_s)->x());
    }

    void a_busy_face_says_how_much_and_how_long() {
        const std::unique_ptr<Face> face(Face::busy(u"Reading rows"_s));
        face->setProgress(0.62, u"29,891 of 48,212, 4 s left"_s);
        QCOMPARE(face->findChild<Spinner*>()->value(), 620);
        QCOMPARE(face->accessibleDescription(), u"29,891 of 48,212, 4 s left"_s);
    }

    void a_message_carries_its_fix() {
        InlineMessage message(Tone::warning, u"GPU 3 is also used by Blender"_s, u"Steps may take 8 % longer."_s);
        int left = 0;
        message.addAction(u"Leave out GPU 3"_s, [&] { ++left; });
        button(message, u"Leave out GPU 3"_s)->click();
        QCOMPARE(left, 1);
        QCOMPARE(message.accessibleName(), u"GPU 3 is also used by Blender"_s);
    }

    void a_hidden_or_still_ring_does_not_turn() {
        Spinner spinner(u"Reading"_s);
        spinner.show();
        QVERIFY(!spinner.isTurning());
        anneal::theme::Theme::current().followSystem({});
        spinner.hide();
        QVERIFY(!spinner.isTurning());
        spinner.show();
        QVERIFY(spinner.isTurning());
        spinner.setShare(0.5);
        QVERIFY(!spinner.isTurning());
    }

    void a_gauge_answers_with_its_share() {
        Gauge gauge(u"Compute"_s);
        gauge.setShare(0.97, 0.5);
        QCOMPARE(gauge.value(), 970);
        gauge.resize(100, 10);
        const auto image = anneal::test::picture(gauge);
        QCOMPARE(image.pixelColor(50, 5), anneal::theme::color(anneal::theme::Role::accent));
        QCOMPARE(image.pixelColor(98, 5), anneal::theme::color(anneal::theme::Role::borderControl));
    }

private:
    std::unique_ptr<QWidget> window_;
};

}  // namespace

ANNEAL_WINDOW_TEST(MessagesTest)
#include "messages_test.moc"
