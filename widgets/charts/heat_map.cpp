#include "charts/heat_map.h"

#include <cmath>
#include <numeric>

#include <QAbstractButton>
#include <QKeyEvent>
#include <QStyledItemDelegate>

#include "charts/parts/names_header.h"
#include "charts/series_look.h"
#include "controls/numbers.h"
#include "theme/focus_ring.h"
#include "theme/paint.h"

namespace anneal::charts {
namespace {

using theme::Role;

constexpr int kLeastCell = 14;
constexpr int kGap = 1;
constexpr int kTextPad = 3;
constexpr double kFaintest = 0.06;  ///< of a cell that is not empty
enum { kShare = Qt::UserRole, kRight };

QColor mixed(const QColor& ground, const QColor& ink, double share) {
    const auto part = [&](float from, float to) { return float(from + share * (to - from)); };
    return QColor::fromRgbF(part(ground.redF(), ink.redF()), part(ground.greenF(), ink.greenF()), part(ground.blueF(), ink.blueF()));
}

/// As WCAG reckons it.
double luminance(const QColor& color) {
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const QColor& inkOn(const QColor& fill) {
    const auto &text = theme::color(Role::text), &ground = theme::color(Role::chartBg);
    return contrast(fill, text) >= contrast(fill, ground) ? text : ground;
}

}  // namespace

class HeatMap::Model : public QAbstractTableModel {
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(Matrix matrix) {
        beginResetModel();
        matrix_ = std::move(matrix);
        sums_.clear();
        for (const auto& row : matrix_.counts) sums_.push_back(std::accumulate(row.begin(), row.end(), 0.0));
        endResetModel();
    }
    const Matrix& matrix() const { return matrix_; }
    double count(const QModelIndex& cell) const { return matrix_.counts[std::size_t(cell.row())][std::size_t(cell.column())]; }
    double share(const QModelIndex& cell) const {
        const double sum = sums_[std::size_t(cell.row())];
        return sum > 0 ? count(cell) / sum : 0;
    }

    int widestFigure() const {
        int widest = 0;
        for (const auto& row : matrix_.counts)
            for (const double count : row)
                widest = std::max(widest, theme::textWidth(theme::font(theme::TextStyle::caption), controls::formatDecimal(count, 0)));
        return widest;
    }

    int rowCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : int(matrix_.rows.size()); }
    int columnCount(const QModelIndex& parent) const override { return parent.isValid() ? 0 : int(matrix_.columns.size()); }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
        return (orientation == Qt::Horizontal ? matrix_.columns : matrix_.rows).value(section);
    }
    QVariant data(const QModelIndex& cell, int role) const override {
        switch (role) {
            case Qt::DisplayRole: return controls::formatDecimal(count(cell), 0);
            case Qt::ToolTipRole:
            case Qt::AccessibleTextRole: return static_cast<const HeatMap*>(QObject::parent())->reading(cell);
            case kShare: return share(cell);
            case kRight: return !matrix_.diagonal || cell.row() == cell.column();
            default: return {};
        }
    }

private:
    Matrix matrix_;
    std::vector<double> sums_;  ///< of the rows
};

class HeatMap::Cell : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& cell) const override {
        const double share = cell.data(kShare).toDouble();
        const auto ink = seriesColor(cell.data(kRight).toBool() ? 0 : 1);
        const auto fill =
            share > 0 ? mixed(theme::color(Role::chartBg), ink, kFaintest + share * (1 - kFaintest)) : theme::color(Role::sunken);
        const QRectF box = QRectF(option.rect).adjusted(0, 0, -kGap, -kGap);
        theme::fillRect(*painter, option.rect, theme::color(Role::chartBg));
        theme::fillRect(*painter, box, fill);
        if (static_cast<const HeatMap*>(parent())->figuresFit_)
            theme::drawText(*painter, box, Qt::AlignCenter, cell.data().toString(), theme::font(theme::TextStyle::caption),
                            share > 0 ? inkOn(fill) : theme::color(Role::textDisabled));
        if (option.state & QStyle::State_MouseOver || (option.state & QStyle::State_HasFocus && theme::keyboardSteers()))
            theme::drawBox(*painter, box, {{}, theme::color(Role::focus), 0, theme::px(theme::Stroke::focus)});
    }
};

HeatMap::HeatMap(const QString& name, QWidget* parent)
    : QTableView(parent), model_(new Model(this)), columns_(new NamesHeader(Qt::Horizontal)), rows_(new NamesHeader(Qt::Vertical)) {
    setAccessibleName(name);
    setModel(model_);
    setItemDelegate(new Cell(this));
    setHorizontalHeader(columns_);
    setVerticalHeader(rows_);
    setFrameShape(NoFrame);
    setShowGrid(false);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    if (auto* corner = findChild<QAbstractButton*>()) corner->installEventFilter(this);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex& cell) { Q_EMIT opened(cell.row(), cell.column()); });
}

void HeatMap::setMatrix(Matrix matrix) {
    columns_->setTitle(matrix.columnTitle);
    rows_->setTitle(matrix.rowTitle);
    model_->set(std::move(matrix));
    fit();
}

QString HeatMap::reading(const QModelIndex& cell) const {
    if (!cell.isValid()) return {};
    const auto& matrix = model_->matrix();
    return tr("%1 %2, %3 %4: %5, %6 of the row")
        .arg(matrix.rowTitle, matrix.rows.value(cell.row()), matrix.columnTitle, matrix.columns.value(cell.column()),
             controls::formatDecimal(model_->count(cell), 0), controls::formatPercent(model_->share(cell), 1));
}

void HeatMap::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
    const auto cell = currentIndex();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && cell.isValid())
        return Q_EMIT opened(cell.row(), cell.column());
    QTableView::keyPressEvent(event);
}

/// The corner between the names stays as empty as they are.
bool HeatMap::eventFilter(QObject* object, QEvent* event) {
    return (event->type() == QEvent::Paint && qobject_cast<QAbstractButton*>(object)) || QTableView::eventFilter(object, event);
}

/// Cells fill the room there is, and scroll where there is too little.
void HeatMap::fit() {
    const int columns = model_->columnCount({}), rows = model_->rowCount({});
    if (columns == 0 || rows == 0) return;
    const QSize cell(std::max(kLeastCell, viewport()->width() / columns), std::max(kLeastCell, viewport()->height() / rows));
    columns_->fit(cell.width());
    rows_->fit(cell.height());
    // All figures or none: cells without one would look empty.
    figuresFit_ = model_->widestFigure() + 2 * kTextPad <= cell.width() && theme::lineHeight(theme::TextStyle::caption) <= cell.height();
}

}  // namespace anneal::charts
