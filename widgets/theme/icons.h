#pragma once
// Our icons, from resources/icons: 24-grid outlines drawn at any size with a stroke of 1.5 pixels. They take their colour when
// they are painted, so a QIcon made once is right in every theme. Pixmaps are cached by name, size, colour and scale.

#include <optional>
#include <string_view>

#include <QIcon>

#include "theme/theme.h"

namespace anneal::theme {

/// icon("database"). Without a role it is painted in the text colour of its state.
QIcon icon(std::string_view name, std::optional<Role> role = {});

/// `size` device-independent pixels square, `scale` device pixels to each. Null where there is no such icon.
QPixmap iconPixmap(std::string_view name, int size, const QColor& color, qreal scale);

/// Draws it into the middle of `rect`, on whole device pixels.
void drawIcon(QPainter& painter, const QRectF& rect, std::string_view name, int size, const QColor& color);
/// The same for a QIcon: one of ours is tinted, any other keeps its colours.
void drawIcon(QPainter& painter, const QRectF& rect, const QIcon& icon, int size, const QColor& color, bool enabled = true);

/// The product's mark: frame, cooling curve and its point of rest, each in its own role.
void drawMark(QPainter& painter, const QRectF& rect);
/// The mark as the window's icon.
QIcon markIcon();

}  // namespace anneal::theme
