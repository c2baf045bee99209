#include "pages/data/sample_list.h"

#include "controls/numbers.h"

namespace anneal::pages {
namespace {

constexpr int kWindow = 32;
constexpr int kWindowsKept = 256;
constexpr qsizetype kMostWaiting = 4;

}  // namespace

SampleList::SampleList(bridge::Bridge& bridge, QObject* parent)
    : QAbstractListModel(parent), bridge_(bridge), windows_(kWindowsKept), pool_(std::make_unique<jobs::JobPool>(1)) {
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, &SampleList::ask);
}

void SampleList::setLens(std::shared_ptr<SampleLens> lens) {
    beginResetModel();
    lens_ = std::move(lens);
    order_.reset();
    ++turn_;
    windows_.clear();
    asked_.clear();
    wanted_.clear();
    endResetModel();
}

void SampleList::setOrder(std::optional<std::vector<std::int32_t>> order) {
    beginResetModel();
    order_ = std::move(order);
    endResetModel();
}

int SampleList::indexOf(std::int64_t row) const {
    if (!order_) return row >= 0 && row < rowCount() ? int(row) : -1;
    const auto found = std::ranges::lower_bound(*order_, std::int32_t(row));
    return found == order_->end() || *found != row ? -1 : int(found - order_->begin());
}

int SampleList::rowCount(const QModelIndex& parent) const {
    if (parent.isValid() || !lens_) return 0;
    return order_ ? int(order_->size()) : int(lens_->size());
}

void SampleList::ask() {
    // What was passed by is asked for again when it comes back.
    while (wanted_.size() > kMostWaiting) asked_.remove(wanted_.takeFirst());
    for (const auto window : std::exchange(wanted_, {})) {
        auto done =
            bridge_.observer<std::shared_ptr<Result<std::vector<SampleLength>>>>(*this, [this, window, turn = turn_](const auto& lengths) {
                if (turn != turn_ || !*lengths) return;
                windows_.insert(window, new std::vector<SampleLength>(**lengths));
                if (rowCount() > 0) Q_EMIT dataChanged(index(0), index(rowCount() - 1), {length});
            });
        pool_->submit("samples", [lens = lens_, window, done](const jobs::JobContext&) -> Status {
            done(std::make_shared<Result<std::vector<SampleLength>>>(lens->lengths(window * kWindow, kWindow)));
            return {};
        });
    }
}

QVariant SampleList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto row = rowAt(index.row());
    if (role == Qt::DisplayRole) return controls::formatCount(row + 1);
    if (role == number) return qint64(row + 1);
    if (role != length) return {};
    const qint64 window = row / kWindow;
    if (const auto* known = windows_.object(window)) {
        const auto within = std::size_t(row % kWindow);
        return within < known->size() ? QVariant::fromValue((*known)[within]) : QVariant();
    }
    if (!asked_.contains(window)) {
        asked_.insert(window);
        wanted_.append(window);
        soon_.start();
    }
    return {};
}

}  // namespace anneal::pages
