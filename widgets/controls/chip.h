#pragma once
// A small tag: a state with its dot, a fact with its icon, a name in an outline.

#include <string>

#include <QLabel>

#include "controls/tone.h"

namespace anneal::controls {

struct ChipLook {
    enum class Shape { subtle, solid, outline };

    QString text;
    Tone tone = Tone::neutral;
    Shape shape = Shape::subtle;
    bool dot = false;  ///< for a state
    std::string icon;  ///< for a fact
};

int chipWidth(const ChipLook& look);
/// Draws it at the left of `rect`, in the middle of its height. Returns the width it took.
int drawChip(QPainter& painter, const QRectF& rect, const ChipLook& look);

class Chip : public QLabel {
    Q_OBJECT
public:
    explicit Chip(ChipLook look, QWidget* parent = nullptr);

    void setLook(ChipLook look);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    ChipLook look_;
};

}  // namespace anneal::controls
