#include "theme/style/fields.h"

#include <QLineEdit>

#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/style/state.h"

namespace anneal::theme::style {
namespace {

constexpr int kPadding = 9;    // of which one is the border
constexpr int kOwnMargin = 2;  // that QLineEdit adds to its contents
constexpr int kStepsWidth = 22;
constexpr int kStepMark = 12;

QRect leading(const QStyleOption& option, const QRect& rect) { return QStyle::visualRect(option.direction, option.rect, rect); }

QRect stepsRect(const QRect& field) { return {field.right() + 1 - kStepsWidth, field.top() + 1, kStepsWidth - 1, field.height() - 2}; }

void drawStep(const QStyleOptionSpinBox& option, QPainter& painter, QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag flag,
              std::string_view mark) {
    const auto rect = spinBoxPart(option, part);
    const bool possible = isEnabled(option) && option.stepEnabled & flag;
    const bool active = possible && option.activeSubControls == part;
    if (active) drawBox(painter, QRectF(rect).adjusted(0, 1, -2, -1), {laid(option, color(Role::hover)), {}, qreal(px(Radius::chip))});
    drawIcon(painter, QRectF(rect).translated(0, part == QStyle::SC_SpinBoxUp ? 1 : -1), mark, kStepMark,
             color(possible ? Role::textSecondary : Role::textDisabled));
}

}  // namespace

void drawField(const QStyleOption& option, QPainter& painter, const QWidget* widget) {
    Box box{color(Role::surface), color(Role::borderControl), qreal(px(Radius::control)), px(Stroke::border)};
    if (isInvalid(widget)) box.border = color(Role::danger);
    if (!isEnabled(option)) box = {color(Role::sunken), {}, box.radius};
    drawBox(painter, option.rect, box);
}

int fieldHeight(const QWidget* widget) { return px(isCompact(widget) ? Size::controlCompact : Size::control); }

QRect lineEditContents(const QRect& field, const QWidget* widget) {
    const bool stepped = widget && qobject_cast<const QAbstractSpinBox*>(widget->parentWidget());
    return field.adjusted(kPadding - kOwnMargin, 1, stepped ? 0 : kOwnMargin - kPadding, -1);
}

void drawSpinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget) {
    if (option.frame) drawField(option, painter, widget);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons) return;
    drawStep(option, painter, QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, "chevron-up");
    drawStep(option, painter, QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, "chevron-down");
}

QSize spinBoxSize(const QSize& contents, const QWidget* widget) {
    // Qt forgets the margin that a unit takes.
    const auto* edit = widget ? widget->findChild<QLineEdit*>() : nullptr;
    const int unit = edit ? edit->textMargins().right() : 0;
    return {contents.width() + kPadding + kOwnMargin + unit + kStepsWidth, fieldHeight(widget)};
}

QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part) {
    const auto field = option.rect;
    const bool bare = option.buttonSymbols == QAbstractSpinBox::NoButtons;
    const auto steps = stepsRect(field);
    switch (part) {
        case QStyle::SC_SpinBoxFrame: return field;
        case QStyle::SC_SpinBoxEditField: return leading(option, field.adjusted(0, 0, bare ? 0 : -kStepsWidth, 0));
        case QStyle::SC_SpinBoxUp: return bare ? QRect() : leading(option, steps.adjusted(0, 0, 0, -steps.height() / 2));
        case QStyle::SC_SpinBoxDown: return bare ? QRect() : leading(option, steps.adjusted(0, steps.height() / 2, 0, 0));
        default: return {};
    }
}

void drawComboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget) {
    if (option.frame) {
        drawField(option, painter, widget);
        const bool open = option.state & QStyle::State_On;
        if (isEnabled(option) && !option.editable && (isHovered(option) || open))
            drawBox(painter, QRectF(option.rect).adjusted(1, 1, -1, -1), {color(Role::hover), {}, px(Radius::control) - 1.0});
    }
    drawIcon(painter, comboBoxPart(option, QStyle::SC_ComboBoxArrow), "chevron-down", px(Size::icon),
             textColor(option, Role::textSecondary));
}

void drawComboLabel(const QStyleOptionComboBox& option, QPainter& painter) {
    if (option.editable) return;
    QRectF rect = comboBoxPart(option, QStyle::SC_ComboBoxEditField);
    rect.adjust(kPadding, 0, 0, 0);
    if (!option.currentIcon.isNull()) {
        const int size = px(Size::icon);
        drawIcon(painter, QRectF(rect.left(), rect.top(), size, rect.height()), option.currentIcon, size,
                 textColor(option, Role::textSecondary), isEnabled(option));
        rect.adjust(size + kPadding, 0, 0, 0);
    }
    drawText(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, option.currentText, font(TextStyle::body), textColor(option));
}

QRect comboBoxPart(const QStyleOptionComboBox& option, QStyle::SubControl part) {
    const auto field = option.rect;
    const int arrow = px(Size::icon) + 2 * kPadding - 1;
    switch (part) {
        case QStyle::SC_ComboBoxFrame: return field;
        case QStyle::SC_ComboBoxArrow: return leading(option, QRect(field.right() + 1 - arrow, field.top(), arrow, field.height()));
        case QStyle::SC_ComboBoxEditField: return leading(option, field.adjusted(0, 0, -arrow, 0));
        case QStyle::SC_ComboBoxListBoxPopup: return field.translated(0, space(1));
        default: return {};
    }
}

QSize comboBoxSize(const QStyleOptionComboBox& option, const QSize& contents, const QWidget* widget) {
    const int icon = option.currentIcon.isNull() ? 0 : px(Size::icon) + kPadding;
    return {contents.width() + kPadding + icon + px(Size::icon) + 2 * kPadding, fieldHeight(widget)};
}

}  // namespace anneal::theme::style
