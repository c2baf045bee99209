#pragma once
// One of several ways to go on, with what it takes: a radio button as large as its reasons. The recommended one is wide; one that
// takes nothing worth a figure is low.

#include <array>

#include <QRadioButton>

#include "controls/chip.h"

namespace anneal::controls {

struct Choice {
    struct Fact {
        QString label;
        QString figure;
        QString origin;  ///< shown on the wide card alone
    };

    QString name;
    QString text;            ///< two or three lines: what it does
    ChipLook verdict;        ///< whether it fits
    double memoryShare = 0;  ///< of what there is, 0 … 1
    QString memoryFigure;    ///< empty: neither memory nor facts are shown
    std::array<Fact, 3> facts;
    QString reason;  ///< why it is recommended; makes the card wide and marks it
};

class ChoiceCard : public QRadioButton {
    Q_OBJECT
public:
    explicit ChoiceCard(Choice choice, QWidget* parent = nullptr);

    void setChoice(Choice choice);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& at) const override { return rect().contains(at); }

private:
    bool isWide() const { return !choice_.reason.isEmpty(); }
    bool isLow() const { return choice_.memoryFigure.isEmpty(); }
    theme::Role ink(theme::Role rest) const { return isEnabled() ? rest : theme::Role::textDisabled; }
    void drawTop(QPainter& painter, const QRectF& inside) const;
    void drawStandard(QPainter& painter, const QRectF& inside) const;
    void drawWide(QPainter& painter, const QRectF& inside) const;

    Choice choice_;
};

}  // namespace anneal::controls
