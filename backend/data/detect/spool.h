#pragma once
// Bytes put aside in a file without a name, so that work over all rows keeps its memory flat.

#include <cstdint>
#include <filesystem>
#include <span>
#include <type_traits>
#include <vector>

#include "base/result.h"

namespace anneal::data {

/// Appended to by one thread at a time, then read by any number. The file goes when the spool does.
class Spool {
public:
    /// Errors "write_failed", "disk_full", as for the rest.
    static Result<Spool> create(const std::filesystem::path& folder, std::size_t bufferBytes = std::size_t(1) << 18);
    Spool(Spool&& other) noexcept;
    Spool& operator=(Spool&& other) noexcept;
    ~Spool();

    Status append(const void* bytes, std::size_t size);
    template <class T>
    Status append(const T& value) {
        static_assert(std::is_trivially_copyable_v<T>);
        return append(&value, sizeof value);
    }
    /// After the last append and before the first read.
    Status flush();
    /// Appended so far.
    std::uint64_t size() const { return size_; }

    Status read(std::uint64_t offset, void* bytes, std::size_t size) const;
    /// Everything, as values of one type.
    template <class T>
    Result<std::vector<T>> readAll() const {
        std::vector<T> values(size_ / sizeof(T));
        ANNEAL_CHECK(read(0, values.data(), values.size() * sizeof(T)));
        return values;
    }

private:
    Spool(int file, std::filesystem::path folder, std::size_t bufferBytes);
    int file_ = -1;
    std::filesystem::path folder_;
    std::size_t bufferBytes_ = 0;
    std::vector<char> buffer_;
    std::uint64_t size_ = 0;
};

}  // namespace anneal::data
