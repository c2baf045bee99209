#include "pages/train/run_lists.h"

#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/face.h"
#include "controls/page_header.h"
#include "controls/scroll_column.h"
#include "controls/table.h"
#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kMostRows = 10;

}  // namespace

RunLists::RunLists(const Context& context)
    : context_(context),
      header_(new controls::PageHeader({})),
      new_(controls::makeButton(theme::Kind::primary, {}, "plus")),
      file_(controls::makeButton(theme::Kind::secondary, {}, "folder-open")),
      drafts_(RunDocumentTable::What::drafts),
      presets_(RunDocumentTable::What::presets),
      empty_(controls::Face::empty("graduation-cap", {}, {})),
      faces_(new QStackedLayout) {
    makeList(drafts_, kDraftKind);
    makeList(presets_, kPresetKind);
    auto* area = new controls::ScrollColumn;
    area->column().setContentsMargins(0, 0, theme::space(6), theme::space(6));
    area->column().setSpacing(theme::space(4));
    area->column().addWidget(drafts_.card);
    area->column().addWidget(presets_.card);
    area->column().addStretch(1);
    full_ = area;
    header_->addAction(file_);
    header_->addAction(new_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), 0, 0);
    column->setSpacing(theme::space(4));
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, theme::space(6), 0);
    top->addWidget(header_);
    column->addLayout(top);
    column->addLayout(faces_, 1);
    faces_->addWidget(empty_);
    faces_->addWidget(full_);
    auto& begin = empty_->addAction({}, [this] { Q_EMIT newWanted(); });
    auto& open = empty_->addAction({}, [this] { Q_EMIT fileWanted(); });
    connect(new_, &QPushButton::clicked, this, &RunLists::newWanted);
    connect(file_, &QPushButton::clicked, this, &RunLists::fileWanted);
    connect(&context.services.documents, &bridge::Documents::changed, this, &RunLists::refresh);
    connect(&context.services.projects, &bridge::Projects::membersChanged, this, &RunLists::refresh);
    controls::say(*this, [this, &begin, &open] {
        header_->setTitle(tr("Train"));
        new_->setText(tr("New run"));
        file_->setText(tr("Open RUN.yaml"));
        empty_->setWords(tr("No run is being made up"),
                         tr("A run teaches a base model from your data. Seven questions lead to it, and every one has a good default."));
        begin.setText(tr("New run"));
        open.setText(tr("Open RUN.yaml"));
        drafts_.card->setTitle(tr("Drafts"));
        presets_.card->setTitle(tr("Presets"));
        drafts_.table->setAccessibleName(tr("Drafts"));
        presets_.table->setAccessibleName(tr("Presets"));
        drafts_.open->setText(tr("Go on"));
        presets_.open->setText(tr("New run from it"));
        for (auto* list : {&drafts_, &presets_}) {
            list->remove->setText(tr("Delete"));
            list->model.retranslate();
        }
        refresh();
    });
}

QWidget* RunLists::first() const { return empty_->isVisible() ? nullptr : drafts_.card->isVisible() ? drafts_.table : presets_.table; }

void RunLists::makeList(List& list, const QString& kind) {
    list.card = new controls::Card(0);
    list.table = new controls::Table({});
    list.open = controls::makeButton(theme::Kind::secondary, {});
    list.remove = controls::makeButton(theme::Kind::quiet, {}, "trash-2");
    auto& top = list.card->addHeader({});
    for (auto* button : {list.remove, list.open}) {
        theme::setCompact(*button);
        top.addWidget(button);
    }
    list.table->setModel(&list.model);
    for (std::size_t i = 0; i < RunDocumentTable::kWidths.size(); ++i) list.table->setColumnWidth(int(i), RunDocumentTable::kWidths[i]);
    context_.services.state.keepColumns(*list.table->horizontalHeader(), u"train."_s + kind);
    list.card->body().addWidget(list.table);
    const auto want = [this, &list](int row) {
        const auto id = list.model.document(row).id;
        if (&list == &drafts_)
            Q_EMIT draftWanted(id);
        else
            Q_EMIT presetWanted(id);
    };
    connect(list.table, &controls::Table::opened, this, [want](const QModelIndex& index) { want(index.row()); });
    connect(list.open, &QPushButton::clicked, this, [want, &list] {
        if (const auto rows = list.table->selectionModel()->selectedRows(); !rows.isEmpty()) want(rows.first().row());
    });
    connect(list.remove, &QPushButton::clicked, this, [this, &list] { removeChosen(list); });
    connect(list.table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, &list] { enable(list); });
}

const bridge::Document* RunLists::chosen(const List& list) const {
    const auto rows = list.table->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &list.model.document(rows.first().row());
}

void RunLists::enable(const List& list) {
    const auto why = chosen(list) ? QString() : tr("Choose a row first");
    for (auto* button : {list.open, list.remove}) controls::disableBecause(*button, why);
}

void RunLists::removeChosen(const List& list) {
    const auto* document = chosen(list);
    if (!document) return;
    const auto id = document->id, name = document->name;
    context_.services.documents.remove(id);
    context_.host.toast(
        {controls::Tone::success, tr("Deleted %1").arg(name), {}, tr("Undo"), [this, id] { context_.services.documents.restore(id); }});
}

void RunLists::refresh() {
    auto drafts = context_.services.documents.list(kDraftKind);
    std::ranges::sort(drafts, std::ranges::greater(), &bridge::Document::changed);
    drafts_.model.setDocuments(drafts);
    QList<bridge::Document> presets;
    for (const auto& preset : context_.services.documents.list(kPresetKind))
        if (context_.services.projects.shows(bridge::Projects::Kind::preset, preset.id)) presets.append(preset);
    presets_.model.setDocuments(presets);
    for (auto* list : {&drafts_, &presets_}) {
        const int rows = list->model.rowCount();
        list->card->setVisible(rows > 0);
        list->table->setFixedHeight(theme::px(theme::Size::tableHeader) + std::min(rows, kMostRows) * theme::px(theme::Size::tableRow) + 2);
        if (rows > 0 && !chosen(*list)) list->table->selectRow(0);
        enable(*list);
    }
    const bool any = !drafts.isEmpty() || !presets.isEmpty();
    faces_->setCurrentWidget(any ? full_ : empty_);
    for (auto* button : {new_, file_}) button->setVisible(any);
}

}  // namespace anneal::pages
