#pragma once
// Line edits, spin boxes, combo boxes and text areas: one frame, eight pixels of padding, marks at the right.

#include <QStyleOption>

namespace anneal::theme::style {

/// The frame of any field. Danger where the widget is invalid.
void drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget);
int fieldHeight(const QWidget* widget);

QRect lineEditContents(const QRect& field, const QWidget* widget);

void drawSpinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget);
QSize spinBoxSize(const QSize& contents, const QWidget* widget);
QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part);

void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget);
void drawComboLabel(const QStyleOptionComboBox& option, QPainter& painter);
QRect comboBoxPart(const QStyleOptionComboBox& option, QStyle::SubControl part);
QSize comboBoxSize(const QStyleOptionComboBox& option, const QSize& contents, const QWidget* widget);

}  // namespace anneal::theme::style
