#pragma once
// A model at a glance, a way to its page: what it is, how large, under which licence, and what of it fits this machine.

#include <QAbstractButton>

#include "pages/models/model_fit.h"

namespace anneal::pages {

class ModelCard : public QAbstractButton {
    Q_OBJECT
public:
    ModelCard(const bridge::BaseModel& model, const std::optional<FitDevice>& device);

    const QString& model() const { return name_; }
    /// Of a download that is under way: 0 … 1; below 0 none is.
    void setProgress(double share);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }

private:
    QString name_;
    QString about_;
    controls::ChipLook kind_;
    std::array<std::pair<QString, QString>, 3> facts_;
    QString below_;
    std::vector<controls::ChipLook> fits_;
    double progress_ = -1;
};

}  // namespace anneal::pages
