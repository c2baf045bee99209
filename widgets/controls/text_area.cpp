#include "controls/text_area.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>

#include "controls/text_body.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::controls {

TextArea::TextArea(const QString& name, int leastLines, int mostLines, Look look, QWidget* parent)
    : QTextEdit(parent), least_(leastLines), most_(mostLines), look_(look) {
    setAccessibleName(name);
    setFrameShape(NoFrame);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setFont(theme::font(theme::TextStyle::body));
    document()->setDocumentMargin(0);
    if (look == Look::field) {
        const int side = theme::space(2), top = (theme::px(theme::Size::control) - theme::lineHeight(theme::TextStyle::body)) / 2;
        setViewportMargins(side, top, side, top);
    }
    setLineHeight(*document(), theme::TextStyle::body);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextArea::fit);
    fit();
}

void TextArea::setBody(const QString& text) {
    if (text == toPlainText()) return;
    setPlainText(text);
    setLineHeight(*document(), theme::TextStyle::body);
    moveCursor(QTextCursor::End);
}

bool TextArea::event(QEvent* event) {
    if (event->type() != QEvent::Paint || look_ == Look::bare) return QTextEdit::event(event);
    QPainter painter(this);
    const auto border = theme::isInvalid(this) ? theme::Role::danger : theme::Role::borderControl;
    theme::Box box{theme::color(theme::Role::surface), theme::color(border), qreal(theme::px(theme::Radius::control))};
    if (!isEnabled()) box = {theme::color(theme::Role::sunken), {}, box.radius};
    theme::drawBox(painter, rect(), box);
    return true;
}

void TextArea::keyPressEvent(QKeyEvent* event) {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && event->modifiers() & Qt::ControlModifier) return Q_EMIT submitted();
    QTextEdit::keyPressEvent(event);
}

void TextArea::fit() {
    const int line = theme::lineHeight(theme::TextStyle::body);
    const auto margins = viewportMargins();
    const int wanted = std::clamp(int(std::ceil(document()->size().height())), least_ * line, most_ * line);
    setVerticalScrollBarPolicy(document()->size().height() > most_ * line ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(wanted + margins.top() + margins.bottom());
}

}  // namespace anneal::controls
