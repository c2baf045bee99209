#include "pages/runs/samples_view.h"

#include <map>

#include <QHBoxLayout>
#include <QListView>
#include <QStandardItemModel>

#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kPrompts = 260;
constexpr std::size_t kMost = 40;  // answers to one prompt
constexpr int kIndex = Qt::UserRole;

Label* wrapped(const QString& text, Role role) {
    auto* label = new Label(text, TextStyle::body, role);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

SamplesView::SamplesView(QWidget* parent)
    : QWidget(parent), model_(new QStandardItemModel(this)), prompts_(new QListView), answers_(new controls::ScrollColumn) {
    prompts_->setModel(model_);
    prompts_->setFrameShape(QFrame::NoFrame);
    prompts_->setFixedWidth(kPrompts);
    prompts_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::VLine);
    rule->setFixedWidth(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(prompts_);
    row->addWidget(rule);
    row->addWidget(answers_, 1);
    answers_->column().setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    connect(prompts_->selectionModel(), &QItemSelectionModel::currentChanged, this, &SamplesView::write);
    controls::say(*this, [this] {
        prompts_->setAccessibleName(tr("Prompts"));
        write();
    });
}

void SamplesView::take(std::vector<runs::RunSample> samples) {
    samples_ = std::move(samples);
    listPrompts();
    write();
}

void SamplesView::listPrompts() {
    const auto chosen = prompts_->currentIndex().isValid() ? prompts_->currentIndex().data(kIndex).toInt() : -1;
    std::map<int, QString> prompts;
    for (const auto& sample : samples_) prompts[sample.index] = QString::fromStdString(sample.prompt).simplified();
    if (int(prompts.size()) == model_->rowCount()) return;
    model_->clear();
    for (const auto& [index, prompt] : prompts) {
        auto* item = new QStandardItem(prompt);
        item->setData(index, kIndex);
        item->setToolTip(prompt);
        model_->appendRow(item);
    }
    for (int row = 0; row < model_->rowCount(); ++row)
        if (row == 0 || model_->item(row)->data(kIndex).toInt() == chosen) prompts_->setCurrentIndex(model_->index(row, 0));
}

void SamplesView::write() {
    auto& column = answers_->column();
    while (auto* item = column.takeAt(0)) {
        if (item->widget()) item->widget()->deleteLater();
        delete item;
    }
    if (!prompts_->currentIndex().isValid()) return;
    const int chosen = prompts_->currentIndex().data(kIndex).toInt();
    std::size_t shown = 0;
    for (auto sample = samples_.rbegin(); sample != samples_.rend(); ++sample) {
        if (sample->index != chosen || shown++ == kMost) continue;
        if (shown == 1 && !sample->expected.empty()) {
            column.addWidget(controls::makeCaption(tr("Expected")));
            column.addWidget(wrapped(QString::fromStdString(sample->expected), Role::textSecondary));
            column.addSpacing(theme::space(3));
        }
        column.addWidget(controls::makeCaption(tr("Step %1").arg(controls::formatCount(sample->step))));
        column.addWidget(wrapped(QString::fromStdString(sample->text), Role::text));
        column.addSpacing(theme::space(3));
    }
    column.addStretch();
}

}  // namespace anneal::pages
