#pragma once
// A shortcut drawn as keys.

#include <QPainter>
#include <QStringList>

namespace anneal::controls {

/// Draws `keys`, one box each, at the right of `rect`. Returns the width they took.
int drawKeys(QPainter& painter, const QRectF& rect, const QStringList& keys);

}  // namespace anneal::controls
