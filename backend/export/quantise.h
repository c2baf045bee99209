#pragma once
// A float GGUF file made smaller by llama.cpp's quantiser.

#include <filesystem>
#include <string>
#include <vector>

#include "base/json.h"
#include "export/gguf_type.h"

namespace anneal::exporting {

/// A tensor whose rows the type's blocks do not divide (K-quants take 256 values), so that another type was used for it.
struct QuantFallback {
    std::string tensor;
    std::int64_t rowLength = 0;
    std::string type;  ///< the type that it got instead
};

struct QuantReport {
    std::vector<std::pair<std::string, int>> tensorsByType;
    std::vector<QuantFallback> fallbacks;
    OrderedJson json() const;
};

/// `from` is F32, F16 or BF16. `imatrix`: an importance matrix as llama-imatrix writes it (GGUF), or empty.
/// Errors: "quantise_failed" with llama.cpp's words, "disk_full", "imatrix_invalid".
Result<QuantReport> quantise(const std::filesystem::path& from, const std::filesystem::path& to, const GgufType& type,
                             const std::filesystem::path& imatrix = {});

}  // namespace anneal::exporting
