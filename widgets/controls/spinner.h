#pragma once
// A small ring: turning while nobody knows how much is left, else filled by the share that is done.

#include <QProgressBar>
#include <QVariantAnimation>

namespace anneal::controls {

class Spinner : public QProgressBar {
    Q_OBJECT
public:
    explicit Spinner(const QString& name, int size = 16, QWidget* parent = nullptr);

    /// 0 … 1; below 0 it turns.
    void setShare(double share);
    bool isTurning() const { return turn_.state() == QAbstractAnimation::Running; }

    QSize sizeHint() const override { return {size_, size_}; }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void turnWhenNeeded();

    int size_;
    double share_ = -1;
    QVariantAnimation turn_;
};

}  // namespace anneal::controls
