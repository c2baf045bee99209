#include "pages/train/forecast_cards.h"

#include <QDateTime>
#include <QPlainTextEdit>
#include <QPushButton>

#include "controls/buttons.h"
#include "controls/chip.h"
#include "controls/forecast_bar.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/stat.h"
#include "controls/words.h"
#include "pages/train/method_panel.h"
#include "pages/train/setting_words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::formatBytes;
using controls::formatCount;
using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kNameWidth = 56;
constexpr int kFigureWidth = 136;
constexpr int kYamlHeight = 220;

QString bytes(std::int64_t count) { return formatBytes(std::uint64_t(std::max<std::int64_t>(0, count))); }

QHBoxLayout* topOf(controls::Card& card, Label* title) {
    title->setTextStyle(TextStyle::title, theme::Weight::semibold);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(2));
    top->addWidget(title);
    top->addStretch();
    card.body().setSpacing(theme::space(3));
    card.body().addLayout(top);
    return top;
}

}  // namespace

MemoryCard::MemoryCard()
    : Card(16),
      verdict_(new controls::Chip({})),
      peak_(new Label({}, TextStyle::body, Role::textSecondary)),
      column_(new QVBoxLayout),
      legend_(new controls::ForecastLegend) {
    auto* title = new Label({});
    auto* top = topOf(*this, title);
    top->addWidget(verdict_);
    top->addWidget(peak_);
    column_->setSpacing(theme::space(2));
    body().addLayout(column_);
    body().addWidget(legend_);
    controls::say(*this, [title] { title->setText(tr("Memory")); });
}

void MemoryCard::show(const runs::Forecast& forecast) {
    const auto& devices = forecast.devices;
    while (lines_.size() < devices.size()) {
        Line line{new QWidget, new Label({}), new controls::ForecastBar({}), new Label({})};
        line.name->setMinimumWidth(kNameWidth);
        line.figure->setMinimumWidth(kFigureWidth);
        line.figure->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        auto* row = new QHBoxLayout(line.whole);
        row->setSpacing(theme::space(3));
        row->addWidget(line.name);
        row->addWidget(line.bar, 1);
        row->addWidget(line.figure);
        column_->addWidget(line.whole);
        lines_.push_back(line);
    }
    bool fits = true;
    std::int64_t most = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        lines_[i].whole->setVisible(i < devices.size());
        if (i >= devices.size()) continue;
        const auto& device = devices[i];
        const auto name = device.kind == "cuda" ? tr("GPU %1").arg(i) : tr("CPU");
        const auto total = device.memory.total() * device.ranks;
        lines_[i].name->setText(name);
        lines_[i].name->setToolTip(QString::fromStdString(device.name));
        lines_[i].figure->setText(tr("%1 of %2").arg(bytes(total), bytes(device.availableBytes)));
        lines_[i].bar->setAccessibleName(tr("Memory of %1").arg(name));
        lines_[i].bar->setForecast(memoryForecast(device.memory, device.ranks, std::max<std::int64_t>(1, device.availableBytes), 0));
        if (i == 0) legend_->setForecast(memoryForecast(device.memory, device.ranks, std::max<std::int64_t>(1, device.availableBytes), 0));
        fits = fits && device.fits;
        most = std::max(most, total);
    }
    verdict_->setLook(fits ? controls::ChipLook{.text = tr("Fits"), .tone = controls::Tone::success, .dot = true}
                           : controls::ChipLook{.text = tr("Does not fit"), .tone = controls::Tone::danger, .dot = true});
    peak_->setText(forecast.calibration ? tr("Peak %1, measured").arg(bytes(most)) : tr("Peak %1, estimated").arg(bytes(most)));
}

TimeCard::TimeCard()
    : Card(16),
      figure_(new Label({})),
      note_(new Label({}, TextStyle::body, Role::textSecondary)),
      measure_(controls::makeButton(theme::Kind::secondary, {}, "gauge")),
      bar_(new controls::ForecastBar({})),
      legend_(new controls::ForecastLegend) {
    auto* title = new Label({});
    auto* top = topOf(*this, title);
    figure_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    top->addWidget(figure_);
    top->addWidget(measure_);
    theme::setCompact(*measure_);
    note_->setWordWrap(true);
    body().addWidget(note_);
    body().addWidget(bar_);
    body().addWidget(legend_);
    connect(measure_, &QPushButton::clicked, this, &TimeCard::measureWanted);
    controls::say(*this, [this, title] {
        title->setText(tr("Time"));
        bar_->setAccessibleName(tr("Time"));
        say();
    });
}

void TimeCard::say() {
    measure_->setText(measuring_ ? tr("Measuring") : measured_ ? tr("Measure again") : tr("Measure"));
    measure_->setEnabled(!measuring_);
    if (!measuring_) note_->setText(tr("A few real steps show how long it takes and what it holds in memory."));
    note_->setVisible(measuring_ || !measured_);
}

void TimeCard::setMeasuring(bool measuring, const QString& note) {
    measuring_ = measuring;
    say();
    if (measuring) note_->setText(note);
}

void TimeCard::show(const runs::Forecast& forecast) {
    measured_ = forecast.time.has_value();
    bar_->setVisible(measured_);
    legend_->setVisible(measured_);
    say();
    if (!measured_) return figure_->setText({});
    const auto& time = *forecast.time;
    const auto done = QDateTime::currentDateTime().addSecs(qint64(time.total()));
    figure_->setText(tr("%1 · done at %2 · %3 tokens/s")
                         .arg(controls::formatDuration(time.total()), QLocale().toString(done.time(), u"HH:mm"_s),
                              formatCount(std::int64_t(forecast.calibration->tokensPerSecond))));
    const auto part = [](const QString& name, double seconds, std::size_t series) {
        return controls::ForecastPart{name, seconds, controls::formatDuration(seconds), series};
    };
    controls::Forecast shown{
        .parts = {part(tr("Load"), time.start, 7), part(tr("Training, %1 steps").arg(formatCount(forecast.steps)), time.training, 0)},
        .others = 0,
        .capacity = std::max(time.total(), 1e-9),
        .othersFigure = {},
        .othersName = {}};
    if (time.evaluation > 0)
        shown.parts.push_back(part(tr("Evaluation, %n time(s)", nullptr, int(forecast.evaluations)), time.evaluation, 2));
    bar_->setForecast(shown);
    legend_->setForecast(shown);
}

DiskCard::DiskCard() : Card(16), figure_(new Label({})), bar_(new controls::ForecastBar({})), legend_(new controls::ForecastLegend) {
    auto* title = new Label({});
    auto* top = topOf(*this, title);
    figure_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    top->addWidget(figure_);
    body().addWidget(bar_);
    body().addWidget(legend_);
    controls::say(*this, [this, title] {
        title->setText(tr("Disk"));
        bar_->setAccessibleName(tr("Disk"));
    });
}

void DiskCard::show(const runs::Forecast& forecast) {
    figure_->setText(tr("%1 of %2 free").arg(bytes(forecast.diskBytes), bytes(forecast.freeDiskBytes)));
    const auto part = [](const QString& name, std::int64_t count, std::size_t series) {
        return controls::ForecastPart{name, double(count), bytes(count), series};
    };
    const auto& disk = forecast.disk;
    const controls::Forecast shown{.parts = {part(tr("%n checkpoint(s)", nullptr, int(disk.checkpoints)), disk.checkpointBytes, 0),
                                             part(tr("Result"), disk.resultBytes, 1), part(tr("Prepared tokens"), disk.tokenBytes, 2)},
                                   .others = 0,
                                   .capacity = double(std::max<std::int64_t>(1, forecast.freeDiskBytes)),
                                   .othersFigure = {},
                                   .othersName = {}};
    bar_->setForecast(shown);
    legend_->setForecast(shown);
}

FactsCard::FactsCard() : Card(16), show_(controls::makeButton(theme::Kind::link, {})), yaml_(new QPlainTextEdit) {
    auto* title = new Label({});
    auto* top = topOf(*this, title);
    top->addWidget(show_);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space(4));
    grid->setVerticalSpacing(theme::space(3));
    for (int i = 0; i < int(stats_.size()); ++i) {
        stats_[std::size_t(i)] = new controls::Stat({});
        grid->addWidget(stats_[std::size_t(i)], i / 4, i % 4);
    }
    for (int i = 0; i < 4; ++i) grid->setColumnStretch(i, 1);
    body().addLayout(grid);
    yaml_->setReadOnly(true);
    yaml_->setTabChangesFocus(true);
    yaml_->setFont(theme::font(TextStyle::mono));
    yaml_->setFixedHeight(kYamlHeight);
    yaml_->hide();
    body().addWidget(yaml_);
    const auto say = [this, title] {
        title->setText(tr("What will run"));
        show_->setText(yaml_->isHidden() ? tr("Show RUN.yaml") : tr("Hide RUN.yaml"));
        yaml_->setAccessibleName(tr("RUN.yaml"));
        const std::array names{tr("Training rows"), tr("Eval rows"), tr("Tokens"),    tr("Trained tokens"),
                               tr("Batch"),         tr("Schedule"),  tr("Precision"), tr("Seed")};
        for (std::size_t i = 0; i < names.size(); ++i) stats_[i]->setLabel(names[i]);
    };
    connect(show_, &QPushButton::clicked, this, [this, say] {
        yaml_->setVisible(yaml_->isHidden());
        say();
    });
    controls::say(*this, say);
}

void FactsCard::show(const runs::Assessment& assessment, const QString& yaml) {
    const auto& spec = assessment.spec;
    const auto rows = std::int64_t(spec.perDeviceTrainBatchSize) * spec.gradientAccumulationSteps * spec.nprocPerNode;
    const auto& train = assessment.train;
    const double share = double(train.trainedTokens) / double(std::max<std::uint64_t>(1, train.tokens));
    const std::array figures{formatCount(std::int64_t(train.samples)),
                             assessment.eval ? formatCount(std::int64_t(assessment.eval->samples)) : tr("None"),
                             controls::formatCompact(double(train.tokens)),
                             controls::formatPercent(share),
                             u"%1 × %2"_s.arg(formatCount(rows), formatCount(spec.cutoffLen)),
                             u"%1, %2"_s.arg(choiceText(runs::toText(spec.lrSchedulerType)), controls::formatRate(spec.learningRate)),
                             assessment.forecast.dtype == runs::ComputeDtype::bf16 ? u"BF16"_s : u"FP32"_s,
                             QString::number(spec.seed)};
    for (std::size_t i = 0; i < figures.size(); ++i) stats_[i]->setFigure(figures[i]);
    yaml_->setPlainText(yaml);
}

}  // namespace anneal::pages
