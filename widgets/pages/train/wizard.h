#pragma once
// The seven steps of a run, one beside their list, over a line with what it takes and the ways on.

#include "pages/train/step.h"

class QPushButton;
class QStackedWidget;

namespace anneal::controls {
class IconLabel;
class InlineMessage;
class Label;
class Stepper;
}  // namespace anneal::controls

namespace anneal::pages {

class PresetBar;

class Wizard : public QWidget {
    Q_OBJECT
public:
    explicit Wizard(const Desk& desk);

    static constexpr int kSteps = 7;
    /// The step of the draft comes to the front.
    void open();
    void leave();
    void next();
    void back();
    /// What an opened file had that is left behind; nothing: takes the message away.
    void tellLeft(const QString& title, const QString& text);
    /// The run is being made.
    void setStarting(bool starting);
    void askPresetName();
    QStringList stepNames() const;

Q_SIGNALS:
    void closed();
    void startWanted();
    void saveWanted();
    void presetNamed(const QString& name);

private:
    Step& step() const { return *steps_[std::size_t(at_)]; }
    void bring();
    void refresh();
    void showFigures();
    QWidget* makeFoot();
    /// Of the steps before the last, the first that lacks something.
    int firstMissing() const;

    Desk desk_;
    std::array<Step*, kSteps> steps_{};
    controls::Label* heading_;
    controls::Stepper* stepper_;
    QStackedWidget* stack_;
    controls::InlineMessage* left_;
    QWidget* leftHolder_;
    QPushButton* close_;
    QPushButton* preset_;
    QPushButton* save_;
    QPushButton* back_;
    QPushButton* next_;
    PresetBar* presetBar_;
    std::array<controls::IconLabel*, 2> icons_{};
    std::array<controls::Label*, 2> figures_{};
    int at_ = -1;
    bool starting_ = false;
};

}  // namespace anneal::pages
