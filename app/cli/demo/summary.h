#pragma once
// What the demo found, as a table for a person and as summary.json.

#include <filesystem>
#include <iosfwd>

#include "base/json.h"

namespace anneal::cli {

struct DemoArtefact {
    std::string name;  ///< "GGUF Q8_0"
    std::filesystem::path file;
    std::uint64_t bytes = 0;
    OrderedJson gate;  ///< as `anneal export` reports it
};

struct DemoSummary {
    std::int64_t rowsImported = 0;
    std::int64_t rowsClean = 0;
    std::int64_t rowsHeldOut = 0;
    double baseExactMatch = 0;  ///< 0 … 1 on held-out rows
    double tunedExactMatch = 0;
    double evalLossBefore = 0;  ///< mean per trained token
    double evalLossAfter = 0;
    double forecastSeconds = 0;
    double trainSeconds = 0;
    std::uint64_t forecastMemory = 0;
    std::uint64_t peakMemory = 0;
    std::uint64_t seed = 0;
    std::string question, wanted, baseAnswer, tunedAnswer, exportedAnswer;
    std::vector<DemoArtefact> artefacts;
    double totalSeconds = 0;

    OrderedJson toJson() const;
    void print(std::ostream& out) const;
};

}  // namespace anneal::cli
