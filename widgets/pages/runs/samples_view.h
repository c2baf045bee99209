#pragma once
// What the run answers to the same prompts as it learns, newest first.

#include <QWidget>

#include "runs/run_reader.h"

class QListView;
class QStandardItemModel;

namespace anneal::controls {
class ScrollColumn;
}

namespace anneal::pages {

class SamplesView : public QWidget {
    Q_OBJECT
public:
    explicit SamplesView(QWidget* parent = nullptr);

    void take(std::vector<runs::RunSample> samples);
    bool isEmpty() const { return samples_.empty(); }

private:
    void listPrompts();
    void write();

    std::vector<runs::RunSample> samples_;
    QStandardItemModel* model_;
    QListView* prompts_;
    controls::ScrollColumn* answers_;
};

}  // namespace anneal::pages
