#pragma once
// Which machine trains what: the memory estimate held against devices, from a consumer card to a node of eight.

#include <span>

#include "catalogue/families.h"
#include "runs/memory_estimate.h"

namespace anneal::runs {

/// Every device holds the whole model; more of them train faster, not larger.
struct HardwareTier {
    std::string id;  ///< "development", "mid_scale", "production"
    int devices = 1;
    std::int64_t deviceBytes = 0;
};
std::span<const HardwareTier> hardwareTiers();

struct Fit {
    enum class Verdict { fits, tight, over };

    MemoryParts memory;
    Verdict verdict = Verdict::over;
};

/// Tight from nine tenths of the device on: the estimate is one, and others use the device too.
Fit fitOn(const RunSpec& spec, const catalogue::ModelConfig& config, std::int64_t tokens, std::int64_t deviceBytes, bool cuda, bool bf16);

/// The catalogue's models, one of each size, smallest first.
std::vector<const catalogue::CatalogueModel*> catalogueSizes();
/// The largest of them that fits, tightly or not; null where none does.
const catalogue::CatalogueModel* largestThatFits(const RunSpec& spec, std::int64_t tokens, std::int64_t deviceBytes, bool cuda, bool bf16);

}  // namespace anneal::runs
