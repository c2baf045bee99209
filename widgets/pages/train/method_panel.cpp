#include "pages/train/method_panel.h"

#include <QPushButton>
#include <QToolButton>

#include "controls/buttons.h"
#include "controls/flow_layout.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/segments.h"
#include "controls/switch.h"
#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

using controls::Forecast;

namespace {

using controls::Label;
using runs::FinetuningType;
using theme::Role;
using theme::TextStyle;

constexpr std::array kRanks{8, 16, 32, 64};
constexpr std::array kTargets{"q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"};

QFrame* makeRule() {
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    return rule;
}

}  // namespace

Forecast memoryForecast(const runs::MemoryParts& memory, int ranks, std::int64_t capacity, std::int64_t others) {
    const auto part = [&](const QString& name, std::int64_t bytes, std::size_t series) {
        return controls::ForecastPart{name, double(bytes) * ranks, controls::formatBytes(std::uint64_t(bytes * ranks)), series};
    };
    return {.parts = {part(MethodPanel::tr("Weights"), memory.weights, 0), part(MethodPanel::tr("Activations"), memory.activations, 1),
                      part(MethodPanel::tr("Optimiser"), memory.optimizer, 2), part(MethodPanel::tr("Gradients"), memory.gradients, 4),
                      part(MethodPanel::tr("Runtime"), memory.runtime, 7)},
            .others = double(others),
            .capacity = double(capacity),
            .othersFigure = controls::formatBytes(std::uint64_t(others)),
            .othersName = {}};
}

MethodPanel::MethodPanel(const Desk& desk)
    : desk_(desk),
      title_(new Label({}, TextStyle::title)),
      reset_(controls::makeButton(theme::Kind::link, {})),
      lora_(makeLora()),
      freeze_(makeFreeze()),
      full_(makeFull()) {
    auto* top = new QHBoxLayout;
    top->addWidget(title_);
    top->addStretch();
    top->addWidget(reset_);
    auto* area = new controls::ScrollColumn;
    auto& column = area->column();
    column.setContentsMargins(theme::space(5), theme::space(5), theme::space(5), theme::space(5));
    column.setSpacing(theme::space(4));
    column.addLayout(top);
    for (auto* part : {lora_, freeze_, full_}) column.addWidget(part);
    column.addWidget(makeRule());
    column.addWidget(makeGains());
    column.addStretch();
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(area);
    connect(reset_, &QPushButton::clicked, this, [this] {
        std::vector<Draft::Change> changes;
        for (const auto* key : {"lora_rank", "lora_alpha", "lora_dropout", "lora_target", "use_rslora", "freeze_trainable_layers",
                                "pure_bf16", "gradient_checkpointing"})
            changes.emplace_back(key, nullptr);
        desk_.draft.apply(changes);
    });
    controls::say(*this, [this] {
        reset_->setText(tr("Reset"));
        rank_->setAccessibleName(tr("Rank"));
        rankField_->setCaption(tr("Rank"));
        rankField_->setRemark(tr("More rank, more capacity"));
        variant_->setAccessibleName(tr("Variant"));
        variantField_->setCaption(tr("Variant"));
        targetsTitle_->setText(tr("Layers"));
        alphaField_->setCaption(tr("Alpha"));
        dropoutField_->setCaption(tr("Dropout"));
        layersField_->setCaption(tr("Trained blocks"));
        layersField_->setRemark(tr("The last ones; below 0 the first"));
        pure_->setText(tr("Keep weights in BF16"));
        pure_->setToolTip(tr("Half the memory of the weights; a little less exact"));
        recompute_->setText(tr("Compute activations again"));
        recompute_->setToolTip(tr("Far less memory, a third more time"));
        gainsTitle_->setText(tr("What you get"));
        const std::array names{tr("Trained parameters"), tr("Result"), tr("Checkpoint"), tr("Steps"), tr("Rows a step")};
        for (std::size_t i = 0; i < names.size(); ++i) gains_[i].first->setText(names[i]);
        memory_->setAccessibleName(tr("Memory"));
        refresh();
    });
}

QWidget* MethodPanel::makeLora() {
    QStringList ranks;
    for (const int rank : kRanks) ranks << QString::number(rank);
    rank_ = new controls::Segments({}, ranks);
    rankField_ = new controls::FormField({}, rank_);
    variant_ = new controls::Segments({}, {u"LoRA"_s, u"rsLoRA"_s});
    variantField_ = new controls::FormField({}, variant_);
    alpha_ = new controls::DecimalField({}, 0.01, 65536, 2);
    alphaField_ = new controls::FormField({}, alpha_);
    dropout_ = new controls::DecimalField({}, 0, 0.99, 2);
    dropout_->setSingleStep(0.05);
    dropoutField_ = new controls::FormField({}, dropout_);
    for (auto* segments : {rank_, variant_}) segments->setEqualWidths();

    targetsTitle_ = controls::makeCaption({});
    targetsNote_ = new Label({}, TextStyle::caption, Role::textSecondary);
    auto* caption = new QHBoxLayout;
    caption->addWidget(targetsTitle_);
    caption->addStretch();
    caption->addWidget(targetsNote_);
    auto* flow = new controls::FlowLayout(theme::space(1));
    for (const auto* target : kTargets) {
        auto* button = new QToolButton;
        button->setText(QString::fromLatin1(target).section(u'_', 0, 0));
        button->setAccessibleName(QString::fromLatin1(target));
        button->setToolTip(QString::fromLatin1(target));
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        theme::setKind(*button, theme::Kind::secondary);
        theme::setCompact(*button);
        connect(button, &QToolButton::clicked, this, &MethodPanel::setTargets);
        targets_.push_back(button);
        flow->addWidget(button);
    }
    auto* pair = new QHBoxLayout;
    pair->setSpacing(theme::space(3));
    pair->addWidget(alphaField_);
    pair->addWidget(dropoutField_);
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setSpacing(theme::space(4));
    column->addWidget(rankField_);
    column->addWidget(variantField_);
    auto* layers = new QVBoxLayout;
    layers->setSpacing(theme::space(1));
    layers->addLayout(caption);
    layers->addLayout(flow);
    column->addLayout(layers);
    column->addLayout(pair);
    connect(rank_, &controls::Segments::chosenChanged, this, [this](int at) {
        desk_.draft.apply({{"lora_rank", kRanks[std::size_t(at)]}, {"lora_alpha", nullptr}});
    });
    connect(variant_, &controls::Segments::chosenChanged, this, [this](int at) {
        desk_.draft.apply({{"use_rslora", at == 1 ? OrderedJson(true) : OrderedJson()}});
    });
    connect(alpha_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!filling_) desk_.draft.apply({{"lora_alpha", value}});
    });
    connect(dropout_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!filling_) desk_.draft.apply({{"lora_dropout", value}});
    });
    return part;
}

QWidget* MethodPanel::makeFreeze() {
    layers_ = new controls::CountField({}, -1000, 1000);
    layersField_ = new controls::FormField({}, layers_);
    connect(layers_, &QSpinBox::valueChanged, this, [this](int value) {
        if (!filling_ && value != 0) desk_.draft.apply({{"freeze_trainable_layers", value}});
    });
    return layersField_;
}

QWidget* MethodPanel::makeFull() {
    pure_ = new controls::Switch;
    recompute_ = new controls::Switch;
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setSpacing(theme::space(2));
    column->addWidget(pure_);
    column->addWidget(recompute_);
    connect(pure_, &QCheckBox::clicked, this, [this](bool on) {
        desk_.draft.apply({{"pure_bf16", on ? OrderedJson(true) : OrderedJson()}});
    });
    connect(recompute_, &QCheckBox::clicked, this, [this](bool on) {
        desk_.draft.apply({{"gradient_checkpointing", on ? OrderedJson(true) : OrderedJson()}});
    });
    return part;
}

QWidget* MethodPanel::makeGains() {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setSpacing(theme::space(2));
    gainsTitle_ = new Label({});
    gainsTitle_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    column->addWidget(gainsTitle_);
    for (auto& [name, figure] : gains_) {
        name = new Label({}, TextStyle::body, Role::textSecondary);
        figure = new Label({});
        figure->setTextStyle(TextStyle::body, theme::Weight::medium);
        auto* row = new QHBoxLayout;
        row->addWidget(name);
        row->addStretch();
        row->addWidget(figure);
        column->addLayout(row);
    }
    column->addSpacing(theme::space(1));
    column->addWidget(makeRule());
    column->addSpacing(theme::space(1));
    memoryTitle_ = new Label({});
    memoryTitle_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    memoryFigure_ = new Label({}, TextStyle::body, Role::textSecondary);
    auto* row = new QHBoxLayout;
    row->addWidget(memoryTitle_);
    row->addStretch();
    row->addWidget(memoryFigure_);
    memory_ = new controls::ForecastBar({});
    legend_ = new controls::ForecastLegend;
    column->addLayout(row);
    column->addWidget(memory_);
    column->addWidget(legend_);
    return part;
}

void MethodPanel::setTargets() {
    std::vector<std::string> chosen;
    for (std::size_t i = 0; i < targets_.size(); ++i)
        if (targets_[i]->isChecked()) chosen.emplace_back(kTargets[i]);
    const bool all = chosen.empty() || chosen.size() == kTargets.size();
    desk_.draft.apply({{"lora_target", all ? OrderedJson() : OrderedJson(chosen)}});
    refresh();
}

void MethodPanel::refresh() {
    filling_ = true;
    const auto spec = desk_.draft.spec();
    const auto method = spec.finetuningType;
    title_->setText(method == FinetuningType::lora ? u"LoRA"_s : method == FinetuningType::full ? tr("Full") : tr("Freeze"));
    lora_->setVisible(method == FinetuningType::lora);
    freeze_->setVisible(method == FinetuningType::freeze);
    pure_->setVisible(method != FinetuningType::lora);
    const auto rank = std::ranges::find(kRanks, spec.loraRank);
    rank_->choose(rank == kRanks.end() ? -1 : int(rank - kRanks.begin()));
    variant_->choose(spec.useRslora ? 1 : 0);
    const bool all = std::ranges::find(spec.loraTarget, "all") != spec.loraTarget.end();
    int chosen = 0;
    for (std::size_t i = 0; i < targets_.size(); ++i) {
        const bool on = all || std::ranges::find(spec.loraTarget, kTargets[i]) != spec.loraTarget.end();
        targets_[i]->setChecked(on);
        chosen += on;
    }
    const auto* model = desk_.model();
    targetsNote_->setText(model ? tr("%1 of 7 × %2 blocks").arg(chosen).arg(model->config.layers) : tr("%1 of 7").arg(chosen));
    if (alpha_->value() != spec.loraAlpha) alpha_->setValue(spec.loraAlpha);
    if (dropout_->value() != spec.loraDropout) dropout_->setValue(spec.loraDropout);
    if (layers_->value() != spec.freezeTrainableLayers) layers_->setValue(spec.freezeTrainableLayers);
    pure_->setChecked(spec.pureBf16);
    recompute_->setChecked(spec.gradientCheckpointing);
    filling_ = false;
    showGains();
}

void MethodPanel::showGains() {
    const auto spec = desk_.draft.spec();
    const auto outlook = desk_.outlook();
    const auto bytes = [](std::int64_t count) { return controls::formatBytes(std::uint64_t(count)); };
    const auto rows = std::int64_t(spec.perDeviceTrainBatchSize) * spec.gradientAccumulationSteps * spec.nprocPerNode;
    const QString unknown = u"–"_s;
    gains_[0].second->setText(outlook ? controls::formatCount(outlook->trained) : unknown);
    gains_[1].second->setText(outlook ? bytes(outlook->resultBytes) : unknown);
    gains_[2].second->setText(outlook ? bytes(outlook->checkpointBytes) : unknown);
    gains_[3].second->setText(outlook && outlook->steps > 0 ? controls::formatCount(outlook->steps) : unknown);
    gains_[4].second->setText(controls::formatCount(rows));
    for (auto* widget : {static_cast<QWidget*>(memory_), static_cast<QWidget*>(legend_), static_cast<QWidget*>(memoryTitle_),
                         static_cast<QWidget*>(memoryFigure_)})
        widget->setVisible(outlook.has_value());
    if (!outlook) return;
    memoryTitle_->setText(outlook->place.cuda ? tr("Memory per GPU") : tr("Memory"));
    memoryFigure_->setText(u"%1 / %2"_s.arg(bytes(outlook->needed), bytes(outlook->place.bytes)));
    const auto forecast = memoryForecast(outlook->memory, outlook->place.cuda ? 1 : spec.nprocPerNode, outlook->place.bytes, 0);
    memory_->setForecast(forecast);
    legend_->setForecast(forecast);
}

}  // namespace anneal::pages
