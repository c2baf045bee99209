#include <QComboBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/search_field.h"
#include "controls/words.h"
#include "pages/train/setting_row.h"
#include "pages/train/step.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kSearchWidth = 260;
constexpr int kWidest = 960;
constexpr int kScheduleLetters = 8;

/// One of the five, and under it what the choice means.
struct Main {
    const char* key;
    controls::FormField* field;
    Label* meaning;
    controls::IconButton* reset;
};

class SettingsStep : public Step {
    Q_OBJECT
public:
    explicit SettingsStep(const Desk& desk)
        : Step(desk),
          question_(new Heading),
          main_(new controls::Card(16)),
          rate_(new controls::RateField({}, 1e-9, 10)),
          epochs_(new controls::DecimalField({}, 0.01, 10000, 2)),
          rows_(new controls::CountField({}, 1, 1 << 20)),
          accumulation_(new controls::CountField({}, 1, 1 << 20)),
          schedule_(new QComboBox),
          advancedTitle_(new Label({}, TextStyle::title)),
          changedNote_(new Label({}, TextStyle::body, Role::textSecondary)),
          search_(new controls::SearchField({})),
          none_(new Label({}, TextStyle::body, Role::textSecondary)) {
        QVBoxLayout* column = nullptr;
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(makeColumn(question_, column));
        for (const auto* choice : {"cosine", "linear", "constant", "constant_with_warmup", "warmup_stable_decay"})
            schedule_->addItem(QString(), QString::fromLatin1(choice));
        // Its longest choice would make its column wider than the others.
        schedule_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        schedule_->setMinimumContentsLength(kScheduleLetters);
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(theme::space(6));
        grid->setVerticalSpacing(theme::space(4));
        addMain(*grid, "learning_rate", rate_);
        addMain(*grid, "num_train_epochs", epochs_);
        addMain(*grid, "per_device_train_batch_size", rows_);
        addMain(*grid, "gradient_accumulation_steps", accumulation_);
        addMain(*grid, "lr_scheduler_type", schedule_);
        for (int i = 0; i < 3; ++i) grid->setColumnStretch(i, 1);
        main_->body().addLayout(grid);
        search_->setFixedWidth(kSearchWidth);
        auto* top = new QHBoxLayout;
        top->setSpacing(theme::space(3));
        top->addWidget(advancedTitle_);
        top->addWidget(changedNote_, 1);
        top->addWidget(search_);
        auto* holder = new QWidget;
        holder->setMaximumWidth(kWidest);
        auto* column2 = new QVBoxLayout(holder);
        column2->setSpacing(theme::space(4));
        column2->addWidget(main_);
        column2->addSpacing(theme::space(2));
        column2->addLayout(top);
        for (const auto& group : advancedSettings()) addGroup(*column2, group);
        column2->addWidget(none_);
        column->addWidget(holder);
        column->addStretch(1);
        none_->hide();
        wire();
        controls::say(*this, [this] { retranslate(); });
    }

    QString name() const override { return tr("Settings"); }
    QString detail() const override {
        const auto spec = draft().spec();
        return tr("%1, %n epoch(s)", nullptr, int(std::ceil(spec.numTrainEpochs))).arg(controls::formatRate(spec.learningRate));
    }
    QWidget* first() override { return rate_; }
    void open() override { refresh(); }

private:
    void addMain(QGridLayout& grid, const char* key, QWidget* control) {
        auto* reset = new controls::IconButton("undo-2", {});
        theme::setCompact(*reset);
        auto keep = reset->sizePolicy();
        keep.setRetainSizeWhenHidden(true);
        reset->setSizePolicy(keep);
        Main main{key, new controls::FormField({}, control), new Label({}, TextStyle::caption, Role::textSecondary), reset};
        main.meaning->setWordWrap(true);
        main.meaning->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // the columns stay equal
        main.meaning->setAlignment(Qt::AlignLeading | Qt::AlignTop);
        auto* line = new QHBoxLayout;
        line->setSpacing(theme::space(1));
        line->addWidget(main.field, 1);
        line->addWidget(reset, 0, Qt::AlignBottom);
        auto* cell = new QVBoxLayout;
        cell->setSpacing(theme::space(1));
        cell->addLayout(line);
        cell->addWidget(main.meaning);
        cell->addStretch();
        const int at = int(mains_.size());
        grid.addLayout(cell, at / 3, at % 3);
        connect(reset, &QToolButton::clicked, this, [this, key] { draft().reset(key); });
        mains_.push_back(main);
    }

    void addGroup(QVBoxLayout& column, const SettingGroup& group) {
        auto* card = new controls::Card(0);
        card->addHeader({}, theme::px(theme::Size::tableHeader) + theme::space(1));
        Group made{&group, card, {}};
        for (const auto& setting : group.settings) {
            auto* row = new SettingRow(draft(), setting);
            card->body().addWidget(row);
            made.rows.push_back(row);
        }
        card->body().addSpacing(theme::space(2));
        groups_.push_back(std::move(made));
        column.addWidget(card);
    }

    void wire() {
        const auto put = [this](const char* key, const OrderedJson& value) {
            if (!filling_) draft().apply({{key, value}});
        };
        connect(rate_, &QDoubleSpinBox::valueChanged, this, [put](double value) { put("learning_rate", value); });
        connect(epochs_, &QDoubleSpinBox::valueChanged, this, [put](double value) { put("num_train_epochs", value); });
        connect(rows_, &QSpinBox::valueChanged, this, [put](int value) { put("per_device_train_batch_size", value); });
        connect(accumulation_, &QSpinBox::valueChanged, this, [put](int value) { put("gradient_accumulation_steps", value); });
        connect(schedule_, &QComboBox::activated, this,
                [this, put] { put("lr_scheduler_type", schedule_->currentData().toString().toStdString()); });
        connect(search_, &QLineEdit::textChanged, this, &SettingsStep::filter);
        connect(&draft(), &Draft::changed, this, &SettingsStep::refresh);
    }

    void retranslate() {
        question_->ask(tr("How should it be trained?"), tr("Five settings matter. Everything else has a default that careful users keep."));
        const std::array names{tr("Learning rate"), tr("Epochs"), tr("Rows at once"), tr("Gradient accumulation"), tr("Schedule")};
        for (std::size_t i = 0; i < names.size(); ++i) {
            mains_[i].field->setCaption(names[i]);
            mains_[i].reset->setName(tr("Reset %1").arg(names[i]));
        }
        for (int i = 0; i < schedule_->count(); ++i) schedule_->setItemText(i, choiceText(schedule_->itemData(i).toString().toStdString()));
        advancedTitle_->setText(tr("Advanced"));
        search_->setPurpose(tr("Search settings"));
        for (auto& group : groups_) {
            group.card->setTitle(groupName(*group.words));
            for (auto* row : group.rows) row->retranslate();
        }
        refresh();
        filter();
    }

    void filter() {
        const auto words = search_->text().trimmed();
        bool any = false;
        for (auto& group : groups_) {
            bool here = false;
            for (auto* row : group.rows) {
                const bool meant = words.isEmpty() || row->matches(words);
                row->setVisible(meant);
                here |= meant;
            }
            group.card->setVisible(here);
            any |= here;
        }
        none_->setText(tr("No setting is called “%1”").arg(words));
        none_->setVisible(!any);
    }

    void refresh() {
        filling_ = true;
        const auto spec = draft().spec();
        const auto put = [](auto* field, auto value) {
            if (field->value() != value) field->setValue(value);
        };
        put(rate_, spec.learningRate);
        put(epochs_, spec.numTrainEpochs);
        put(rows_, spec.perDeviceTrainBatchSize);
        put(accumulation_, spec.gradientAccumulationSteps);
        schedule_->setCurrentIndex(schedule_->findData(QString::fromStdString(runs::toText(spec.lrSchedulerType))));
        filling_ = false;
        for (const auto& main : mains_) main.reset->setVisible(draft().isSet(main.key));
        explain(spec);
        int changes = 0;
        for (const auto& group : groups_)
            for (const auto& setting : group.words->settings) changes += draft().isSet(setting.key);
        changedNote_->setText(changes == 0 ? tr("all at their defaults") : tr("%n changed", nullptr, changes));
        for (auto& group : groups_)
            for (auto* row : group.rows) row->refresh();
        Q_EMIT changed();
    }

    void explain(const runs::RunSpec& spec) {
        const auto outlook = desk().outlook();
        const auto perStep = std::int64_t(spec.perDeviceTrainBatchSize) * spec.gradientAccumulationSteps * spec.nprocPerNode;
        mains_[0].meaning->setText(spec.finetuningType == runs::FinetuningType::lora ? tr("How far each step goes. 2e-4 is usual for LoRA.")
                                   : spec.trainFromScratch ? tr("How far each step goes. 3e-4 is usual from nothing.")
                                                           : tr("How far each step goes. 2e-5 is usual for whole weights."));
        mains_[1].meaning->setText(outlook && outlook->steps > 0
                                       ? tr("How often it sees each row: about %1 steps.").arg(controls::formatCount(outlook->steps))
                                       : tr("How often it sees each row."));
        mains_[2].meaning->setText(outlook
                                       ? tr("On each device; takes up to %1.").arg(controls::formatBytes(std::uint64_t(outlook->needed)))
                                       : tr("On each device; this is what takes memory."));
        mains_[3].meaning->setText(tr("Batches before a step: %1 rows a step, without more memory.").arg(controls::formatCount(perStep)));
        mains_[4].meaning->setText(tr("How the rate falls. Cosine suits most runs."));
    }

    struct Group {
        const SettingGroup* words;
        controls::Card* card;
        std::vector<SettingRow*> rows;
    };

    Heading* question_;
    controls::Card* main_;
    controls::RateField* rate_;
    controls::DecimalField* epochs_;
    controls::CountField* rows_;
    controls::CountField* accumulation_;
    QComboBox* schedule_;
    Label* advancedTitle_;
    Label* changedNote_;
    controls::SearchField* search_;
    Label* none_;
    std::vector<Main> mains_;
    std::vector<Group> groups_;
    bool filling_ = false;
};

}  // namespace

Step* makeSettingsStep(const Desk& desk) { return new SettingsStep(desk); }

}  // namespace anneal::pages

#include "settings_step.moc"
