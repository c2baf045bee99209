#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/face.h"
#include "controls/forecast_bar.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/system/disk_table.h"
#include "pages/system/paths_card.h"
#include "pages/system/section.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::formatBytes;
using controls::Label;
using runs::DiskItem;
using theme::Role;
using theme::TextStyle;
using Kind = DiskItem::Kind;

constexpr int kTableHeight = 320;
constexpr std::array<int, DiskTable::kColumns> kWidths{232, 96, 96, 200, 132};

struct Measured {
    std::vector<DiskItem> items;
    std::filesystem::space_info disk{};
};

class StorageSection : public Section {
    Q_OBJECT
public:
    explicit StorageSection(const Context& context);
    void open() override { measure(); }

private:
    QWidget* makeFull();
    void measure();
    void show();
    void showBar();
    void choose();
    const DiskItem* chosen() const;
    void removeChosen();
    void removeCheckpoints();
    void trash(const DiskItem& item, bool checkpoints);
    void erase(const DiskItem& item);
    void tell(const Error& error);

    Context context_;
    DiskTable model_;
    QSortFilterProxyModel sorted_;
    Label* title_;
    Label* free_;
    controls::ForecastBar* bar_;
    controls::ForecastLegend* legend_;
    controls::Table* table_;
    QPushButton* again_;
    QPushButton* checkpoints_;
    QPushButton* remove_;
    controls::Face* busy_;
    QStackedLayout* faces_;
    Measured measured_;
    bool measuring_ = false;
};

StorageSection::StorageSection(const Context& context)
    : context_(context),
      title_(new Label({}, TextStyle::heading)),
      free_(new Label({}, TextStyle::body, Role::textSecondary)),
      bar_(new controls::ForecastBar({})),
      legend_(new controls::ForecastLegend),
      table_(new controls::Table({})),
      again_(controls::makeButton(theme::Kind::quiet, {}, "refresh-cw")),
      checkpoints_(controls::makeButton(theme::Kind::secondary, {}, "scissors")),
      remove_(controls::makeButton(theme::Kind::danger, {}, "trash-2")),
      busy_(controls::Face::busy({})),
      faces_(new QStackedLayout(this)) {
    sorted_.setSourceModel(&model_);
    sorted_.setSortRole(DiskTable::sortKey);
    table_->setModel(&sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(DiskTable::size, Qt::DescendingOrder);
    for (int column = 0; column < DiskTable::kColumns; ++column) table_->setColumnWidth(column, kWidths[std::size_t(column)]);
    table_->setMinimumHeight(kTableHeight);
    context_.services.state.keepColumns(*table_->horizontalHeader(), u"system.disk"_s);
    table_->stretch(DiskTable::usedBy);
    faces_->addWidget(busy_);
    faces_->addWidget(makeFull());
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &StorageSection::choose);
    connect(again_, &QPushButton::clicked, this, &StorageSection::measure);
    connect(remove_, &QPushButton::clicked, this, &StorageSection::removeChosen);
    connect(checkpoints_, &QPushButton::clicked, this, &StorageSection::removeCheckpoints);
    controls::say(*this, [this] {
        title_->setText(tr("Paths and disk"));
        busy_->setWords(tr("Measuring the disk"), {});
        bar_->setAccessibleName(tr("The disk by what fills it"));
        table_->setAccessibleName(tr("What fills the disk"));
        again_->setText(tr("Measure again"));
        checkpoints_->setText(tr("Remove checkpoints"));
        remove_->setText(tr("Delete"));
        model_.retranslate();
        show();
        choose();
    });
}

QWidget* StorageSection::makeFull() {
    auto* disk = new controls::Card(16);
    auto* top = new QHBoxLayout;
    top->addWidget(free_);
    top->addStretch();
    top->addWidget(again_);
    disk->body().addLayout(top);
    disk->body().addWidget(bar_);
    disk->body().addWidget(legend_);
    auto* list = new controls::Card(0);
    auto& acts = list->addHeader({});
    for (auto* button : {checkpoints_, remove_}) {
        theme::setCompact(*button);
        acts.addWidget(button);
    }
    theme::setCompact(*again_);
    list->body().addWidget(table_, 1);
    controls::say(*this, [list] { list->setTitle(tr("What fills it")); });
    auto* area = new controls::ScrollColumn;
    auto& column = area->column();
    column.setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
    column.setSpacing(theme::space(4));
    column.addWidget(title_);
    column.addWidget(disk);
    column.addWidget(list, 1);
    column.addWidget(makePathsCard(context_.host));
    return area;
}

void StorageSection::measure() {
    if (std::exchange(measuring_, true)) return;
    const auto work = [](const jobs::JobContext& job) -> Result<Measured> {
        ANNEAL_TRY(items, runs::measureDisk(job.progress, job.stop));
        std::error_code ignored;
        return Measured{std::move(items), std::filesystem::space(base::dataHome(), ignored)};
    };
    context_.services.jobs.compute<Measured>({.title = tr("Measure the disk"), .shown = false}, work, *this,
                                             [this](Result<Measured> measured) {
                                                 measuring_ = false;
                                                 if (!measured) return;
                                                 measured_ = std::move(*measured);
                                                 faces_->setCurrentIndex(1);
                                                 model_.setItems(measured_.items);
                                                 show();
                                                 choose();
                                             });
}

void StorageSection::show() {
    const auto& disk = measured_.disk;
    free_->setText(tr("%1 free of %2").arg(formatBytes(disk.available), formatBytes(disk.capacity)));
    showBar();
}

void StorageSection::showBar() {
    std::array<std::uint64_t, 4> sums{};
    std::uint64_t checkpoints = 0;
    for (const auto& item : measured_.items) {
        sums[std::size_t(item.kind)] += item.bytes - item.checkpoints;
        checkpoints += item.checkpoints;
    }
    const auto part = [](const QString& name, std::uint64_t bytes, std::size_t series) {
        return controls::ForecastPart{name, double(bytes), formatBytes(bytes), series};
    };
    controls::Forecast forecast;
    forecast.parts = {part(tr("Data sets"), sums[std::size_t(Kind::dataset)], 0), part(tr("Checkpoints"), checkpoints, 1),
                      part(tr("Runs"), sums[std::size_t(Kind::run)], 2), part(tr("Caches"), sums[std::size_t(Kind::cache)], 4),
                      part(tr("Trash"), sums[std::size_t(Kind::trash)], 7)};
    std::uint64_t ours = checkpoints;
    for (const auto sum : sums) ours += sum;
    const auto used = measured_.disk.capacity - measured_.disk.available;
    const auto others = used > ours ? used - ours : 0;
    forecast.capacity = double(std::max<std::uintmax_t>(1, measured_.disk.capacity));
    forecast.others = double(others);
    forecast.othersFigure = formatBytes(others);
    forecast.othersName = tr("Other files");
    bar_->setForecast(forecast);
    legend_->setForecast(forecast);
}

const DiskItem* StorageSection::chosen() const {
    const auto rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &model_.item(sorted_.mapToSource(rows.first()).row());
}

void StorageSection::choose() {
    const auto* item = chosen();
    const auto why = !item ? tr("Choose a row first") : item->live ? tr("It is at work; stop it first") : QString();
    controls::disableBecause(*remove_, why);
    remove_->setText(item && item->kind == Kind::trash ? tr("Empty") : item && item->kind == Kind::cache ? tr("Clear") : tr("Delete"));
    checkpoints_->setVisible(item && item->kind == Kind::run && item->checkpoints > 0);
    controls::disableBecause(*checkpoints_, why);
}

void StorageSection::removeChosen() {
    const auto* row = chosen();
    if (!row) return;
    const auto item = *row;
    if (item.kind == Kind::cache) return erase(item);
    if (item.kind == Kind::trash)
        return context_.host.ask(
            {tr("Empty the trash?"), tr("This frees %1. What is in it cannot be brought back.").arg(formatBytes(item.bytes)), tr("Empty")},
            [this, item] { erase(item); });
    if (item.usedBy.empty()) return trash(item, false);
    context_.host.ask({tr("Delete %1?").arg(nameText(item)),
                       tr("This frees %1. Made from it: %2. They stay, but cannot be resumed or made again.")
                           .arg(formatBytes(item.bytes), listed(item.usedBy)),
                       tr("Delete")},
                      [this, item] { trash(item, false); });
}

void StorageSection::removeCheckpoints() {
    const auto* row = chosen();
    if (!row) return;
    context_.host.ask({tr("Remove the checkpoints of %1?").arg(nameText(*row)),
                       tr("This frees %1. The run's result stays; it can no longer be resumed, nor be exported from an earlier step.")
                           .arg(formatBytes(row->checkpoints)),
                       tr("Remove")},
                      [this, item = *row] { trash(item, true); });
}

void StorageSection::trash(const DiskItem& item, bool checkpoints) {
    const auto work = [item, checkpoints](const jobs::JobContext&) {
        return checkpoints ? runs::trashCheckpoints(item) : runs::trashItem(item);
    };
    context_.services.jobs.compute<base::Trashed>(
        {.title = tr("Delete %1").arg(nameText(item)), .shown = false}, work, *this,
        [this, item, checkpoints](Result<base::Trashed> trashed) {
            if (!trashed && trashed.error().code == "trash_elsewhere")
                return context_.host.ask({tr("Delete %1 for good?").arg(nameText(item)),
                                          tr("It lies on another disk and cannot be brought back."), tr("Delete")},
                                         [this, item] { erase(item); });
            if (!trashed) return tell(trashed.error());
            measure();
            const auto undo = [this, trashed = *trashed] {
                const auto restored = base::Trash().restore(trashed);
                if (!restored) tell(restored.error());
                measure();
            };
            context_.host.toast(
                {controls::Tone::success,
                 checkpoints ? tr("Removed the checkpoints of %1").arg(nameText(item)) : tr("Deleted %1").arg(nameText(item)),
                 tr("%1 in the trash").arg(formatBytes(checkpoints ? item.checkpoints : item.bytes)), tr("Undo"), undo});
        });
}

void StorageSection::erase(const DiskItem& item) {
    const auto work = [item](const jobs::JobContext&) -> Result<bool> {
        ANNEAL_CHECK(runs::eraseItem(item));
        return true;
    };
    context_.services.jobs.compute<bool>({.title = tr("Delete %1").arg(nameText(item))}, work, *this, [this, item](Result<bool> erased) {
        if (!erased) return tell(erased.error());
        context_.host.toast({controls::Tone::success, tr("%1 freed").arg(formatBytes(item.bytes)), nameText(item), {}, {}});
        measure();
    });
}

void StorageSection::tell(const Error& error) {
    context_.host.toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
}

}  // namespace

Section* makeStorageSection(const Context& context) { return new StorageSection(context); }

}  // namespace anneal::pages

#include "storage_section.moc"
