#include "pages/data/dataset_section.h"

#include <QJsonDocument>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/side_panel.h"
#include "controls/tabs.h"
#include "controls/words.h"
#include "pages/data/dataset_words.h"
#include "pages/data/new_version.h"
#include "pages/data/profile_tab.h"
#include "pages/data/samples_tab.h"
#include "pages/data/split_panel.h"
#include "pages/data/step_words.h"
#include "pages/data/versions_panel.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kLeastMain = 620;

constexpr int kSamples = 2;

enum Panel { recipePanel, readerPanel, versionsPanel, splitPanel };

QString recipeKey(const QString& id) { return u"data.recipe."_s + id; }

}  // namespace

DatasetSection::DatasetSection(const Context& context, const bridge::DatasetEntry& entry, data::Dataset dataset)
    : context_(context),
      id_(entry.id),
      dataset_(dataset),
      feed_(std::make_unique<RowFeed>(context.services.bridge, dataset)),
      header_(new controls::PageHeader(entry.id)),
      tabs_(new controls::Tabs({})),
      pages_(new QStackedWidget),
      panels_(new QStackedWidget),
      table_(new TableTab(context, *feed_)),
      recipe_(new RecipePanel(context, dataset)),
      reader_(new TextReader) {
    openRecipe_ = controls::makeButton(theme::Kind::secondary, {}, "sliders-horizontal");
    versions_ = controls::makeButton(theme::Kind::secondary, {}, "git-compare");
    train_ = controls::makeButton(theme::Kind::secondary, {}, "graduation-cap");
    for (auto* button : {versions_, train_, openRecipe_}) header_->addAction(button);
    train_->setVisible(context.host.has(u"train"_s));
    openRecipe_->hide();

    auto* main = new QWidget;
    auto* column = new QVBoxLayout(main);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(4), theme::space(4));
    column->setSpacing(theme::space(3));
    column->addWidget(header_);
    column->addWidget(tabs_);
    column->addWidget(pages_, 1);
    tabs_->add({}, "table");
    tabs_->add({}, "chart-spline");
    tabs_->add({}, "whole-word");
    makers_ = {[this]() -> QWidget* { return table_; },
               [this]() -> QWidget* {
                   auto* profile = new ProfileTab(context_, dataset_);
                   connect(profile, &ProfileTab::stepWanted, this, [this](const std::string& step, const OrderedJson& given) {
                       openPanel();
                       recipe_->addStep(step, given);
                   });
                   connect(profile, &ProfileTab::rowWanted, this, [this](qint64 row) {
                       setTab(0);
                       table_->goTo(row);
                   });
                   return profile;
               },
               [this]() -> QWidget* { return new SamplesTab(context_, dataset_); }};
    for (std::size_t at = 0; at < makers_.size(); ++at) pages_->addWidget(new QWidget);
    made_.resize(makers_.size());

    panels_->addWidget(recipe_);
    panels_->addWidget(reader_);
    auto* versions = new VersionsPanel(context, id_);
    panels_->addWidget(versions);
    auto* split = new SplitPanel(context, dataset_);
    panels_->addWidget(split);
    side_ = new controls::SidePanel(main, panels_, kLeastMain);
    auto* all = new QVBoxLayout(this);
    all->addWidget(side_);

    connect(header_, &controls::PageHeader::trailClicked, this, &DatasetSection::backWanted);
    connect(tabs_, &QTabBar::currentChanged, this, [this](int at) {
        pages_->setCurrentWidget(tab(at));
        side_->setPanelShown(at != kSamples);
        Q_EMIT statusChanged();
    });
    connect(side_, &controls::SidePanel::foldedChanged, openRecipe_, &QWidget::setVisible);
    connect(openRecipe_, &QPushButton::clicked, this, &DatasetSection::openPanel);
    connect(versions_, &QPushButton::clicked, this, &DatasetSection::showVersions);
    connect(train_, &QPushButton::clicked, this, &DatasetSection::train);
    connect(recipe_, &RecipePanel::previewChanged, this, &DatasetSection::preview);
    connect(recipe_, &RecipePanel::applyWanted, this, &DatasetSection::apply);
    connect(&recipe_->model(), &RecipeModel::changed, this, &DatasetSection::keepRecipe);
    connect(reader_, &TextReader::closed, this, &DatasetSection::closeReader);
    connect(versions, &VersionsPanel::closed, this, &DatasetSection::closeReader);
    connect(split, &SplitPanel::closed, this, &DatasetSection::closeReader);
    connect(table_, &TableTab::placeChanged, this, &DatasetSection::statusChanged);
    connect(table_, &TableTab::cellOpened, this, &DatasetSection::openCell);
    connect(table_, &TableTab::cellChosen, this, [this](const QModelIndex& index) {
        if (panels_->currentIndex() == readerPanel && side_->isOpen()) showCell(index);
    });
    pages_->setCurrentWidget(tab(0));

    if (const auto kept = context.services.state.value(recipeKey(id_)).toObject(); !kept.isEmpty()) {
        const auto text = QJsonDocument(kept).toJson(QJsonDocument::Compact).toStdString();
        if (auto recipe = data::recipeFromYaml(text)) recipe_->model().reset(std::move(*recipe));
    }
    controls::say(*this, [this] { write(); });
    refresh();
}

DatasetSection::~DatasetSection() { delete table_; }

QWidget* DatasetSection::tab(int at) {
    auto*& page = made_[std::size_t(at)];
    if (page) return page;
    page = makers_[std::size_t(at)]();
    delete pages_->widget(at);
    pages_->insertWidget(at, page);
    return page;
}

int DatasetSection::tabCount() const { return tabs_->count(); }
void DatasetSection::takeFocus() {
    tabs_->currentIndex() == 0 ? table_->table().setFocus(Qt::OtherFocusReason) : tabs_->setFocus(Qt::OtherFocusReason);
}
void DatasetSection::setTab(int tab) { tabs_->setCurrentIndex(std::clamp(tab, 0, tabs_->count() - 1)); }

void DatasetSection::write() {
    tabs_->setAccessibleName(tr("Parts of the data set"));
    tabs_->setTabText(0, tr("Table"));
    tabs_->setTabText(1, tr("Profile"));
    tabs_->setTabText(2, tr("Samples"));
    openRecipe_->setText(tr("Recipe"));
    versions_->setText(tr("Versions"));
    train_->setText(tr("Train on this"));
    header_->setTrail(tr("Data"));
    refresh();
    preview();
}

void DatasetSection::refresh() {
    const auto& entries = context_.services.datasets.all();
    const auto families = familiesOf(entries);
    const auto* family = familyOf(families, id_);
    const int version = family ? family->versionOf(id_) : 1;
    const int next = family ? int(family->versions.size()) + 1 : 2;
    const bool isDraft = recipe_->model().rowCount() > 0;
    header_->setChip({.text = isDraft ? tr("v%1 draft").arg(next) : u"v%1"_s.arg(version),
                      .tone = isDraft ? controls::Tone::warning : controls::Tone::neutral});
    const auto& manifest = dataset_.manifest();
    QStringList facts{tr("%n row(s)", nullptr, int(manifest.rows)), tr("%n column(s)", nullptr, int(manifest.columns.size())),
                      shapeText(manifest.mapping.shape)};
    if (const auto origin = originText(manifest); !origin.isEmpty()) facts << origin;
    header_->setFacts(facts.join(u" · "_s));
    recipe_->setNextVersion(next);
}

void DatasetSection::preview() {
    const auto& counted = recipe_->counter().last();
    const int step = recipe_->chosenStep();
    const auto& steps = recipe_->model().recipe().steps;
    QString name;
    int enabled = -1;
    for (const auto& each : steps)
        if (each.enabled && ++enabled == step) name = stepText(each.kind->name);
    table_->setPreview(counted, counted && step < int(counted->bound.size()) ? step : -1, name);
}

void DatasetSection::openPanel() {
    if (tabs_->currentIndex() == kSamples) setTab(0);
    panels_->setCurrentIndex(recipePanel);
    side_->setOpen(true);
}

void DatasetSection::openCell(const QModelIndex& index) {
    panels_->setCurrentIndex(readerPanel);
    side_->setOpen(true);
    showCell(index);
}

void DatasetSection::showCell(const QModelIndex& index) {
    const auto& rows = table_->rows();
    const auto place = rows.placeOf(index.row());
    const auto column = rows.columnName(std::max(1, index.column()));
    const auto turn = ++cellTurn_;
    feed_->askCell(rows.showing(), place, column, [this, turn, place, column](Result<WholeCell> cell) {
        if (turn == cellTurn_ && cell) reader_->show(place.number, QString::fromStdString(column), cell->before, cell->after, cell->isNull);
    });
    reader_->clearStory();
    const auto& from = dataset_.manifest().provenance;
    if (!from.is_object() || !from.contains("recipe")) return;
    const auto why = [dataset = dataset_, number = place.number](const jobs::JobContext&) { return data::explainPlace(dataset, number); };
    context_.services.jobs.compute<data::Explanation>({.title = tr("Why"), .shown = false}, why, *this,
                                                      [this, turn](Result<data::Explanation> story) {
                                                          if (turn == cellTurn_ && story) reader_->setStory(*story);
                                                      });
}

void DatasetSection::closeReader() {
    panels_->setCurrentIndex(recipePanel);
    side_->setOpen(false);
    table_->table().setFocus(Qt::OtherFocusReason);
}

void DatasetSection::showVersions() {
    if (tabs_->currentIndex() == kSamples) setTab(0);
    panels_->setCurrentIndex(versionsPanel);
    side_->setOpen(true);
}

void DatasetSection::showSplit() {
    if (tabs_->currentIndex() == kSamples) setTab(0);
    panels_->setCurrentIndex(splitPanel);
    side_->setOpen(true);
}

void DatasetSection::train() { context_.host.go(u"train"_s, u"data/"_s + QString::fromStdString(dataset_.path().string())); }

void DatasetSection::keepRecipe() {
    refresh();
    const auto& recipe = recipe_->model().recipe();
    if (recipe.steps.empty()) return context_.services.state.setValue(recipeKey(id_), QJsonValue(QJsonValue::Undefined));
    const auto text = base::dumpJson(recipe.toJson());
    context_.services.state.setValue(recipeKey(id_), QJsonDocument::fromJson(QByteArray::fromStdString(text)).object());
}

void DatasetSection::apply(const data::Recipe& recipe) {
    const auto families = familiesOf(context_.services.datasets.all());
    const auto* family = familyOf(families, id_);
    const auto* entry = context_.services.datasets.find(id_);
    if (!family || !entry) return;
    makeVersion(context_.services, *entry, *family, recipe, *this, [this](Result<QString> made) {
        if (!made) {
            if (made.error().code != "stopped")
                context_.host.toast({controls::Tone::danger,
                                     QString::fromStdString(made.error().message),
                                     QString::fromStdString(made.error().hint),
                                     {},
                                     {}});
            return;
        }
        context_.services.state.setValue(recipeKey(id_), QJsonValue(QJsonValue::Undefined));
        context_.host.toast({controls::Tone::success, tr("%1 is there").arg(*made), {}, tr("Open"), [host = &context_.host, id = *made] {
                                 host->go(u"data"_s, id);
                             }});
        context_.host.go(u"data"_s, *made);
    });
}

PageStatus DatasetSection::status() const {
    if (tabs_->currentIndex() != 0) return {};
    return {{}, table_->place()};
}

QJsonObject DatasetSection::saveState() const { return {{u"tab"_s, tabs_->currentIndex()}, {u"table"_s, table_->saveState()}}; }

void DatasetSection::restoreState(const QJsonObject& state) {
    setTab(state.value(u"tab"_s).toInt());
    table_->restoreState(state.value(u"table"_s).toObject());
}

}  // namespace anneal::pages
