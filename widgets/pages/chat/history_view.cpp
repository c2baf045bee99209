#include "pages/chat/history_view.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStackedLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/face.h"
#include "controls/numbers.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/chat/talk.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

HistoryView::HistoryView(const Context& context)
    : context_(context),
      model_(context.services.documents, QString::fromLatin1(kConversationKind), DocumentTable::Order::newestFirst),
      table_(new controls::Table({})),
      faces_(new QStackedLayout(this)) {
    auto* empty = controls::Face::empty("messages-square", {}, {});
    auto* card = new controls::Card(0);
    auto& acts = card->addHeader({});
    auto* open = controls::makeButton(theme::Kind::secondary, {}, "arrow-right");
    auto* remove = controls::makeButton(theme::Kind::danger, {}, "trash-2");
    for (auto* button : {open, remove}) {
        theme::setCompact(*button);
        acts.addWidget(button);
    }
    open_ = open;
    remove_ = remove;
    card->body().addWidget(table_, 1);
    table_->setModel(&model_);
    faces_->addWidget(empty);
    faces_->addWidget(card);
    connect(table_, &controls::Table::opened, this, [this](const QModelIndex& index) { Q_EMIT opened(model_.document(index.row()).id); });
    connect(open, &QPushButton::clicked, this, [this] { Q_EMIT opened(chosen()); });
    connect(remove, &QPushButton::clicked, this, &HistoryView::remove);
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryView::refresh);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model_, signal, this, &HistoryView::refresh);
    controls::say(*this, [=, this] {
        empty->setWords(tr("No conversation yet"), tr("What you ask is kept here, and can be gone on with."));
        card->setTitle(tr("Conversations"));
        open->setText(tr("Open"));
        remove->setText(tr("Delete"));
        table_->setAccessibleName(tr("Conversations"));
        const auto names = [](const bridge::Document& document) {
            QStringList models;
            for (const auto& name : Conversation::fromJson(document.body).models())
                if (!name.isEmpty()) models << name;
            return models.join(u" · "_s);
        };
        const auto turns = [](const bridge::Document& document) {
            return controls::formatCount(document.body[u"turns"_s].toArray().size());
        };
        model_.setColumns({{tr("First prompt"), [](const bridge::Document& document) { return document.name; }},
                           {tr("Models"), names},
                           {tr("Turns"), turns, true}});
        table_->stretch(0);
        table_->setColumnWidth(1, 280);
        table_->setColumnWidth(2, 80);
        table_->setColumnWidth(3, 140);
        refresh();
    });
}

QString HistoryView::chosen() const {
    const auto rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : model_.document(rows.first().row()).id;
}

void HistoryView::refresh() {
    faces_->setCurrentIndex(model_.rowCount() > 0 ? 1 : 0);
    const auto why = chosen().isEmpty() ? tr("Choose a row first") : QString();
    controls::disableBecause(*open_, why);
    controls::disableBecause(*remove_, why);
    Q_EMIT countChanged();
}

void HistoryView::remove() {
    const auto id = chosen();
    if (id.isEmpty()) return;
    auto& documents = context_.services.documents;
    const auto name = documents.find(id)->name;
    Q_EMIT removed(id);
    documents.remove(id);
    context_.host.toast(
        {controls::Tone::success, tr("Deleted the conversation"), name, tr("Undo"), [&documents, id] { documents.restore(id); }});
}

}  // namespace anneal::pages
