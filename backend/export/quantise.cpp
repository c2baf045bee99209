#include "export/quantise.h"

#include <algorithm>
#include <map>

#include <llama.h>

#include "base/files.h"
#include "export/llama_backend.h"

namespace anneal::exporting {
namespace {

/// Mean squared activation of each input column, by tensor: NAME.in_sum2 over NAME.counts (one count an expert).
class ImportanceMatrix {
public:
    static Result<ImportanceMatrix> read(const std::filesystem::path& file) {
        ANNEAL_TRY(gguf, GgufFile::open(file));
        constexpr std::string_view sums = ".in_sum2";
        ImportanceMatrix matrix;
        for (const auto& tensor : gguf.tensors()) {
            if (!tensor.name.ends_with(sums)) continue;
            const auto name = tensor.name.substr(0, tensor.name.size() - sums.size());
            const auto* counted = gguf.find(name + ".counts");
            if (!counted) return fail("imatrix_invalid", file.string() + " lacks " + name + ".counts", "make the importance matrix again");
            std::vector<float> values(std::size_t(tensor.values())), counts(std::size_t(counted->values()));
            ANNEAL_CHECK(gguf.readFloats(tensor, values));
            ANNEAL_CHECK(gguf.readFloats(*counted, counts));
            const auto columns = values.size() / std::max<std::size_t>(1, counts.size());
            for (std::size_t i = 0; i < values.size(); ++i) {
                const float count = counts[i / columns];
                values[i] = count > 0 ? values[i] / count : 1.0f;
            }
            matrix.values_.emplace(name, std::move(values));
        }
        if (matrix.values_.empty())
            return fail("imatrix_invalid", file.string() + " holds no importance matrix", "give the GGUF file that llama-imatrix wrote");
        return matrix;
    }

    /// As llama.cpp takes it: ended by an entry without a name. Points into this object.
    std::vector<llama_model_imatrix_data> view() const {
        std::vector<llama_model_imatrix_data> entries;
        for (const auto& [name, values] : values_) entries.push_back({name.c_str(), values.data(), values.size()});
        entries.push_back({nullptr, nullptr, 0});
        return entries;
    }

private:
    std::map<std::string, std::vector<float>> values_;
};

Result<QuantReport> describe(const std::filesystem::path& file, const GgufType& type) {
    constexpr std::int64_t kSuperBlock = 256;
    ANNEAL_TRY(gguf, GgufFile::open(file));
    QuantReport report;
    std::map<std::string, int> counts;
    const bool kQuant = type.name.find("_K") != std::string_view::npos || type.name == "IQ4_XS";
    for (const auto& tensor : gguf.tensors()) {
        ++counts[tensor.type];
        const auto block = kQuant ? kSuperBlock : std::int64_t(32);
        if (tensor.shape.size() >= 2 && tensor.rowLength() % block != 0)
            report.fallbacks.push_back({tensor.name, tensor.rowLength(), tensor.type});
    }
    report.tensorsByType.assign(counts.begin(), counts.end());
    return report;
}

}  // namespace

OrderedJson QuantReport::json() const {
    OrderedJson document = {{"tensors", OrderedJson::object()}, {"fallbacks", OrderedJson::array()}};
    for (const auto& [type, count] : tensorsByType) document["tensors"][type] = count;
    for (const auto& fallback : fallbacks)
        document["fallbacks"].push_back({{"tensor", fallback.tensor}, {"row_length", fallback.rowLength}, {"type", fallback.type}});
    return document;
}

Result<QuantReport> quantise(const std::filesystem::path& from, const std::filesystem::path& to, const GgufType& type,
                             const std::filesystem::path& imatrix) {
    initialiseLlama();
    takeLlamaError();
    auto params = llama_model_quantize_default_params();
    params.ftype = llama_ftype(type.fileType);
    params.allow_requantize = true;  // BF16 sources count as such
    ImportanceMatrix matrix;
    std::vector<llama_model_imatrix_data> entries;
    if (!imatrix.empty()) {
        ANNEAL_TRY(read, ImportanceMatrix::read(imatrix));
        matrix = std::move(read);
        entries = matrix.view();
        params.imatrix = entries.data();
    }
    if (llama_model_quantize(from.c_str(), to.c_str(), &params) != 0) {
        std::error_code ignored;
        const auto needed = std::filesystem::file_size(from, ignored);
        if (!ignored && base::freeBytes(to) < needed / 8)
            return fail("disk_full", "the disk is full while writing " + to.string(), "free some space, then export again");
        return fail("quantise_failed", "llama.cpp could not quantise to " + std::string(type.name) + ": " + takeLlamaError());
    }
    ANNEAL_CHECK(base::syncPath(to));
    return describe(to, type);
}

}  // namespace anneal::exporting
