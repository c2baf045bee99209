#pragma once
// A check box that acts at once, drawn as a switch.

#include <QCheckBox>
#include <QVariantAnimation>

namespace anneal::controls {

class Switch : public QCheckBox {
    Q_OBJECT
public:
    /// Without `text` beside it, give it an accessible name.
    explicit Switch(const QString& text = {}, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }

private:
    QVariantAnimation knob_;
};

}  // namespace anneal::controls
