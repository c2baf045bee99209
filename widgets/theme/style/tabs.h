#pragma once
// Tabs: words over a line, the chosen one underlined.

#include <QStyleOption>

namespace anneal::theme::style {

void drawTab(const QStyleOptionTab& option, QPainter& painter);
void drawTabLine(const QStyleOption& option, QPainter& painter);
QSize tabSize(const QStyleOptionTab& option);

}  // namespace anneal::theme::style
