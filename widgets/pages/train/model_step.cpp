#include <QButtonGroup>
#include <QPushButton>
#include <QVBoxLayout>

#include "catalogue/registry.h"
#include "controls/buttons.h"
#include "controls/card_grid.h"
#include "controls/choice_card.h"
#include "controls/face.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/search_field.h"
#include "controls/words.h"
#include "models/model_words.h"
#include "pages/train/step.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;

using controls::Choice;

constexpr int kLeast = 240;
constexpr int kNarrow = 800;
constexpr int kNarrowSearch = 160;

QString sizeText(std::int64_t number) { return number > 0 ? controls::formatCompact(double(number)) : QString(); }

class ModelStep : public Step {
    Q_OBJECT
public:
    explicit ModelStep(const Desk& desk)
        : Step(desk),
          question_(new Heading),
          search_(new controls::SearchField({})),
          add_(controls::makeButton(theme::Kind::secondary, {}, "folder-open")),
          hereTitle_(new controls::Label({}, TextStyle::title)),
          elsewhereTitle_(new controls::Label({}, TextStyle::title)),
          elsewhereNote_(new controls::Label({}, TextStyle::body, Role::textSecondary)),
          here_(new controls::CardGrid(kLeast)),
          elsewhere_(new controls::CardGrid(kLeast)) {
        QVBoxLayout* column = nullptr;
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(makeColumn(question_, column));
        elsewhereNote_->setWordWrap(true);
        question_->right().addWidget(search_, 0, Qt::AlignBottom);
        question_->right().addWidget(add_, 0, Qt::AlignBottom);
        for (auto* widget : {static_cast<QWidget*>(hereTitle_), static_cast<QWidget*>(here_), static_cast<QWidget*>(elsewhereTitle_),
                             static_cast<QWidget*>(elsewhereNote_), static_cast<QWidget*>(elsewhere_)})
            column->addWidget(widget);
        column->addStretch(1);
        connect(&group_, &QButtonGroup::idClicked, this, &ModelStep::choose);
        connect(search_, &QLineEdit::textChanged, this, &ModelStep::fill);
        connect(add_, &QPushButton::clicked, this, &ModelStep::addFolder);
        connect(&desk.models, &bridge::BaseModels::changed, this, &ModelStep::fill);
        connect(&desk.draft, &Draft::changed, this, &ModelStep::refresh);
        connect(&desk.services().gauges, &bridge::GaugeFeed::machineKnown, this, &ModelStep::fill);
        controls::say(*this, [this] {
            question_->ask(tr("Which model should it start from?"),
                           tr("The colour says whether it can be trained here as the draft stands."));
            search_->setPurpose(tr("Filter models"));
            add_->setText(tr("Add a folder"));
            hereTitle_->setText(tr("On this machine"));
            elsewhereTitle_->setText(tr("In the catalogue"));
            elsewhereNote_->setText(tr("Not here yet: download one under Models, or add the folder that holds it."));
            fill();
        });
    }

    QString name() const override { return tr("Base model"); }
    QString detail() const override {
        if (!draft().hasModel()) return tr("To choose");
        const auto* model = desk().model();
        return model ? model->name.section(u'/', -1) : QString::fromStdString(draft().spec().modelNameOrPath).section(u'/', -1);
    }
    QString missing() const override {
        if (!draft().hasModel()) return tr("Choose a base model first");
        const auto* model = desk().model();
        if (model && !model->isHere()) return tr("This model is not on this machine yet");
        const auto problem = desk().models.problem(draft().spec().modelNameOrPath);
        return problem;
    }
    QWidget* first() override { return group_.checkedButton() ? static_cast<QWidget*>(group_.checkedButton()) : search_; }
    void open() override { refresh(); }

protected:
    void resizeEvent(QResizeEvent* event) override {
        Step::resizeEvent(event);
        search_->setFixedWidth(width() < kNarrow ? kNarrowSearch : kLeast);
    }

private:
    bool wanted(const bridge::BaseModel& model) const {
        const auto words = search_->text().trimmed();
        if (words.isEmpty()) return true;
        const auto about = model.known ? QString::fromStdString(model.known->about + " " + model.known->licence) : QString();
        return model.name.contains(words, Qt::CaseInsensitive) || about.contains(words, Qt::CaseInsensitive);
    }

    void fill() {
        here_->clear();
        elsewhere_->clear();
        for (auto* button : group_.buttons()) group_.removeButton(button);
        const auto& all = desk().models.all();
        bool anyHere = false, anyElsewhere = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!wanted(all[i])) continue;
            auto* card = new controls::ChoiceCard(choiceOf(all[i]));
            group_.addButton(card, int(i));
            (all[i].isHere() ? here_ : elsewhere_)->add(card);
            (all[i].isHere() ? anyHere : anyElsewhere) = true;
        }
        hereTitle_->setVisible(anyHere);
        for (auto* widget : {static_cast<QWidget*>(elsewhereTitle_), static_cast<QWidget*>(elsewhereNote_)})
            widget->setVisible(anyElsewhere);
        refresh();
    }

    Choice choiceOf(const bridge::BaseModel& model) const {
        const auto spec = draft().spec();
        const auto outlook = outlookOf(spec, model.config, rowsOf(spec, desk().services().datasets), desk().machine());
        const auto lean = outlookOf(leanest(spec), model.config, {}, desk().machine());
        const bool known = desk().services().gauges.machine().has_value();
        const bool ifLeaner = outlook.verdict == runs::Fit::Verdict::over && lean.verdict != runs::Fit::Verdict::over;
        QStringList text;
        if (model.known) text << models::languagesText(model.known->languages) + u" · "_s + QString::fromStdString(model.known->licence);
        if (known) text << (ifLeaner ? leanerReason(lean) : verdictReason(outlook));
        const auto context = model.config.contextLength;
        return {.name = model.name.section(u'/', -1),
                .text = text.join(u'\n'),
                .verdict = ifLeaner ? controls::ChipLook{.text = tr("If leaner"), .tone = controls::Tone::warning, .dot = true}
                           : known  ? verdictChip(outlook.verdict)
                                    : controls::ChipLook{},
                .memoryShare = outlook.place.bytes > 0 ? std::min(1.0, double(outlook.needed) / double(outlook.place.bytes)) : 0,
                .memoryFigure = controls::formatBytes(std::uint64_t(outlook.needed)),
                .facts = {{{tr("Parameters"), sizeText(outlook.parameters), {}},
                           {tr("Context"), context > 0 ? controls::formatCount(context) : u"–"_s, {}},
                           {model.isHere() ? tr("On disk") : tr("Download"), controls::formatBytes(model.bytes), {}}}},
                .reason = {}};
    }

    static QString leanerReason(const Outlook& lean) {
        return tr("%1 with one row at once and activations computed again.").arg(controls::formatBytes(std::uint64_t(lean.needed)));
    }

    void refresh() {
        const auto& all = desk().models.all();
        const auto* chosen = desk().model();
        group_.setExclusive(false);
        for (auto* button : group_.buttons()) {
            const auto& model = all[std::size_t(group_.id(button))];
            button->setChecked(&model == chosen);
            if (isVisible()) static_cast<controls::ChoiceCard*>(button)->setChoice(choiceOf(model));
        }
        group_.setExclusive(true);
        Q_EMIT changed();
    }

    void choose(int index) {
        const auto& model = desk().models.all()[std::size_t(index)];
        std::vector<Draft::Change> changes{{"model_name_or_path", model.reference()}};
        const bool brings = !model.known || model.known->templateName == "own";
        changes.emplace_back("template", brings ? OrderedJson() : OrderedJson(model.known->templateName));
        const auto context = model.config.contextLength;
        if (context > 0 && draft().value("cutoff_len") > context) changes.emplace_back("cutoff_len", context);
        draft().apply(changes);
    }

    void addFolder() {
        desk().context.host.chooseFiles({.title = tr("Folder of a model"), .folder = true}, [this](const QStringList& chosen) {
            const std::filesystem::path folder = chosen.front().toStdString();
            const auto work = [folder](const jobs::JobContext&) { return catalogue::ModelRegistry().add(folder); };
            desk().services().jobs.compute<catalogue::RegisteredModel>(
                {.title = tr("Check %1").arg(chosen.front().section(u'/', -1))}, work, *this,
                [this](Result<catalogue::RegisteredModel> added) {
                    if (!added)
                        return desk().context.host.toast({controls::Tone::danger,
                                                          QString::fromStdString(added.error().message),
                                                          QString::fromStdString(added.error().hint),
                                                          {},
                                                          {}});
                    desk().services().projects.keep(bridge::Projects::Kind::model, QString::fromStdString(added->name));
                    draft().apply({{"model_name_or_path", added->path.string()}});
                    desk().services().models.reload();
                });
        });
    }

    Heading* question_;
    controls::SearchField* search_;
    QPushButton* add_;
    controls::Label* hereTitle_;
    controls::Label* elsewhereTitle_;
    controls::Label* elsewhereNote_;
    controls::CardGrid* here_;
    controls::CardGrid* elsewhere_;
    QButtonGroup group_;
};

}  // namespace

Step* makeModelStep(const Desk& desk) { return new ModelStep(desk); }

}  // namespace anneal::pages

#include "model_step.moc"
