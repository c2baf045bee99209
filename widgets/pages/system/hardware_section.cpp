#include <QComboBox>
#include <QHBoxLayout>

#include "controls/card.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/segments.h"
#include "controls/switch.h"
#include "controls/words.h"
#include "pages/system/can_train_card.h"
#include "pages/system/fit_table.h"
#include "pages/system/section.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr std::array<std::int64_t, 3> kTokens{512, 2048, 8192};
constexpr int kUsualTokens = 1;
constexpr double kGiB = 1 << 30;

struct TierWords {
    const char* id;
    const char* name;
    const char* what;
};

constexpr std::array kTierWords{
    TierWords{"development", QT_TRANSLATE_NOOP("HardwareTiers", "Development"),
              QT_TRANSLATE_NOOP(
                  "HardwareTiers",
                  "One consumer card. Try data, templates and settings on a small base or with LoRA; what works here moves up unchanged.")},
    TierWords{"mid_scale", QT_TRANSLATE_NOOP("HardwareTiers", "Mid-scale"),
              QT_TRANSLATE_NOOP("HardwareTiers",
                                "Four data-centre cards in one machine. Each holds the whole model and trains its share of every batch: "
                                "about four times as fast.")},
    TierWords{"production", QT_TRANSLATE_NOOP("HardwareTiers", "Production"),
              QT_TRANSLATE_NOOP("HardwareTiers",
                                "Eight such cards and more, over several machines by torchrun or Slurm. For many runs a day and data sets "
                                "of millions of rows.")},
};

QString words(const char* text) { return QCoreApplication::translate("HardwareTiers", text); }

const TierWords& wordsOf(const runs::HardwareTier& tier) {
    return *std::ranges::find_if(kTierWords, [&](const TierWords& each) { return tier.id == each.id; });
}

QString devicesOf(const runs::HardwareTier& tier) {
    return words(QT_TRANSLATE_NOOP("HardwareTiers", "%1 × %2 GB"))
        .arg(tier.devices)
        .arg(controls::formatDecimal(double(tier.deviceBytes) / kGiB, 0));
}

/// One tier: what it is for, and how far it goes by each method.
class TierCard : public controls::Card {
    Q_OBJECT

    struct Limit {
        Label* method = nullptr;
        Label* limit = nullptr;
    };

public:
    explicit TierCard(const runs::HardwareTier& tier)
        : Card(16),
          tier_(tier),
          name_(new Label({}, TextStyle::title)),
          devices_(new Label({}, TextStyle::body, Role::textSecondary)),
          what_(new Label({})),
          largest_(controls::makeCaption({})) {
        what_->setWordWrap(true);
        what_->setRole(Role::textSecondary);
        auto* top = new QHBoxLayout;
        top->addWidget(name_);
        top->addStretch();
        top->addWidget(devices_);
        body().addLayout(top);
        body().addWidget(what_);
        body().addStretch();
        auto* limits = new QGridLayout;
        limits->setVerticalSpacing(theme::space(1));
        limits->addWidget(largest_, 0, 0, 1, 2);
        for (std::size_t i = 0; i < limits_.size(); ++i) {
            auto& [method, limit] = limits_[i];
            method = new Label({}, TextStyle::body, Role::textSecondary);
            limit = new Label({});
            limit->setTextStyle(TextStyle::body, theme::Weight::semibold);
            limits->addWidget(method, int(i) + 1, 0);
            limits->addWidget(limit, int(i) + 1, 1, Qt::AlignRight);
        }
        body().addSpacing(theme::space(2));
        body().addLayout(limits);
    }

    void show(std::int64_t tokens, bool checkpointing) {
        name_->setText(words(wordsOf(tier_).name));
        devices_->setText(devicesOf(tier_));
        what_->setText(words(wordsOf(tier_).what));
        largest_->setText(tr("Largest of the catalogue that fits"));
        const std::array labels{tr("LoRA"), tr("Freeze"), tr("Full")};
        for (std::size_t i = 0; i < limits_.size(); ++i) {
            const auto* largest = runs::largestThatFits(specOf(kFitMethods[i], checkpointing), tokens, tier_.deviceBytes, true, true);
            limits_[i].method->setText(labels[i]);
            limits_[i].limit->setText(largest ? controls::formatCompact(double(largest->parameters)) : tr("none"));
        }
    }

private:
    runs::HardwareTier tier_;
    Label* name_;
    Label* devices_;
    Label* what_;
    Label* largest_;
    std::array<Limit, kFitMethods.size()> limits_{};
};

class HardwareSection : public Section {
    Q_OBJECT
public:
    explicit HardwareSection(const Context& context)
        : gauges_(context.services.gauges),
          title_(new Label({}, TextStyle::heading)),
          text_(new Label({}, TextStyle::body, Role::textSecondary)),
          model_(new QComboBox),
          tokens_(new controls::Segments({}, {u"512"_s, u"2,048"_s, u"8,192"_s})),
          checkpointing_(new controls::Switch),
          table_(new FitTable),
          note_(new Label({}, TextStyle::caption, Role::textSecondary)) {
        text_->setWordWrap(true);
        note_->setWordWrap(true);
        for (const auto* model : runs::catalogueSizes())
            model_->addItem(QString::fromStdString(model->name).section(u'/', 1), QString::fromStdString(model->name));
        model_->setCurrentIndex(std::max(0, model_->findText(u"DeepSeek-R1-Distill-Qwen-7B"_s)));
        tokens_->choose(kUsualTokens);
        checkpointing_->setChecked(true);

        modelField_ = new controls::FormField({}, model_);
        tokensField_ = new controls::FormField({}, tokens_);
        auto* choices = new QHBoxLayout;
        choices->setSpacing(theme::space(6));
        for (auto* field : {modelField_, tokensField_}) {
            field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
            choices->addWidget(field);
        }
        choices->addWidget(checkpointing_, 0, Qt::AlignBottom);
        choices->addStretch(1);
        auto* card = new controls::Card(0);
        auto* top = new QWidget;
        auto* inset = new QVBoxLayout(top);
        inset->setContentsMargins(theme::space(4), theme::space(4), theme::space(4), theme::space(4));
        inset->addLayout(choices);
        card->body().addWidget(top);
        card->body().addWidget(table_);
        auto* bottom = new QVBoxLayout;
        bottom->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
        bottom->addWidget(note_);
        card->body().addLayout(bottom);

        auto* tiers = new QHBoxLayout;
        tiers->setSpacing(theme::space(3));
        for (const auto& tier : runs::hardwareTiers()) {
            cards_.push_back(new TierCard(tier));
            tiers->addWidget(cards_.back(), 1);
        }
        auto* area = new controls::ScrollColumn;
        auto& column = area->column();
        column.setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
        column.setSpacing(theme::space(4));
        auto* head = new QVBoxLayout;
        head->setSpacing(theme::space(1));
        head->addWidget(title_);
        head->addWidget(text_);
        column.addLayout(head);
        column.addWidget(card);
        column.addLayout(tiers);
        column.addStretch();
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(area);
        connect(model_, &QComboBox::currentIndexChanged, this, &HardwareSection::show);
        connect(tokens_, &controls::Segments::chosenChanged, this, &HardwareSection::show);
        connect(checkpointing_, &QCheckBox::toggled, this, &HardwareSection::show);
        connect(&gauges_, &bridge::GaugeFeed::machineKnown, this, &HardwareSection::show);
        controls::say(*this, [this] {
            title_->setText(tr("What to train on"));
            text_->setText(
                tr("Memory decides what fits; more devices make it faster. Choose a base model and see what each machine takes."));
            modelField_->setCaption(tr("Base model"));
            tokensField_->setCaption(tr("Tokens at once on each device"));
            tokens_->setAccessibleName(tr("Tokens at once on each device"));
            checkpointing_->setText(tr("Recompute activations"));
            checkpointing_->setToolTip(
                tr("Keeps a fraction of the activations and computes the rest again: less memory, about a third more time"));
            table_->setAccessibleName(tr("What each machine takes"));
            note_->setText(tr("An estimate from the model's shapes, in BF16. The forecast before a run measures a few real steps."));
            show();
        });
    }

private:
    void show() {
        const auto* model = catalogue::findCatalogueModel(model_->currentData().toString().toStdString());
        if (!model) return;
        const auto tokens = kTokens[std::size_t(tokens_->chosen())];
        const bool checkpointing = checkpointing_->isChecked();
        std::vector<FitTableModel::Row> rows;
        const auto add = [&](const QString& name, const QString& detail, std::int64_t bytes, bool cuda, bool bf16) {
            FitTableModel::Row row{.name = name, .detail = detail, .deviceBytes = bytes, .fits = {}};
            for (std::size_t i = 0; i < kFitMethods.size(); ++i)
                row.fits[i] = runs::fitOn(specOf(kFitMethods[i], checkpointing), model->config, tokens, bytes, cuda, bf16);
            rows.push_back(std::move(row));
        };
        if (gauges_.machine()) {
            const auto device = trainingDevice(*gauges_.machine());
            add(tr("This machine"), controls::formatBytes(std::uint64_t(device.bytes)), device.bytes, device.cuda, device.bf16);
        }
        for (const auto& tier : runs::hardwareTiers()) add(words(wordsOf(tier).name), devicesOf(tier), tier.deviceBytes, true, true);
        table_->rows().setRows(tr("Machine"), std::move(rows));
        table_->fitHeight();
        for (auto* card : cards_) card->show(tokens, checkpointing);
    }

    bridge::GaugeFeed& gauges_;
    Label* title_;
    Label* text_;
    QComboBox* model_;
    controls::Segments* tokens_;
    controls::Switch* checkpointing_;
    controls::FormField* modelField_;
    controls::FormField* tokensField_;
    FitTable* table_;
    Label* note_;
    std::vector<TierCard*> cards_;
};

}  // namespace

Section* makeHardwareSection(const Context& context) { return new HardwareSection(context); }

}  // namespace anneal::pages

#include "hardware_section.moc"
