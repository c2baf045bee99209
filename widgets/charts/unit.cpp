#include "charts/unit.h"

#include <cmath>

#include "controls/numbers.h"

namespace anneal::charts {

QString Unit::write(double value) const {
    switch (kind) {
        case Kind::decimal: break;
        case Kind::rate: return controls::formatRate(value);
        case Kind::count: return controls::formatDecimal(value, 0);
    }
    return controls::formatDecimal(value, digits);
}

QString Unit::writeWhole(double value) const { return name.isEmpty() ? write(value) : write(value) + u' ' + name; }

QString Unit::writeDifference(double value) const {
    if (kind == Kind::rate) return (value > 0 ? QStringLiteral("+") : QString()) + controls::formatRate(value);
    return controls::formatDifference(value, kind == Kind::count ? 0 : digits);
}

}  // namespace anneal::charts
