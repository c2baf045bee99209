#pragma once
// One step of the wizard: a question, the ways to answer it, and what was answered.

#include "bridge/base_models.h"
#include "controls/chip.h"
#include "pages/page.h"
#include "pages/train/draft.h"
#include "pages/train/outlook.h"

class QHBoxLayout;
class QVBoxLayout;

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

/// What every step works on.
struct Desk {
    Context context;
    Draft& draft;
    bridge::BaseModels& models;

    bridge::Services& services() const { return context.services; }
    /// Of the draft's model; null where it is not chosen or not known.
    const bridge::BaseModel* model() const;
    /// What this machine is; empty until it was looked at.
    system::Machine machine() const;
    /// Of the draft as it is; none without a model.
    std::optional<Outlook> outlook() const;
};

class Step : public QWidget {
    Q_OBJECT
public:
    explicit Step(const Desk& desk);

    /// For the list of steps: its name, and what was chosen there or is to come.
    virtual QString name() const = 0;
    virtual QString detail() const = 0;
    /// Why the wizard cannot go on from here; empty: it can.
    virtual QString missing() const { return {}; }
    /// What would stop the run although nothing is missing, for a person to decide; empty: nothing is known to.
    virtual QString obstacle() const { return {}; }
    /// It comes to the front, or leaves it.
    virtual void open() {}
    virtual void leave() {}
    /// Where the keyboard begins.
    virtual QWidget* first() = 0;

Q_SIGNALS:
    /// name(), detail() or missing() is another.
    void changed();

protected:
    const Desk& desk() const { return desk_; }
    Draft& draft() const { return desk_.draft; }

private:
    Desk desk_;
};

/// The question at the top of a step, with a line below it. What stands at its right is added to `right`.
class Heading : public QWidget {
    Q_OBJECT
public:
    Heading();
    void ask(const QString& question, const QString& text);
    QHBoxLayout& right() { return *right_; }

private:
    controls::Label* question_;
    controls::Label* text_;
    QHBoxLayout* right_;
};

/// A page's padding around a scrolling column that begins with `question`; its layout is `column`.
QWidget* makeColumn(Heading* question, QVBoxLayout*& column);

/// "Fits", "Tight" or "Too large", as a chip.
controls::ChipLook verdictChip(runs::Fit::Verdict verdict);
QString verdictReason(const Outlook& outlook);

Step* makeGoalStep(const Desk& desk);
Step* makeDataStep(const Desk& desk);
Step* makeModelStep(const Desk& desk);
Step* makeMethodStep(const Desk& desk);
Step* makeSettingsStep(const Desk& desk);
Step* makeHardwareStep(const Desk& desk);
Step* makeReviewStep(const Desk& desk);

}  // namespace anneal::pages
