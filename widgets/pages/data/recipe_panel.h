#pragma once
// The recipe at the right of a data set: its steps with what each leaves, their settings, and the button that makes a new version.

#include <QWidget>

#include "pages/data/recipe_counter.h"
#include "pages/data/recipe_list.h"
#include "pages/page.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace anneal::controls {
class Chip;
class Gauge;
class IconButton;
class InlineMessage;
class Label;
}  // namespace anneal::controls

namespace anneal::pages {

class StepForm;
class StepPicker;

class RecipePanel : public QWidget {
    Q_OBJECT
public:
    RecipePanel(const Context& context, data::Dataset dataset);

    RecipeModel& model() { return model_; }
    const RecipeCounter& counter() const { return counter_; }
    /// The chosen step among the enabled ones; -1: none.
    int chosenStep() const;
    /// The number that a new version gets.
    void setNextVersion(int version);

    void addStep();
    /// As a finding's fix has it: at the end, opened.
    void addStep(const std::string& name, const OrderedJson& given);
    void load();
    void save();
    void apply();

Q_SIGNALS:
    /// The figures or the chosen step are others.
    void previewChanged();
    void applyWanted(const anneal::data::Recipe& recipe);

private:
    QWidget* makeTop();
    QWidget* makeSteps();
    QWidget* makeBottom();
    void openForm(int row);
    void recipeChanged();
    void showFigures();
    void showError(const Error& error);
    std::vector<std::string> columnsBefore(int row) const;

    Context context_;
    data::Dataset dataset_;
    RecipeModel model_;
    RecipeCounter counter_;
    QStackedWidget* pages_;
    controls::Label* title_;
    controls::Chip* steps_;
    controls::IconButton* undo_;
    controls::IconButton* redo_;
    controls::IconButton* more_;
    controls::Label* imported_;
    controls::Label* importedRows_;
    controls::Label* hint_;
    controls::InlineMessage* error_;
    RecipeList* list_;
    StepForm* form_ = nullptr;
    StepPicker* picker_;
    QPushButton* add_;
    QPushButton* remove_;
    controls::Label* kept_;
    controls::Label* share_;
    controls::Gauge* gauge_;
    controls::Label* note_;
    QPushButton* cancel_;
    QPushButton* apply_;
    QAction* loadAct_;
    QAction* saveAct_;
    QAction* clearAct_;
    int next_ = 2;
    double progress_ = -1;
};

}  // namespace anneal::pages
