#include "pages/data/list_section.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "bridge/demo_project.h"
#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/delegates.h"
#include "controls/face.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/search_field.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/data/rename_dataset.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr std::array<int, DatasetTable::kColumns> kWidths{300, 104, 92, 208, 104, 92, 160};
constexpr int kSearchWidth = 320;

}  // namespace

ListSection::ListSection(const Context& context)
    : context_(context),
      header_(new controls::PageHeader({})),
      search_(new controls::SearchField({})),
      table_(new controls::Table({})),
      import_(controls::makeButton(theme::Kind::primary, {}, "upload")),
      rename_(controls::makeButton(theme::Kind::quiet, {}, "pencil")),
      remove_(controls::makeButton(theme::Kind::quiet, {}, "trash-2")),
      nameField_(new QLineEdit),
      faces_(new QStackedWidget),
      empty_(controls::Face::empty("database", {}, {})),
      busy_(controls::Face::busy({})),
      full_(makeFull()) {
    header_->addAction(import_);
    auto& bring = empty_->addAction({}, [this] { Q_EMIT importWanted(); });
    auto& demo = empty_->addAction({}, [this] {
        bridge::openDemo(context_.services, *this, [this](const auto& opened) {
            if (!opened && opened.error().code != "stopped") tell(opened.error());
        });
    });
    for (auto* face : {static_cast<QWidget*>(busy_), static_cast<QWidget*>(empty_), full_}) faces_->addWidget(face);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
    column->setSpacing(theme::space(4));
    column->addWidget(header_);
    column->addWidget(faces_, 1);
    connect(import_, &QPushButton::clicked, this, &ListSection::importWanted);
    controls::say(*this, [this, &bring, &demo] {
        header_->setTitle(tr("Data"));
        import_->setText(tr("Import data"));
        bring.setText(tr("Import data"));
        demo.setText(tr("Open the demo"));
        empty_->setWords(
            tr("No data set yet"),
            tr("Drop files anywhere here, paste rows, or choose a folder or a database. What they hold is detected and can be corrected."));
        busy_->setWords(tr("Reading data sets"), {});
        search_->setPurpose(tr("Filter data sets"));
        table_->setAccessibleName(tr("Data sets"));
        rename_->setText(tr("Rename"));
        remove_->setText(tr("Delete"));
        nameField_->setAccessibleName(tr("New name"));
        nameField_->setPlaceholderText(tr("New name"));
        model_.retranslate();
        write();
    });
    refresh();
}

QWidget* ListSection::makeFull() {
    auto* full = new QWidget;
    sorted_.setSourceModel(&model_);
    sorted_.setSortRole(DatasetTable::sortKey);
    sorted_.setFilterCaseSensitivity(Qt::CaseInsensitive);
    table_->setModel(&sorted_);
    table_->setSortingEnabled(true);
    table_->sortByColumn(DatasetTable::changed, Qt::DescendingOrder);
    table_->setItemDelegateForColumn(DatasetTable::name, new controls::NamedDelegate(DatasetTable::cell, false, table_));
    table_->setItemDelegateForColumn(DatasetTable::shape, new controls::ChipDelegate(DatasetTable::cell, table_));
    for (int column = 0; column < DatasetTable::kColumns; ++column) table_->setColumnWidth(column, kWidths[std::size_t(column)]);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    context_.services.state.keepColumns(*table_->horizontalHeader(), u"data.list"_s);
    table_->stretch(DatasetTable::name);
    nameField_->hide();
    nameField_->setMaximumWidth(kSearchWidth);
    search_->setMaximumWidth(kSearchWidth);
    auto* tools = new QHBoxLayout;
    tools->setSpacing(theme::space(2));
    tools->addWidget(search_, 1);
    tools->addStretch();
    tools->addWidget(nameField_, 1);
    tools->addWidget(rename_);
    tools->addWidget(remove_);
    auto* card = new controls::Card(0);
    card->body().addWidget(table_, 1);
    auto* column = new QVBoxLayout(full);
    column->setSpacing(theme::space(3));
    column->addLayout(tools);
    column->addWidget(card, 1);
    connect(search_, &QLineEdit::textChanged, &sorted_, &QSortFilterProxyModel::setFilterFixedString);
    connect(table_, &controls::Table::opened, this,
            [this](const QModelIndex& index) { Q_EMIT opened(index.data(DatasetTable::datasetId).toString()); });
    connect(table_, &QWidget::customContextMenuRequested, this, &ListSection::showMenu);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        write();
        Q_EMIT chosenChanged();
    });
    connect(rename_, &QPushButton::clicked, this, &ListSection::rename);
    connect(remove_, &QPushButton::clicked, this, &ListSection::removeChosen);
    connect(nameField_, &QLineEdit::returnPressed, this, &ListSection::finishRename);
    connect(nameField_, &QLineEdit::editingFinished, this, [this] {
        if (!nameField_->hasFocus()) nameField_->hide();
    });
    return full;
}

void ListSection::refresh() {
    const auto& services = context_.services;
    if (!services.datasets.isReady()) return faces_->setCurrentWidget(busy_);
    std::vector<bridge::DatasetEntry> shown;
    for (const auto& entry : services.datasets.all())
        if (services.projects.shows(bridge::Projects::Kind::dataset, entry.id)) shown.push_back(entry);
    const auto families = familiesOf(shown);
    std::vector<DatasetTable::Row> rows;
    for (const auto& family : families) rows.push_back(DatasetTable::rowOf(family));
    model_.setRows(std::move(rows));
    faces_->setCurrentWidget(families.empty() ? static_cast<QWidget*>(empty_) : full_);
    import_->setVisible(!families.empty());
    write();
}

QString ListSection::chosen() const {
    const auto rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.front().data(DatasetTable::datasetId).toString();
}

void ListSection::write() {
    std::uint64_t bytes = 0;
    for (int row = 0; row < model_.rowCount(); ++row) bytes += model_.row(row).bytes;
    header_->setFacts(model_.rowCount() > 0 ? tr("%n data set(s)", nullptr, model_.rowCount()) + u" · "_s + controls::formatBytes(bytes)
                                            : QString());
    const auto why = chosen().isEmpty() ? tr("Choose a data set first") : QString();
    controls::disableBecause(*rename_, why);
    controls::disableBecause(*remove_, why);
}

void ListSection::rename() {
    renamed_ = chosen();
    if (renamed_.isEmpty()) return;
    nameField_->setText(renamed_);
    nameField_->show();
    nameField_->selectAll();
    nameField_->setFocus(Qt::OtherFocusReason);
}

void ListSection::finishRename() {
    const auto before = renamed_, after = nameField_->text().trimmed();
    if (const auto done = renameDataset(context_.services, before, after); !done) {
        nameField_->setToolTip(QString::fromStdString(done.error().message));
        theme::setInvalid(*nameField_, true);
        return tell(done.error());
    }
    theme::setInvalid(*nameField_, false);
    nameField_->hide();
    table_->setFocus(Qt::OtherFocusReason);
    if (before == after) return;
    context_.host.toast({controls::Tone::success, tr("%1 is called %2 now").arg(before, after), {}, tr("Undo"), [this, before, after] {
                             if (const auto done = renameDataset(context_.services, after, before); !done) tell(done.error());
                         }});
}

void ListSection::removeChosen() {
    const auto id = chosen();
    const auto families = familiesOf(context_.services.datasets.all());
    const auto* family = familyOf(families, id);
    if (!family) return;
    std::vector<std::filesystem::path> folders;
    for (const auto* version : family->versions) folders.push_back(version->path);
    auto trashed = trashDatasets(folders);
    context_.services.datasets.reload();
    if (!trashed) return tell(trashed.error());
    context_.host.toast({controls::Tone::success,
                         folders.size() > 1 ? tr("%1 and its versions are in the trash").arg(id) : tr("%1 is in the trash").arg(id),
                         {},
                         tr("Undo"),
                         [this, trashed = *trashed] {
                             for (const auto& each : trashed)
                                 if (const auto back = base::Trash().restore(each); !back) tell(back.error());
                             context_.services.datasets.reload();
                         }});
}

void ListSection::showMenu(const QPoint& at) {
    if (!table_->indexAt(at).isValid()) return;
    auto* menu = new QMenu(table_);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this] { Q_EMIT opened(chosen()); });
    menu->addAction(tr("Rename"), this, &ListSection::rename);
    menu->addAction(tr("Show in the file manager"), this, [this] {
        if (const auto* entry = context_.services.datasets.find(chosen()))
            context_.host.reveal(QString::fromStdString(entry->path.string()));
    });
    menu->addAction(tr("Delete"), this, &ListSection::removeChosen);
    menu->popup(table_->viewport()->mapToGlobal(at));
}

void ListSection::tell(const Error& error) {
    context_.host.toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
}

}  // namespace anneal::pages
