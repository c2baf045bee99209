#include "controls/paragraph.h"

#include <QTextLayout>

#include "theme/paint.h"

namespace anneal::controls {

Paragraph::Paragraph(const QString& text, const QFont& font, int lineHeight, qreal width, int mostLines)
    : font_(font), lineHeight_(lineHeight) {
    const QFontMetricsF metrics(font);
    for (const auto& block : text.split(u'\n')) {
        QTextLayout layout(block, font);
        layout.beginLayout();
        for (auto line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            const auto rest = block.mid(line.textStart());
            if (lines_.size() + 1 == mostLines && line.textLength() < rest.size()) {
                lines_ << metrics.elidedText(rest, Qt::ElideRight, width);
                elided_ = true;
                break;
            }
            lines_ << rest.left(line.textLength()).trimmed();
        }
        layout.endLayout();
        if (elided_ || lines_.size() >= mostLines) break;
        if (block.isEmpty()) lines_ << QString();
    }
    for (const auto& line : lines_) width_ = std::max(width_, theme::textWidth(font, line));
}

void Paragraph::draw(QPainter& painter, const QRectF& rect, Qt::Alignment horizontal, const QColor& color) const {
    QRectF line(rect.left(), rect.top(), rect.width(), lineHeight_);
    for (const auto& text : lines_) {
        theme::drawText(painter, line, horizontal | Qt::AlignVCenter, text, font_, color);
        line.translate(0, lineHeight_);
    }
}

}  // namespace anneal::controls
