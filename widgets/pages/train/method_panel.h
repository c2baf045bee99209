#pragma once
// At the right of the method step: the settings that belong to the chosen method, and what one gets for them.

#include <QWidget>

#include "controls/forecast_bar.h"
#include "pages/train/step.h"

class QButtonGroup;
class QPushButton;
class QToolButton;

namespace anneal::controls {
class Chip;
class CountField;
class DecimalField;
class FormField;
class InlineMessage;
class Label;
class Segments;
class Switch;
}  // namespace anneal::controls

namespace anneal::pages {

class MethodPanel : public QWidget {
    Q_OBJECT
public:
    explicit MethodPanel(const Desk& desk);
    void refresh();

private:
    QWidget* makeLora();
    QWidget* makeFreeze();
    QWidget* makeFull();
    QWidget* makeGains();
    void setTargets();
    void showGains();

    Desk desk_;
    controls::Label* title_;
    QPushButton* reset_;
    controls::Segments* rank_ = nullptr;
    controls::FormField* rankField_ = nullptr;
    controls::Segments* variant_ = nullptr;
    controls::FormField* variantField_ = nullptr;
    std::vector<QToolButton*> targets_;
    controls::Label* targetsTitle_ = nullptr;
    controls::Label* targetsNote_ = nullptr;
    controls::DecimalField* alpha_ = nullptr;
    controls::FormField* alphaField_ = nullptr;
    controls::DecimalField* dropout_ = nullptr;
    controls::FormField* dropoutField_ = nullptr;
    controls::CountField* layers_ = nullptr;
    controls::FormField* layersField_ = nullptr;
    controls::Switch* pure_ = nullptr;
    controls::Switch* recompute_ = nullptr;
    controls::Label* gainsTitle_ = nullptr;
    std::array<std::pair<controls::Label*, controls::Label*>, 5> gains_{};
    controls::Label* memoryTitle_ = nullptr;
    controls::Label* memoryFigure_ = nullptr;
    controls::ForecastBar* memory_ = nullptr;
    controls::ForecastLegend* legend_ = nullptr;
    bool filling_ = false;
    // The parts fill the fields above while they are made.
    QWidget* lora_;
    QWidget* freeze_;
    QWidget* full_;
};

/// The estimate by part, against the device's memory.
controls::Forecast memoryForecast(const runs::MemoryParts& memory, int ranks, std::int64_t capacity, std::int64_t others);

}  // namespace anneal::pages
