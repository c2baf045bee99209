#pragma once
// Whether a model can be trained on this machine, method by method.

#include "bridge/base_models.h"
#include "controls/chip.h"
#include "runs/hardware_advice.h"
#include "system/probe.h"

namespace anneal::pages {

struct MethodFit {
    QString method;
    runs::Fit fit;
};

/// The device that training would take first.
struct FitDevice {
    QString name;
    std::int64_t bytes = 0;
    bool cuda = false;
    bool bf16 = false;
};
FitDevice fitDevice(const system::Machine& machine);

inline constexpr std::int64_t kFitTokens = 2048;  // at once, activations computed again

/// LoRA, freeze and full, in this order.
std::vector<MethodFit> fitsOf(const catalogue::ModelConfig& config, const FitDevice& device);
controls::ChipLook fitChip(const MethodFit& fit);
/// Why: what it takes against what there is.
QString fitReason(const MethodFit& fit, const FitDevice& device);

}  // namespace anneal::pages
