#include "pages/models/models_page.h"

#include <QPushButton>
#include <QStackedLayout>

#include <QFileInfo>

#include "catalogue/registry.h"
#include "controls/buttons.h"
#include "controls/card_grid.h"
#include "controls/face.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/scroll_column.h"
#include "controls/search_field.h"
#include "controls/words.h"
#include "models/model_words.h"
#include "pages/models/model_card.h"
#include "pages/models/model_download.h"
#include "pages/models/model_view.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::TextStyle;

constexpr int kFilterWidth = 240;
constexpr int kLeastCard = 280;

class ModelsPage : public Page {
    Q_OBJECT
public:
    explicit ModelsPage(const Context& context);

    QString place() const override { return faces_->currentWidget() == view_ ? view_->model() : QString(); }
    void goTo(const QString& place) override;
    QStringList breadcrumb() const override { return place().isEmpty() ? QStringList() : QStringList{view_->model().section(u'/', -1)}; }
    QJsonObject saveState() const override { return {{u"place"_s, place()}, {u"filter"_s, filter_->text()}}; }
    void restoreState(const QJsonObject& state) override {
        filter_->setText(state[u"filter"_s].toString());
        if (const auto place = state[u"place"_s].toString(); !place.isEmpty()) goTo(place);
    }
    bool accepts(const QStringList& files) const override;
    void open(const QStringList& files) override {
        for (const auto& file : files) add(file);
    }

private:
    QWidget* makeList();
    void fill();
    bool wanted(const bridge::BaseModel& model) const;
    void chooseFolder();
    void add(const QString& folder, const QString& name = {});
    void remove(const QString& name);
    void fetch(const QString& name, const QString& address);
    void follow(quint64 id);
    void showDownload();
    void tell(const Error& error) {
        host().toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
    }

    bridge::BaseModels models_;
    controls::PageHeader* header_;
    controls::SearchField* filter_;
    QPushButton* add_;
    Label* hereTitle_;
    controls::CardGrid* here_;
    Label* textTitle_;
    controls::CardGrid* text_;
    controls::Face* none_;
    controls::Face* busy_;
    QWidget* list_;
    ModelView* view_;
    QStackedLayout* faces_;
    QHash<QString, quint64> downloads_;
    QString waiting_;  ///< a place that is gone to once the models are known
};

ModelsPage::ModelsPage(const Context& context)
    : Page(context),
      models_(context.services.models, context.services.jobs),
      header_(new controls::PageHeader({})),
      filter_(new controls::SearchField({})),
      add_(controls::makeButton(theme::Kind::primary, {}, "folder-open")),
      hereTitle_(new Label({}, TextStyle::title)),
      here_(new controls::CardGrid(kLeastCard)),
      textTitle_(new Label({}, TextStyle::title)),
      text_(new controls::CardGrid(kLeastCard)),
      none_(controls::Face::empty("search", {}, {})),
      busy_(controls::Face::busy({})),
      list_(makeList()),
      view_(new ModelView(context)),
      faces_(new QStackedLayout(this)) {
    for (auto* face : {static_cast<QWidget*>(busy_), list_, static_cast<QWidget*>(view_)}) faces_->addWidget(face);
    auto& clear = none_->addAction({}, [this] { filter_->clear(); });
    connect(filter_, &QLineEdit::textChanged, this, &ModelsPage::fill);
    connect(add_, &QPushButton::clicked, this, &ModelsPage::chooseFolder);
    connect(&models_, &bridge::BaseModels::changed, this, &ModelsPage::fill);
    connect(&services().gauges, &bridge::GaugeFeed::machineKnown, this, &ModelsPage::fill);
    connect(&services().projects, &bridge::Projects::membersChanged, this, &ModelsPage::fill);
    connect(&services().jobs, &bridge::Jobs::changed, this, &ModelsPage::follow);
    connect(view_, &ModelView::backWanted, this, [this] { goTo({}); });
    connect(view_, &ModelView::removeWanted, this, &ModelsPage::remove);
    connect(view_, &ModelView::fetchWanted, this, &ModelsPage::fetch);
    connect(view_, &ModelView::cancelWanted, this, [this](const QString& name) { services().jobs.cancel(downloads_.value(name)); });
    auto* addCommand = this->addCommand(u"models.add"_s, "folder-open", {u"Ctrl+O"_s}, Reach::page, [this] { chooseFolder(); });
    auto* find = this->addCommand(u"models.filter"_s, "search", {u"Ctrl+F"_s}, Reach::page, [this] {
        goTo({});
        filter_->setFocus(Qt::ShortcutFocusReason);
    });
    controls::say(*this, [=, this, &clear] {
        header_->setTitle(tr("Models"));
        filter_->setPurpose(tr("Filter models"));
        add_->setText(tr("Add a folder"));
        addCommand->setText(tr("Add a model's folder"));
        find->setText(tr("Filter models"));
        hereTitle_->setText(tr("On this machine"));
        textTitle_->setText(tr("DeepSeek text models"));
        none_->setWords(tr("No model is like that"), tr("The filter looks at names, uses, languages and licences."));
        clear.setText(tr("Clear the filter"));
        busy_->setWords(tr("Reading models"), {});
        fill();
    });
}

QWidget* ModelsPage::makeList() {
    auto* page = new QWidget;
    auto* area = new controls::ScrollColumn;
    auto& column = area->column();
    column.setContentsMargins(0, 0, theme::space(6), theme::space(6));
    column.setSpacing(theme::space(3));
    for (auto* widget : {static_cast<QWidget*>(hereTitle_), static_cast<QWidget*>(here_), static_cast<QWidget*>(textTitle_),
                         static_cast<QWidget*>(text_), static_cast<QWidget*>(none_)})
        column.addWidget(widget);
    column.addStretch(1);
    filter_->setFixedWidth(kFilterWidth);
    header_->addAction(filter_);
    header_->addAction(add_);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, theme::space(6), 0);
    top->addWidget(header_);
    auto* whole = new QVBoxLayout(page);
    whole->setContentsMargins(theme::space(6), theme::space(5), 0, 0);
    whole->setSpacing(theme::space(4));
    whole->addLayout(top);
    whole->addWidget(area, 1);
    return page;
}

void ModelsPage::goTo(const QString& place) {
    waiting_ = models_.isReady() ? QString() : place;
    const auto* model = place.isEmpty() ? nullptr : models_.find(place.toStdString());
    if (model) {
        view_->show(*model);
        faces_->setCurrentWidget(view_);
        showDownload();
    } else if (models_.isReady()) {
        faces_->setCurrentWidget(list_);
    }
    Q_EMIT moved();
}

bool ModelsPage::wanted(const bridge::BaseModel& model) const {
    if (model.isHere() && !services().projects.shows(bridge::Projects::Kind::model, model.name)) return false;
    const auto filter = filter_->text().trimmed();
    if (filter.isEmpty()) return true;
    QStringList texts{model.name, models::aboutText(model.known, model.config)};
    if (model.known)
        texts << models::languagesText(model.known->languages) << QString::fromStdString(model.known->licence)
              << models::kindText(model.known->kind);
    return std::ranges::any_of(texts, [&](const auto& text) { return text.contains(filter, Qt::CaseInsensitive); });
}

void ModelsPage::fill() {
    here_->clear();
    text_->clear();
    std::optional<FitDevice> device;
    if (const auto& machine = services().gauges.machine()) device = fitDevice(*machine);
    int here = 0, elsewhere = 0;
    for (const auto& model : models_.all()) {
        if (!wanted(model)) continue;
        auto* card = new ModelCard(model, device);
        (model.isHere() ? here_ : text_)->add(card);
        ++(model.isHere() ? here : elsewhere);
        connect(card, &QAbstractButton::clicked, this, [this, name = model.name] { goTo(name); });
    }
    for (auto* widget : {static_cast<QWidget*>(hereTitle_), static_cast<QWidget*>(here_)}) widget->setVisible(here > 0);
    for (auto* widget : {static_cast<QWidget*>(textTitle_), static_cast<QWidget*>(text_)}) widget->setVisible(elsewhere > 0);
    none_->setVisible(here + elsewhere == 0);
    header_->setFacts(tr("%1 on this machine, %2 to fetch").arg(controls::formatCount(here), controls::formatCount(elsewhere)));
    showDownload();
    if (!models_.isReady()) return faces_->setCurrentWidget(busy_);
    if (!waiting_.isEmpty()) return goTo(std::exchange(waiting_, {}));
    if (faces_->currentWidget() != view_) return faces_->setCurrentWidget(list_);
    if (const auto* model = models_.find(view_->model().toStdString()))
        view_->show(*model);
    else
        goTo({});
}

bool ModelsPage::accepts(const QStringList& files) const {
    return !files.isEmpty() && std::ranges::all_of(files, [](const auto& file) { return QFileInfo::exists(file + u"/config.json"_s); });
}

void ModelsPage::chooseFolder() {
    host().chooseFiles({.title = tr("Folder of a model"), .folder = true}, [this](const QStringList& folders) { add(folders.front()); });
}

void ModelsPage::add(const QString& folder, const QString& name) {
    const auto work = [path = std::filesystem::path(folder.toStdString()), called = name.toStdString()](const jobs::JobContext&) {
        return catalogue::ModelRegistry().add(path, called);
    };
    services().jobs.compute<catalogue::RegisteredModel>(
        {.title = tr("Check %1").arg(folder.section(u'/', -1)), .page = u"models"_s}, work, *this,
        [this](Result<catalogue::RegisteredModel> added) {
            if (!added) return tell(added.error());
            const auto name = QString::fromStdString(added->name);
            services().projects.keep(bridge::Projects::Kind::model, name);
            services().models.reload();
            host().toast({controls::Tone::success, tr("Added %1").arg(name), tr("Every tensor has the shape that config.json asks for."),
                          tr("Show"), [this, name] { host().go(u"models"_s, name); }});
        });
}

void ModelsPage::remove(const QString& name) {
    const auto* model = services().models.find(name);
    if (!model) return;
    const auto folder = QString::fromStdString(model->path.string());
    const auto work = [called = name.toStdString()](const jobs::JobContext&) -> Result<bool> {
        ANNEAL_CHECK(catalogue::ModelRegistry().remove(called));
        return true;
    };
    services().jobs.compute<bool>({.title = tr("Forget %1").arg(name), .shown = false}, work, *this,
                                  [this, name, folder](Result<bool> removed) {
                                      if (!removed) return tell(removed.error());
                                      goTo({});
                                      services().models.reload();
                                      host().toast({controls::Tone::success, tr("Forgot %1").arg(name), tr("Its folder stays where it is."),
                                                    tr("Undo"), [this, name, folder] { add(folder, name); }});
                                  });
}

void ModelsPage::fetch(const QString& name, const QString& address) {
    const ModelDownload download{QUrl(address), name.toStdString(), downloadFolder(name.toStdString())};
    const auto work = [download](const jobs::JobContext& job) -> Status {
        ANNEAL_CHECK(fetchModel(download, job.progress, job.stop));
        ANNEAL_CHECK(catalogue::ModelRegistry().add(download.folder, download.name));
        return {};
    };
    const auto id = services().jobs.start(
        {.title = tr("Download %1").arg(name.section(u'/', -1)), .work = work, .page = u"models"_s, .place = name}, [this, name] {
            const auto job = downloads_.value(name);
            const auto* entry = services().jobs.find(job);
            if (entry && entry->now.state == jobs::JobState::done) {
                services().projects.keep(bridge::Projects::Kind::model, name);
                services().models.reload();
            } else if (entry && entry->now.error) {
                tell(*entry->now.error);
            }
            showDownload();
        });
    downloads_[name] = id;
    showDownload();
}

void ModelsPage::follow(quint64 id) {
    if (downloads_.key(id).isEmpty()) return;
    showDownload();
}

void ModelsPage::showDownload() {
    const auto shareOf = [this](const QString& name, QString* text) {
        const auto* entry = services().jobs.find(downloads_.value(name));
        if (!entry || jobs::isFinal(entry->now.state)) return -1.0;
        const auto& progress = entry->now.progress;
        const double share = progress.total > 0 ? double(progress.done) / double(progress.total) : 0;
        if (text) {
            QStringList parts{
                tr("%1 of %2")
                    .arg(controls::formatBytes(std::uint64_t(progress.done)), controls::formatBytes(std::uint64_t(progress.total)))};
            if (entry->now.secondsLeft) parts << tr("%1 left").arg(controls::formatDuration(*entry->now.secondsLeft));
            *text = parts.join(u" · "_s);
        }
        return share;
    };
    for (auto* card : list_->findChildren<ModelCard*>()) card->setProgress(shareOf(card->model(), nullptr));
    QString text;
    const double share = shareOf(view_->model(), &text);
    view_->setDownload(share, text);
}

}  // namespace

PageInfo modelsPage() {
    return {u"models"_s, "box", QT_TRANSLATE_NOOP("Pages", "Models"),
            [](const Context& context) -> Page* { return new ModelsPage(context); }};
}

}  // namespace anneal::pages

#include "models_page.moc"
