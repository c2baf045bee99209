#include <QButtonGroup>
#include <QVBoxLayout>

#include "controls/card_grid.h"
#include "controls/choice_card.h"
#include "controls/inline_message.h"
#include "controls/words.h"
#include "pages/train/step.h"
#include "theme/theme.h"

namespace anneal::pages {
namespace {

constexpr int kLeast = 260;

enum Goal { instructions, text, scratch };

Goal goalOf(const runs::RunSpec& spec) { return spec.trainFromScratch ? scratch : spec.stage == runs::Stage::pt ? text : instructions; }

class GoalStep : public Step {
    Q_OBJECT
public:
    explicit GoalStep(const Desk& desk) : Step(desk), question_(new Heading), grid_(new controls::CardGrid(kLeast)) {
        QVBoxLayout* column = nullptr;
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(makeColumn(question_, column));
        for (int goal = instructions; goal <= scratch; ++goal) {
            auto* card = new controls::ChoiceCard({});
            cards_[std::size_t(goal)] = card;
            group_.addButton(card, goal);
            grid_->add(card);
        }
        note_ = new controls::InlineMessage(controls::Tone::accent, {}, {});
        column->addWidget(grid_);
        column->addWidget(note_);
        column->addStretch(1);
        connect(&group_, &QButtonGroup::idClicked, this, &GoalStep::choose);
        connect(&draft(), &Draft::changed, this, &GoalStep::show);
        controls::say(*this, [this] {
            question_->ask(tr("What should the model learn?"), tr("This decides which data it takes and which tokens are trained."));
            cards_[instructions]->setChoice(
                {.name = tr("Answer instructions"),
                 .text = tr("From questions with answers or whole conversations. Only the answers are trained."),
                 .verdict = {},
                 .memoryFigure = {},
                 .facts = {},
                 .reason = {}});
            cards_[text]->setChoice({.name = tr("Continue on plain text"),
                                     .text = tr("From articles, records or code: every token is trained. Teaches the language of a field."),
                                     .verdict = {},
                                     .memoryFigure = {},
                                     .facts = {},
                                     .reason = {}});
            cards_[scratch]->setChoice({.name = tr("Start from nothing"),
                                        .text = tr("Random weights in the shape of a base model. Needs much text; for small models."),
                                        .verdict = {},
                                        .memoryFigure = {},
                                        .facts = {},
                                        .reason = {}});
            note_->setText({}, tr("Not sure? Choose the first: it suits tables with a question and an answer column."));
            show();
        });
    }

    QString name() const override { return tr("Goal"); }
    QString detail() const override {
        switch (goalOf(draft().spec())) {
            case text: return tr("Continue on text");
            case scratch: return tr("From nothing");
            case instructions: break;
        }
        return tr("Answer instructions");
    }
    QWidget* first() override { return group_.checkedButton(); }

private:
    void choose(int goal) {
        std::vector<Draft::Change> changes{{"stage", goal == instructions ? OrderedJson() : OrderedJson("pt")}};
        const bool wasScratch = draft().spec().trainFromScratch;
        if (goal == scratch) {
            changes.insert(
                changes.end(),
                {{"train_from_scratch", true}, {"finetuning_type", "full"}, {"learning_rate", 3e-4}, {"adapter_name_or_path", nullptr}});
        } else if (wasScratch) {
            changes.insert(changes.end(), {{"train_from_scratch", nullptr}, {"finetuning_type", nullptr}, {"learning_rate", nullptr}});
        }
        draft().apply(changes);
    }

    void show() {
        cards_[std::size_t(goalOf(draft().spec()))]->setChecked(true);
        Q_EMIT changed();
    }

    Heading* question_;
    controls::CardGrid* grid_;
    QButtonGroup group_;
    std::array<controls::ChoiceCard*, 3> cards_{};
    controls::InlineMessage* note_;
};

}  // namespace

Step* makeGoalStep(const Desk& desk) { return new GoalStep(desk); }

}  // namespace anneal::pages

#include "goal_step.moc"
