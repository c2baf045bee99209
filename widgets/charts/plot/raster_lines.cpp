#include "charts/plot/raster_lines.h"

#include <cmath>

#include "charts/plot/polyline.h"
#include "charts/plot/ribbon.h"

namespace anneal::charts {
namespace {

constexpr int kColumnsPerPixel = 4;  ///< of a line whose points one can tell apart
constexpr std::size_t kCrowded = 4;  ///< points to a pixel from which one column for each pixel serves
constexpr std::size_t kFew = 8;      ///< pixels to a point from which a pen is fast, and dashes steep lines better
constexpr double kJumps = 4;         ///< times longer than wide

/// Draws on an image of the plot's device pixels and lays that over the painter.
class RasterLines {
public:
    RasterLines(QPainter& painter, const Axes& axes, Scene& scene, QImage& image)
        : painter_(painter),
          axes_(axes),
          scene_(scene),
          scale_(deviceScale(painter)),
          place_(axes.rect()),
          image_(image),
          cuts_(scene.lines.size()) {
        // Whole device pixels, wherever the plot begins.
        const auto& device = painter.deviceTransform();
        const QRect mapped = device.mapRect(place_).toAlignedRect();
        place_ = device.inverted().mapRect(QRectF(mapped));
        if (image_.size() != mapped.size()) image_ = QImage(mapped.size(), QImage::Format_ARGB32_Premultiplied);
        image_.fill(0);
    }

    void draw() {
        for (std::size_t i = 0; i < scene_.lines.size(); ++i) {
            const auto& line = scene_.lines[i];
            if (line.hidden || !showsRaw(scene_, i)) continue;
            const auto color = withOpacity(penOf(scene_, i).color, kRawOpacity);
            strokeRibbon(image_, ribbonFor(i, line.series->values()), {.color = color, .width = 1, .replaces = true});
        }
        for (std::size_t i = 0; i < scene_.lines.size(); ++i)
            if (!scene_.lines[i].hidden) drawLine(i);
        painter_.save();
        painter_.setClipRect(axes_.rect());
        painter_.scale(1 / scale_, 1 / scale_);
        painter_.drawImage(place_.topLeft() * scale_, image_);
        painter_.restore();
    }

private:
    void drawLine(std::size_t index) {
        auto& line = scene_.lines[index];
        const auto pen = penOf(scene_, index);
        points(line) * kFew < std::size_t(image_.width()) ? drawWithPen(line, pen) : drawRibbon(index, pen);
    }

    void drawWithPen(Line& line, const LinePen& pen) {
        QPainter painter(&image_);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale_, scale_);
        painter.translate(-place_.topLeft());
        const auto pieces = polylinesOf(axes_, scene_, line, scene_.track(line));
        QRectF clip = axes_.rect();
        clip.setLeft(axes_.x->coordToPixel(drawnOver(scene_, line, axes_.xRange()).low));
        painter.setClipRect(clip);
        if (line.look.filled) fillPolylines(painter, pieces, axes_.y->coordToPixel(fillBase(axes_)), withOpacity(pen.color, kFillOpacity));
        drawPolylines(painter, pieces, pen);
    }

    void drawRibbon(std::size_t index, LinePen pen) {
        auto& line = scene_.lines[index];
        const auto ribbon = ribbonFor(index, scene_.track(line));
        if (line.look.filled) fillBelow(image_, ribbon, row(fillBase(axes_)), withOpacity(pen.color, kFillOpacity));
        // Dashes in a line that jumps up and down would hide its values.
        if (!pen.dash.isEmpty() && ribbon.winding() > kJumps) pen.dash.clear();
        for (auto& length : pen.dash) length *= scale_;
        strokeRibbon(image_, ribbon, {.color = pen.color, .width = pen.width * scale_, .dash = pen.dash});
    }

    Ribbon ribbonFor(std::size_t index, const Track& track) {
        const auto& line = scene_.lines[index];
        const int perPixel = points(line) > kCrowded * std::size_t(image_.width()) ? 1 : kColumnsPerPixel;
        const Range x{axes_.x->pixelToCoord(place_.left()), axes_.x->pixelToCoord(place_.right())};
        const Window window{scene_.axis, x, image_.width() * perPixel};
        auto& cuts = cuts_[index];
        if (cuts.empty()) cuts = cutsOf(*line.series, window);
        auto ribbon = ribbonOf(*line.series, track, window, cuts, Ribbon(image_.width(), perPixel, image_.height()), axes_.isLog(),
                               [this](double value) { return row(value); });
        const double begin = drawnOver(scene_, line, x).low;
        if (begin > x.low) ribbon.cutBefore(int((begin - x.low) / x.size() * ribbon.size()));
        return ribbon;
    }

    std::size_t points(const Line& line) const { return within(*line.series, scene_.axis, axes_.xRange()).size(); }

    /// The pixel of the image, from its top.
    double row(double value) const { return (axes_.y->coordToPixel(value) - place_.top()) * scale_; }

    QPainter& painter_;
    const Axes& axes_;
    Scene& scene_;
    qreal scale_;
    QRectF place_;  ///< of the image
    QImage& image_;
    std::vector<std::vector<Cut>> cuts_;  ///< of each line, for its values and its means
};

}  // namespace

void drawRasterLines(QPainter& painter, const Axes& axes, Scene& scene, QImage& image) { RasterLines(painter, axes, scene, image).draw(); }

}  // namespace anneal::charts
