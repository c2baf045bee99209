#include "pages/runs/result_card.h"

#include <QPushButton>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

using controls::Label;
using theme::Role;
using theme::TextStyle;

ResultCard::ResultCard(const Context& context)
    : Card(0),
      context_(context),
      what_(new Label({})),
      path_(new Label({}, TextStyle::mono, Role::textSecondary)),
      chat_(controls::makeButton(theme::Kind::secondary, {}, "messages-square")),
      export_(controls::makeButton(theme::Kind::secondary, {}, "package")),
      reveal_(new controls::IconButton("folder-open", {}, theme::Kind::secondary)) {
    addHeader({}, theme::space(10) + 2);
    path_->setElided(true);
    what_->setElided(true);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    for (auto* button : {static_cast<QWidget*>(chat_), static_cast<QWidget*>(export_), static_cast<QWidget*>(reveal_)}) {
        theme::setCompact(*button);
        acts->addWidget(button);
    }
    acts->addStretch();
    auto* column = new QVBoxLayout;
    column->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(4));
    column->setSpacing(theme::space(1));
    column->addWidget(what_);
    column->addWidget(path_);
    column->addSpacing(theme::space(1));
    column->addLayout(acts);
    body().addLayout(column);
    const auto go = [this](const QString& page) { context_.host.go(page, QString::fromStdString(run_.status.id)); };
    connect(chat_, &QPushButton::clicked, this, [go] { go(u"chat"_s); });
    connect(export_, &QPushButton::clicked, this, [go] { go(u"export"_s); });
    connect(reveal_, &QToolButton::clicked, this, [this] { context_.host.reveal(folder_); });
    controls::say(*this, [this] {
        setTitle(tr("Result"));
        chat_->setText(tr("Chat"));
        export_->setText(tr("Export"));
        reveal_->setName(tr("Show folder"));
        say();
    });
}

void ResultCard::show(const runs::RunOverview& run) {
    run_ = run;
    say();
}

void ResultCard::say() {
    const auto& summary = run_.status.summary;
    const bool adapter = !summary.adapter.empty();
    folder_ = QString::fromStdString(adapter ? summary.adapter : summary.model);
    const bool there = !folder_.isEmpty();
    what_->setText(!there    ? tr("It left no weights.")
                   : adapter ? tr("An adapter for %1").arg(QString::fromStdString(runs::shortName(run_.spec.modelNameOrPath)))
                             : tr("A model's folder"));
    path_->setText(folder_);
    path_->setVisible(there);
    reveal_->setVisible(there);
    chat_->setVisible(there && context_.host.has(u"chat"_s));
    export_->setVisible(there && context_.host.has(u"export"_s));
}

}  // namespace anneal::pages
