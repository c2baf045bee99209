#include <QVBoxLayout>

#include "controls/card.h"
#include "controls/form_field.h"
#include "controls/gauge.h"
#include "controls/icon_label.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/segments.h"
#include "controls/words.h"
#include "pages/train/rank_grid.h"
#include "pages/train/step.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using runs::ComputeDtype;
using runs::DeviceKind;
using theme::Role;
using theme::TextStyle;

constexpr int kWidest = 960;
constexpr int kColumns = 2;
constexpr int kGaugeWidth = 160;
constexpr std::array kDevices{DeviceKind::automatic, DeviceKind::cpu, DeviceKind::cuda};
constexpr std::array kDtypes{ComputeDtype::automatic, ComputeDtype::fp32, ComputeDtype::bf16};

/// One device: what it is, how full it is, whether the run uses it.
class DeviceLine : public QWidget {
public:
    DeviceLine()
        : icon_(new controls::IconLabel("memory-stick", Role::textSecondary)),
          name_(new Label({})),
          facts_(new Label({}, TextStyle::caption, Role::textSecondary)),
          gauge_(new controls::Gauge({})),
          free_(new Label({}, TextStyle::body, Role::textSecondary)),
          chip_(new controls::Chip({})) {
        name_->setTextStyle(TextStyle::body, theme::Weight::medium);
        name_->setElided(true);
        gauge_->setFixedWidth(kGaugeWidth);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(name_);
        words->addWidget(facts_);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
        row->setSpacing(theme::space(3));
        row->addWidget(icon_);
        row->addLayout(words, 1);
        row->addWidget(gauge_);
        row->addWidget(free_);
        row->addWidget(chip_);
    }
    void show(const QString& name, const QString& facts, std::uint64_t bytes, std::uint64_t free, const controls::ChipLook& chip,
              const QString& freeText) {
        name_->setText(name);
        facts_->setText(facts);
        gauge_->setAccessibleName(name);
        gauge_->setShare(0, bytes > 0 ? double(bytes - std::min(bytes, free)) / double(bytes) : 0);
        free_->setText(freeText);
        chip_->setLook(chip);
    }

private:
    controls::IconLabel* icon_;
    Label* name_;
    Label* facts_;
    controls::Gauge* gauge_;
    Label* free_;
    controls::Chip* chip_;
};

class HardwareStep : public Step {
    Q_OBJECT
public:
    explicit HardwareStep(const Desk& desk)
        : Step(desk),
          question_(new Heading),
          devices_(new controls::Card(0)),
          layout_(new controls::Card(16)),
          fields_(new QGridLayout),
          device_(new controls::Segments({}, {u"1"_s, u"2"_s, u"3"_s})),
          deviceField_(new controls::FormField({}, device_)),
          precision_(new controls::Segments({}, {u"1"_s, u"2"_s, u"3"_s})),
          precisionField_(new controls::FormField({}, precision_)),
          ranks_(new controls::CountField({}, 1, 4096)),
          ranksField_(new controls::FormField({}, ranks_)),
          threads_(new controls::CountField({}, 0, 4096)),
          threadsField_(new controls::FormField({}, threads_)),
          gridTitle_(controls::makeCaption({})),
          grid_(new RankGrid),
          note_(new Label({}, TextStyle::caption, Role::textSecondary)) {
        QVBoxLayout* column = nullptr;
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(makeColumn(question_, column));
        devices_->addHeader({});
        lines_ = new QVBoxLayout;
        devices_->body().addLayout(lines_);
        devices_->body().addSpacing(theme::space(2));
        fields_->setHorizontalSpacing(theme::space(6));
        fields_->setVerticalSpacing(theme::space(4));
        for (int i = 0; i < kColumns; ++i) fields_->setColumnStretch(i, 1);
        for (auto* segments : {device_, precision_}) segments->setEqualWidths();
        layout_->body().setSpacing(theme::space(4));
        layout_->body().addLayout(fields_);
        layout_->body().addWidget(gridTitle_);
        layout_->body().addWidget(grid_);
        note_->setWordWrap(true);
        layout_->body().addWidget(note_);
        for (auto* card : {devices_, layout_}) card->setMaximumWidth(kWidest);
        column->addWidget(devices_);
        column->addWidget(layout_);
        column->addStretch(1);
        wire();
        controls::say(*this, [this] {
            question_->ask(tr("What should it run on?"),
                           tr("Several devices share the rows: each holds the whole model, so they make a run faster, not smaller."));
            devices_->setTitle(tr("Devices"));
            for (auto* segments : {device_, precision_}) segments->setText(0, tr("Automatic"));
            device_->setText(1, tr("CPU"));
            device_->setText(2, tr("GPU"));
            precision_->setText(1, u"FP32"_s);
            precision_->setText(2, u"BF16"_s);
            device_->setAccessibleName(tr("Device"));
            precision_->setAccessibleName(tr("Precision"));
            deviceField_->setCaption(tr("Device"));
            precisionField_->setCaption(tr("Precision"));
            ranksField_->setCaption(tr("Ranks"));
            threadsField_->setCaption(tr("CPU threads a rank"));
            threadsField_->setRemark(tr("0 divides the cores"));
            gridTitle_->setText(tr("Data parallel"));
            grid_->setAccessibleName(tr("Ranks and their devices"));
            refresh();
        });
    }

    QString name() const override { return tr("Hardware"); }
    QString detail() const override {
        const auto spec = draft().spec();
        const auto place = placeOf(spec, desk().machine());
        if (!place.cuda) return spec.nprocPerNode == 1 ? tr("CPU") : tr("CPU, %1 ranks").arg(spec.nprocPerNode);
        return spec.nprocPerNode == 1 ? tr("1 GPU") : tr("%1 GPUs").arg(spec.nprocPerNode);
    }
    QWidget* first() override { return (deviceField_->isHidden() ? precision_ : device_)->findChild<QAbstractButton*>(); }
    void open() override { refresh(); }

private:
    void wire() {
        connect(device_, &controls::Segments::chosenChanged, this, [this](int at) {
            draft().apply({{"device", at == 0 ? OrderedJson() : OrderedJson(runs::toText(kDevices[std::size_t(at)]))}});
        });
        connect(precision_, &controls::Segments::chosenChanged, this, [this](int at) {
            draft().apply({{"compute_dtype", at == 0 ? OrderedJson() : OrderedJson(runs::toText(kDtypes[std::size_t(at)]))}});
        });
        connect(ranks_, &QSpinBox::valueChanged, this, [this](int ranks) {
            if (!filling_) draft().apply({{"nproc_per_node", ranks}});
        });
        connect(threads_, &QSpinBox::valueChanged, this, [this](int threads) {
            if (!filling_) draft().apply({{"threads", threads}});
        });
        connect(&draft(), &Draft::changed, this, &HardwareStep::refresh);
        connect(&desk().models, &bridge::BaseModels::changed, this, &HardwareStep::refresh);
        connect(&desk().services().gauges, &bridge::GaugeFeed::machineKnown, this, &HardwareStep::refresh);
        connect(&desk().services().gauges, &bridge::GaugeFeed::read, this, [this] {
            if (isVisible()) showDevices();
        });
    }

    void showDevices() {
        const auto machine = desk().machine();
        const auto spec = draft().spec();
        const auto place = placeOf(spec, machine);
        const auto& reading = desk().services().gauges.last();
        const auto count = 1 + machine.gpus.size();
        while (deviceLines_.size() < count) {
            deviceLines_.push_back(new DeviceLine);
            lines_->addWidget(deviceLines_.back());
        }
        const auto chip = [this](bool used) {
            return used ? controls::ChipLook{.text = tr("Used"), .tone = controls::Tone::accent, .dot = true}
                        : controls::ChipLook{.text = tr("Not used")};
        };
        const auto freeOf = [this](std::uint64_t bytes, std::uint64_t all) {
            return tr("%1 free of %2").arg(controls::formatBytes(bytes), controls::formatBytes(all));
        };
        const auto& memory = reading ? reading->gauges.memory : machine.memory;
        deviceLines_[0]->show(QString::fromStdString(machine.cpu.name), tr("CPU, %n core(s)", nullptr, machine.cpu.usableCores),
                              memory.totalBytes, memory.availableBytes, chip(!place.cuda),
                              freeOf(memory.availableBytes, memory.totalBytes));
        for (std::size_t i = 0; i < machine.gpus.size(); ++i) {
            const auto& gpu = machine.gpus[i];
            deviceLines_[i + 1]->show(QString::fromStdString(gpu.name), tr("GPU %1").arg(i), gpu.memoryBytes, gpu.memoryFreeBytes,
                                      chip(place.cuda && int(i) < spec.nprocPerNode), freeOf(gpu.memoryFreeBytes, gpu.memoryBytes));
        }
    }

    /// What there is to say on this machine, without holes.
    void arrange(bool device, bool threads) {
        int at = 0;
        for (const auto& [field, shows] : {std::pair{deviceField_, device}, std::pair{precisionField_, true}, std::pair{ranksField_, true},
                                           std::pair{threadsField_, threads}}) {
            fields_->removeWidget(field);
            if (!shows) continue;
            fields_->addWidget(field, at / kColumns, at % kColumns);
            ++at;
        }
        deviceField_->setVisible(device);
        threadsField_->setVisible(threads);
    }

    void refresh() {
        filling_ = true;
        const auto spec = draft().spec();
        const auto machine = desk().machine();
        const auto place = placeOf(spec, machine);
        device_->choose(int(std::ranges::find(kDevices, spec.device) - kDevices.begin()));
        const auto dtype = std::ranges::find(kDtypes, spec.computeDtype);
        precision_->choose(dtype == kDtypes.end() ? 2 : int(dtype - kDtypes.begin()));
        if (ranks_->value() != spec.nprocPerNode) ranks_->setValue(spec.nprocPerNode);
        if (threads_->value() != spec.threads) threads_->setValue(spec.threads);
        filling_ = false;
        const bool noGpu = desk().services().gauges.machine() && machine.gpus.empty();
        const bool tooMany = place.cuda && spec.nprocPerNode > place.devices;
        deviceField_->setError(spec.device == DeviceKind::cuda && noGpu ? tr("This machine has no GPU that can be used") : QString());
        ranksField_->setError(tooMany ? tr("There are %n GPU(s)", nullptr, place.devices) : QString());
        ranksField_->setRemark(place.cuda ? tr("one GPU each") : tr("they share the CPU"));
        const auto outlook = desk().outlook();
        precisionField_->setRemark(outlook ? tr("computes in %1").arg(outlook->bf16 ? u"BF16"_s : u"FP32"_s) : QString());
        arrange(!noGpu || spec.device != DeviceKind::automatic, !place.cuda);
        showDevices();
        showRanks(spec, place, machine);
        Q_EMIT changed();
    }

    void showRanks(const runs::RunSpec& spec, const Place& place, const system::Machine& machine) {
        const int threads = spec.threads > 0 ? spec.threads : std::max(1, machine.cpu.usableCores / spec.nprocPerNode);
        std::vector<RankGrid::Cell> cells;
        for (int rank = 0; rank < spec.nprocPerNode; ++rank)
            cells.push_back({tr("Rank %1").arg(rank), place.cuda ? tr("GPU %1").arg(rank) : tr("%n thread(s)", nullptr, threads),
                             place.cuda && rank >= place.devices});
        grid_->show(std::move(cells));
        const auto rows = std::int64_t(spec.perDeviceTrainBatchSize) * spec.gradientAccumulationSteps;
        note_->setText(
            tr("%1 rows a rank and step, %2 in all.").arg(controls::formatCount(rows), controls::formatCount(rows * spec.nprocPerNode)));
    }

    Heading* question_;
    controls::Card* devices_;
    controls::Card* layout_;
    QVBoxLayout* lines_ = nullptr;
    std::vector<DeviceLine*> deviceLines_;
    QGridLayout* fields_;
    controls::Segments* device_;
    controls::FormField* deviceField_;
    controls::Segments* precision_;
    controls::FormField* precisionField_;
    controls::CountField* ranks_;
    controls::FormField* ranksField_;
    controls::CountField* threads_;
    controls::FormField* threadsField_;
    Label* gridTitle_;
    RankGrid* grid_;
    Label* note_;
    bool filling_ = false;
};

}  // namespace

Step* makeHardwareStep(const Desk& desk) { return new HardwareStep(desk); }

}  // namespace anneal::pages

#include "hardware_step.moc"
