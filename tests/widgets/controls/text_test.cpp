// Text: line heights, wrapping, eliding with the whole in the tip, tokens with their grounds.

#include <QHelpEvent>
#include <QToolTip>
#include <QVBoxLayout>

#include "controls/forecast_bar.h"
#include "controls/label.h"
#include "controls/paragraph.h"
#include "controls/token_view.h"
#include "widgets/window_support.h"

using namespace Qt::StringLiterals;
using namespace anneal::controls;
using anneal::theme::Role;
using anneal::theme::TextStyle;

namespace {

const auto kLong = u"Trains every weight, sharded over four devices. For teaching new knowledge."_s;

class TextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void every_style_has_its_line_height() {
        for (std::size_t i = 0; i < anneal::theme::kCount<TextStyle>; ++i)
            QCOMPARE(Label(u"Text"_s, TextStyle(i)).sizeHint().height(), anneal::theme::lineHeight(TextStyle(i)));
    }

    void wrapped_text_is_a_multiple_of_its_line_high() {
        Label label(kLong);
        label.setWordWrap(true);
        QCOMPARE(label.heightForWidth(2000), 20);
        QVERIFY(label.heightForWidth(200) >= 60);
        QCOMPARE(label.heightForWidth(200) % 20, 0);
    }

    void a_label_that_may_not_be_wide_has_room_for_all_its_lines_in_a_wide_layout() {
        QWidget page;
        auto* label = new Label(kLong);
        label->setWordWrap(true);
        label->setMaximumWidth(200);
        auto* column = new QVBoxLayout(&page);
        column->addStretch();
        column->addWidget(label, 0, Qt::AlignHCenter);
        column->addStretch();
        page.resize(900, 600);
        page.ensurePolished();
        column->activate();
        QCOMPARE(label->height(), label->heightForWidth(200));
        QVERIFY(label->height() > anneal::theme::lineHeight(TextStyle::body));
    }
    void no_line_is_wider_than_its_room_and_no_word_is_lost() {
        for (const int width : {90, 150, 300}) {
            const Paragraph paragraph(kLong, anneal::theme::font(TextStyle::body), 20, width);
            QVERIFY(paragraph.width() <= width);
            QCOMPARE(paragraph.lines().join(u' '), kLong);
        }
    }

    void the_last_line_that_is_allowed_is_elided() {
        const Paragraph paragraph(kLong, anneal::theme::font(TextStyle::body), 20, 150, 2);
        QCOMPARE(paragraph.height(), 40);
        QVERIFY(paragraph.isElided());
        QVERIFY(paragraph.lines().back().endsWith(u'…'));
    }

    void chinese_breaks_without_spaces() {
        const Paragraph paragraph(u"在每个线性层旁加入小型可训练矩阵，基础模型保持不变。"_s, anneal::theme::font(TextStyle::body), 20, 160);
        QVERIFY(paragraph.height() >= 40);
        QVERIFY(paragraph.width() <= 160);
    }

    void an_elided_label_tells_the_whole() {
        Label label(kLong);
        label.setElided(true);
        label.resize(80, 20);
        label.show();
        QHelpEvent help(QEvent::ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5)));
        QCoreApplication::sendEvent(&label, &help);
        QCOMPARE(QToolTip::text(), kLong);
        QToolTip::hideText();
        QCOMPARE(label.minimumSizeHint().width(), 0);
    }

    void tokens_stand_on_the_ground_of_their_kind_and_cut_ones_on_none() {
        TokenView view(u"Tokens"_s);
        view.setTokens({{u"<s>"_s, Token::Kind::special},
                        {u" a"_s, Token::Kind::prompt},
                        {u" b"_s, Token::Kind::trained},
                        {u" c"_s, Token::Kind::trained, true}});
        view.resize(300, 60);
        view.show();
        const auto image = anneal::test::picture(view);
        for (const auto role : {Role::tokenSpecial, Role::tokenPromptAlt, Role::tokenTrained}) QVERIFY(anneal::test::holds(image, role));
        QVERIFY(!anneal::test::holds(image, Role::tokenTrainedAlt));
        QCOMPARE(view.toPlainText(), u"<s> a b c"_s);
    }

    void tokens_change_with_the_theme() {
        TokenView view(u"Tokens"_s);
        view.setTokens({{u"abc"_s, Token::Kind::trained}});
        view.resize(300, 60);
        view.show();
        anneal::theme::Theme::current().choose(anneal::theme::Choice::dark);
        QVERIFY(anneal::test::holds(anneal::test::picture(view), Role::tokenTrained));
        QCOMPARE(QTextCursor(view.document()->begin()).charFormat().foreground().color().isValid(), true);
        QCOMPARE(view.document()->begin().begin().fragment().charFormat().foreground().color(), anneal::theme::color(Role::onTokenTrained));
        anneal::theme::Theme::current().choose(anneal::theme::Choice::light);
    }

    void a_click_names_the_token() {
        TokenView view(u"Tokens"_s);
        view.setTokens({{u"first"_s, Token::Kind::prompt}, {u" second"_s, Token::Kind::prompt}, {u" third"_s, Token::Kind::prompt}});
        view.resize(400, 60);
        view.show();
        QSignalSpy clicked(&view, &TokenView::tokenClicked);
        QTextCursor cursor(view.document());
        cursor.setPosition(8);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.cursorRect(cursor).center());
        QCOMPARE(clicked.count(), 1);
        QCOMPARE(clicked[0][0].value<std::size_t>(), std::size_t(1));
    }

    void a_forecast_draws_its_parts_in_proportion() {
        ForecastBar bar(u"Memory"_s);
        bar.setForecast({{{u"Weights"_s, 24, u"24"_s, 0}, {u"Rest"_s, 12, u"12"_s, 1}}, 0, 48, {}});
        bar.resize(202, 20);
        const auto image = anneal::test::picture(bar);
        QCOMPARE(image.pixelColor(90, 10), anneal::theme::series(0).color);
        QCOMPARE(image.pixelColor(110, 10), anneal::theme::series(1).color);
        QCOMPARE(image.pixelColor(180, 10), anneal::theme::color(Role::sunken));
        QVERIFY(bar.accessibleDescription().contains(u"Weights: 24"_s));
    }

    void a_legend_takes_the_lines_it_needs() {
        ForecastLegend legend;
        legend.setForecast(
            {{{u"Weights"_s, 14, u"14.2"_s, 0}, {u"Activations"_s, 7, u"6.7"_s, 2}, {u"Rest"_s, 2, u"1.8"_s, 1}}, 2, 48, u"2.1"_s});
        QCOMPARE(legend.heightForWidth(2000), 24);
        QCOMPARE(legend.heightForWidth(100), 4 * 24);
    }
};

}  // namespace

ANNEAL_WINDOW_TEST(TextTest)
#include "text_test.moc"
