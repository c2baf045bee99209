#pragma once
// What the style reads from a standard widget beyond its class. Each is a dynamic property, so a style can see it on any widget.

#include <QWidget>

#include "theme/tokens.h"

namespace anneal::theme {

/// How much a button asks for attention. At most one primary button on a page.
enum class Kind { secondary, primary, quiet, danger, link };

/// A push button is secondary and a tool button quiet until told otherwise.
void setKind(QWidget& widget, Kind kind);
Kind kindOf(const QWidget* widget, Kind otherwise);

/// 28 instead of 32 pixels high: in tool bars and rows.
void setCompact(QWidget& widget, bool compact = true);
bool isCompact(const QWidget* widget);

/// A field whose content is refused: its border turns to danger.
void setInvalid(QWidget& widget, bool invalid);
bool isInvalid(const QWidget* widget);

/// What fills `surface`, for what is drawn on it and must cover what lies outside its own shape.
void setGround(QWidget& surface, Role role);
/// Of the nearest surface that `widget` stands on; the window's where there is none.
Role groundUnder(const QWidget& widget);

/// Makes a widget ask the style for its looks and its size again; spin and combo boxes keep their size hints until then.
void restyle(QWidget& widget);

/// The row of a table that the mouse is over, which Qt tells of one cell alone; -1: none.
void setHoveredRow(QWidget& table, int row);
int hoveredRow(const QWidget* table);

}  // namespace anneal::theme
