#include <QButtonGroup>
#include <QPushButton>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card_grid.h"
#include "controls/choice_card.h"
#include "controls/inline_message.h"
#include "controls/numbers.h"
#include "controls/side_panel.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/train/method_panel.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using runs::FinetuningType;

using controls::Choice;

constexpr int kLeast = 260;
constexpr int kLeastMain = 560;
constexpr std::array kMethods{FinetuningType::lora, FinetuningType::full, FinetuningType::freeze};

class MethodStep : public Step {
    Q_OBJECT
public:
    explicit MethodStep(const Desk& desk)
        : Step(desk),
          question_(new Heading),
          options_(controls::makeButton(theme::Kind::secondary, {}, "sliders-horizontal")),
          grid_(new controls::CardGrid(kLeast)),
          note_(new controls::InlineMessage(controls::Tone::accent, {}, {})),
          panel_(new MethodPanel(desk)) {
        QVBoxLayout* column = nullptr;
        auto* main = makeColumn(question_, column);
        side_ = new controls::SidePanel(main, panel_, kLeastMain);
        question_->right().addWidget(options_, 0, Qt::AlignBottom);
        options_->hide();
        for (const auto method : kMethods) {
            auto* card = new controls::ChoiceCard({});
            cards_[std::size_t(method)] = card;
            group_.addButton(card, int(method));
            grid_->add(card);
        }
        column->addWidget(grid_);
        column->addWidget(note_);
        column->addStretch(1);
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(side_);
        connect(&group_, &QButtonGroup::idClicked, this, &MethodStep::choose);
        connect(options_, &QPushButton::clicked, this, [this] { side_->setOpen(true); });
        connect(side_, &controls::SidePanel::foldedChanged, options_, &QWidget::setVisible);
        connect(&desk.draft, &Draft::changed, this, &MethodStep::refresh);
        connect(&desk.models, &bridge::BaseModels::changed, this, &MethodStep::refresh);
        connect(&desk.services().gauges, &bridge::GaugeFeed::machineKnown, this, &MethodStep::refresh);
        controls::say(*this, [this] {
            options_->setText(tr("Options"));
            note_->setText(
                {}, tr("Not sure? Stay with the recommended one. LoRA keeps the base as it is; Full suits new facts and a new language."));
            refresh();
        });
    }

    QString name() const override { return tr("Method"); }
    QString detail() const override { return models::methodText(draft().spec()); }
    QWidget* first() override { return group_.checkedButton(); }
    void open() override { refresh(); }

private:
    void choose(int method) {
        std::vector<Draft::Change> changes{{"finetuning_type", runs::toText(FinetuningType(method))}};
        // A rate that suited one method would break another.
        changes.emplace_back("learning_rate", nullptr);
        if (FinetuningType(method) != FinetuningType::full && draft().spec().trainFromScratch)
            changes.emplace_back("train_from_scratch", nullptr);
        if (FinetuningType(method) != FinetuningType::lora) changes.emplace_back("adapter_name_or_path", nullptr);
        draft().apply(changes);
    }

    Choice choiceOf(FinetuningType method, const QString& reason) const {
        const auto spec = withMethod(draft().spec(), method);
        Choice choice{.name = nameOf(method), .text = textOf(method), .verdict = {}, .memoryFigure = u"–"_s, .facts = {}, .reason = reason};
        const auto* model = desk().model();
        if (!model || !desk().services().gauges.machine()) {
            choice.verdict = {.text = tr("No base model yet"), .tone = controls::Tone::neutral};
            return choice;
        }
        const auto outlook = outlookOf(spec, model->config, rowsOf(spec, desk().services().datasets), desk().machine());
        const auto bytes = [](std::int64_t count) { return controls::formatBytes(std::uint64_t(count)); };
        choice.verdict = verdictChip(outlook.verdict);
        choice.memoryShare = std::min(1.0, double(outlook.needed) / double(std::max<std::int64_t>(1, outlook.place.bytes)));
        choice.memoryFigure = bytes(outlook.needed);
        const auto share = tr("%1 of %2")
                               .arg(controls::formatPercent(double(outlook.trained) / double(outlook.parameters),
                                                            outlook.trained < outlook.parameters ? 2 : 0),
                                    controls::formatCompact(double(outlook.parameters)));
        choice.facts = {
            {{tr("Trains"), controls::formatCompact(double(outlook.trained)), share},
             {reason.isEmpty() ? tr("Checkpoint") : tr("Memory at most"),
              reason.isEmpty() ? bytes(outlook.checkpointBytes) : bytes(outlook.needed), tr("of %1").arg(bytes(outlook.place.bytes))},
             {tr("File"), bytes(outlook.resultBytes), method == FinetuningType::lora ? tr("the adapter alone") : tr("the whole model")}}};
        return choice;
    }

    static QString nameOf(FinetuningType method) {
        switch (method) {
            case FinetuningType::lora: return u"LoRA"_s;
            case FinetuningType::full: return tr("Full");
            case FinetuningType::freeze: return tr("Freeze");
        }
        return {};
    }
    QString textOf(FinetuningType method) const {
        switch (method) {
            case FinetuningType::lora: return tr("Adds small trained matrices beside linear layers. The base stays as it is.");
            case FinetuningType::full: return tr("Trains every weight. For new facts, a new language, or a small model.");
            case FinetuningType::freeze: {
                const int layers = draft().spec().freezeTrainableLayers;
                return (layers > 0 ? tr("Trains the last %1 blocks only. Quick, less exact than LoRA.")
                                   : tr("Trains the first %1 blocks only. Quick, less exact than LoRA."))
                    .arg(std::abs(layers));
            }
        }
        return {};
    }
    static QString reasonOf(const Advice& advice, const Outlook& outlook) {
        switch (advice.reason) {
            case Advice::Reason::fromScratch: return tr("Random weights have to be trained whole.");
            case Advice::Reason::smallModel: return tr("The model is small: training all of it takes little, and it learns most.");
            case Advice::Reason::newText: return tr("New text is learnt best when every weight may move, and it fits.");
            case Advice::Reason::leastRisk:
                return tr("Close to full training on instructions, for an adapter of %1.")
                    .arg(controls::formatBytes(std::uint64_t(outlook.resultBytes)));
            case Advice::Reason::onlyOneThatFits: return tr("The only one that fits this machine.");
            case Advice::Reason::noneFits: return tr("Takes least, but does not fit this machine as it stands.");
        }
        return {};
    }

    void refresh() {
        if (!isVisible() && !cards_[0]) return;
        const auto spec = draft().spec();
        cards_[std::size_t(spec.finetuningType)]->setChecked(true);
        const auto* model = desk().model();
        std::optional<Advice> advice;
        if (model && desk().services().gauges.machine()) advice = adviseMethod(spec, model->config, desk().machine());
        for (const auto method : kMethods) {
            QString reason;
            if (advice && advice->method == method) {
                const auto theirs = withMethod(spec, method);
                reason = reasonOf(*advice, outlookOf(theirs, model->config, {}, desk().machine()));
            }
            auto* card = cards_[std::size_t(method)];
            card->setChoice(choiceOf(method, reason));
            grid_->setWide(card, !reason.isEmpty());
        }
        if (advice) grid_->lead(cards_[std::size_t(advice->method)]);
        for (const auto method : {FinetuningType::lora, FinetuningType::freeze}) {
            controls::disableBecause(*cards_[std::size_t(method)],
                                     spec.trainFromScratch ? tr("Random weights have to be trained whole") : QString());
        }
        ask();
        panel_->refresh();
        Q_EMIT changed();
    }

    void ask() {
        const auto outlook = desk().outlook();
        const auto text = outlook && outlook->trainRows > 0
                              ? tr("For your %1 training rows, this base model and %2. You can change your mind later.")
                                    .arg(controls::formatCount(outlook->trainRows), outlook->place.name)
                              : tr("Figures come from the shapes of the base model. You can change your mind later.");
        question_->ask(tr("How should the model learn?"), text);
    }

    Heading* question_;
    QPushButton* options_;
    controls::CardGrid* grid_;
    controls::InlineMessage* note_;
    MethodPanel* panel_;
    controls::SidePanel* side_;
    QButtonGroup group_;
    std::array<controls::ChoiceCard*, 3> cards_{};
};

}  // namespace

Step* makeMethodStep(const Desk& desk) { return new MethodStep(desk); }

}  // namespace anneal::pages

#include "method_step.moc"
