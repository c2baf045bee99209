#include "pages/runs/curve_words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

QString words(const char* text) { return QCoreApplication::translate("Curves", text); }

}  // namespace

QString lineName(RunCurves::Curve curve) {
    switch (curve) {
        case RunCurves::train: return words(QT_TRANSLATE_NOOP("Curves", "Train"));
        case RunCurves::eval: return words(QT_TRANSLATE_NOOP("Curves", "Eval"));
        default: return curveTitle(curve);
    }
}

QString curveTitle(RunCurves::Curve curve) {
    switch (curve) {
        case RunCurves::train: return words(QT_TRANSLATE_NOOP("Curves", "Train loss"));
        case RunCurves::eval: return words(QT_TRANSLATE_NOOP("Curves", "Eval loss"));
        case RunCurves::rate: return words(QT_TRANSLATE_NOOP("Curves", "Learning rate"));
        case RunCurves::norm: return words(QT_TRANSLATE_NOOP("Curves", "Gradient norm"));
        case RunCurves::speed: return words(QT_TRANSLATE_NOOP("Curves", "Throughput"));
        case RunCurves::memory: return words(QT_TRANSLATE_NOOP("Curves", "Memory"));
    }
    Q_UNREACHABLE();
}

charts::Unit curveUnit(RunCurves::Curve curve) {
    using Kind = charts::Unit::Kind;
    switch (curve) {
        case RunCurves::train:
        case RunCurves::eval: return {};
        case RunCurves::rate: return {.kind = Kind::rate};
        case RunCurves::norm: return {.digits = 2};
        case RunCurves::speed: return {.kind = Kind::count, .name = u"tokens/s"_s};
        case RunCurves::memory: return {.digits = 1, .name = u"GiB"_s};
    }
    Q_UNREACHABLE();
}

}  // namespace anneal::pages
