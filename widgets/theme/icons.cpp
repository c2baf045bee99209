#include "theme/icons.h"

#include <cmath>

#include <QFile>
#include <QIconEngine>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::theme {
namespace {

constexpr int kGrid = 24;

QByteArray source(QStringView name) {
    QFile file(u":/icons/%1.svg"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QPixmap render(const QByteArray& svg, int size, qreal scale) {
    QSvgRenderer renderer(svg);
    const int pixels = int(std::ceil(size * scale));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QPixmap cached(const QString& key, auto&& make) {
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = make();
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

QPixmap tinted(const QString& name, int size, const QColor& color, qreal scale) {
    const auto key = u"icon/%1/%2/%3/%4"_s.arg(name).arg(size).arg(color.rgba(), 0, 16).arg(scale);
    return cached(key, [&] {
        auto svg = source(name);
        if (svg.isEmpty()) return QPixmap();
        svg.replace("currentColor", color.name().toLatin1());
        svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(px(Stroke::icon) * kGrid / size) + '"');
        return render(svg, size, scale);
    });
}

qreal scaleOf(const QPainter& painter) { return std::abs(painter.deviceTransform().m11()); }

void drawPixmap(QPainter& painter, const QRectF& rect, int size, const QPixmap& pixmap) {
    QRectF square(0, 0, size, size);
    square.moveCenter(rect.center());
    const QPointF corner = snapped(painter, square).topLeft();
    painter.drawPixmap(QRectF(corner, square.size()), pixmap, QRectF(pixmap.rect()));
}

class Engine : public QIconEngine {
public:
    Engine(QString name, std::optional<Role> role) : name_(std::move(name)), role_(role) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const int size = std::min(rect.width(), rect.height());
        if (size > 0) drawPixmap(*painter, rect, size, tinted(name_, size, shade(mode), scaleOf(*painter)));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
        const int pixels = std::min(size.width(), size.height());
        return tinted(name_, std::max(1, int(std::lround(pixels / scale))), shade(mode), scale);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1); }

    QIconEngine* clone() const override { return new Engine(name_, role_); }
    QString key() const override { return u"anneal"_s; }
    /// Empty where the icon has a colour of its own: it is then painted as any other icon is.
    QString iconName() override { return role_ ? QString() : name_; }
    bool isNull() override { return false; }

private:
    QColor shade(QIcon::Mode mode) const {
        if (mode == QIcon::Disabled) return color(Role::textDisabled);
        if (role_) return color(*role_);
        return color(mode == QIcon::Selected ? Role::onSelection : Role::text);
    }

    QString name_;
    std::optional<Role> role_;
};

}  // namespace

QIcon icon(std::string_view name, std::optional<Role> role) {
    return QIcon(new Engine(QString::fromLatin1(name.data(), qsizetype(name.size())), role));
}

QPixmap iconPixmap(std::string_view name, int size, const QColor& color, qreal scale) {
    return tinted(QString::fromLatin1(name.data(), qsizetype(name.size())), size, color, scale);
}

void drawIcon(QPainter& painter, const QRectF& rect, std::string_view name, int size, const QColor& color) {
    drawPixmap(painter, rect, size, iconPixmap(name, size, color, scaleOf(painter)));
}

void drawIcon(QPainter& painter, const QRectF& rect, const QIcon& icon, int size, const QColor& color, bool enabled) {
    if (const auto name = icon.name(); !name.isEmpty() && QFile::exists(u":/icons/%1.svg"_s.arg(name))) {
        drawPixmap(painter, rect, size, tinted(name, size, color, scaleOf(painter)));
        return;
    }
    QRect square(0, 0, size, size);
    square.moveCenter(rect.toRect().center());
    icon.paint(&painter, square, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

void drawMark(QPainter& painter, const QRectF& rect) {
    const int size = int(std::min(rect.width(), rect.height()));
    const auto scale = scaleOf(painter);
    const auto key = u"mark/%1/%2/%3"_s.arg(size).arg(int(Theme::current().scheme())).arg(scale);
    const auto pixmap = cached(key, [&] {
        auto svg = source(u"mark");
        svg.replace("frame", color(Role::borderStrong).name().toLatin1());
        svg.replace("curve", color(Role::accentText).name().toLatin1());
        svg.replace("rest", series(1).color.name().toLatin1());
        return render(svg, size, scale);
    });
    drawPixmap(painter, rect, size, pixmap);
}

QIcon markIcon() { return QIcon(u":/icons/anneal-studio.svg"_s); }

}  // namespace anneal::theme
