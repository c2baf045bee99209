#pragma once
// What a chart measures and how its values are written.

#include <QString>

namespace anneal::charts {

struct Unit {
    enum class Kind {
        decimal,  ///< 0.836, 22.4
        rate,     ///< 5.96e-5
        count     ///< 10,720
    };

    Kind kind = Kind::decimal;
    int digits = 3;  ///< of a decimal, after the point
    QString name;    ///< "tokens/s", "GiB"; empty: a bare number

    QString write(double value) const;
    /// With its name.
    QString writeWhole(double value) const;
    QString writeDifference(double value) const;
};

}  // namespace anneal::charts
