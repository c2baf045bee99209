#include "pages/runs/ranks_card.h"

#include <QGridLayout>

#include "controls/gauge.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {

using controls::Label;
using theme::Role;
using theme::TextStyle;

namespace {

QString phaseText(const std::string& phase, std::int64_t step) {
    if (phase == "loading") return RanksCard::tr("loading the model");
    if (phase == "evaluating") return RanksCard::tr("evaluating");
    if (phase == "saving") return RanksCard::tr("saving");
    if (phase == "paused") return RanksCard::tr("paused");
    return RanksCard::tr("step %1").arg(controls::formatCount(step));
}

}  // namespace

/// One rank. What its device does not tell is not shown.
class RankRow : public QWidget {
    Q_OBJECT
public:
    struct Facts {
        QString device;
        QString phase;
        std::optional<double> compute;
        double memory = 0, others = 0, all = 0;  ///< bytes
        std::optional<double> limit;             ///< of the memory, 0 … 1: the forecast
        QString heat;
    };

    explicit RankRow(int rank)
        : rank_(rank),
          name_(new Label({})),
          device_(new Label({}, TextStyle::caption, Role::textSecondary)),
          phase_(new Label({}, TextStyle::caption, Role::textSecondary)),
          compute_(new controls::Gauge({})),
          memory_(new controls::Gauge({})),
          computeName_(new Label({}, TextStyle::caption, Role::textSecondary)),
          memoryName_(new Label({}, TextStyle::caption, Role::textSecondary)),
          computeFigure_(new Label({}, TextStyle::caption)),
          memoryFigure_(new Label({}, TextStyle::caption)),
          heat_(new Label({}, TextStyle::caption, Role::textSecondary)) {
        name_->setTextStyle(TextStyle::body, theme::Weight::semibold);
        device_->setElided(true);
        auto* grid = new QGridLayout(this);
        grid->setContentsMargins(theme::space(4), theme::space(2) + 2, theme::space(4), theme::space(2) + 2);
        grid->setHorizontalSpacing(theme::space(2));
        grid->setVerticalSpacing(2);
        auto* top = new QHBoxLayout;
        top->setSpacing(theme::space(2));
        top->addWidget(name_);
        top->addWidget(device_, 1);
        top->addWidget(phase_);
        grid->addLayout(top, 0, 0, 1, 3);
        grid->addWidget(computeName_, 1, 0);
        grid->addWidget(compute_, 1, 1);
        grid->addWidget(computeFigure_, 1, 2, Qt::AlignRight);
        grid->addWidget(memoryName_, 2, 0);
        grid->addWidget(memory_, 2, 1);
        grid->addWidget(memoryFigure_, 2, 2, Qt::AlignRight);
        grid->addWidget(heat_, 3, 0, 1, 3);
        grid->setColumnStretch(1, 1);
        grid->setColumnMinimumWidth(2, theme::space(16) - theme::space(1));
    }

    void show(const Facts& facts) {
        name_->setText(tr("Rank %1").arg(rank_));
        device_->setText(facts.device);
        phase_->setText(facts.phase);
        computeName_->setText(tr("Compute"));
        memoryName_->setText(tr("Memory"));
        for (QWidget* part : {static_cast<QWidget*>(computeName_), static_cast<QWidget*>(compute_), static_cast<QWidget*>(computeFigure_)})
            part->setVisible(facts.compute.has_value());
        compute_->setAccessibleName(tr("Compute of rank %1").arg(rank_));
        memory_->setAccessibleName(tr("Memory of rank %1").arg(rank_));
        compute_->setShare(facts.compute.value_or(0));
        computeFigure_->setText(controls::formatPercent(facts.compute.value_or(0)));
        memory_->setShare(facts.all > 0 ? facts.memory / facts.all : 0, facts.all > 0 ? facts.others / facts.all : 0);
        memory_->setLimit(facts.limit);
        memoryFigure_->setText(controls::formatBytes(std::uint64_t(facts.memory)));
        heat_->setText(facts.heat);
        heat_->setVisible(!facts.heat.isEmpty());
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
    }

private:
    int rank_;
    Label* name_;
    Label* device_;
    Label* phase_;
    controls::Gauge* compute_;
    controls::Gauge* memory_;
    Label* computeName_;
    Label* memoryName_;
    Label* computeFigure_;
    Label* memoryFigure_;
    Label* heat_;
};

namespace {

RankRow::Facts factsOf(const runs::Heartbeat& beat, const std::optional<bridge::GaugeReading>& reading,
                       const std::optional<std::int64_t>& forecast) {
    RankRow::Facts facts{.phase = phaseText(beat.phase, beat.step)};
    const auto gpuBytes = beat.gauges.value("gpu_peak_bytes", 0.0);
    const bool here = beat.process.onThisHost();
    const auto* gpu = gpuBytes > 0 && here && reading && std::size_t(beat.rank) < reading->gauges.gpus.size()
                          ? &reading->gauges.gpus[std::size_t(beat.rank)]
                          : nullptr;
    facts.memory = gpuBytes > 0 ? gpuBytes : beat.gauges.value("rss_bytes", 0.0);
    if (!here) {
        facts.device = QString::fromStdString(beat.process.host);
        facts.all = facts.memory;
    } else if (gpu) {
        facts.device = RanksCard::tr("GPU %1").arg(gpu->index);
        if (gpu->utilisationPercent) facts.compute = *gpu->utilisationPercent / 100.0;
        facts.all = double(gpu->memoryTotalBytes);
        facts.others = std::max(0.0, double(gpu->memoryUsedBytes) - facts.memory);
        QStringList heat;
        if (gpu->temperatureCelsius) heat << RanksCard::tr("%1 °C").arg(*gpu->temperatureCelsius);
        if (gpu->powerWatts) heat << RanksCard::tr("%1 W").arg(std::lround(*gpu->powerWatts));
        facts.heat = heat.join(u" · "_s);
    } else if (reading && gpuBytes == 0) {
        facts.device = RanksCard::tr("CPU");
        if (reading->gauges.cpuPercent) facts.compute = *reading->gauges.cpuPercent / 100;
        const auto& memory = reading->gauges.memory;
        facts.all = double(memory.totalBytes);
        facts.others = std::max(0.0, double(memory.totalBytes) - double(memory.availableBytes) - facts.memory);
    }
    if (forecast && facts.all > 0) facts.limit = std::min(1.0, double(*forecast) / facts.all);
    return facts;
}

}  // namespace

RanksCard::RanksCard()
    : Card(0),
      parallel_(new Label({}, TextStyle::caption, Role::textSecondary)),
      waiting_(new Label({}, TextStyle::caption, Role::textSecondary)),
      rows_(new QVBoxLayout) {
    addHeader({}, theme::space(10) + 2).addWidget(parallel_);
    auto* waiting = new QHBoxLayout;
    waiting->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(3));
    waiting->addWidget(waiting_);
    rows_->setSpacing(0);
    body().addLayout(waiting);
    body().addLayout(rows_);
    controls::say(*this, [this] {
        setTitle(tr("Devices"));
        say();
    });
}

void RanksCard::show(const runs::RunOverview& run, std::optional<std::int64_t> forecastBytes) {
    run_ = run;
    forecast_ = forecastBytes;
    say();
}

void RanksCard::takeBeats(const std::vector<runs::Heartbeat>& beats) {
    beats_ = beats;
    std::ranges::sort(beats_, {}, &runs::Heartbeat::rank);
    say();
}

void RanksCard::takeGauges(const bridge::GaugeReading& reading) {
    reading_ = reading;
    say();
}

void RanksCard::say() {
    const int ranks = run_.spec.nprocPerNode;
    parallel_->setText(ranks > 1 ? tr("data parallel %1").arg(ranks) : QString());
    waiting_->setText(tr("The ranks are starting."));
    waiting_->setVisible(beats_.empty());
    for (; shown_.size() > beats_.size(); shown_.pop_back()) delete shown_.back();
    while (shown_.size() < beats_.size()) {
        shown_.push_back(new RankRow(beats_[shown_.size()].rank));
        rows_->addWidget(shown_.back());
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) shown_[i]->show(factsOf(beats_[i], reading_, forecast_));
}

}  // namespace anneal::pages

#include "ranks_card.moc"
