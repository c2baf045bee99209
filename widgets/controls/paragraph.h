#pragma once
// Text over several lines at the line height of its style, which Qt's own labels cannot set.

#include <QPainter>

#include "theme/theme.h"

namespace anneal::controls {

class Paragraph {
public:
    /// Broken into lines of `width` pixels; no more than `mostLines`, of which the last is elided.
    Paragraph(const QString& text, const QFont& font, int lineHeight, qreal width, int mostLines = 1000);

    int height() const { return lineHeight_ * int(lines_.size()); }
    /// Of the widest line.
    int width() const { return width_; }
    bool isElided() const { return elided_; }
    const QStringList& lines() const { return lines_; }
    void draw(QPainter& painter, const QRectF& rect, Qt::Alignment horizontal, const QColor& color) const;

private:
    QStringList lines_;
    QFont font_;
    int lineHeight_;
    int width_ = 0;
    bool elided_ = false;
};

}  // namespace anneal::controls
