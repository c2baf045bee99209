#include "controls/label.h"

#include <QEvent>
#include <QHelpEvent>
#include <QToolTip>

#include "controls/paragraph.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

constexpr int kWidestHint = 480;
constexpr int kNarrowestWrap = 120;

}  // namespace

Label::Label(const QString& text, theme::TextStyle style, theme::Role role, QWidget* parent) : QLabel(parent), style_(style), role_(role) {
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    setFont(theme::font(style));
    setText(text);
}

void Label::setRole(theme::Role role) {
    role_ = role;
    update();
}

void Label::setTextStyle(theme::TextStyle style, theme::Weight weight) {
    style_ = style;
    setFont(theme::font(style, weight));
    updateGeometry();
}

void Label::setElided(bool elided) {
    elided_ = elided;
    updateGeometry();
}

QSize Label::sizeHint() const {
    const int whole = theme::textWidth(font(), text());
    if (!wordWrap()) return {whole, theme::lineHeight(style_)};
    const Paragraph paragraph(text(), font(), theme::lineHeight(style_), std::min({whole, kWidestHint, maximumWidth()}));
    return {paragraph.width(), paragraph.height()};
}

QSize Label::minimumSizeHint() const {
    if (wordWrap()) return {std::min(kNarrowestWrap, theme::textWidth(font(), text())), theme::lineHeight(style_)};
    return elided_ ? QSize(0, theme::lineHeight(style_)) : sizeHint();
}

int Label::heightForWidth(int width) const {
    if (!wordWrap()) return theme::lineHeight(style_);
    // A layout asks for the width of its cell, which an aligned label does not fill.
    return Paragraph(text(), font(), theme::lineHeight(style_), std::min(width, maximumWidth())).height();
}

bool Label::event(QEvent* event) {
    const bool cut = elided_ && toolTip().isEmpty() && theme::textWidth(font(), text()) > contentsRect().width();
    if (event->type() == QEvent::ToolTip && cut) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text(), this);
        return true;
    }
    return QLabel::event(event);
}

void Label::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto ink = theme::color(isEnabled() ? role_ : theme::Role::textDisabled);
    const QRectF rect(contentsRect());
    if (!wordWrap()) return theme::drawText(painter, rect, alignment(), text(), font(), ink);
    const Paragraph paragraph(text(), font(), theme::lineHeight(style_), rect.width());
    paragraph.draw(painter, rect, alignment() & Qt::AlignHorizontal_Mask, ink);
}

Label* makeCaption(const QString& text, QWidget* parent) {
    auto* caption = new Label(text, theme::TextStyle::caption, theme::Role::textSecondary, parent);
    caption->setTextStyle(theme::TextStyle::caption, theme::Weight::semibold);
    return caption;
}

}  // namespace anneal::controls
