#include "charts/parts/legend.h"

#include <QCheckBox>

#include "charts/series_look.h"
#include "controls/accessible_role.h"
#include "controls/flow_layout.h"
#include "theme/paint.h"

namespace anneal::charts {
namespace {

constexpr int kSample = 20;
constexpr int kAfter = 16;  ///< an entry's name; entries themselves touch

class Entry : public QCheckBox {
    Q_OBJECT
public:
    Entry(const QString& name, std::size_t number, QWidget* parent) : QCheckBox(name, parent), number_(number) {
        setAccessibleName(name);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setToolTip(tr("Click to hide or show"));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override {
        return {kSample + theme::space(2) + theme::textWidth(font(), text()) + kAfter, theme::px(theme::Size::hitMin)};
    }

Q_SIGNALS:
    void pointedAt(bool at);

protected:
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }
    void enterEvent(QEnterEvent*) override { point(true); }
    void leaveEvent(QEvent*) override { point(false); }
    void focusInEvent(QFocusEvent* event) override {
        QCheckBox::focusInEvent(event);
        if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason) point(true);
    }
    void focusOutEvent(QFocusEvent* event) override {
        QCheckBox::focusOutEvent(event);
        point(false);
    }
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const auto faint = theme::color(theme::Role::textDisabled);
        drawSample(painter, QRectF(0, 0, kSample, height()), number_, isChecked() ? seriesColor(number_) : faint);
        const auto rest = theme::color(underMouse() ? theme::Role::text : theme::Role::textSecondary);
        auto shown = font();
        shown.setStrikeOut(!isChecked());
        theme::drawText(painter, rect().adjusted(kSample + theme::space(2), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text(), shown,
                        isChecked() ? rest : faint);
    }

private:
    static const QFont& font() { return theme::font(theme::TextStyle::caption); }

    void point(bool at) {
        update();
        Q_EMIT pointedAt(at);
    }

    std::size_t number_;
};

}  // namespace

Legend::Legend(QWidget* parent) : QWidget(parent) {
    controls::setAccessibleRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("Lines"));
    auto* flow = new controls::FlowLayout(0, this);
    flow->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void Legend::setScene(const Scene& scene) {
    while (auto* item = layout()->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (std::size_t line = 0; line < scene.lines.size(); ++line) {
        const auto& shown = scene.lines[line];
        if (shown.look.planned) continue;
        auto* entry = new Entry(shown.series->name(), shown.look.number, this);
        entry->setChecked(!shown.hidden);
        layout()->addWidget(entry);
        connect(entry, &QCheckBox::toggled, this, [this, line](bool on) { Q_EMIT shownChanged(line, on); });
        connect(entry, &Entry::pointedAt, this,
                [this, line, entry](bool at) { Q_EMIT chosenChanged(at && entry->isChecked() ? std::optional(line) : std::nullopt); });
        entry->show();
    }
    updateGeometry();
}

int Legend::widthInOneLine() const { return layout()->sizeHint().width() - kAfter; }

}  // namespace anneal::charts

#include "legend.moc"
