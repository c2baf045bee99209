#include "controls/segments.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QStyleOptionToolButton>
#include <QToolButton>

#include "controls/accessible_role.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::controls {
namespace {

/// Draws only its ground and words: the outline is the row's.
class Segment : public QToolButton {
    Q_OBJECT
public:
    explicit Segment(const QString& text) {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    QSize sizeHint() const override {
        const int width = theme::textWidth(strongFont(), text()) + 2 * theme::space(3);
        return {width, theme::px(theme::isCompact(parentWidget()) ? theme::Size::controlCompact : theme::Size::control)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRectF ground(rect());
        if (const auto fill = fillColor(); fill.isValid()) {
            painter.setClipRect(ground);
            theme::drawBox(painter, inside(), {fill, {}, theme::px(theme::Radius::control) - 1.0});
            painter.setClipping(false);
        }
        if (x() > 0) theme::fillRect(painter, QRectF(0, 1, 1, height() - 2), theme::color(theme::Role::border));
        const auto ink = !isEnabled() ? theme::Role::textDisabled : isChecked() ? theme::Role::onSelection : theme::Role::textSecondary;
        theme::drawText(painter, ground, Qt::AlignCenter, text(), isChecked() ? strongFont() : theme::font(theme::TextStyle::body),
                        theme::color(ink));
    }

private:
    static const QFont& strongFont() { return theme::font(theme::TextStyle::body, theme::Weight::semibold); }

    QColor fillColor() const {
        if (isChecked()) return isEnabled() ? theme::color(theme::Role::selection) : QColor();
        if (isDown()) return theme::color(theme::Role::pressed);
        return isEnabled() && underMouse() ? theme::color(theme::Role::hover) : QColor();
    }

    /// The whole row within its border: its rounded ends cut the ground of the first and the last segment.
    QRectF inside() const { return QRectF(parentWidget()->rect()).translated(-pos()).adjusted(1, 1, -1, -1); }
};

}  // namespace

Segments::Segments(const QString& name, const QStringList& choices, QWidget* parent) : QWidget(parent) {
    setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(name);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(0);
    for (const auto& choice : choices) {
        auto* segment = new Segment(choice);
        group_.addButton(segment, int(group_.buttons().size()));
        row->addWidget(segment);
    }
    choose(0);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&group_, &QButtonGroup::idClicked, this, [this](int index) {
        choose(index);
        Q_EMIT chosenChanged(index);
    });
}

void Segments::choose(int index) {
    if (auto* button = group_.button(index)) button->setChecked(true);
    // As with radio buttons, Tab reaches the chosen one and the arrows the others.
    for (auto* button : group_.buttons()) button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

void Segments::setText(int index, const QString& text) {
    group_.button(index)->setText(text);
    group_.button(index)->updateGeometry();
}

void Segments::setCompact() {
    theme::setCompact(*this);
    for (auto* button : group_.buttons()) button->updateGeometry();
}

void Segments::setEqualWidths() {
    int widest = 0;
    for (auto* button : group_.buttons()) widest = std::max(widest, button->sizeHint().width());
    for (auto* button : group_.buttons()) {
        button->setMinimumWidth(widest);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Segments::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const int next = chosen() + step;
    if (step == 0 || !group_.button(next)) return QWidget::keyPressEvent(event);
    choose(next);
    group_.button(next)->setFocus(Qt::TabFocusReason);
    Q_EMIT chosenChanged(next);
}

void Segments::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::Box box{theme::color(theme::Role::surface), theme::color(theme::Role::borderControl), qreal(theme::px(theme::Radius::control))};
    if (!isEnabled()) box = {theme::color(theme::Role::sunken), {}, box.radius};
    theme::drawBox(painter, rect(), box);
}

}  // namespace anneal::controls

#include "segments.moc"
