#include "pages/train/step.h"

#include <QHBoxLayout>

#include "controls/chip.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "theme/theme.h"

namespace anneal::pages {

using controls::ChipLook;
using Verdict = runs::Fit::Verdict;

const bridge::BaseModel* Desk::model() const { return draft.hasModel() ? models.find(draft.spec().modelNameOrPath) : nullptr; }

system::Machine Desk::machine() const { return services().gauges.machine().value_or(system::Machine{}); }

std::optional<Outlook> Desk::outlook() const {
    const auto* chosen = model();
    if (!chosen || !services().gauges.machine()) return std::nullopt;
    const auto spec = draft.spec();
    return outlookOf(spec, chosen->config, rowsOf(spec, services().datasets), *services().gauges.machine());
}

Step::Step(const Desk& desk) : desk_(desk) {}

Heading::Heading()
    : question_(new controls::Label({}, theme::TextStyle::heading)),
      text_(new controls::Label({}, theme::TextStyle::body, theme::Role::textSecondary)),
      right_(new QHBoxLayout) {
    text_->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(theme::space(1));
    words->addWidget(question_);
    words->addWidget(text_);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(theme::space(4));
    row->addLayout(words, 1);
    row->addLayout(right_);
}

void Heading::ask(const QString& question, const QString& text) {
    question_->setText(question);
    text_->setText(text);
}

QWidget* makeColumn(Heading* question, QVBoxLayout*& column) {
    auto* area = new controls::ScrollColumn;
    column = &area->column();
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
    column->setSpacing(theme::space(4));
    column->addWidget(question);
    return area;
}

ChipLook verdictChip(Verdict verdict) {
    switch (verdict) {
        case Verdict::fits: return {.text = Step::tr("Fits"), .tone = controls::Tone::success, .dot = true};
        case Verdict::tight: return {.text = Step::tr("Tight"), .tone = controls::Tone::warning, .dot = true};
        case Verdict::over: break;
    }
    return {.text = Step::tr("Too large"), .tone = controls::Tone::danger, .dot = true};
}

QString verdictReason(const Outlook& outlook) {
    const auto needed = controls::formatBytes(std::uint64_t(outlook.needed)),
               there = controls::formatBytes(std::uint64_t(outlook.place.bytes));
    switch (outlook.verdict) {
        case Verdict::fits: return Step::tr("Takes about %1 of the %2 on this machine.").arg(needed, there);
        case Verdict::tight: return Step::tr("Takes about %1 of the %2 on this machine, with little to spare.").arg(needed, there);
        case Verdict::over: break;
    }
    return Step::tr("Takes about %1; this machine has %2.").arg(needed, there);
}

}  // namespace anneal::pages
