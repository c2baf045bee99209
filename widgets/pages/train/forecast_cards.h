#pragma once
// What a run will take, as bars: memory of each device, time, disk; and in a few figures what will run.

#include "controls/card.h"
#include "runs/assessment.h"

class QPlainTextEdit;
class QPushButton;

namespace anneal::controls {
class Chip;
class ForecastBar;
class ForecastLegend;
class Label;
class Stat;
}  // namespace anneal::controls

namespace anneal::pages {

class MemoryCard : public controls::Card {
    Q_OBJECT
public:
    MemoryCard();
    void show(const runs::Forecast& forecast);

private:
    struct Line {
        QWidget* whole;
        controls::Label* name;
        controls::ForecastBar* bar;
        controls::Label* figure;
    };

    controls::Chip* verdict_;
    controls::Label* peak_;
    QVBoxLayout* column_;
    std::vector<Line> lines_;
    controls::ForecastLegend* legend_;
};

class TimeCard : public controls::Card {
    Q_OBJECT
public:
    TimeCard();
    void show(const runs::Forecast& forecast);
    void setMeasuring(bool measuring, const QString& note);

Q_SIGNALS:
    void measureWanted();

private:
    void say();

    controls::Label* figure_;
    controls::Label* note_;
    QPushButton* measure_;
    controls::ForecastBar* bar_;
    controls::ForecastLegend* legend_;
    bool measuring_ = false;
    bool measured_ = false;
};

class DiskCard : public controls::Card {
    Q_OBJECT
public:
    DiskCard();
    void show(const runs::Forecast& forecast);

private:
    controls::Label* figure_;
    controls::ForecastBar* bar_;
    controls::ForecastLegend* legend_;
};

class FactsCard : public controls::Card {
    Q_OBJECT
public:
    FactsCard();
    void show(const runs::Assessment& assessment, const QString& yaml);

private:
    std::array<controls::Stat*, 8> stats_{};
    QPushButton* show_;
    QPlainTextEdit* yaml_;
};

}  // namespace anneal::pages
