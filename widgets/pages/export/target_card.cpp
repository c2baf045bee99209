#include "pages/export/target_card.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>

#include "catalogue/export_size.h"
#include "controls/chip.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/table.h"
#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;

constexpr int kRow = 44;
constexpr int kFormWidth = 132, kSizeWidth = 96, kStateWidth = 200;
constexpr std::array kDtypes{"", "float32", "bfloat16", "float16"};

}  // namespace

TargetCard::TargetCard(const ExportRunner& runner)
    : Card(0), runner_(runner), dtype_(new QComboBox), table_(new controls::Table({}, controls::Table::Rows::compact)) {
    theme::setCompact(*dtype_);
    for (const auto* dtype : kDtypes) dtype_->addItem(QString(), QString::fromLatin1(dtype));
    for (const auto target : {Target::folder, Target::adapter, Target::gguf}) {
        rows_.push_back(makeRow(target, target == Target::folder ? dtype_ : nullptr));
        if (target != Target::gguf) addRule();
    }
    addRule();
    table_->setModel(&types_);
    table_->stretch(GgufTable::note);
    for (const auto& [column, width] : {std::pair{GgufTable::type, 120},
                                        {GgufTable::size, 96},
                                        {GgufTable::bits, 100},
                                        {GgufTable::divergence, 80},
                                        {GgufTable::sameToken, 92}})
        table_->setColumnWidth(column, width);
    table_->setSelectionMode(QAbstractItemView::NoSelection);
    table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table_->setFixedHeight(theme::px(theme::Size::tableHeader) + types_.rowCount() * theme::px(theme::Size::tableRowCompact) + 2);
    body().addWidget(table_);
    connect(dtype_, &QComboBox::activated, this, [this] {
        plan_.dtype = dtype_->currentData().toString();
        refresh();
        Q_EMIT planChanged();
    });
    connect(&types_, &GgufTable::chosenChanged, this, [this] {
        plan_.types = types_.types();
        plan_.set(Target::gguf, !plan_.types.isEmpty());
        refresh();
        Q_EMIT planChanged();
    });
    controls::say(*this, [this] {
        dtype_->setAccessibleName(tr("Weights of the Hugging Face folder"));
        const std::array texts{tr("As the base"), u"FP32"_s, u"BF16"_s, u"FP16"_s};
        for (int i = 0; i < dtype_->count(); ++i) dtype_->setItemText(i, texts[std::size_t(i)]);
        table_->setAccessibleName(tr("GGUF types"));
        types_.retranslate();
        refresh();
    });
}

TargetCard::Row TargetCard::makeRow(Target target, QWidget* formControl) {
    Row row{target,
            new QCheckBox,
            new Label({}, theme::TextStyle::caption, theme::Role::textSecondary),
            new Label({}, theme::TextStyle::body, theme::Role::textSecondary),
            new Label({}),
            new Label({}, theme::TextStyle::caption, theme::Role::textSecondary),
            new controls::Chip({})};
    auto* line = new QWidget;
    line->setFixedHeight(kRow);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(theme::space(4), 0, theme::space(4), 0);
    layout->setSpacing(theme::space(3));
    layout->addWidget(row.wanted);
    row.remark->setElided(true);
    layout->addWidget(row.remark, 1);
    auto* form = formControl ? formControl : row.form;
    form->setFixedWidth(kFormWidth);
    layout->addWidget(form);
    row.size->setFixedWidth(kSizeWidth);
    row.size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(row.size);
    auto* state = new QWidget;
    state->setFixedWidth(kStateWidth);
    auto* stateRow = new QHBoxLayout(state);
    stateRow->setSpacing(theme::space(2));
    row.stage->setElided(true);
    stateRow->addWidget(row.state);
    stateRow->addWidget(row.stage, 1);
    layout->addWidget(state);
    body().addWidget(line);
    connect(row.wanted, &QCheckBox::toggled, this, [this, target](bool wanted) {
        if (wanted == plan_.has(target)) return;
        plan_.set(target, wanted);
        if (target == Target::gguf && wanted && plan_.types.isEmpty()) {
            plan_.types = {types_.recommended().isEmpty() ? u"Q8_0"_s : types_.recommended()};
            types_.setTypes(plan_.types);
        }
        refresh();
        Q_EMIT planChanged();
    });
    return row;
}

void TargetCard::setSource(const std::optional<models::ModelChoice>& choice, const std::optional<catalogue::ModelConfig>& config,
                           std::uint64_t adapterBytes) {
    choice_ = choice;
    config_ = config;
    adapterBytes_ = adapterBytes;
    types_.setConfig(config);
    refresh();
}

void TargetCard::setMeasured(std::vector<ExportRecord> records) {
    measured_ = records;
    types_.setMeasured(std::move(records));
    refresh();
}

void TargetCard::setPlan(const ExportPlan& plan) {
    plan_ = plan;
    types_.setTypes(plan.types);
    dtype_->setCurrentIndex(std::max(0, dtype_->findData(plan.dtype)));
    refresh();
}

std::uint64_t TargetCard::forecast(Target target) const {
    if (!config_) return 0;
    switch (target) {
        case Target::folder: return catalogue::folderBytes(*config_, plan_.dtype.isEmpty() ? config_->dtype : plan_.dtype.toStdString());
        case Target::adapter: return adapterBytes_;
        case Target::gguf: break;
    }
    std::uint64_t bytes = 0;
    for (const auto& type : plan_.types) bytes += types_.forecast(type);
    return bytes;
}

std::uint64_t TargetCard::forecast() const {
    std::uint64_t bytes = 0;
    for (const auto target : plan_.targets) bytes += forecast(target);
    return bytes;
}

void TargetCard::refresh() {
    for (const auto& row : rows_) refreshRow(row);
    table_->setEnabled(choice_.has_value());
}

void TargetCard::refreshRow(const Row& row) {
    const bool offered = choice_ && offers(*choice_, row.target);
    const QSignalBlocker quiet(row.wanted);
    row.wanted->setChecked(plan_.has(row.target) && offered);
    row.wanted->setText(targetText(row.target));
    row.wanted->setEnabled(offered && !runner_.isBusy());
    switch (row.target) {
        case Target::folder: row.remark->setText(tr("merged; loads in transformers, vLLM")); break;
        case Target::adapter:
            row.remark->setText(offered || !choice_ ? tr("needs the base model") : tr("this one trained no adapter"));
            break;
        case Target::gguf: row.remark->setText(tr("llama.cpp, Ollama, laptops")); break;
    }
    row.form->setText(row.target == Target::gguf
                          ? (plan_.types.size() > 1 ? tr("%n type(s)", nullptr, int(plan_.types.size())) : plan_.types.value(0))
                          : tr("as trained"));
    const auto bytes = forecast(row.target);
    row.size->setText(bytes > 0 && offered ? u"≈ "_s + controls::formatBytes(bytes) : QString());
    const auto done = std::ranges::find(measured_, row.target, &ExportRecord::target);
    const bool works = runner_.isBusy() && runner_.target() == row.target;
    const auto waiting = runner_.isBusy() ? runner_.waiting() : std::vector<Target>();
    const bool waits = std::ranges::find(waiting, row.target) != waiting.end();
    row.stage->setText(works ? stageText(runner_.now().progress.note) : QString());
    if (works) {
        const auto& progress = runner_.now().progress;
        row.state->setLook(
            {.text = progress.total > 0 ? controls::formatPercent(double(progress.done) / double(progress.total)) : tr("At work"),
             .tone = controls::Tone::accent,
             .dot = true});
    } else if (waits) {
        row.state->setLook({.text = tr("Waiting")});
    } else if (done != measured_.end()) {
        row.state->setLook(gateChip(done->passed));
    }
    row.state->setVisible(works || waits || done != measured_.end());
}

}  // namespace anneal::pages
