#include "pages/chat/settings_panel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>

#include "controls/buttons.h"
#include "controls/form_field.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/switch.h"
#include "controls/text_area.h"
#include "controls/words.h"
#include "pages/chat/talk.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::CountField;
using controls::DecimalField;
using controls::FormField;
using controls::Label;

constexpr int kFieldWidth = 76;
constexpr int kHundred = 100;  // steps a unit of a slider

/// A caption, the value as a field at the right, the slider below.
QWidget* slid(Label* caption, QWidget* field, QSlider* slider) {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setSpacing(theme::space(1));
    auto* top = new QHBoxLayout;
    top->addWidget(caption);
    top->addStretch();
    field->setFixedWidth(kFieldWidth);
    theme::setCompact(*field);
    top->addWidget(field);
    column->addLayout(top);
    column->addWidget(slider);
    return part;
}

QSlider* makeSlider(int least, int most) {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setRange(least, most);
    slider->setPageStep(10);
    slider->setMinimumHeight(theme::space(5));
    return slider;
}

QFrame* makeRule() {
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    return rule;
}

}  // namespace

SettingsPanel::SettingsPanel(Talk& talk)
    : talk_(talk),
      greedy_(new controls::Switch),
      temperatureSlider_(makeSlider(0, 2 * kHundred)),
      topPSlider_(makeSlider(1, kHundred)),
      temperature_(new DecimalField({}, 0, 2, 2)),
      topP_(new DecimalField({}, 0.01, 1, 2)),
      seed_(new CountField({}, 0, std::numeric_limits<int>::max())),
      maxTokens_(new CountField({}, 1, 1 << 17)),
      topK_(new CountField({}, 0, 100'000)),
      repetition_(new DecimalField({}, 0.5, 2, 2)),
      minP_(new DecimalField({}, 0, 1, 2)),
      stop_(new QLineEdit),
      reset_(controls::makeButton(theme::Kind::link, {})),
      expected_(new controls::TextArea({}, 2, 6)),
      save_(controls::makeButton(theme::Kind::secondary, {}, "bookmark")),
      memory_(new Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      free_(controls::makeButton(theme::Kind::link, {})),
      frees_(new controls::Switch) {
    seed_->setGroupSeparatorShown(false);
    maxTokens_->setSingleStep(64);
    temperature_->setSingleStep(0.1);
    topP_->setSingleStep(0.05);
    auto* title = new Label({}, theme::TextStyle::title);
    auto* temperatureName = controls::makeCaption({});
    auto* topPName = controls::makeCaption({});
    auto* seed = new FormField({}, seed_);
    auto* maxTokens = new FormField({}, maxTokens_);
    auto* topK = new FormField({}, topK_);
    auto* minP = new FormField({}, minP_);
    auto* repetition = new FormField({}, repetition_);
    auto* stop = new FormField({}, stop_);
    auto* area = new controls::ScrollColumn;
    auto& column = area->column();
    column.setContentsMargins(theme::space(4), theme::space(4), theme::space(4), theme::space(4));
    column.setSpacing(theme::space(3));
    auto* top = new QHBoxLayout;
    top->addWidget(title);
    top->addStretch();
    top->addWidget(reset_);
    column.addLayout(top);
    column.addWidget(greedy_);
    column.addWidget(slid(temperatureName, temperature_, temperatureSlider_));
    column.addWidget(slid(topPName, topP_, topPSlider_));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme::space(3));
    grid->setVerticalSpacing(theme::space(3));
    grid->addWidget(seed, 0, 0);
    grid->addWidget(maxTokens, 0, 1);
    grid->addWidget(topK, 1, 0);
    grid->addWidget(minP, 1, 1);
    grid->addWidget(repetition, 2, 0);
    grid->addWidget(stop, 2, 1);
    for (int part = 0; part < 2; ++part) grid->setColumnStretch(part, 1);
    column.addLayout(grid);
    column.addWidget(makeRule());
    column.addWidget(makeKeep());
    column.addStretch();
    column.addWidget(makeRule());
    column.addWidget(makeMemory());
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(area);

    const auto pair = [this](QSlider* slider, DecimalField* field) {
        connect(slider, &QSlider::valueChanged, field, [field](int value) { field->setValue(value / double(kHundred)); });
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, slider](double value) {
            const QSignalBlocker quiet(slider);
            slider->setValue(qRound(value * kHundred));
            take();
        });
    };
    pair(temperatureSlider_, temperature_);
    pair(topPSlider_, topP_);
    for (auto* field : {repetition_, minP_}) connect(field, &QDoubleSpinBox::valueChanged, this, &SettingsPanel::take);
    for (auto* field : {seed_, maxTokens_, topK_}) connect(field, &QSpinBox::valueChanged, this, &SettingsPanel::take);
    connect(greedy_, &QCheckBox::toggled, this, &SettingsPanel::take);
    connect(stop_, &QLineEdit::textChanged, this, &SettingsPanel::take);
    connect(reset_, &QPushButton::clicked, this, [this] { talk_.setSettings({}); });
    connect(&talk, &Talk::settingsChanged, this, &SettingsPanel::show);
    connect(&talk, &Talk::stateChanged, this, &SettingsPanel::refresh);
    connect(&talk, &Talk::turnsChanged, this, &SettingsPanel::refresh);
    controls::say(*this, [=, this] {
        title->setText(tr("Answer settings"));
        reset_->setText(tr("Reset"));
        greedy_->setText(tr("Always the likeliest token"));
        temperatureName->setText(tr("Temperature"));
        topPName->setText(tr("Top-p"));
        for (QWidget* each : {static_cast<QWidget*>(temperature_), static_cast<QWidget*>(temperatureSlider_)})
            each->setAccessibleName(tr("Temperature"));
        for (QWidget* each : {static_cast<QWidget*>(topP_), static_cast<QWidget*>(topPSlider_)}) each->setAccessibleName(tr("Top-p"));
        temperature_->setToolTip(tr("Higher is more varied; 0 is always the likeliest token"));
        topP_->setToolTip(tr("Draws among the likeliest tokens that reach this probability together"));
        seed->setCaption(tr("Seed"));
        maxTokens->setCaption(tr("Max tokens"));
        topK->setCaption(tr("Top-k"));
        topK_->setSpecialValueText(tr("All"));
        minP->setCaption(tr("Min-p"));
        minP_->setToolTip(tr("Drops tokens below this share of the likeliest"));
        repetition->setCaption(tr("Repetition penalty"));
        repetition_->setToolTip(tr("Above 1 repeats less"));
        stop->setCaption(tr("Stop at"));
        stop_->setPlaceholderText(tr("End token"));
        refresh();
    });
    show();
}

QWidget* SettingsPanel::makeKeep() {
    auto* part = new QWidget;
    auto* title = new Label({});
    title->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    auto* text = new Label({}, theme::TextStyle::caption, theme::Role::textSecondary);
    text->setWordWrap(true);
    auto* expected = new FormField({}, expected_);
    auto* column = new QVBoxLayout(part);
    column->setSpacing(theme::space(2));
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(expected);
    column->addWidget(save_);
    connect(save_, &QPushButton::clicked, this, &SettingsPanel::caseWanted);
    controls::say(*part, [this, title, text, expected] {
        title->setText(tr("Keep this prompt"));
        text->setText(tr("A case is asked again of any two models, and judged without knowing which is which."));
        expected->setCaption(tr("Expected answer"));
        expected_->setPlaceholderText(tr("What a right answer says; may be empty"));
        save_->setText(tr("Save as evaluation case"));
    });
    return part;
}

QWidget* SettingsPanel::makeMemory() {
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setSpacing(theme::space(2));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(2));
    row->addWidget(new controls::IconLabel("memory-stick", theme::Role::textSecondary));
    memory_->setElided(true);
    row->addWidget(memory_, 1);
    row->addWidget(free_);
    column->addLayout(row);
    column->addWidget(frees_);
    connect(free_, &QPushButton::clicked, this, &SettingsPanel::freeWanted);
    controls::say(*part, [this] {
        free_->setText(tr("Free"));
        free_->setAccessibleName(tr("Free the memory of both models"));
        frees_->setText(tr("Free the memory on leaving"));
    });
    return part;
}

QString SettingsPanel::expected() const { return expected_->body(); }
void SettingsPanel::setExpected(const QString& text) { expected_->setBody(text); }
bool SettingsPanel::freesMemory() const { return frees_->isChecked(); }
void SettingsPanel::setFreesMemory(bool frees) { frees_->setChecked(frees); }

void SettingsPanel::show() {
    showing_ = true;
    const auto& settings = talk_.settings();
    greedy_->setChecked(settings.greedy);
    temperature_->setValue(settings.temperature);
    topP_->setValue(settings.topP);
    temperatureSlider_->setValue(qRound(settings.temperature * kHundred));
    topPSlider_->setValue(qRound(settings.topP * kHundred));
    seed_->setValue(int(settings.seed));
    maxTokens_->setValue(settings.maxTokens);
    topK_->setValue(settings.topK);
    minP_->setValue(settings.minP);
    repetition_->setValue(settings.repetitionPenalty);
    if (stop_->text() != settings.stop) stop_->setText(settings.stop);
    showing_ = false;
    refresh();
}

void SettingsPanel::take() {
    if (showing_) return;
    talk_.setSettings({.greedy = greedy_->isChecked(),
                       .temperature = temperature_->value(),
                       .topP = topP_->value(),
                       .topK = topK_->value(),
                       .minP = minP_->value(),
                       .repetitionPenalty = repetition_->value(),
                       .maxTokens = maxTokens_->value(),
                       .seed = quint32(seed_->value()),
                       .stop = stop_->text()});
}

void SettingsPanel::refresh() {
    const auto why = talk_.settings().greedy ? tr("Nothing is drawn: always the likeliest token") : QString();
    for (QWidget* drawn :
         {static_cast<QWidget*>(temperature_), static_cast<QWidget*>(temperatureSlider_), static_cast<QWidget*>(topP_),
          static_cast<QWidget*>(topPSlider_), static_cast<QWidget*>(topK_), static_cast<QWidget*>(minP_), static_cast<QWidget*>(seed_)})
        if (drawn->isEnabled() != why.isEmpty()) controls::disableBecause(*drawn, why);
    reset_->setVisible(talk_.settings() != AnswerSettings{});
    controls::disableBecause(*save_, talk_.conversation().isEmpty() ? tr("Ask something first") : QString());
    int loaded = 0;
    std::uint64_t bytes = 0;
    for (std::size_t side = 0; side < kSides; ++side) {
        const auto state = talk_.side(side).state();
        if (state != ChatSide::State::ready && state != ChatSide::State::answering) continue;
        ++loaded;
        bytes += talk_.side(side).loaded().bytes;
    }
    memory_->setText(loaded == 0 ? tr("No model in memory")
                                 : tr("%n model(s) in memory, %1", nullptr, loaded).arg(controls::formatBytes(bytes)));
    free_->setVisible(loaded > 0);
}

}  // namespace anneal::pages
