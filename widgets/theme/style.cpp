#include "theme/style.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QStyleFactory>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

#include "theme/icons.h"
#include "theme/style/bars.h"
#include "theme/style/buttons.h"
#include "theme/style/fields.h"
#include "theme/style/items.h"
#include "theme/style/marks.h"
#include "theme/style/menus.h"
#include "theme/style/state.h"
#include "theme/style/tabs.h"

using namespace Qt::StringLiterals;

namespace anneal::theme {
namespace {

constexpr int kTextAreaFrame = 4;
constexpr int kTipPadding = 7;
constexpr int kPopupPadding = 4;

bool isTextArea(const QWidget* widget) { return qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget); }
bool isComboPopup(const QWidget* widget) { return widget && widget->inherits("QComboBoxPrivateContainer"); }
bool isItemView(const QWidget* widget) { return qobject_cast<const QAbstractItemView*>(widget); }

void drawFrame(const QStyleOption& option, QPainter& painter, const QWidget* widget) {
    if (isTextArea(widget))
        style::drawField(option, painter, widget);
    else if (isComboPopup(widget))
        style::drawFloating(option, painter);
    else
        drawBox(painter, option.rect, {{}, color(Role::border), qreal(px(Radius::card)), px(Stroke::border)});
}

void drawRule(const QStyleOptionFrame& option, QPainter& painter) {
    const QRectF rect(option.rect);
    const bool horizontal = option.frameShape == QFrame::HLine;
    fillRect(painter,
             horizontal ? QRectF(rect.left(), std::floor(rect.center().y()), rect.width(), 1)
                        : QRectF(std::floor(rect.center().x()), rect.top(), 1, rect.height()),
             color(Role::border));
}

void drawRing(const QStyleOption& option, QPainter& painter) {
    const qreal radius = px(Radius::control) + px(Stroke::focusOffset) + px(Stroke::focus);
    drawBox(painter, option.rect, {{}, color(Role::focus), radius, px(Stroke::focus)});
}

std::string_view arrowName(QStyle::PrimitiveElement element) {
    switch (element) {
        case QStyle::PE_IndicatorArrowUp: return "chevron-up";
        case QStyle::PE_IndicatorArrowLeft: return "chevron-left";
        case QStyle::PE_IndicatorArrowRight: return "chevron-right";
        default: return "chevron-down";
    }
}

template <class Option>
const Option& as(const QStyleOption* option) {
    return *static_cast<const Option*>(option);
}

}  // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) { setObjectName(u"anneal"_s); }

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    const bool floats = qobject_cast<QMenu*>(widget) || isComboPopup(widget) || widget->inherits("QTipLabel");
    if (floats) widget->setAttribute(Qt::WA_TranslucentBackground);
    if (widget->inherits("QComboBoxListView")) static_cast<QAbstractScrollArea*>(widget)->viewport()->setAutoFillBackground(false);
    if (qobject_cast<QTabBar*>(widget) || qobject_cast<QHeaderView*>(widget)) widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QPushButton*>(widget) || qobject_cast<QToolButton*>(widget)) fade_.watch(widget);
    const bool stepped = qobject_cast<QAbstractSpinBox*>(widget) || qobject_cast<QComboBox*>(widget) || qobject_cast<QSlider*>(widget);
    if (stepped) guard_.watch(widget);
    // A bar's own minimum has room for a line of text.
    if (widget->metaObject() == &QProgressBar::staticMetaObject) widget->setFixedHeight(style::kProgressHeight);
    // The delegate that a combo box begins with paints past the style.
    if (auto* combo = qobject_cast<QComboBox*>(widget); combo && combo->itemDelegate()->inherits("QItemDelegate"))
        combo->setItemDelegate(new QStyledItemDelegate(combo));
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case PE_PanelLineEdit:
            if (as<QStyleOptionFrame>(option).lineWidth > 0) style::drawField(*option, *painter, widget);
            return;
        case PE_Frame: return drawFrame(*option, *painter, widget);
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck: return style::drawCheck(*option, *painter);
        case PE_IndicatorRadioButton: return style::drawRadio(*option, *painter);
        case PE_PanelItemViewRow: return style::drawRowGround(as<QStyleOptionViewItem>(option), *painter, widget);
        case PE_PanelItemViewItem: return style::drawItemGround(as<QStyleOptionViewItem>(option), *painter, widget);
        case PE_IndicatorBranch: return style::drawBranch(*option, *painter);
        case PE_PanelMenu:
        case PE_PanelTipLabel: return style::drawFloating(*option, *painter);
        case PE_FrameTabBarBase: return style::drawTabLine(*option, *painter);
        case PE_IndicatorArrowDown:
        case PE_IndicatorArrowUp:
        case PE_IndicatorArrowLeft:
        case PE_IndicatorArrowRight:
            return drawIcon(*painter, option->rect, arrowName(element), px(Size::icon), style::textColor(*option, Role::textSecondary));
        case PE_FrameFocusRect:
            if (isItemView(widget)) style::drawItemFocus(*option, *painter);
            return;
        case PE_FrameLineEdit:
        case PE_FrameMenu:
        case PE_FrameStatusBarItem:
        case PE_FrameTabWidget: return;
        default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter, const QWidget* widget) const {
    switch (element) {
        case CE_PushButton: {
            const bool hovered = style::isHovered(*option);
            return style::drawPushButton(as<QStyleOptionButton>(option), *painter, widget, fade_.share(widget, hovered));
        }
        case CE_CheckBoxLabel:
        case CE_RadioButtonLabel: return style::drawMarkLabel(as<QStyleOptionButton>(option), *painter);
        case CE_ComboBoxLabel: return style::drawComboLabel(as<QStyleOptionComboBox>(option), *painter);
        case CE_HeaderSection:
        case CE_HeaderEmptyArea: return style::drawHeaderSection(*option, *painter);
        case CE_Header: return style::drawHeader(as<QStyleOptionHeader>(option), *painter);
        case CE_ItemViewItem: return style::drawItem(as<QStyleOptionViewItem>(option), *painter, widget, *this);
        case CE_MenuItem: return style::drawMenuItem(as<QStyleOptionMenuItem>(option), *painter);
        case CE_MenuEmptyArea: return;
        case CE_TabBarTab: return style::drawTab(as<QStyleOptionTab>(option), *painter);
        case CE_ProgressBar: return style::drawProgress(as<QStyleOptionProgressBar>(option), *painter);
        case CE_Splitter: return style::drawSplitter(*option, *painter);
        case CE_FocusFrame: return drawRing(*option, *painter);
        case CE_ShapedFrame: {
            const auto& frame = as<QStyleOptionFrame>(option);
            if (frame.frameShape == QFrame::HLine || frame.frameShape == QFrame::VLine) return drawRule(frame, *painter);
            if (frame.frameShape != QFrame::NoFrame) drawFrame(*option, *painter, widget);
            return;
        }
        default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
    switch (control) {
        case CC_ToolButton: {
            const bool hovered = style::isHovered(*option);
            return style::drawToolButton(as<QStyleOptionToolButton>(option), *painter, widget, fade_.share(widget, hovered));
        }
        case CC_SpinBox: return style::drawSpinBox(as<QStyleOptionSpinBox>(option), *painter, widget);
        case CC_ComboBox: return style::drawComboBox(as<QStyleOptionComboBox>(option), *painter, widget);
        case CC_ScrollBar: return style::drawScrollBar(as<QStyleOptionSlider>(option), *painter);
        case CC_Slider: return style::drawSlider(as<QStyleOptionSlider>(option), *painter);
        default: QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    switch (element) {
        case SE_LineEditContents: return style::lineEditContents(option->rect, widget);
        case SE_CheckBoxClickRect:
        case SE_RadioButtonClickRect: return option->rect;
        case SE_ItemViewItemDecoration:
        case SE_ItemViewItemText:
            return style::closedUp(as<QStyleOptionViewItem>(option), element, QProxyStyle::subElementRect(element, option, widget));
        case SE_ProgressBarGroove:
        case SE_ProgressBarContents: return option->rect;
        default: return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part, const QWidget* widget) const {
    switch (control) {
        case CC_SpinBox: return style::spinBoxPart(as<QStyleOptionSpinBox>(option), part);
        case CC_ComboBox: return style::comboBoxPart(as<QStyleOptionComboBox>(option), part);
        case CC_ScrollBar: return style::scrollBarPart(as<QStyleOptionSlider>(option), part);
        case CC_Slider: return style::sliderPart(as<QStyleOptionSlider>(option), part);
        default: return QProxyStyle::subControlRect(control, option, part, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents, const QWidget* widget) const {
    switch (type) {
        case CT_PushButton: return style::pushButtonSize(as<QStyleOptionButton>(option), widget);
        case CT_ToolButton: return style::toolButtonSize(as<QStyleOptionToolButton>(option), widget);
        case CT_CheckBox:
        case CT_RadioButton: return style::markedSize(as<QStyleOptionButton>(option));
        case CT_LineEdit: return {contents.width() + space(4) + 2, style::fieldHeight(widget)};
        case CT_SpinBox: return style::spinBoxSize(contents, widget);
        case CT_ComboBox: return style::comboBoxSize(as<QStyleOptionComboBox>(option), contents, widget);
        case CT_MenuItem: return style::menuItemSize(as<QStyleOptionMenuItem>(option));
        case CT_HeaderSection: return style::headerSize(as<QStyleOptionHeader>(option));
        case CT_TabBarTab: return style::tabSize(as<QStyleOptionTab>(option));
        case CT_ItemViewItem: return style::itemSize(QProxyStyle::sizeFromContents(type, option, contents, widget), widget);
        default: return QProxyStyle::sizeFromContents(type, option, contents, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_FocusFrameHMargin:
        case PM_FocusFrameVMargin:
            // Item views take their cells' padding from here, less one.
            if (isItemView(widget)) return metric == PM_FocusFrameHMargin ? style::kCellPadding - 1 : 0;
            return int(px(Stroke::focusOffset) + px(Stroke::focus));
        case PM_DefaultFrameWidth: return isTextArea(widget) ? kTextAreaFrame : isComboPopup(widget) ? kPopupPadding : 1;
        case PM_SpinBoxFrameWidth:
        case PM_ComboBoxFrameWidth:
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_TabBarTabShiftVertical:
        case PM_TabBarTabOverlap:
        case PM_TabBarBaseOverlap:
        case PM_MenuHMargin:
        case PM_MenuPanelWidth:
        case PM_LayoutLeftMargin:
        case PM_LayoutTopMargin:
        case PM_LayoutRightMargin:
        case PM_LayoutBottomMargin: return 0;
        case PM_MenuVMargin: return style::kMenuMargin;
        case PM_LayoutHorizontalSpacing:
        case PM_LayoutVerticalSpacing:
        case PM_CheckBoxLabelSpacing:
        case PM_RadioButtonLabelSpacing: return space(2);
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
        case PM_ExclusiveIndicatorWidth:
        case PM_ExclusiveIndicatorHeight: return px(Size::checkbox);
        case PM_ScrollBarExtent: return style::kScrollBarWidth;
        case PM_SliderThickness:
        case PM_SliderControlThickness: return style::kSliderThickness;
        case PM_SliderLength: return style::kSliderHandle;
        case PM_SplitterWidth: return style::kSplitterWidth;
        case PM_ToolTipLabelFrameWidth: return kTipPadding;
        case PM_SmallIconSize:
        case PM_ButtonIconSize:
        case PM_ToolBarIconSize:
        case PM_ListViewIconSize:
        case PM_TabBarIconSize: return px(Size::icon);
        default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
        case SH_FocusFrame_AboveWidget:
        case SH_ItemView_ShowDecorationSelected: return 1;
        // The frame is rounded; its mask would be square.
        case SH_FocusFrame_Mask:
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_ComboBox_Popup:
        case SH_UnderlineShortcut:
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_TabBar_ElideMode: return 0;
        case SH_ComboBox_PopupFrameStyle: return int(QFrame::StyledPanel) | int(QFrame::Plain);
        case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
        case SH_Table_GridLineColor: return int(color(Role::border).rgb());
        case SH_ToolTipLabel_Opacity: return 255;
        case SH_Widget_Animation_Duration: return duration(Motion::stateMs);
        default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon Style::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
    switch (which) {
        case SP_LineEditClearButton:
        case SP_DialogCloseButton: return icon("x", Role::textSecondary);
        case SP_MessageBoxInformation: return icon("info", Role::accentText);
        case SP_MessageBoxWarning: return icon("triangle-alert", Role::warningText);
        case SP_MessageBoxCritical: return icon("circle-alert", Role::dangerText);
        case SP_ToolBarHorizontalExtensionButton: return icon("ellipsis");
        default: return QProxyStyle::standardIcon(which, option, widget);
    }
}

}  // namespace anneal::theme
