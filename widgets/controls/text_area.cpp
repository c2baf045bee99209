#include "controls/text_area.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>

#include "controls/text_body.h"

namespace anneal::controls {

TextArea::TextArea(const QString& name, int leastLines, int mostLines, Look look, QWidget* parent)
    : QTextEdit(parent), least_(leastLines), most_(mostLines) {
    setAccessibleName(name);
    if (look == Look::bare) setFrameShape(NoFrame);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setFont(theme::font(theme::TextStyle::body));
    document()->setDocumentMargin(0);
    if (look == Look::field) {
        const int side = theme::space(2) - frameWidth();
        const int top = (theme::px(theme::Size::control) - theme::lineHeight(theme::TextStyle::body)) / 2 - frameWidth();
        setViewportMargins(side, top, side, top);
    } else {
        const int air = theme::space(1);  // to the focus ring
        setViewportMargins(air, air, air, air);
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
    setFixedHeight(wanted + margins.top() + margins.bottom() + 2 * frameWidth());
}

}  // namespace anneal::controls
