#include "pages/data/recipe_panel.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <arrow/type.h>

#include "base/files.h"
#include "controls/buttons.h"
#include "controls/chip.h"
#include "controls/gauge.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "pages/data/step_form.h"
#include "pages/data/step_picker.h"
#include "pages/data/step_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kTopHeight = 52;
constexpr int kHashShown = 7;

QString textOf(const std::string& text) { return QString::fromStdString(text); }

/// A strip of the panel with its own ground and a line below.
QFrame* makeRule() {
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    return rule;
}

}  // namespace

RecipePanel::RecipePanel(const Context& context, data::Dataset dataset)
    : context_(context),
      dataset_(std::move(dataset)),
      counter_(context.services, dataset_),
      pages_(new QStackedWidget),
      list_(new RecipeList(model_)),
      picker_(new StepPicker) {
    auto* top = makeTop();
    auto* steps = makeSteps();
    pages_->addWidget(steps);
    pages_->addWidget(picker_);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(makeRule());
    column->addWidget(pages_, 1);
    connect(&model_, &RecipeModel::changed, this, &RecipePanel::recipeChanged);
    connect(&model_, &RecipeModel::stepPlaced, this, [this](int row) { list_->setCurrentIndex(model_.index(row)); });
    connect(&model_, &QAbstractItemModel::modelReset, this, [this] { openForm(-1); });
    connect(&model_, &QAbstractItemModel::rowsMoved, this, [this] { openForm(-1); });
    connect(&model_, &QAbstractItemModel::rowsRemoved, this, [this] { openForm(-1); });
    connect(list_, &RecipeList::openWanted, this, &RecipePanel::openForm);
    connect(list_, &RecipeList::chosenChanged, this, &RecipePanel::previewChanged);
    connect(&counter_, &RecipeCounter::counted, this, [this] {
        error_->hide();
        model_.setCounts(counter_.last());
        Q_EMIT previewChanged();
    });
    connect(&counter_, &RecipeCounter::busyChanged, this, &RecipePanel::showFigures);
    connect(&counter_, &RecipeCounter::progress, this, [this](double share) {
        progress_ = share;
        showFigures();
    });
    connect(&counter_, &RecipeCounter::failed, this, &RecipePanel::showError);
    connect(picker_, &StepPicker::left, this, [this] {
        pages_->setCurrentIndex(0);
        add_->setFocus(Qt::OtherFocusReason);
    });
    connect(picker_, &StepPicker::chosen, this, [this](const data::StepKind* kind) { addStep(kind->name, OrderedJson::object()); });
    controls::say(*this, [this] {
        title_->setText(tr("Recipe"));
        undo_->setName(tr("Undo"));
        redo_->setName(tr("Redo"));
        more_->setName(tr("More for the recipe"));
        loadAct_->setText(tr("Load recipe…"));
        saveAct_->setText(tr("Save recipe…"));
        clearAct_->setText(tr("Remove all steps"));
        imported_->setText(tr("Before the recipe"));
        importedRows_->setText(tr("%1 rows").arg(controls::formatCount(dataset_.manifest().rows)));
        hint_->setText(tr("Steps clean rows one after the other. Nothing is written until you save a version."));
        list_->setAccessibleName(tr("Steps of the recipe"));
        add_->setText(tr("Add step"));
        remove_->setText(tr("Remove step"));
        cancel_->setText(tr("Cancel"));
        gauge_->setAccessibleName(tr("Rows kept"));
        model_.retranslate();
        if (list_->openRow() >= 0) openForm(list_->openRow());
        showFigures();
    });
}

QWidget* RecipePanel::makeTop() {
    auto* top = new QWidget;
    top->setFixedHeight(kTopHeight);
    title_ = new Label({}, TextStyle::title);
    steps_ = new controls::Chip({});
    undo_ = new controls::IconButton("undo-2", {});
    redo_ = new controls::IconButton("redo-2", {});
    more_ = new controls::IconButton("ellipsis", {});
    auto* menu = new QMenu(more_);
    loadAct_ = menu->addAction(QString(), this, &RecipePanel::load);
    saveAct_ = menu->addAction(QString(), this, &RecipePanel::save);
    menu->addSeparator();
    clearAct_ = menu->addAction(QString(), this, [this] { model_.replace({}); });
    more_->setMenu(menu);
    more_->setPopupMode(QToolButton::InstantPopup);
    connect(undo_, &QAbstractButton::clicked, &model_, &RecipeModel::undo);
    connect(redo_, &QAbstractButton::clicked, &model_, &RecipeModel::redo);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(4), 0, theme::space(2), 0);
    row->setSpacing(theme::space(1));
    row->addWidget(title_);
    row->addSpacing(theme::space(1));
    row->addWidget(steps_);
    row->addStretch();
    for (auto* button : {undo_, redo_, more_}) {
        theme::setCompact(*button);
        row->addWidget(button);
    }
    return top;
}

QWidget* RecipePanel::makeSteps() {
    auto* page = new QWidget;
    imported_ = new Label({}, TextStyle::caption, Role::textSecondary);
    importedRows_ = new Label({}, TextStyle::caption);
    auto* imported = new QHBoxLayout;
    imported->setContentsMargins(theme::space(4), theme::space(2), theme::space(3), theme::space(2));
    imported->addWidget(imported_);
    imported->addStretch();
    imported->addWidget(importedRows_);
    hint_ = new Label({}, TextStyle::body, Role::textSecondary);
    hint_->setWordWrap(true);
    hint_->setContentsMargins(theme::space(4), theme::space(4), theme::space(4), theme::space(4));
    error_ = new controls::InlineMessage(controls::Tone::danger, {}, {});
    error_->hide();
    add_ = controls::makeButton(theme::Kind::secondary, {}, "plus");
    remove_ = controls::makeButton(theme::Kind::quiet, {}, "trash-2");
    connect(add_, &QPushButton::clicked, this, qOverload<>(&RecipePanel::addStep));
    connect(remove_, &QPushButton::clicked, this, [this] {
        if (list_->currentIndex().isValid()) model_.remove(list_->currentIndex().row());
    });
    auto* acts = new QHBoxLayout;
    acts->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    acts->setSpacing(theme::space(2));
    acts->addWidget(add_, 1);
    acts->addWidget(remove_);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(0);
    column->addLayout(imported);
    column->addWidget(makeRule());
    auto* errors = new QVBoxLayout;
    errors->setContentsMargins(theme::space(3), 0, theme::space(3), 0);
    errors->addWidget(error_);
    column->addLayout(errors);
    column->addWidget(hint_);
    column->addWidget(list_);
    column->addLayout(acts);
    column->addStretch();
    column->addWidget(makeRule());
    column->addWidget(makeBottom());
    return page;
}

QWidget* RecipePanel::makeBottom() {
    auto* bottom = new QWidget;
    kept_ = new Label({}, TextStyle::body);
    kept_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    share_ = new Label({}, TextStyle::body, Role::textSecondary);
    gauge_ = new controls::Gauge({});
    gauge_->setTone(controls::Tone::success);
    note_ = new Label({}, TextStyle::caption, Role::textSecondary);
    note_->setElided(true);
    cancel_ = controls::makeButton(theme::Kind::quiet, {}, "x");
    theme::setCompact(*cancel_);
    apply_ = controls::makeButton(theme::Kind::primary, {}, "save");
    connect(cancel_, &QPushButton::clicked, this, [this] {
        counter_.cancel();
        showFigures();
    });
    connect(apply_, &QPushButton::clicked, this, &RecipePanel::apply);
    auto* figures = new QHBoxLayout;
    figures->addWidget(kept_);
    figures->addStretch();
    figures->addWidget(share_);
    auto* notes = new QHBoxLayout;
    notes->addWidget(note_, 1);
    notes->addWidget(cancel_);
    auto* column = new QVBoxLayout(bottom);
    column->setContentsMargins(theme::space(4), theme::space(4), theme::space(4), theme::space(4));
    column->setSpacing(theme::space(2));
    column->addLayout(figures);
    column->addWidget(gauge_);
    column->addLayout(notes);
    column->addWidget(apply_);
    return bottom;
}

int RecipePanel::chosenStep() const { return model_.enabledIndex(list_->currentIndex().row()); }

void RecipePanel::setNextVersion(int version) {
    next_ = version;
    showFigures();
}

void RecipePanel::recipeChanged() {
    counter_.count(model_.recipe());
    showFigures();
    Q_EMIT previewChanged();
}

void RecipePanel::showFigures() {
    const auto count = model_.rowCount();
    steps_->setLook({.text = tr("%n step(s)", nullptr, count)});
    undo_->setEnabled(model_.canUndo());
    redo_->setEnabled(model_.canRedo());
    saveAct_->setEnabled(count > 0);
    clearAct_->setEnabled(count > 0);
    hint_->setVisible(count == 0);
    list_->setVisible(count > 0);
    remove_->setVisible(count > 0);
    const bool busy = counter_.isBusy();
    cancel_->setVisible(busy);
    const auto& counted = counter_.last();
    const auto rows = dataset_.manifest().rows;
    const auto kept = counted ? std::int64_t(counted->kept.size()) : rows;
    if (busy) {
        kept_->setText(tr("Counting rows"));
        share_->setText(progress_ >= 0 ? controls::formatPercent(progress_) : QString());
        gauge_->setShare(std::max(0.0, progress_));
        gauge_->setTone(controls::Tone::accent);
        note_->setText(tr("The preview follows"));
    } else {
        kept_->setText(tr("%1 rows kept").arg(controls::formatCount(kept)));
        share_->setText(rows > 0 ? controls::formatPercent(double(kept) / double(rows), 1) : QString());
        gauge_->setShare(rows > 0 ? double(kept) / double(rows) : 0);
        gauge_->setTone(controls::Tone::success);
        note_->setText(count == 0 ? tr("No step yet")
                                  : tr("Recipe %1. It replays on new data.").arg(textOf(model_.recipe().hash().substr(0, kHashShown))));
    }
    apply_->setText(tr("Save as v%1").arg(next_));
    controls::disableBecause(*apply_, count == 0  ? tr("Add a step first")
                                      : busy      ? tr("Rows are being counted")
                                      : !counted  ? tr("No step is switched on, or one has a mistake")
                                      : kept == 0 ? tr("No row would be left")
                                                  : QString());
}

void RecipePanel::showError(const Error& error) {
    if (error.code == "stopped") return showFigures();
    error_->setText(textOf(error.message), textOf(error.hint));
    error_->show();
    if (form_) form_->setError(textOf(error.message));
    showFigures();
}

std::vector<std::string> RecipePanel::columnsBefore(int row) const {
    const auto& counted = counter_.last();
    const int at = model_.enabledIndex(row);
    if (!counted || at < 0 || std::size_t(at) > counted->bound.size()) return dataset_.manifest().columnNames();
    std::vector<std::string> columns;
    for (const auto& field : counted->bound.schema(std::size_t(at))->fields()) columns.push_back(field->name());
    return columns;
}

void RecipePanel::openForm(int row) {
    form_ = nullptr;
    if (row < 0 || row >= model_.rowCount()) return list_->setOpen(-1, nullptr);
    form_ = new StepForm(context_.services, model_.recipe().steps[std::size_t(row)], columnsBefore(row));
    connect(form_, &StepForm::edited, this, [this, row](const OrderedJson& values) {
        if (const auto set = model_.setParameters(row, values); !set && form_) form_->setError(textOf(set.error().message));
    });
    list_->setOpen(row, form_);
}

void RecipePanel::addStep() {
    pages_->setCurrentWidget(picker_);
    picker_->begin();
}

void RecipePanel::addStep(const std::string& name, const OrderedJson& given) {
    const auto kind = data::findStepKind(name);
    if (!kind) return;
    pages_->setCurrentIndex(0);
    const int at = list_->currentIndex().isValid() && list_->openRow() >= 0 ? list_->currentIndex().row() + 1 : model_.rowCount();
    model_.add(**kind, given, at);
    openForm(at);
    list_->setFocus(Qt::OtherFocusReason);
}

void RecipePanel::load() {
    context_.host.chooseFiles({.title = tr("Load a recipe"), .filter = tr("Recipes (*.yaml *.yml *.json)")},
                              [this](const QStringList& files) {
                                  auto recipe = data::readRecipe(files.front().toStdString());
                                  if (!recipe) return showError(recipe.error());
                                  model_.replace(std::move(*recipe));
                              });
}

void RecipePanel::save() {
    const auto name = textOf(dataset_.path().filename().string()) + u"-recipe.yaml"_s;
    context_.host.chooseFiles({.title = tr("Save the recipe"), .saveAs = name}, [this](const QStringList& files) {
        const auto written = base::writeFileAtomically(files.front().toStdString(), data::dumpRecipe(model_.recipe()));
        if (!written) return showError(written.error());
        context_.host.toast({controls::Tone::success, tr("Recipe saved"), files.front(), {}, {}});
    });
}

void RecipePanel::apply() {
    if (apply_->isEnabled()) Q_EMIT applyWanted(model_.recipe());
}

}  // namespace anneal::pages
