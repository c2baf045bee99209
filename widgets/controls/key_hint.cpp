#include "controls/key_hint.h"

#include "theme/paint.h"

namespace anneal::controls {
namespace {

constexpr int kHeight = 18;
constexpr int kPadding = 5;
constexpr int kGap = 4;

}  // namespace

int drawKeys(QPainter& painter, const QRectF& rect, const QStringList& keys) {
    const auto& font = theme::font(theme::TextStyle::caption);
    qreal right = rect.right();
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const int width = std::max(kHeight, theme::textWidth(font, *key) + 2 * kPadding);
        const QRectF box(right - width, rect.top() + std::floor((rect.height() - kHeight) / 2), width, kHeight);
        theme::drawBox(painter, box, {{}, theme::color(theme::Role::borderStrong), qreal(theme::px(theme::Radius::chip))});
        theme::drawText(painter, box, Qt::AlignCenter, *key, font, theme::color(theme::Role::textSecondary));
        right -= width + kGap;
    }
    return int(rect.right() - right - kGap);
}

}  // namespace anneal::controls
