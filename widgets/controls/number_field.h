#pragma once
// Fields for numbers: counts with thousands apart, decimals, and rates written 2e-4. A unit stands inside at the right.

#include <QDoubleSpinBox>
#include <QSpinBox>

namespace anneal::controls {

/// Shows `unit` inside `field`, right of the number.
void setUnit(QAbstractSpinBox& field, const QString& unit);

class CountField : public QSpinBox {
    Q_OBJECT
public:
    CountField(const QString& name, int least, int most, QWidget* parent = nullptr);
};

class DecimalField : public QDoubleSpinBox {
    Q_OBJECT
public:
    DecimalField(const QString& name, double least, double most, int digits, QWidget* parent = nullptr);
};

/// A rate over orders of magnitude: a step goes to the next of 1, 2, 5, 10 … times a power of ten.
class RateField : public QDoubleSpinBox {
    Q_OBJECT
public:
    RateField(const QString& name, double least, double most, QWidget* parent = nullptr);

    void stepBy(int steps) override;

protected:
    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& at) const override;
};

}  // namespace anneal::controls
