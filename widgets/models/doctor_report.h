#pragma once
// What the doctor found, and the words for it.

#include <QDateTime>

#include "system/doctor.h"

namespace anneal::models {

struct DoctorReport {
    system::Machine machine;
    system::Installation installation;
    std::vector<system::Check> checks;
    double seconds = 0;
    QDateTime time;
};

/// Looks at the machine and starts the engine once: a second or two. Any thread.
DoctorReport examine();

/// One check as the window speaks of it.
struct CheckWords {
    QString group;  ///< "Processor and memory"
    QString name;
    QString found;
    QString needed;
    QString cost;  ///< of what is missing; empty where all is well
    QString fix;   ///< a command; may be empty
};
CheckWords wordsOf(const system::Check& check, const DoctorReport& report);

/// "Ready to train on 4 GPUs", and how many checks passed.
QString verdictOf(const DoctorReport& report);
QString summaryOf(const DoctorReport& report);
bool isReady(const DoctorReport& report);
/// Everything as plain text, to send to somebody.
QString plainText(const DoctorReport& report);

}  // namespace anneal::models
