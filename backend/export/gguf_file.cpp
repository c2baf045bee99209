#include "export/gguf_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>

#include <unistd.h>

#include <ggml.h>
#include <gguf.h>

#include "base/files.h"

namespace anneal::exporting {
namespace {

ggml_type ggmlType(FloatType type) {
    switch (type) {
        case FloatType::f16: return GGML_TYPE_F16;
        case FloatType::bf16: return GGML_TYPE_BF16;
        case FloatType::f32: break;
    }
    return GGML_TYPE_F32;
}

struct FreeGguf {
    void operator()(gguf_context* context) const { gguf_free(context); }
};
using GgufContext = std::unique_ptr<gguf_context, FreeGguf>;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

}  // namespace

std::size_t bytesPerValue(FloatType type) { return ggml_type_size(ggmlType(type)); }

Status convertFloats(std::span<const std::byte> from, FloatType fromType, std::span<std::byte> to, FloatType toType) {
    const auto count = from.size() / bytesPerValue(fromType);
    if (fromType == toType) {
        std::memcpy(to.data(), from.data(), from.size());
        return {};
    }
    constexpr std::size_t chunk = 4096;
    std::array<float, chunk> row;
    for (std::size_t start = 0; start < count; start += chunk) {
        const auto n = std::min(chunk, count - start);
        const auto* source = from.data() + start * bytesPerValue(fromType);
        auto* target = to.data() + start * bytesPerValue(toType);
        if (fromType == FloatType::f32)
            std::memcpy(row.data(), source, n * sizeof(float));
        else
            ggml_get_type_traits(ggmlType(fromType))->to_float(source, row.data(), std::int64_t(n));
        if (toType == FloatType::f32) {
            std::memcpy(target, row.data(), n * sizeof(float));
        } else if (toType == FloatType::bf16) {
            ggml_fp32_to_bf16_row_ref(row.data(), reinterpret_cast<ggml_bf16_t*>(target), std::int64_t(n));
        } else {
            constexpr float kLargestHalf = 65504.0f;
            for (std::size_t i = 0; i < n; ++i)
                if (std::isfinite(row[i]) && std::fabs(row[i]) > kLargestHalf)
                    return fail("f16_overflow", "a weight of " + std::to_string(row[i]) + " is too large for F16", "export as BF16 or F32");
            ggml_fp32_to_fp16_row(row.data(), reinterpret_cast<ggml_fp16_t*>(target), std::int64_t(n));
        }
    }
    return {};
}

struct GgufWriter::State {
    GgufContext gguf{gguf_init_empty()};
};

GgufWriter::GgufWriter() : state_(std::make_unique<State>()) {}
GgufWriter::~GgufWriter() = default;
GgufWriter::GgufWriter(GgufWriter&&) noexcept = default;

void GgufWriter::setText(const std::string& key, const std::string& value) {
    gguf_set_val_str(state_->gguf.get(), key.c_str(), value.c_str());
}
void GgufWriter::setUint(const std::string& key, std::uint32_t value) { gguf_set_val_u32(state_->gguf.get(), key.c_str(), value); }
void GgufWriter::setFloat(const std::string& key, float value) { gguf_set_val_f32(state_->gguf.get(), key.c_str(), value); }
void GgufWriter::setBool(const std::string& key, bool value) { gguf_set_val_bool(state_->gguf.get(), key.c_str(), value); }
void GgufWriter::setTexts(const std::string& key, const std::vector<std::string>& values) {
    std::vector<const char*> pointers;
    for (const auto& value : values) pointers.push_back(value.c_str());
    gguf_set_arr_str(state_->gguf.get(), key.c_str(), pointers.data(), pointers.size());
}
void GgufWriter::setFloats(const std::string& key, const std::vector<float>& values) {
    gguf_set_arr_data(state_->gguf.get(), key.c_str(), GGUF_TYPE_FLOAT32, values.data(), values.size());
}
void GgufWriter::setInts(const std::string& key, const std::vector<std::int32_t>& values) {
    gguf_set_arr_data(state_->gguf.get(), key.c_str(), GGUF_TYPE_INT32, values.data(), values.size());
}

void GgufWriter::addTensor(const std::string& name, const std::vector<std::int64_t>& shape, FloatType type) {
    const std::unique_ptr<ggml_context, decltype(&ggml_free)> scratch(
        ggml_init({.mem_size = ggml_tensor_overhead(), .mem_buffer = nullptr, .no_alloc = true}), &ggml_free);
    std::vector<std::int64_t> axes(shape.rbegin(), shape.rend());
    auto* tensor = ggml_new_tensor(scratch.get(), ggmlType(type), int(axes.size()), axes.data());
    ggml_set_name(tensor, name.c_str());
    gguf_add_tensor(state_->gguf.get(), tensor);
}

Status GgufWriter::write(const std::filesystem::path& file, const TensorData& data) const {
    const auto* gguf = state_->gguf.get();
    const std::unique_ptr<std::FILE, CloseFile> out(std::fopen(file.c_str(), "wb"));
    if (!out) return fail(base::errnoError("write_failed", "could not create", file));
    const auto put = [&](const void* bytes, std::size_t size) { return std::fwrite(bytes, 1, size, out.get()) == size; };
    const auto failed = [&] { return fail(base::errnoError("write_failed", "could not write", file)); };

    std::vector<std::byte> header(gguf_get_meta_size(gguf));
    gguf_get_meta_data(gguf, header.data());
    if (!put(header.data(), header.size())) return failed();

    const auto alignment = gguf_get_alignment(gguf);
    const std::vector<std::byte> zeros(alignment);
    for (std::int64_t i = 0; i < gguf_get_n_tensors(gguf); ++i) {
        ANNEAL_TRY(bytes, data(std::size_t(i)));
        if (bytes.size() != gguf_get_tensor_size(gguf, i))
            return fail("shape_mismatch", std::string(gguf_get_tensor_name(gguf, i)) + " has " + std::to_string(bytes.size()) +
                                              " bytes, not " + std::to_string(gguf_get_tensor_size(gguf, i)));
        const auto padding = (alignment - bytes.size() % alignment) % alignment;
        if (!put(bytes.data(), bytes.size()) || !put(zeros.data(), padding)) return failed();
    }
    if (std::fflush(out.get()) != 0 || ::fsync(::fileno(out.get())) != 0) return failed();
    return {};
}

std::int64_t GgufTensor::values() const {
    std::int64_t product = 1;
    for (const auto axis : shape) product *= axis;
    return product;
}

struct GgufFile::State {
    GgufContext gguf;
    base::MappedFile map;
    std::vector<GgufTensor> tensors;
    std::vector<ggml_type> types;
};

GgufFile::GgufFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
GgufFile::GgufFile(GgufFile&&) noexcept = default;
GgufFile::~GgufFile() = default;

Result<GgufFile> GgufFile::open(const std::filesystem::path& file) {
    ANNEAL_TRY(map, base::MappedFile::open(file));
    GgufContext gguf(gguf_init_from_file(file.c_str(), {.no_alloc = true, .ctx = nullptr}));
    if (!gguf) return fail("gguf_invalid", file.string() + " is not a GGUF file that can be read", "export it again");
    std::vector<GgufTensor> tensors;
    std::vector<ggml_type> types;
    for (std::int64_t i = 0; i < gguf_get_n_tensors(gguf.get()); ++i) {
        GgufTensor tensor;
        tensor.name = gguf_get_tensor_name(gguf.get(), i);
        const auto type = gguf_get_tensor_type(gguf.get(), i);
        tensor.type = ggml_type_name(type);
        std::ranges::transform(tensor.type, tensor.type.begin(), [](unsigned char c) { return char(std::toupper(c)); });
        const auto* axes = gguf_get_tensor_ne(gguf.get(), i);
        int used = GGML_MAX_DIMS;
        while (used > 1 && axes[used - 1] == 1) --used;
        tensor.shape.assign(std::make_reverse_iterator(axes + used), std::make_reverse_iterator(axes));
        const auto end = gguf_get_data_offset(gguf.get()) + gguf_get_tensor_offset(gguf.get(), i) + gguf_get_tensor_size(gguf.get(), i);
        if (end > map.bytes().size())
            return fail("gguf_invalid", file.string() + " ends before " + tensor.name, "the file is cut short: export it again");
        tensors.push_back(std::move(tensor));
        types.push_back(type);
    }
    return GgufFile(std::make_unique<State>(State{std::move(gguf), std::move(map), std::move(tensors), std::move(types)}));
}

const std::vector<GgufTensor>& GgufFile::tensors() const { return state_->tensors; }

const GgufTensor* GgufFile::find(std::string_view name) const {
    const auto found = std::ranges::find(state_->tensors, name, &GgufTensor::name);
    return found == state_->tensors.end() ? nullptr : &*found;
}

Status GgufFile::readFloats(const GgufTensor& tensor, std::span<float> out) const {
    const auto* gguf = state_->gguf.get();
    const auto id = gguf_find_tensor(gguf, tensor.name.c_str());
    if (id < 0) return fail("tensor_missing", tensor.name + " is not in the GGUF file");
    const auto* data = state_->map.bytes().data() + gguf_get_data_offset(gguf) + gguf_get_tensor_offset(gguf, id);
    const auto type = state_->types[std::size_t(id)];
    if (type == GGML_TYPE_F32) {
        std::memcpy(out.data(), data, out.size_bytes());
        return {};
    }
    const auto toFloat = ggml_get_type_traits(type)->to_float;
    if (!toFloat) return fail("type_unknown", tensor.name + " has type " + tensor.type + ", which cannot be dequantised");
    toFloat(data, out.data(), std::int64_t(out.size()));
    return {};
}

std::optional<std::string> GgufFile::text(const std::string& key) const {
    const auto id = gguf_find_key(state_->gguf.get(), key.c_str());
    if (id < 0 || gguf_get_kv_type(state_->gguf.get(), id) != GGUF_TYPE_STRING) return std::nullopt;
    return gguf_get_val_str(state_->gguf.get(), id);
}

std::optional<std::int64_t> GgufFile::integer(const std::string& key) const {
    const auto* gguf = state_->gguf.get();
    const auto id = gguf_find_key(gguf, key.c_str());
    if (id < 0) return std::nullopt;
    switch (gguf_get_kv_type(gguf, id)) {
        case GGUF_TYPE_UINT32: return gguf_get_val_u32(gguf, id);
        case GGUF_TYPE_INT32: return gguf_get_val_i32(gguf, id);
        case GGUF_TYPE_UINT64: return std::int64_t(gguf_get_val_u64(gguf, id));
        case GGUF_TYPE_BOOL: return gguf_get_val_bool(gguf, id);
        default: return std::nullopt;
    }
}

std::optional<double> GgufFile::number(const std::string& key) const {
    const auto id = gguf_find_key(state_->gguf.get(), key.c_str());
    if (id < 0 || gguf_get_kv_type(state_->gguf.get(), id) != GGUF_TYPE_FLOAT32) return std::nullopt;
    return gguf_get_val_f32(state_->gguf.get(), id);
}

}  // namespace anneal::exporting
