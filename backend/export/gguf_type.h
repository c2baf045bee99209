#pragma once
// The GGUF file types that we export, by the names that llama.cpp's users know.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "export/gguf_file.h"

namespace anneal::exporting {

struct GgufType {
    std::string_view name;               ///< "Q4_K_M"
    int fileType;                        ///< general.file_type, and llama_ftype
    double klBound;                      ///< nats: mean KL from the trained model that the gate allows
    std::optional<FloatType> floatType;  ///< set: written by our conversion; else by llama.cpp's quantiser
};

std::span<const GgufType> ggufTypes();
/// Error "quant_unknown", naming those there are. Case does not matter.
Result<GgufType> ggufType(std::string_view name);
/// "Q4_K_M,Q8_0": each once, in order. Error as above, or "quant_repeated".
Result<std::vector<GgufType>> parseGgufTypes(std::string_view list);

}  // namespace anneal::exporting
