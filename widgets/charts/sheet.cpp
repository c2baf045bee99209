#include "charts/sheet.h"

#include <QSaveFile>
#include <QSvgGenerator>

#include "charts/plot/plot.h"
#include "charts/reading.h"
#include "charts/series_look.h"
#include "theme/paint.h"

namespace anneal::charts {
namespace {

constexpr int kMargin = 16;
constexpr int kTitle = 24;
constexpr int kEntry = 24;
constexpr int kSample = 20;
constexpr int kEntryGap = 16;
constexpr QSize kLeastPlot(480, 240);
constexpr qreal kPngScale = 2;

struct Entry {
    const Line* line;
    QRectF rect;
};

/// The shown lines with their names, in as many rows as they need.
std::vector<Entry> entriesOf(const Scene& scene, int width) {
    std::vector<Entry> entries;
    int x = 0, y = 0;
    for (const auto& line : scene.lines) {
        if (line.hidden || line.look.planned) continue;
        const int wide = kSample + theme::space(2) + theme::textWidth(theme::font(theme::TextStyle::caption), line.series->name());
        if (x > 0 && x + wide > width) x = 0, y += kEntry;
        entries.push_back({&line, QRectF(x, y, wide, kEntry)});
        x += wide + kEntryGap;
    }
    return entries;
}

class Sheet {
public:
    Sheet(Plot& plot, const Scene& scene)
        : plot_(plot), scene_(scene), size_(plot.size().expandedTo(kLeastPlot)), entries_(entriesOf(scene, size_.width())) {
        top_ = kMargin + kTitle + (entries_.empty() ? 0 : int(entries_.back().rect.bottom())) + theme::space(2);
    }

    QSize size() const { return {size_.width() + 2 * kMargin, top_ + size_.height() + kMargin}; }

    void draw(QCPPainter& painter) const {
        painter.fillRect(QRect(QPoint(), size()), theme::color(theme::Role::chartBg));
        const auto title = scene_.unit.name.isEmpty() ? scene_.title : QStringLiteral("%1, %2").arg(scene_.title, scene_.unit.name);
        theme::drawText(painter, QRectF(kMargin, kMargin, size_.width(), kTitle), Qt::AlignLeft | Qt::AlignVCenter, title,
                        theme::font(theme::TextStyle::title), theme::color(theme::Role::text));
        for (const auto& [line, rect] : entries_) {
            const QRectF place = rect.translated(kMargin, kMargin + kTitle);
            drawSample(painter, {place.left(), place.top(), kSample, place.height()}, line->look.number, seriesColor(line->look.number));
            theme::drawText(painter, place.adjusted(kSample + theme::space(2), 0, 1, 0), Qt::AlignLeft | Qt::AlignVCenter,
                            line->series->name(), theme::font(theme::TextStyle::caption), theme::color(theme::Role::textSecondary));
        }
        painter.translate(kMargin, top_);
        plot_.drawInto(painter, size_);
    }

private:
    Plot& plot_;
    const Scene& scene_;
    QSize size_;
    std::vector<Entry> entries_;
    int top_;
};

Status write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit()) return {};
    return fail("write_failed", Plot::tr("Could not write %1: %2").arg(path, file.errorString()).toStdString(),
                Plot::tr("Choose another folder, or make room there.").toStdString());
}

}  // namespace

QImage pictureOf(Plot& plot, const Scene& scene, qreal scale) {
    const Sheet sheet(plot, scene);
    QImage image((QSizeF(sheet.size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    QCPPainter painter(&image);
    sheet.draw(painter);
    return image;
}

Status writePng(Plot& plot, const Scene& scene, const QString& file) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    pictureOf(plot, scene, kPngScale).save(&buffer, "PNG");
    return write(file, bytes);
}

Status writeSvg(Plot& plot, Scene& scene, const QString& file) {
    const Sheet sheet(plot, scene);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(sheet.size());
    generator.setViewBox(QRect(QPoint(), sheet.size()));
    generator.setTitle(scene.title);
    generator.setDescription(describe(scene));
    {
        QCPPainter painter(&generator);
        sheet.draw(painter);
    }
    return write(file, bytes);
}

}  // namespace anneal::charts
