#pragma once
// Painting on whole device pixels, so that a 1-px border is as crisp at 125 % as at 100 %.

#include <QPainter>

#include "theme/theme.h"

namespace anneal::theme {

/// Saves the painter, turns antialiasing on, and restores it at the end of the scope.
class Painting {
public:
    explicit Painting(QPainter& painter) : painter_(painter) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { painter_.restore(); }
    Painting(const Painting&) = delete;
    Painting& operator=(const Painting&) = delete;

private:
    QPainter& painter_;
};

/// `rect` with its edges moved to the nearest device pixels.
QRectF snapped(const QPainter& painter, const QRectF& rect);
/// `width` in whole device pixels, at least one.
qreal snappedWidth(const QPainter& painter, qreal width);

/// A surface: a rounded fill within a border. An invalid colour leaves that part out.
struct Box {
    QColor fill;
    QColor border;
    qreal radius = 0;
    qreal width = 1;  ///< of the border
};
void drawBox(QPainter& painter, const QRectF& rect, const Box& box);

/// Fills what lies within `rect` and outside its rounded corners.
void drawOutside(QPainter& painter, const QRectF& rect, qreal radius, const QColor& color);

/// Fills `rect`, snapped, without antialiasing: lines, bars, markers.
void fillRect(QPainter& painter, const QRectF& rect, const QColor& color);

/// One line of text, elided at its end where it does not fit.
void drawText(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text, const QFont& font, const QColor& color);

/// Width that `text` takes on one line, in whole pixels.
int textWidth(const QFont& font, const QString& text);

}  // namespace anneal::theme
