#include "charts/plot/crosshair.h"

#include "charts/plot/marks.h"
#include "charts/series_look.h"
#include "controls/paragraph.h"
#include "theme/paint.h"

namespace anneal::charts {
namespace {

using theme::Role;
using theme::TextStyle;
using theme::Weight;

constexpr int kPad = 12;
constexpr int kPads = 20;  ///< above and below the rows, whose own height has air too
constexpr int kNoteGap = 4;
constexpr int kNoteLines = 3;
constexpr int kFromCrosshair = 12;
constexpr int kFromTop = 16;
constexpr int kFromEdge = 4;
constexpr int kSample = 16;
constexpr int kGap = 8;
constexpr int kRow = 20;
constexpr int kNarrowest = 160;
constexpr int kWidestNote = 260;
const QList<qreal> kDash{3, 3};

const QFont& plainFont() { return theme::font(TextStyle::caption); }
const QFont& strongFont() { return theme::font(TextStyle::caption, Weight::semibold); }
const QFont& valueFont() { return theme::font(TextStyle::caption, Weight::medium); }

/// The box of a reading, its columns as wide as they need.
class ValueBox {
public:
    ValueBox(const Scene& scene, const Reading& reading, const QRectF& plot) : scene_(scene), reading_(reading) {
        int room = int(plot.height()) - 2 * kFromEdge - kPads - kRow;
        shown_ = std::clamp(room / kRow, 0, int(reading.rows.size()));
        if (shown_ < int(reading.rows.size())) {
            shown_ = std::max(0, shown_ - 1);
            more_ = QCoreApplication::translate("Charts", "and %n more", nullptr, int(reading.rows.size()) - shown_);
            room -= kRow;
        }
        room -= shown_ * kRow;
        for (int i = 0; i < shown_; ++i) {
            const auto& row = reading.rows[std::size_t(i)];
            names_ = std::max(names_, theme::textWidth(plainFont(), row.name));
            values_ = std::max(values_, theme::textWidth(valueFont(), row.value));
            remarks_ = std::max(remarks_, theme::textWidth(plainFont(), row.remark));
        }
        const int head = theme::textWidth(strongFont(), reading.title) + 2 * kGap + theme::textWidth(plainFont(), reading.corner);
        const int rows = kSample + kGap + names_ + 2 * kGap + values_ + (remarks_ > 0 ? 2 * kGap + remarks_ : 0);
        const int note = std::min(kWidestNote, theme::textWidth(plainFont(), reading.note));
        width_ = std::min(std::max({head, rows, note, kNarrowest - 2 * kPad}), int(plot.width()) - 2 * (kFromEdge + kPad));
        const int lines = std::min(kNoteLines, (room - kNoteGap) / theme::lineHeight(TextStyle::caption));
        if (!reading.note.isEmpty() && lines > 0)
            note_.emplace(reading.note, plainFont(), theme::lineHeight(TextStyle::caption), width_, lines);
    }

    QSizeF size() const {
        const int more = more_.isEmpty() ? 0 : kRow;
        const int note = note_ ? note_->height() + kNoteGap : 0;
        return QSizeF(width_ + 2 * kPad, kPads + kRow * (1 + shown_) + more + note);
    }

    void draw(QPainter& painter, const QRectF& box) const {
        theme::drawBox(painter, box,
                       {theme::color(Role::overlay), theme::color(Role::borderControl), qreal(theme::px(theme::Radius::control))});
        QRectF line(box.left() + kPad, box.top() + kPad - 2, width_, kRow);
        const auto secondary = theme::color(Role::textSecondary);
        theme::drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, reading_.title, strongFont(), theme::color(Role::text));
        theme::drawText(painter, line, Qt::AlignRight | Qt::AlignVCenter, reading_.corner, plainFont(), secondary);
        for (int i = 0; i < shown_; ++i) {
            line.translate(0, kRow);
            drawRow(painter, line, reading_.rows[std::size_t(i)]);
        }
        if (!more_.isEmpty()) {
            line.translate(0, kRow);
            theme::drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, more_, plainFont(), secondary);
        }
        if (note_)
            note_->draw(painter, {line.left(), line.bottom() + kNoteGap - 2, line.width(), qreal(note_->height())}, Qt::AlignLeft,
                        secondary);
    }

private:
    void drawRow(QPainter& painter, const QRectF& line, const Reading::Row& row) const {
        const auto number = scene_.lines[row.line].look.number;
        drawSample(painter, {line.left(), line.top(), kSample, line.height()}, number, seriesColor(number));
        const QRectF name = line.adjusted(kSample + kGap, 0, 0, 0);
        const qreal remark = remarks_ > 0 ? remarks_ + 2 * kGap : 0;
        const QRectF value = line.adjusted(0, 0, -remark, 0);
        const qreal taken = theme::textWidth(valueFont(), row.value) + kGap;
        theme::drawText(painter, name.adjusted(0, 0, -remark - taken, 0), Qt::AlignLeft | Qt::AlignVCenter, row.name, plainFont(),
                        theme::color(Role::textSecondary));
        theme::drawText(painter, value, Qt::AlignRight | Qt::AlignVCenter, row.value, valueFont(), theme::color(Role::text));
        theme::drawText(painter, line, Qt::AlignRight | Qt::AlignVCenter, row.remark, plainFont(), theme::color(Role::textSecondary));
    }

    const Scene& scene_;
    const Reading& reading_;
    int shown_ = 0;
    int names_ = 0, values_ = 0, remarks_ = 0;
    int width_ = 0;
    QString more_;
    std::optional<controls::Paragraph> note_;
};

QRectF placed(const QSizeF& box, const QRectF& plot, qreal crosshair) {
    qreal left = crosshair + kFromCrosshair;
    if (left + box.width() > plot.right() - kFromEdge) left = crosshair - kFromCrosshair - box.width();
    left = std::clamp(left, plot.left() + kFromEdge, std::max(plot.left() + kFromEdge, plot.right() - kFromEdge - box.width()));
    const qreal top = std::clamp(plot.top() + kFromTop, plot.top(), std::max(plot.top(), plot.bottom() - kFromEdge - box.height()));
    return QRectF(QPointF(std::round(left), std::round(top)), box);
}

}  // namespace

void drawCrosshair(QPainter& painter, const Axes& axes, const Scene& scene, double x, const Reading& reading) {
    const QRectF plot = axes.rect();
    const qreal at = axes.x->coordToPixel(x);
    const qreal width = theme::snappedWidth(painter, theme::px(theme::Stroke::border));
    QPen pen(theme::color(Role::chartCrosshair), width, Qt::CustomDashLine, Qt::FlatCap);
    auto dash = kDash;
    for (auto& length : dash) length /= width;
    pen.setDashPattern(dash);
    painter.setPen(pen);
    const qreal middle = theme::snapped(painter, {at - width / 2, 0, width, 1}).center().x();
    painter.drawLine(QPointF(middle, plot.top()), QPointF(middle, plot.bottom()));
    for (const auto& row : reading.rows) {
        const auto dot = axes.at(row.x, row.y);
        // Those that were measured elsewhere are read there.
        if (plot.contains(dot)) drawDot(painter, dot, seriesColor(scene.lines[row.line].look.number));
    }
}

QRectF valueBoxRect(const Axes& axes, const Scene& scene, double x, const Reading& reading) {
    return placed(ValueBox(scene, reading, axes.rect()).size(), axes.rect(), axes.x->coordToPixel(x));
}

void drawValueBox(QPainter& painter, const Axes& axes, const Scene& scene, double x, const Reading& reading) {
    ValueBox(scene, reading, axes.rect()).draw(painter, valueBoxRect(axes, scene, x, reading));
}

}  // namespace anneal::charts
