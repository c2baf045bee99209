#include "controls/token_view.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBlock>

#include "theme/paint.h"

namespace anneal::controls {
namespace {

using theme::Role;

constexpr int kLine = 22;
constexpr int kFill = 20;
constexpr qreal kRadius = 3;

Role fillRole(const Token& token, bool odd) {
    switch (token.kind) {
        case Token::Kind::prompt: return odd ? Role::tokenPromptAlt : Role::tokenPrompt;
        case Token::Kind::trained: return odd ? Role::tokenTrainedAlt : Role::tokenTrained;
        case Token::Kind::special: return Role::tokenSpecial;
    }
    Q_UNREACHABLE();
}

QTextCharFormat formatOf(const Token& token) {
    QTextCharFormat format;
    Role ink = Role::textSecondary;
    if (token.kind == Token::Kind::trained) ink = Role::onTokenTrained;
    if (token.kind == Token::Kind::special) ink = Role::onTokenSpecial;
    if (token.cut) {
        ink = Role::textDisabled;
        format.setFontStrikeOut(true);
    }
    format.setForeground(theme::color(ink));
    return format;
}

/// Calls `draw` with the rectangle of each line that [from, to) covers.
void eachLine(const QTextDocument& document, int from, int to, auto&& draw) {
    for (auto block = document.findBlock(from); block.isValid() && block.position() < to; block = block.next()) {
        const QTextLayout& layout = *block.layout();
        const QPointF origin = document.documentLayout()->blockBoundingRect(block).topLeft();
        for (int i = 0; i < layout.lineCount(); ++i) {
            const auto line = layout.lineAt(i);
            const int begin = std::max(from - block.position(), line.textStart());
            const int end = std::min(to - block.position(), line.textStart() + line.textLength());
            if (begin >= end) continue;
            const qreal left = line.cursorToX(begin), right = line.cursorToX(end);
            const qreal middle = line.y() + line.ascent() - QFontMetricsF(layout.font()).capHeight() / 2;
            draw(QRectF(origin.x() + left, origin.y() + middle - kFill / 2.0, right - left, kFill));
        }
    }
}

}  // namespace

TokenView::TokenView(const QString& name, QWidget* parent) : QTextEdit(parent) {
    setAccessibleName(name);
    setReadOnly(true);
    setFrameShape(NoFrame);
    setFont(theme::font(theme::TextStyle::mono));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(0);
    document()->setUndoRedoEnabled(false);
    connect(&theme::Theme::current(), &theme::Theme::changed, this, &TokenView::write);
}

void TokenView::setTokens(std::vector<Token> tokens) {
    tokens_ = std::move(tokens);
    write();
}

void TokenView::write() {
    const int scrolled = verticalScrollBar()->value();
    starts_.clear();
    document()->clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    QTextBlockFormat lines;
    lines.setLineHeight(kLine, QTextBlockFormat::FixedHeight);
    cursor.setBlockFormat(lines);
    for (const auto& token : tokens_) {
        starts_.push_back(cursor.position());
        cursor.insertText(token.text, formatOf(token));
    }
    starts_.push_back(cursor.position());
    cursor.endEditBlock();
    verticalScrollBar()->setValue(scrolled);
}

void TokenView::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    const QPointF scrolled(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const QRectF visible = QRectF(viewport()->rect()).translated(scrolled);
    const auto first = document()->documentLayout()->hitTest(visible.topLeft(), Qt::FuzzyHit);
    const auto from = std::upper_bound(starts_.begin(), starts_.end(), std::max(0, first)) - starts_.begin();
    for (auto i = std::size_t(std::max<std::ptrdiff_t>(0, from - 1)); i < tokens_.size(); ++i) {
        if (tokens_[i].cut) break;
        bool below = false;
        eachLine(*document(), starts_[i], starts_[i + 1], [&](const QRectF& rect) {
            below = below || rect.top() > visible.bottom();
            theme::drawBox(painter, rect.translated(-scrolled), {theme::color(fillRole(tokens_[i], i % 2)), {}, kRadius});
        });
        if (below) break;
    }
    painter.end();
    QTextEdit::paintEvent(event);
}

void TokenView::mouseReleaseEvent(QMouseEvent* event) {
    QTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection()) return;
    const auto at = event->position() + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    const int position = document()->documentLayout()->hitTest(at, Qt::ExactHit);
    if (position < 0 || tokens_.empty()) return;
    const auto next = std::upper_bound(starts_.begin(), starts_.end() - 1, position);
    Q_EMIT tokenClicked(std::size_t(next - starts_.begin()) - 1, event->globalPosition().toPoint());
}

}  // namespace anneal::controls
