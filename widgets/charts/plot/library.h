#pragma once
// QCustomPlot, the one place that includes it: its header needs Qt's lower-case keywords, which our files do without.

#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef foreach
#undef slots
#undef signals
