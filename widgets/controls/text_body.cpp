#include "controls/text_body.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QTextBlock>

namespace anneal::controls {

void setLineHeight(QTextDocument& document, theme::TextStyle style) {
    QTextBlockFormat format;
    format.setLineHeight(theme::lineHeight(style), QTextBlockFormat::FixedHeight);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

TextBody::TextBody(const QString& name, theme::Role role, QWidget* parent) : QTextEdit(parent), role_(role) {
    setAccessibleName(name);
    setFrameShape(NoFrame);
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    setFont(theme::font(theme::TextStyle::body));
    document()->setDocumentMargin(0);
    setLineHeight(*document(), theme::TextStyle::body);
    ink();
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &TextBody::fit);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &TextBody::ink);
    fit();
}

void TextBody::setBody(const QString& text) {
    if (text == body_) return;
    if (!body_.isEmpty() && text.startsWith(body_)) {
        QTextCursor end(document());
        end.movePosition(QTextCursor::End);
        end.insertText(text.mid(body_.size()));
    } else {
        setPlainText(text);
        setLineHeight(*document(), theme::TextStyle::body);
    }
    body_ = text;
}

QSize TextBody::minimumSizeHint() const { return {theme::space(20), theme::lineHeight(theme::TextStyle::body)}; }

void TextBody::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::EnabledChange) ink();
}

void TextBody::fit() { setFixedHeight(std::max(theme::lineHeight(theme::TextStyle::body), int(std::ceil(document()->size().height())))); }

void TextBody::ink() {
    auto colors = palette();
    colors.setColor(QPalette::Text, theme::color(isEnabled() ? role_ : theme::Role::textDisabled));
    colors.setColor(QPalette::Base, Qt::transparent);
    setPalette(colors);
}

}  // namespace anneal::controls
