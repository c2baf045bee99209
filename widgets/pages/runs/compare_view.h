#pragma once
// Runs side by side: one curve of each in one chart, what they were told and what they came to in one table.

#include <QJsonObject>
#include <QTimer>
#include <QWidget>

#include "charts/chart.h"
#include "pages/page.h"
#include "pages/runs/compare_list.h"
#include "pages/runs/compare_results.h"

class QComboBox;
class QStackedLayout;
class QVBoxLayout;

namespace anneal::controls {
class Card;
class Face;
class Label;
class PageHeader;
class Switch;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

class CompareView : public QWidget {
    Q_OBJECT
public:
    explicit CompareView(const Context& context);
    ~CompareView() override;

    /// The first is the baseline. Empty: none are followed any more.
    void show(const QStringList& ids);
    const QStringList& ids() const { return ids_; }
    void refresh();
    charts::Chart* chart() const { return chart_; }

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void idsChanged();
    void leaveWanted();

private:
    struct Run {
        std::unique_ptr<LiveRun> live;
        std::size_t number = 0;  ///< its colour and dash, for as long as this view lives
        int generation = 0;
    };

    QWidget* makeLeft();
    QWidget* makeChartCard();
    QWidget* makeTableCard();
    void choose(const QStringList& ids);
    void makeChart();
    void takeSeries();
    void writeList();
    void writeTable();
    void writeHeader();
    RunCurves::Curve curve() const;
    std::vector<Compared> compared() const;

    Context context_;
    QStringList ids_;
    std::map<QString, Run> runs_;
    QHash<QString, std::size_t> numbers_;
    QTimer soon_;
    CompareList listModel_;
    CompareTable tableModel_;
    CompareFilter filter_;
    controls::PageHeader* header_;
    CompareListView* list_;
    controls::Label* listTitle_;
    controls::Label* shortTitle_;
    controls::Label* short_;
    QWidget* left_;
    QComboBox* metric_;
    charts::Chart* chart_ = nullptr;
    controls::Card* chartCard_;
    controls::Card* tableCard_;
    controls::Label* count_;
    controls::Switch* only_;
    controls::Table* table_;
    charts::XAxis axis_ = charts::XAxis::step;
    charts::Scale scale_ = charts::Scale::linear;
    bool enlarged_ = false;
};

}  // namespace anneal::pages
