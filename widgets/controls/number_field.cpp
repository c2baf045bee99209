#include "controls/number_field.h"

#include <array>
#include <cmath>

#include <QEvent>
#include <QLineEdit>

#include "controls/label.h"
#include "controls/numbers.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::controls {
namespace {

const auto kUnitName = u"unit"_s;

/// A label that stays at the right of the line edit it is in.
class Unit : public Label {
    Q_OBJECT
public:
    explicit Unit(QLineEdit* edit) : Label({}, theme::TextStyle::body, theme::Role::textSecondary, edit) {
        setObjectName(kUnitName);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        edit->installEventFilter(this);
    }

    void place(const QRect& field) {
        const int width = sizeHint().width();
        setGeometry(field.width() - width, 0, width, field.height());
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Resize) place(parentWidget()->rect());
        return false;
    }
};

void prepare(QAbstractSpinBox& field, const QString& name) {
    field.setAccessibleName(name);
    field.setLocale(QLocale(QLocale::English, QLocale::UnitedStates));
    field.setGroupSeparatorShown(true);
    field.setCorrectionMode(QAbstractSpinBox::CorrectToNearestValue);
}

/// The next of 1, 2, 5, 10 … × 10^n above `rate`, or below it.
double neighbour(double rate, bool up) {
    static constexpr std::array steps{1.0, 2.0, 5.0, 10.0};
    const double power = std::pow(10, std::floor(std::log10(rate) + 1e-9));
    const double mantissa = rate / power;
    if (up) return power * *std::find_if(steps.begin(), steps.end(), [&](double step) { return step > mantissa * (1 + 1e-9); });
    const auto below = std::find_if(steps.rbegin(), steps.rend(), [&](double step) { return step < mantissa * (1 - 1e-9); });
    return below == steps.rend() ? power / 2 : power * *below;
}

}  // namespace

void setUnit(QAbstractSpinBox& field, const QString& unit) {
    auto* edit = field.findChild<QLineEdit*>();
    auto* label = edit->findChild<Unit*>(kUnitName, Qt::FindDirectChildrenOnly);
    if (!label) label = new Unit(edit);
    label->setText(unit);
    label->place(edit->rect());
    edit->setTextMargins(0, 0, label->sizeHint().width() + theme::space(2), 0);
    field.setAccessibleDescription(unit);
    theme::restyle(field);
}

CountField::CountField(const QString& name, int least, int most, QWidget* parent) : QSpinBox(parent) {
    prepare(*this, name);
    setRange(least, most);
}

DecimalField::DecimalField(const QString& name, double least, double most, int digits, QWidget* parent) : QDoubleSpinBox(parent) {
    prepare(*this, name);
    setDecimals(digits);
    setSingleStep(std::pow(10, -digits));
    setRange(least, most);
}

RateField::RateField(const QString& name, double least, double most, QWidget* parent) : QDoubleSpinBox(parent) {
    prepare(*this, name);
    setDecimals(18);
    setRange(least, most);
}

void RateField::stepBy(int steps) {
    double rate = value() > 0 ? value() : std::max(minimum(), 1e-9);
    for (int i = 0; i < std::abs(steps); ++i) rate = neighbour(rate, steps > 0);
    setValue(rate);
    selectAll();
}

QString RateField::textFromValue(double value) const { return formatRate(value); }
double RateField::valueFromText(const QString& text) const { return parseRate(text); }

QValidator::State RateField::validate(QString& text, int&) const {
    const double rate = parseRate(text);
    if (rate >= minimum() && rate <= maximum()) return QValidator::Acceptable;
    const bool spelled = std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit() || u"eE.+-−"_s.contains(c); });
    return spelled ? QValidator::Intermediate : QValidator::Invalid;
}

}  // namespace anneal::controls

#include "number_field.moc"
