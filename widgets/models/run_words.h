#pragma once
// How runs are spoken of everywhere in the window: their states, methods and times.

#include <QDateTime>

#include "controls/chip.h"
#include "runs/run_overview.h"

namespace anneal::models {

QString stateText(runs::RunState state);
controls::Tone stateTone(runs::RunState state);
controls::ChipLook stateChip(runs::RunState state);
/// "LoRA r16", "Full": the method and the one number that tells it from its like.
QString methodText(const runs::RunSpec& spec);
QString baseModelText(const runs::RunSpec& spec);
QString datasetText(const runs::RunSpec& spec);
/// "CPU", "GPU", "4 GPUs".
QString deviceText(const runs::RunSpec& spec);
/// Of a live run what is left; of one that is over how long it took and when, or what went wrong.
QString progressText(const runs::RunOverview& run);
/// "13:37", "Yesterday", "Mon 18:20", "3 Mar": near times closely, far ones by their day.
QString timeText(const QDateTime& time, const QDateTime& now = QDateTime::currentDateTime());
QDateTime fromUnix(double seconds);

}  // namespace anneal::models
