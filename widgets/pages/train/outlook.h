#pragma once
// What a draft would take, from shapes and row counts alone: at once, before any data was prepared. Figures of the review replace it.

#include "bridge/base_models.h"
#include "bridge/dataset_list.h"
#include "runs/hardware_advice.h"
#include "system/probe.h"

namespace anneal::pages {

/// Where the run would compute.
struct Place {
    QString name;
    std::int64_t bytes = 0;  ///< that are there; of one device
    int devices = 1;
    bool cuda = false;
    bool fastBf16 = false;
};
Place placeOf(const runs::RunSpec& spec, const system::Machine& machine);

struct Outlook {
    Place place;
    runs::MemoryParts memory;  ///< of one rank
    std::int64_t needed = 0;   ///< of the device: all ranks that share it
    runs::Fit::Verdict verdict = runs::Fit::Verdict::fits;
    bool bf16 = false;
    std::int64_t trained = 0, parameters = 0;
    std::int64_t resultBytes = 0, checkpointBytes = 0;
    std::int64_t diskBytes = 0;
    std::int64_t trainRows = 0, evalRows = 0;  ///< 0: not known
    std::int64_t steps = 0;                    ///< 0: not known
};

/// Rows that `spec` trains and evaluates on, as far as its data sets are imported ones.
std::pair<std::int64_t, std::int64_t> rowsOf(const runs::RunSpec& spec, const bridge::DatasetList& datasets);

Outlook outlookOf(const runs::RunSpec& spec, const catalogue::ModelConfig& config, std::pair<std::int64_t, std::int64_t> rows,
                  const system::Machine& machine);

/// The same run at its leanest: one row at once, activations computed again.
runs::RunSpec leanest(runs::RunSpec spec);

struct Advice {
    enum class Reason { fromScratch, smallModel, newText, leastRisk, onlyOneThatFits, noneFits };

    runs::FinetuningType method = runs::FinetuningType::lora;
    Reason reason = Reason::leastRisk;
};

/// Which method suits the goal, the model and the machine.
Advice adviseMethod(const runs::RunSpec& spec, const catalogue::ModelConfig& config, const system::Machine& machine);

/// The spec with another method and what belongs to it.
runs::RunSpec withMethod(runs::RunSpec spec, runs::FinetuningType method);

}  // namespace anneal::pages
