#include "pages/runs/log_view.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/cell.h"
#include "controls/search_field.h"
#include "controls/segments.h"
#include "controls/switch.h"
#include "controls/words.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using Level = LogModel::Level;
using theme::Role;

constexpr int kSearchWidth = 180, kSearchLeast = 90;
constexpr int kGap = 12;

const QFont& mono() { return theme::font(theme::TextStyle::mono); }

Role roleOf(Level level) {
    switch (level) {
        case Level::eval: return Role::accentText;
        case Level::save: return Role::successText;
        case Level::warning: return Role::warningText;
        case Level::error: return Role::dangerText;
        default: return Role::textSecondary;
    }
}

}  // namespace

class LogView::Filter : public QSortFilterProxyModel {
public:
    explicit Filter(QObject* parent) : QSortFilterProxyModel(parent) {}

    void setLevels(int chosen) {
        chosen_ = chosen;
        invalidateFilter();
    }
    void setText(const QString& text) {
        text_ = text;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override {
        const auto index = sourceModel()->index(row, 0);
        if (chosen_ > 0 && Level(index.data(LogModel::level).toInt()) != kShown[std::size_t(chosen_)]) return false;
        return text_.isEmpty() || index.data().toString().contains(text_, Qt::CaseInsensitive);
    }

private:
    static constexpr std::array kShown{Level::step, Level::eval, Level::warning, Level::error};  // the first stands for all
    int chosen_ = 0;
    QString text_;
};

/// Time, level and words in columns of one line.
class LogView::Line : public QStyledItemDelegate {
public:
    explicit Line(QObject* parent) : QStyledItemDelegate(parent) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {theme::space(10), theme::lineHeight(theme::TextStyle::mono)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        controls::drawCellGround(*painter, option, index);
        static const int timeWidth = theme::textWidth(mono(), u"00:00:00"_s), levelWidth = theme::textWidth(mono(), u"error"_s);
        QRectF rect = QRectF(option.rect).adjusted(theme::space(4), 0, -theme::space(4), 0);
        const auto put = [&](const QString& text, Role role) {
            theme::drawText(*painter, rect, Qt::AlignLeft | Qt::AlignVCenter, text, mono(), controls::cellInk(option, theme::color(role)));
        };
        const auto level = Level(index.data(LogModel::level).toInt());
        put(index.data(LogModel::time).toString(), Role::textSecondary);
        rect.adjust(timeWidth + kGap, 0, 0, 0);
        put(LogModel::word(level), roleOf(level));
        rect.adjust(levelWidth + kGap, 0, 0, 0);
        put(index.data().toString(), Role::text);
    }
};

LogView::LogView(QWidget* parent)
    : QWidget(parent),
      filter_(new Filter(this)),
      list_(new QListView),
      tools_(new QWidget),
      levels_(new controls::Segments({}, {{}, {}, {}, {}})),
      search_(new controls::SearchField({})),
      follow_(new controls::Switch),
      copy_(new controls::IconButton("copy", {})) {
    filter_->setSourceModel(&model_);
    list_->setModel(filter_);
    list_->setItemDelegate(new Line(list_));
    list_->setUniformItemSizes(true);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list_->setMouseTracking(true);
    auto* copies = new QAction(list_);
    copies->setShortcut(QKeySequence::Copy);
    copies->setShortcutContext(Qt::WidgetShortcut);
    list_->addAction(copies);
    connect(copies, &QAction::triggered, this, &LogView::copy);
    makeTools();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme::space(1), 0, theme::space(1));
    column->addWidget(list_);
    connect(&model_, &LogModel::countsChanged, this, &LogView::writeCounts);
    connect(filter_, &QAbstractItemModel::rowsInserted, this, [this] { followNewest(); });
    connect(filter_, &QAbstractItemModel::modelReset, this, [this] { followNewest(); });
    // Looking back ends following; going to the end takes it up again.
    connect(list_->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const auto* bar = list_->verticalScrollBar();
        follow_->setChecked(bar->sliderPosition() >= bar->maximum());
    });
    controls::say(*this, [this] {
        list_->setAccessibleName(tr("Log"));
        levels_->setAccessibleName(tr("What the log shows"));
        search_->setPurpose(tr("Find in the log"));
        follow_->setText(tr("Follow"));
        copy_->setName(tr("Copy the chosen lines, or all that are shown"));
        writeCounts();
    });
}

void LogView::makeTools() {
    auto* row = new QHBoxLayout(tools_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(2));
    for (auto* each : {static_cast<QWidget*>(search_), static_cast<QWidget*>(copy_)}) theme::setCompact(*each);
    levels_->setCompact();
    search_->setMinimumWidth(kSearchLeast);
    search_->setMaximumWidth(kSearchWidth);
    follow_->setChecked(true);
    row->addWidget(levels_);
    row->addStretch();
    row->addWidget(follow_);
    row->addWidget(search_, 1);
    row->addWidget(copy_);
    connect(levels_, &controls::Segments::chosenChanged, this, [this](int at) {
        filter_->setLevels(at);
        followNewest();
    });
    connect(search_, &QLineEdit::textChanged, this, [this](const QString& text) {
        filter_->setText(text);
        followNewest();
    });
    connect(follow_, &QCheckBox::toggled, this, [this] { followNewest(); });
    connect(copy_, &QToolButton::clicked, this, &LogView::copy);
}

void LogView::writeCounts() {
    levels_->setText(0, tr("All"));
    levels_->setText(1, tr("Eval %1").arg(model_.count(Level::eval)));
    levels_->setText(2, tr("Warnings %1").arg(model_.count(Level::warning)));
    levels_->setText(3, tr("Errors %1").arg(model_.count(Level::error)));
}

void LogView::followNewest() {
    if (follow_->isChecked()) list_->scrollToBottom();
}

void LogView::copy() {
    auto chosen = list_->selectionModel()->selectedIndexes();
    std::ranges::sort(chosen, {}, &QModelIndex::row);
    QStringList lines;
    for (const auto& index : chosen) lines << index.data(Qt::AccessibleTextRole).toString();
    if (chosen.isEmpty())
        for (int row = 0; row < filter_->rowCount(); ++row) lines << filter_->index(row, 0).data(Qt::AccessibleTextRole).toString();
    QGuiApplication::clipboard()->setText(lines.join(u'\n') + u'\n');
}

void LogView::find() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

void LogView::showErrors() {
    levels_->choose(3);
    filter_->setLevels(3);
}

void LogView::setFollows(bool follows) { follow_->setChecked(follows); }

QJsonObject LogView::saveState() const {
    return {{u"levels"_s, levels_->chosen()}, {u"text"_s, search_->text()}, {u"follow"_s, follow_->isChecked()}};
}

void LogView::restoreState(const QJsonObject& state) {
    levels_->choose(state[u"levels"_s].toInt());
    filter_->setLevels(levels_->chosen());
    search_->setText(state[u"text"_s].toString());
    follow_->setChecked(state[u"follow"_s].toBool(true));
}

}  // namespace anneal::pages
