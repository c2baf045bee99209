#include "controls/choice_card.h"

#include <QStyleOptionButton>

#include "controls/bar.h"
#include "controls/paragraph.h"
#include "theme/icons.h"
#include "theme/paint.h"
#include "theme/style/marks.h"

namespace anneal::controls {
namespace {

using theme::Role;
using theme::TextStyle;
using theme::Weight;

constexpr int kWideHeight = 152;
constexpr int kLowHeight = 120;
constexpr int kNarrowest = 220;
constexpr int kPadding = 16;
constexpr int kMark = 16;
constexpr int kGap = 8;
constexpr int kBar = 4;
constexpr int kMostLines = 3;

void drawLine(QPainter& painter, QPointF at, qreal width, Qt::Alignment alignment, const QString& text, TextStyle style, Weight weight,
              Role role) {
    theme::drawText(painter, QRectF(at, QSizeF(width, theme::lineHeight(style))), alignment | Qt::AlignVCenter, text,
                    theme::font(style, weight), theme::color(role));
}

Role barRole(const ChipLook& verdict, bool chosen) {
    if (verdict.tone == Tone::warning || verdict.tone == Tone::danger) return fillRole(verdict.tone);
    return chosen ? Role::accent : Role::borderControl;
}

}  // namespace

ChoiceCard::ChoiceCard(Choice choice, QWidget* parent) : QRadioButton(parent) {
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setChoice(std::move(choice));
}

void ChoiceCard::setChoice(Choice choice) {
    choice_ = std::move(choice);
    setAccessibleName(choice_.name);
    QStringList said{choice_.verdict.text, choice_.text};
    if (!isLow()) {
        said << tr("Memory %1").arg(choice_.memoryFigure);
        for (const auto& fact : choice_.facts) said << tr("%1 %2").arg(fact.label, fact.figure);
    }
    said.removeAll(QString());
    setAccessibleDescription(said.join(u'\n'));
    updateGeometry();
    update();
}

QSize ChoiceCard::sizeHint() const {
    return {kNarrowest, isWide() ? kWideHeight : isLow() ? kLowHeight : theme::px(theme::Size::choiceCard)};
}
QSize ChoiceCard::minimumSizeHint() const { return sizeHint(); }

void ChoiceCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool hovered = isEnabled() && underMouse() && !isChecked();
    theme::drawBox(painter, rect(),
                   {theme::color(hovered ? Role::hover : Role::surface), theme::color(isChecked() ? Role::accentText : Role::border),
                    qreal(theme::px(theme::Radius::card)), isChecked() ? 2.0 : 1.0});
    const QRectF inside = QRectF(rect()).adjusted(kPadding, kPadding, -kPadding, -kPadding);
    drawTop(painter, inside);
    isWide() ? drawWide(painter, inside) : drawStandard(painter, inside);
}

void ChoiceCard::drawTop(QPainter& painter, const QRectF& inside) const {
    QStyleOptionButton mark;
    initStyleOption(&mark);
    const qreal line = theme::lineHeight(TextStyle::title);
    mark.rect = QRect(int(inside.left()), int(inside.top() + (line - kMark) / 2), kMark, kMark);
    theme::style::drawRadio(mark, painter);

    const auto style = isWide() ? TextStyle::title : TextStyle::body;
    const auto& strong = theme::font(style, Weight::semibold);
    QRectF name(inside.left() + kMark + kGap, inside.top(), inside.width() - kMark - kGap, line);
    const int verdict = choice_.verdict.text.isEmpty() ? 0 : chipWidth(choice_.verdict);
    if (verdict > 0) drawChip(painter, QRectF(inside.right() - verdict, name.top(), verdict, line), choice_.verdict);
    name.setRight(inside.right() - verdict - kGap);
    theme::drawText(painter, name, Qt::AlignLeft | Qt::AlignVCenter, choice_.name, strong, theme::color(ink(Role::text)));
    if (!isWide()) return;
    name.adjust(theme::textWidth(strong, choice_.name) + kGap, 0, 0, 0);
    drawChip(painter, name, {tr("Recommended"), Tone::accent, ChipLook::Shape::solid});
}

void ChoiceCard::drawStandard(QPainter& painter, const QRectF& inside) const {
    const int body = theme::lineHeight(TextStyle::body), caption = theme::lineHeight(TextStyle::caption);
    const Paragraph text(choice_.text, theme::font(TextStyle::body), body, inside.width(), kMostLines);
    text.draw(painter, inside.adjusted(0, theme::lineHeight(TextStyle::title) + 4, 0, 0), Qt::AlignLeft,
              theme::color(ink(Role::textSecondary)));

    if (isLow()) return;
    const auto& small = theme::font(TextStyle::caption);
    const qreal figures = inside.bottom() - body;
    const qreal labels = figures - caption;
    const QRectF memory(inside.left(), labels - kGap - caption, inside.width(), caption);
    const qreal label = theme::textWidth(small, tr("Memory")) + kGap;
    const qreal figure = std::max(64, theme::textWidth(theme::font(TextStyle::caption, Weight::medium), choice_.memoryFigure) + kGap);
    drawLine(painter, memory.topLeft(), label, Qt::AlignLeft, tr("Memory"), TextStyle::caption, Weight::regular, Role::textSecondary);
    drawBar(painter, memory.adjusted(label, 0, -figure, 0), kBar, {{choice_.memoryShare, barRole(choice_.verdict, isChecked())}});
    drawLine(painter, memory.topLeft(), memory.width(), Qt::AlignRight, choice_.memoryFigure, TextStyle::caption, Weight::medium,
             ink(Role::text));

    const std::array alignments{Qt::AlignLeft, Qt::AlignHCenter, Qt::AlignRight};
    for (std::size_t i = 0; i < choice_.facts.size(); ++i) {
        const auto& fact = choice_.facts[i];
        drawLine(painter, {inside.left(), labels}, inside.width(), alignments[i], fact.label, TextStyle::caption, Weight::regular,
                 Role::textSecondary);
        drawLine(painter, {inside.left(), figures}, inside.width(), alignments[i], fact.figure, TextStyle::body, Weight::medium,
                 ink(Role::text));
    }
}

void ChoiceCard::drawWide(QPainter& painter, const QRectF& inside) const {
    const int body = theme::lineHeight(TextStyle::body), caption = theme::lineHeight(TextStyle::caption);
    const qreal left = std::floor(inside.width() * 0.4);
    const qreal below = inside.top() + theme::lineHeight(TextStyle::title) + 4;
    const Paragraph text(choice_.text, theme::font(TextStyle::body), body, left, 2);
    text.draw(painter, QRectF(inside.left(), below, left, 2 * body), Qt::AlignLeft, theme::color(ink(Role::text)));
    const qreal why = inside.bottom() - 2 * caption;
    theme::drawIcon(painter, QRectF(inside.left(), why, kMark, kMark), "sparkles", kMark, theme::color(Role::accentText));
    const Paragraph reason(choice_.reason, theme::font(TextStyle::caption), caption, left - kMark - kGap, 2);
    reason.draw(painter, QRectF(inside.left() + kMark + kGap, why, left - kMark - kGap, 2 * caption), Qt::AlignLeft,
                theme::color(Role::textSecondary));

    const QRectF stats = inside.adjusted(left + theme::space(6), below - inside.top(), 0, 0);
    const qreal column = stats.width() / qreal(choice_.facts.size());
    for (std::size_t i = 0; i < choice_.facts.size(); ++i) {
        const auto& fact = choice_.facts[i];
        QPointF at(stats.left() + std::floor(qreal(i) * column), stats.top());
        const auto line = [&](const QString& words, TextStyle style, Weight weight, Role role) {
            drawLine(painter, at, column - kGap, Qt::AlignLeft, words, style, weight, role);
            at.ry() += theme::lineHeight(style);
        };
        line(fact.label, TextStyle::caption, Weight::semibold, Role::textSecondary);
        line(fact.figure, TextStyle::title, Weight::semibold, ink(Role::text));
        line(fact.origin, TextStyle::caption, Weight::regular, Role::textSecondary);
    }
    drawBar(painter, QRectF(stats.left(), stats.bottom() - caption, stats.width(), caption), theme::px(theme::Size::gauge),
            {{choice_.memoryShare, barRole(choice_.verdict, true)}});
}

}  // namespace anneal::controls
