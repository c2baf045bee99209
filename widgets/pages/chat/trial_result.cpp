#include "pages/chat/trial_result.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>
#include <QStandardItemModel>

#include "controls/buttons.h"
#include "controls/gauge.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/chat/trial_view.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kBarWidth = 280;

}  // namespace

TrialResult::TrialResult()
    : title_(new controls::Label({}, theme::TextStyle::title)),
      text_(new controls::Label({}, theme::TextStyle::body, theme::Role::textSecondary)),
      table_(new controls::Table({})),
      rows_(new QStandardItemModel(0, 3, this)) {
    auto* back = controls::makeButton(theme::Kind::secondary, {});
    auto* copy = controls::makeButton(theme::Kind::secondary, {}, "copy");
    auto* drop = controls::makeButton(theme::Kind::secondary, {}, "trash-2");
    text_->setWordWrap(true);
    auto* card = new controls::Card(16);
    card->body().setSpacing(theme::space(3));
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(2));
    top->addWidget(title_);
    top->addStretch();
    for (auto* button : {copy, drop, back}) top->addWidget(button);
    card->body().addLayout(top);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space(3));
    grid->setVerticalSpacing(theme::space(2));
    for (int i = 0; i < 3; ++i) {
        names_[std::size_t(i)] = new controls::Label({});
        bars_[std::size_t(i)] = new controls::Gauge({});
        bars_[std::size_t(i)]->setFixedWidth(kBarWidth);
        counts_[std::size_t(i)] = new controls::Label({});
        counts_[std::size_t(i)]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(names_[std::size_t(i)], i, 0);
        grid->addWidget(bars_[std::size_t(i)], i, 1, Qt::AlignVCenter);
        grid->addWidget(counts_[std::size_t(i)], i, 2);
    }
    bars_[1]->setTone(controls::Tone::neutral);
    bars_[2]->setTone(controls::Tone::neutral);
    grid->setColumnStretch(3, 1);
    card->body().addLayout(grid);
    card->body().addWidget(text_);
    auto* list = new controls::Card(0);
    list->body().addWidget(table_);
    table_->setModel(rows_);
    table_->stretch(0);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::space(3));
    column->addWidget(card);
    column->addWidget(list, 1);
    connect(back, &QPushButton::clicked, this, &TrialResult::left);
    connect(drop, &QPushButton::clicked, this, &TrialResult::dropped);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(summary()); });
    controls::say(*this, [=, this] {
        back->setText(tr("Back to the cases"));
        copy->setText(tr("Copy result"));
        drop->setText(tr("Discard"));
        table_->setAccessibleName(tr("Judged cases"));
        rows_->setHorizontalHeaderLabels({tr("Prompt"), tr("Better"), tr("Stood at")});
        refresh();
    });
    table_->setColumnWidth(1, 220);
    table_->setColumnWidth(2, 120);
}

void TrialResult::show(const BlindTrial& trial) {
    trial_ = trial;
    refresh();
}

void TrialResult::refresh() {
    const auto tally = trial_.tally();
    const auto& models = trial_.models();
    const std::array counts{tally.better, tally.worse, tally.even};
    const std::array names{models[1], models[0], tr("The same")};
    title_->setText(verdictText(trial_));
    text_->setText(significanceText(tally));
    for (std::size_t i = 0; i < counts.size(); ++i) {
        names_[i]->setText(names[i]);
        bars_[i]->setAccessibleName(names[i]);
        bars_[i]->setShare(tally.judged() > 0 ? double(counts[i]) / tally.judged() : 0);
        counts_[i]->setText(controls::formatCount(counts[i]));
    }
    rows_->setRowCount(int(trial_.items().size()));
    int row = 0;
    for (const auto& item : trial_.items()) {
        const bool even = item.verdict == BlindTrial::Verdict::even;
        const std::size_t place = item.verdict == BlindTrial::Verdict::left ? 0 : 1;
        const QStringList texts{item.question.name(), even ? tr("The same") : models[item.modelAt(place)],
                                even         ? u"–"_s
                                : place == 0 ? u"A"_s
                                             : u"B"_s};
        for (int column = 0; column < texts.size(); ++column) rows_->setItem(row, column, new QStandardItem(texts[column]));
        ++row;
    }
}

QString TrialResult::summary() const {
    const auto tally = trial_.tally();
    QStringList lines{verdictText(trial_), u"%1: %2"_s.arg(trial_.models()[1]).arg(tally.better),
                      u"%1: %2"_s.arg(trial_.models()[0]).arg(tally.worse), tr("The same: %1").arg(tally.even), significanceText(tally)};
    return lines.join(u'\n');
}

}  // namespace anneal::pages
