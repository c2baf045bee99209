#pragma once
// Why a run ended before its time and what to do about it, in words.

#include <optional>

#include <QString>

#include "runs/run_overview.h"

namespace anneal::models {

struct RunTrouble {
    QString title;     ///< "contracts-lora16 failed at step 2,210"
    QString happened;  ///< "The disk was full."; may be empty
    QString advice;    ///< what helps; may be empty
    QString goesOn;    ///< from where a resume continues
};

/// None for a run that is at work, done, or was stopped by a person. `freeDiskBytes`: now, where the data lives; 0: not known.
std::optional<RunTrouble> troubleOf(const runs::RunOverview& run, std::uint64_t freeDiskBytes = 0);

}  // namespace anneal::models
