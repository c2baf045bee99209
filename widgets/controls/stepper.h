#pragma once
// The steps of a wizard, one below the other: done ones ticked, the current one lit, the rest numbered.

#include <vector>

#include <QListView>
#include <QStandardItemModel>

namespace anneal::controls {

class Stepper : public QListView {
    Q_OBJECT
public:
    struct Step {
        QString title;
        QString detail;  ///< what was chosen there, or what is to come
    };

    explicit Stepper(const QString& name, QWidget* parent = nullptr);

    void setSteps(const std::vector<Step>& steps);
    void setDetail(int step, const QString& detail);
    /// Steps before `step` are done; those up to `reachable` can be gone to.
    void setCurrent(int step, int reachable);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int step);

private:
    QStandardItemModel model_;
};

}  // namespace anneal::controls
