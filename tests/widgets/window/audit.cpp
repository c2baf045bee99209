#include "widgets/window/audit.h"

#include <cmath>

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>

#include "controls/label.h"
#include "shell/layers.h"
#include "shell/welcome.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

QString describe(const QWidget& widget, const QString& text) {
    return u"%1 \"%2\""_s.arg(QString::fromLatin1(widget.metaObject()->className()), text);
}

QList<QWidget*> shown(QWidget& root) {
    QList<QWidget*> widgets;
    for (auto* widget : root.findChildren<QWidget*>())
        if (widget->isVisible() && widget->window() == root.window()) widgets << widget;
    return widgets;
}

/// Parts of other widgets, which speak for them.
bool isInner(const QWidget& widget) {
    return widget.objectName().startsWith(u"qt_"_s) || widget.inherits("QLineEditIconButton") || widget.inherits("QHeaderView") ||
           qobject_cast<QAbstractSpinBox*>(widget.parentWidget()) || qobject_cast<QComboBox*>(widget.parentWidget()) ||
           widget.inherits("QTableCornerButton") || (widget.inherits("QAbstractButton") && qobject_cast<QTabBar*>(widget.parentWidget()));
}

bool labelIsCut(const QLabel& label) {
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull()) return false;
    const auto room = label.contentsRect().size();
    if (const auto* ours = qobject_cast<const controls::Label*>(&label); ours && ours->isElided()) return false;
    if (label.wordWrap()) return label.heightForWidth(label.width()) > label.height();
    return theme::textWidth(label.font(), label.text()) > room.width() + 1;
}

bool isCut(const QWidget& widget, QString& text) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        text = label->text();
        return labelIsCut(*label);
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
        text = button->text();
        return !text.isEmpty() && button->sizeHint().width() > button->width();
    }
    if (const auto* edit = qobject_cast<const QLineEdit*>(&widget)) {
        text = edit->placeholderText();
        return edit->text().isEmpty() && theme::textWidth(edit->font(), text) + theme::space(4) > edit->width();
    }
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        text = combo->currentText();
        return theme::textWidth(combo->font(), text) + theme::space(9) > combo->width();
    }
    return false;
}

QStringList cutSections(const QHeaderView& header) {
    QStringList cut;
    if (header.orientation() != Qt::Horizontal || !header.model()) return cut;
    for (int section = 0; section < header.count(); ++section) {
        const auto text = header.model()->headerData(section, Qt::Horizontal).toString();
        const bool told = !header.model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
        const auto& face = theme::font(theme::TextStyle::caption, theme::Weight::semibold);
        if (!header.isSectionHidden(section) && !told && theme::textWidth(face, text) > header.sectionSize(section) - theme::space(4))
            cut << describe(header, text);
    }
    return cut;
}

QStringList cutTabs(const QTabBar& tabs) {
    QStringList cut;
    for (int tab = 0; tab < tabs.count(); ++tab)
        if (tabs.isTabVisible(tab) &&
            (tabs.tabRect(tab).right() > tabs.width() || theme::textWidth(tabs.font(), tabs.tabText(tab)) > tabs.tabRect(tab).width()))
            cut << describe(tabs, tabs.tabText(tab));
    return cut;
}

/// Reaches over its parent's edge where nothing scrolls.
bool sticksOut(const QWidget& widget) {
    const auto* parent = widget.parentWidget();
    if (!parent || widget.isWindow() || isInner(widget)) return false;
    if (const auto* area = qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()); area && area->viewport() == parent)
        return false;
    return !parent->rect().contains(widget.geometry());
}

double luminance(const QColor& color) {
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

/// Where Tab goes round: what lies on top of the window, else the window.
QWidget& tabArea(QWidget& window) {
    auto* area = &window;
    for (auto* child : window.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (child->isVisible() && (qobject_cast<shell::Layer*>(child) || qobject_cast<shell::Welcome*>(child))) area = child;
    return *area;
}

/// Wider than what one sees of it, with no way to the rest.
bool runsOver(const QScrollArea& area) {
    const bool scrolls = area.horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
    return !scrolls && area.widget() && area.widget()->width() > area.viewport()->width();
}

bool takesTab(const QWidget& widget) {
    return widget.isEnabled() && widget.isVisible() && (widget.focusPolicy() & Qt::TabFocus) && !widget.focusProxy() && !isInner(widget);
}

}  // namespace

QStringList cutTexts(QWidget& window) {
    // Figures that just changed get their room before they are painted.
    for (int depth = 0; depth < 4; ++depth) QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QStringList cut;
    for (const auto* widget : shown(window)) {
        QString text;
        if (widget->toolTip().isEmpty() && !isInner(*widget) && isCut(*widget, text)) cut << u"cut: "_s + describe(*widget, text);
        if (const auto* header = qobject_cast<const QHeaderView*>(widget)) cut << cutSections(*header);
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) cut << cutTabs(*tabs);
        if (const auto* area = qobject_cast<const QScrollArea*>(widget); area && runsOver(*area))
            cut << u"too wide: "_s + describe(*area, {});
        if (sticksOut(*widget)) cut << u"sticks out: "_s + describe(*widget, widget->accessibleName() + u' ' + text);
    }
    return cut;
}

QStringList nameless(QWidget& window) {
    QStringList found;
    for (auto* widget : shown(window)) {
        if (widget->focusPolicy() == Qt::NoFocus || isInner(*widget) || qobject_cast<QScrollArea*>(widget)) continue;
        const auto* spoken = QAccessible::queryAccessibleInterface(widget);
        if (!spoken || spoken->text(QAccessible::Name).isEmpty()) found << u"nameless: "_s + describe(*widget, widget->objectName());
    }
    return found;
}

QStringList unreachable(QWidget& window) {
    QSet<QWidget*> wanted;
    for (auto* widget : shown(window))
        if (takesTab(*widget) && tabArea(window).isAncestorOf(widget)) wanted.insert(widget);
    if (wanted.isEmpty()) return {};
    auto* before = window.focusWidget();
    (*wanted.begin())->setFocus(Qt::TabFocusReason);
    for (auto steps = 2 * wanted.size(); steps > 0 && !wanted.isEmpty(); --steps) {
        wanted.remove(window.focusWidget());
        // Of a group Tab reaches one; the arrows go on from there.
        if (const auto* button = qobject_cast<QAbstractButton*>(window.focusWidget());
            button && button->group() && button->group()->exclusive())
            for (auto* other : button->group()->buttons()) wanted.remove(other);
        QTest::keyClick(window.focusWidget() ? window.focusWidget() : &window, Qt::Key_Tab);
    }
    if (before) before->setFocus(Qt::OtherFocusReason);
    QStringList missed;
    for (const auto* widget : wanted) missed << u"not reached by Tab: "_s + describe(*widget, widget->accessibleName());
    return missed;
}

QStringList faint(QWidget& window) {
    QStringList found;
    for (const auto* widget : shown(window)) {
        const auto* label = qobject_cast<const controls::Label*>(widget);
        if (!label || label->text().isEmpty()) continue;
        const auto& ink = theme::color(label->isEnabled() ? label->role() : theme::Role::textDisabled);
        if (contrast(ink, theme::color(theme::groundUnder(*label))) < 4.5) found << u"faint: "_s + describe(*label, label->text());
    }
    return found;
}

QStringList complaints(QWidget& window) { return cutTexts(window) + nameless(window) + unreachable(window) + faint(window); }

QStringList wordsShown(QWidget& window) {
    QStringList words;
    for (const auto* widget : shown(window)) {
        if (const auto* label = qobject_cast<const QLabel*>(widget)) words << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) words << button->text();
        if (const auto* edit = qobject_cast<const QLineEdit*>(widget)) words << edit->placeholderText();
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            for (int tab = 0; tab < tabs->count(); ++tab) words << tabs->tabText(tab);
        if (const auto* header = qobject_cast<const QHeaderView*>(widget); header && header->model())
            for (int section = 0; section < header->count(); ++section)
                words << header->model()->headerData(section, Qt::Horizontal).toString();
        words << widget->toolTip() << widget->accessibleName();
    }
    words.removeAll(QString());
    return words;
}

}  // namespace anneal::test
