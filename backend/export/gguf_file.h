#pragma once
// GGUF files: metadata, tensor shapes and data, written and read through ggml's own gguf_* functions.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace anneal::exporting {

/// The types that our conversion writes; the quantised ones come from llama.cpp's quantiser.
enum class FloatType { f32, f16, bf16 };

std::size_t bytesPerValue(FloatType type);

/// Turns `count` values of one float type into another. Error "f16_overflow" where a finite value has no F16.
Status convertFloats(std::span<const std::byte> from, FloatType fromType, std::span<std::byte> to, FloatType toType);

class GgufWriter {
public:
    GgufWriter();
    ~GgufWriter();
    GgufWriter(GgufWriter&&) noexcept;

    void setText(const std::string& key, const std::string& value);
    void setUint(const std::string& key, std::uint32_t value);
    void setFloat(const std::string& key, float value);
    void setBool(const std::string& key, bool value);
    void setTexts(const std::string& key, const std::vector<std::string>& values);
    void setFloats(const std::string& key, const std::vector<float>& values);
    void setInts(const std::string& key, const std::vector<std::int32_t>& values);

    /// `shape` as PyTorch writes it: [rows, columns]. ggml stores the same bytes with the axes named in reverse.
    void addTensor(const std::string& name, const std::vector<std::int64_t>& shape, FloatType type);

    /// Writes the header, then each tensor's bytes in the order they were added, and fsyncs. `data(i)` is asked once a tensor
    /// and must stay valid until the next call. Errors: "disk_full", "write_failed", and whatever `data` fails with.
    using TensorData = std::function<Result<std::span<const std::byte>>(std::size_t tensor)>;
    Status write(const std::filesystem::path& file, const TensorData& data) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

struct GgufTensor {
    std::string name;
    std::vector<std::int64_t> shape;  ///< as PyTorch writes it
    std::string type;                 ///< ggml's name in capitals: "Q4_K"
    std::int64_t rowLength() const { return shape.empty() ? 1 : shape.back(); }
    std::int64_t values() const;
};

/// A GGUF file opened for reading; the data stays memory-mapped.
class GgufFile {
public:
    /// Errors: "file_not_found", "gguf_invalid" (not GGUF, or shorter than its header says).
    static Result<GgufFile> open(const std::filesystem::path& file);
    GgufFile(GgufFile&&) noexcept;
    ~GgufFile();

    const std::vector<GgufTensor>& tensors() const;
    const GgufTensor* find(std::string_view name) const;
    /// The tensor's values as float, dequantised by ggml; `out` holds exactly tensor.values().
    Status readFloats(const GgufTensor& tensor, std::span<float> out) const;

    std::optional<std::string> text(const std::string& key) const;
    std::optional<std::int64_t> integer(const std::string& key) const;
    std::optional<double> number(const std::string& key) const;

private:
    struct State;
    explicit GgufFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::exporting
