#include "pages/export/gate_panel.h"

#include <cmath>

#include <QFileInfo>
#include <QVBoxLayout>

#include "controls/face.h"
#include "controls/gauge.h"
#include "controls/icon_label.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/switch.h"
#include "controls/words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr double kLimit = 0.8;  // where the bound stands on a gauge

void clear(QVBoxLayout& layout) {
    while (auto* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

/// The figure alone where the words say the rest: "mean KL 0.0187" as "0.0187".
QString figure(const GateLine& line) { return usedShare(line) ? line.measured.section(u' ', -1) : line.measured; }

}  // namespace

GatePanel::GatePanel()
    : title_(new Label({}, TextStyle::title)),
      type_(new Label({}, TextStyle::mono, Role::textSecondary)),
      passed_(new controls::InlineMessage(controls::Tone::success, {}, {})),
      failed_(new controls::InlineMessage(controls::Tone::danger, {}, {})),
      how_(new Label({}, TextStyle::caption, Role::textSecondary)),
      details_(new controls::Switch),
      lines_(new QVBoxLayout),
      full_(new QWidget),
      empty_(controls::Face::empty("shield-check", {}, {})) {
    how_->setWordWrap(true);
    lines_->setSpacing(0);
    auto* area = new controls::ScrollColumn;
    auto& column = area->column();
    column.setContentsMargins(theme::space(4), theme::space(4), theme::space(4), theme::space(4));
    column.setSpacing(theme::space(3));
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(2));
    type_->setElided(true);
    top->addWidget(title_);
    top->addWidget(type_, 1);
    column.addLayout(top);
    column.addWidget(passed_);
    column.addWidget(failed_);
    column.addWidget(how_);
    column.addLayout(lines_);
    column.addWidget(details_);
    column.addStretch();
    auto* inside = new QVBoxLayout(full_);
    inside->addWidget(area);
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(full_);
    whole->addWidget(empty_);
    connect(details_, &QCheckBox::toggled, this, &GatePanel::refresh);
    controls::say(*this, [this] {
        title_->setText(tr("Gate report"));
        details_->setText(tr("Show what was measured"));
        empty_->setWords(
            tr("No export is chosen"),
            tr("Each file is read back and compared with the trained model before it gets its name. What the gate found is told here."));
        refresh();
    });
}

void GatePanel::show(std::optional<ExportRecord> record) {
    record_ = std::move(record);
    refresh();
}

void GatePanel::refresh() {
    full_->setVisible(record_.has_value());
    empty_->setVisible(!record_);
    clear(*lines_);
    if (!record_) return;
    const auto& record = *record_;
    type_->setText(record.what());
    passed_->setVisible(record.passed);
    failed_->setVisible(!record.passed);
    passed_->setText(tr("Passed"), record.meanKl < 1e-6 ? tr("The file answers as the trained model did.")
                                                        : tr("The file answers as the trained model did, within its bounds."));
    if (const auto* failed = record.failed(); failed && !record.passed)
        failed_->setText(
            tr("Did not pass: %1").arg(checkTitle(failed->name)),
            controls::sentences({tr("Measured %1, must be %2.").arg(failed->measured, failed->bound), failureAdvice(failed->name),
                                 tr("The file was set aside as %1.").arg(QFileInfo(record.path).fileName())}));
    how_->setText(
        std::isfinite(record.sameTopToken)
            ? tr("Read back from disk, then %1 tokens compared with the trained model: the first choice is the same in %2.")
                  .arg(controls::formatCount(record.compared), controls::formatPercent(record.sameTopToken, 1))
            : tr("Read back from disk, then %1 tokens compared with the trained model.").arg(controls::formatCount(record.compared)));
    for (const auto& line : record.checks) lines_->addWidget(makeLine(line));
}

QWidget* GatePanel::makeLine(const GateLine& line) const {
    auto* whole = new QWidget;
    auto* row = new QHBoxLayout(whole);
    row->setContentsMargins(0, theme::space(2), 0, theme::space(2));
    row->setSpacing(theme::space(2));
    auto* icon = new controls::IconLabel(line.passed ? "circle-check" : "circle-x", line.passed ? Role::successText : Role::dangerText);
    row->addWidget(icon, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    row->addLayout(column, 1);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(2));
    auto* title = new Label(checkTitle(line.name));
    title->setTextStyle(TextStyle::body, theme::Weight::medium);
    auto* value = new Label(usedShare(line) ? figure(line) : line.passed ? tr("Equal") : tr("Differs"));
    value->setTextStyle(TextStyle::body, theme::Weight::semibold);
    top->addWidget(title);
    top->addStretch();
    top->addWidget(value);
    column->addLayout(top);
    const auto share = usedShare(line);
    auto* meaning = new Label(checkMeaning(line.name), TextStyle::caption, Role::textSecondary);
    meaning->setWordWrap(true);
    auto* below = new QHBoxLayout;
    below->setSpacing(theme::space(2));
    below->addWidget(meaning, 1);
    if (share)
        below->addWidget(new Label(tr("at most %1").arg(line.bound.section(u' ', -1)), TextStyle::caption, Role::textSecondary), 0,
                         Qt::AlignTop);
    column->addLayout(below);
    if (share) {
        auto* gauge = new controls::Gauge(checkTitle(line.name));
        gauge->setShare(std::min(1.0, *share * kLimit));
        gauge->setLimit(kLimit);
        gauge->setTone(line.passed ? controls::Tone::success : controls::Tone::danger);
        column->addSpacing(theme::space(1));
        column->addWidget(gauge);
    }
    if (details_->isChecked()) {
        auto* raw = new Label(
            line.bound.isEmpty() ? u"%1: %2"_s.arg(line.name, line.measured) : u"%1: %2, %3"_s.arg(line.name, line.measured, line.bound),
            TextStyle::caption, Role::textSecondary);
        raw->setWordWrap(true);
        column->addSpacing(theme::space(1));
        column->addWidget(raw);
    }
    return whole;
}

}  // namespace anneal::pages
