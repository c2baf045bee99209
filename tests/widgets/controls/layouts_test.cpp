// What places other things: cards, flowing items, the panel that folds, the page's header.

#include <QLineEdit>
#include <QPushButton>

#include "controls/card.h"
#include "controls/flow_layout.h"
#include "controls/page_header.h"
#include "controls/side_panel.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;
using namespace anneal::controls;
using anneal::theme::Role;

namespace {

class Block : public QWidget {
public:
    QSize sizeHint() const override { return {100, 20}; }
};

class LayoutsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void items_flow_into_as_many_lines_as_the_width_needs() {
        QWidget page;
        auto* flow = new FlowLayout(8, &page);
        QList<Block*> blocks;
        for (int i = 0; i < 5; ++i) {
            blocks << new Block;
            flow->addWidget(blocks.back());
        }
        page.resize(330, 200);
        page.show();
        QCOMPARE(blocks[2]->pos(), QPoint(216, 0));
        QCOMPARE(blocks[3]->pos(), QPoint(0, 28));
        QCOMPARE(flow->heightForWidth(330), 48);
        QCOMPARE(flow->heightForWidth(100), 5 * 20 + 4 * 8);
        blocks[0]->hide();
        QCOMPARE(flow->heightForWidth(100), 4 * 20 + 3 * 8);
    }

    void a_card_without_padding_keeps_its_corners_round() {
        QWidget page;
        page.resize(140, 90);
        Card card(0, &page);
        auto* fill = new QWidget;
        fill->setAutoFillBackground(true);
        fill->setPalette(QPalette(Qt::red));
        card.body().addWidget(fill);
        card.setGeometry(20, 20, 100, 50);
        page.show();
        const auto image = anneal::test::picture(page);
        for (const auto& corner : {QPoint(20, 20), QPoint(119, 20), QPoint(20, 69), QPoint(119, 69)})
            QCOMPARE(image.pixelColor(corner), anneal::theme::color(Role::window));
        QCOMPARE(image.pixelColor(70, 20), anneal::theme::color(Role::border));
        QCOMPARE(image.pixelColor(70, 40), fill->palette().color(QPalette::Window));
    }

    void a_recommended_card_has_a_border_of_two_pixels() {
        Card card(16);
        card.resize(100, 50);
        const auto second = [&] { return anneal::test::picture(card).pixelColor(50, 1); };
        QCOMPARE(second(), anneal::theme::color(Role::surface));
        card.setEmphasis(Card::Emphasis::recommended);
        QCOMPARE(second(), anneal::theme::color(Role::accentText));
    }

    void a_panel_stands_beside_the_page_until_it_is_narrow() {
        auto* main = new QWidget;
        auto* panel = new QLineEdit;
        SidePanel side(main, panel, 600);
        QSignalSpy folded(&side, &SidePanel::foldedChanged);
        side.resize(1000, 400);
        side.show();
        QVERIFY(!side.isFolded());
        QCOMPARE(main->width(), 1000 - 340);
        QVERIFY(panel->isVisible());
        side.resize(900, 400);
        QCOMPARE(folded, (QList<QVariantList>{{true}}));
        QCOMPARE(main->width(), 900);
        QVERIFY(!panel->isVisible());
        side.resize(1000, 400);
        QVERIFY(panel->isVisible());
    }

    void a_folded_panel_opens_as_a_drawer_and_closes_by_escape_or_beside_it() {
        anneal::theme::Theme::current().followSystem({.reducedMotion = true});
        auto* main = new QWidget;
        auto* panel = new QLineEdit;
        SidePanel side(main, panel, 600);
        side.resize(800, 400);
        side.show();
        side.setOpen(true);
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(main->width(), 800);
        QCOMPARE(panel->mapTo(&side, QPoint(0, 0)).x(), 800 - 340 + 1);
        QTest::keyClick(panel, Qt::Key_Escape);
        QTRY_VERIFY(!panel->isVisible());
        side.setOpen(true);
        QTest::mouseClick(panel, Qt::LeftButton);
        QVERIFY(side.isOpen());
        QTest::mouseClick(main, Qt::LeftButton, {}, QPoint(10, 10));
        QVERIFY(!side.isOpen());
    }

    void a_header_leads_back_and_elides_its_facts_first() {
        PageHeader header(u"contracts-lora16"_s);
        header.setTrail(u"Runs"_s);
        header.setFacts(u"R1-Distill-Qwen-7B · LoRA r16 · Contract clauses v7 · 4 × RTX 6000 Ada"_s);
        auto* stop = new QPushButton(u"Stop"_s);
        header.addAction(stop);
        header.resize(400, 32);
        header.show();
        QSignalSpy back(&header, &PageHeader::trailClicked);
        QTest::mouseClick(header.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(back.count(), 1);
        QVERIFY(stop->geometry().right() < 400);
        QVERIFY(header.minimumSizeHint().width() <= 400);
    }
};

}  // namespace

ANNEAL_WINDOW_TEST(LayoutsTest)
#include "layouts_test.moc"
