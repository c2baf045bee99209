#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/files.h"
#include "nn/weights/dtypes.h"
#include "nn/weights/safetensors.h"

namespace anneal::nn {

struct SafetensorsReader::Map {
    std::byte* data = nullptr;
    std::size_t size = 0;

    ~Map() {
        if (data) ::munmap(data, size);
    }

    static Result<std::shared_ptr<Map>> open(const std::filesystem::path& file, std::size_t size) {
        auto map = std::make_shared<Map>();
        if (size == 0) return map;
        const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
        if (fd < 0) return fail(base::errnoError("read_failed", "could not open", file));
        void* data = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, fd, 0);
        const int number = errno;
        ::close(fd);
        errno = number;
        if (data == MAP_FAILED) return fail(base::errnoError("read_failed", "could not map", file));
        map->data = static_cast<std::byte*>(data);
        map->size = size;
        return map;
    }
};

Result<SafetensorsReader> SafetensorsReader::open(const std::filesystem::path& path) {
    SafetensorsReader reader;
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        ANNEAL_TRY(entries, catalogue::readModelTensors(path));
        reader.entries_ = std::move(entries);
    } else {
        ANNEAL_TRY(header, catalogue::readSafetensorsHeader(path));
        reader.entries_ = std::move(header.tensors);
    }
    for (const auto& [name, entry] : reader.entries_) {
        if (reader.maps_.contains(entry.file)) continue;
        ANNEAL_TRY(map, Map::open(entry.file, std::filesystem::file_size(entry.file, ignored)));
        reader.maps_.emplace(entry.file, map);
    }
    return reader;
}

Result<at::Tensor> SafetensorsReader::tensor(const std::string& name) const {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return fail("weights_missing", "there is no tensor " + name, "use the files of one model together");
    const auto& entry = found->second;
    const auto type = fromSafetensors(entry.dtype);
    if (!type)
        return fail("unsupported_dtype", entry.file.string() + ": " + name + " is of type " + entry.dtype,
                    "supported are F32, BF16, F16 and whole numbers");
    const auto& map = maps_.at(entry.file);
    auto* data = map->data + entry.offset;
    const auto options = at::TensorOptions(*type);
    const auto view = at::from_blob(
        data, entry.shape, [map](void*) {}, options);
    const bool aligned = reinterpret_cast<std::uintptr_t>(data) % c10::elementSize(*type) == 0;
    return aligned ? view : view.clone();
}

}  // namespace anneal::nn
