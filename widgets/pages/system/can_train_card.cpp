#include "pages/system/can_train_card.h"

#include <QPushButton>

#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "pages/system/fit_table.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

constexpr std::int64_t kTokens = 2048;

}  // namespace

TrainingDevice trainingDevice(const system::Machine& machine) {
    const auto largest = std::ranges::max_element(machine.gpus, {}, &system::GpuInfo::memoryBytes);
    if (largest != machine.gpus.end()) return {QString::fromStdString(largest->name), std::int64_t(largest->memoryBytes), true, true};
    return {QString::fromStdString(machine.cpu.name), std::int64_t(machine.memory.totalBytes), false, machine.cpu.fastBf16()};
}

CanTrainCard::CanTrainCard(const Context& context)
    : Card(0),
      table_(new FitTable),
      note_(new controls::Label({}, TextStyle::caption, Role::textSecondary)),
      more_(controls::makeButton(theme::Kind::link, {})) {
    addHeader({}).addWidget(more_);
    body().addWidget(table_);
    note_->setWordWrap(true);
    auto* bottom = new QVBoxLayout;
    bottom->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    bottom->addWidget(note_);
    body().addLayout(bottom);
    connect(more_, &QPushButton::clicked, this, [&host = context.host] { host.go(u"system"_s, u"hardware"_s); });
    controls::say(*this, [this] {
        setTitle(tr("What this machine can train"));
        more_->setText(tr("Other machines"));
        table_->setAccessibleName(tr("What this machine can train"));
        if (machine_.memory.totalBytes > 0) show(machine_);
    });
}

void CanTrainCard::show(const system::Machine& machine) {
    machine_ = machine;
    const auto device = trainingDevice(machine);
    std::vector<FitTableModel::Row> rows;
    for (const auto* model : runs::catalogueSizes()) {
        FitTableModel::Row row{
            .name = controls::formatCompact(double(model->parameters)), .detail = {}, .deviceBytes = device.bytes, .fits = {}};
        for (std::size_t i = 0; i < kFitMethods.size(); ++i)
            row.fits[i] = runs::fitOn(specOf(kFitMethods[i], true), model->config, kTokens, device.bytes, device.cuda, device.bf16);
        rows.push_back(std::move(row));
    }
    table_->rows().setRows(tr("Base model"), std::move(rows));
    table_->fitHeight();
    note_->setText(tr("On %1 with %2, %3 tokens at once, activations recomputed. Each cell is the memory that it takes.")
                       .arg(device.name, controls::formatBytes(std::uint64_t(device.bytes)), controls::formatCount(kTokens)));
}

}  // namespace anneal::pages
