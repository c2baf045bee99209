#pragma once
// One run: what it is, how it goes, and the ways on. Live while it is.

#include <QBoxLayout>
#include <QJsonObject>
#include <QPointer>

#include "pages/page.h"
#include "pages/runs/live_run.h"
#include "pages/runs/run_actions.h"

class QPushButton;
class QSplitter;
class QStackedWidget;

namespace anneal::controls {
class Card;
class IconButton;
class InlineMessage;
class PageHeader;
class RateField;
class ScrollColumn;
class Tabs;
}  // namespace anneal::controls

namespace anneal::pages {

class CheckpointsCard;
class InlineForm;
class LogView;
class RanksCard;
class ResultCard;
class RunActs;
class RunCharts;
class SamplesView;
class SettingsView;
class StatStrip;

class RunDetail : public QWidget {
    Q_OBJECT
public:
    RunDetail(const Context& context, RunActs& acts, const RunActions& actions);
    ~RunDetail() override;

    /// Empty: none; nothing is followed any more.
    void show(const QString& id);
    const QString& id() const { return id_; }
    void refresh();
    void openRate();
    void find();
    /// When the newest row came, UNIX seconds; 0: none.
    double lastRow() const { return lastRow_; }

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void leaveWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeBody();
    QWidget* makeLower();
    void follow(const runs::RunOverview& run);
    void writeHeader();
    void writeTrouble();
    void writeRate();
    void showTab(int tab);
    void arrange();

    Context context_;
    RunActs& acts_;
    RunActions actions_;
    QString id_;
    runs::RunOverview run_;
    std::unique_ptr<LiveRun> live_;
    bool read_ = false;  ///< the rows that were there at first
    double lastRow_ = 0;
    double baseRate_ = 0;
    controls::PageHeader* header_;
    controls::IconButton* more_;
    controls::InlineMessage* trouble_;
    QPushButton* fix_;
    InlineForm* rateForm_;
    controls::RateField* rate_;
    StatStrip* strip_;
    controls::ScrollColumn* area_;
    QBoxLayout* halves_;
    QBoxLayout* side_;
    QWidget* sidePanel_;
    QSplitter* splitter_;
    RunCharts* charts_;
    controls::Card* lower_;
    controls::Tabs* tabs_;
    QStackedWidget* tools_;
    QStackedWidget* views_;
    controls::IconButton* enlarge_;
    LogView* log_;
    SettingsView* settings_;
    SamplesView* samples_;
    RanksCard* ranks_;
    ResultCard* result_;
    CheckpointsCard* checkpoints_;
};

}  // namespace anneal::pages
