#pragma once
// Compressed files, and the bounds beyond which one is taken for a bomb.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace anneal::data {

struct UnpackLimits {
    double ratio = 200;                                 ///< unpacked bytes for each packed one
    std::uint64_t bytes = std::uint64_t(512) << 30;     ///< unpacked bytes altogether
    std::uint64_t unjudged = std::uint64_t(256) << 20;  ///< so many unpacked bytes are fine whatever the ratio
};

/// Counts what comes out of one compressed file.
class UnpackGuard {
public:
    UnpackGuard(const UnpackLimits& limits, std::uint64_t packedBytes, std::string name);
    /// Error "unpack_limit" names the file and the option that raises the limit.
    Status add(std::uint64_t bytes);

private:
    UnpackLimits limits_;
    std::uint64_t packed_;
    std::uint64_t unpacked_ = 0;
    std::string name_;
};

enum class Compression { none, gzip, zstd };
Compression compressionOf(std::string_view head);
std::string_view compressionName(Compression compression);  ///< "gzip"; "" for none

/// The bytes inside a gzip or zstd file, from the start; members that follow one another are one text.
class UnpackedStream {
public:
    static Result<UnpackedStream> open(const std::filesystem::path& file, Compression compression, const UnpackLimits& limits);
    UnpackedStream(UnpackedStream&&) noexcept;
    UnpackedStream& operator=(UnpackedStream&&) noexcept;
    ~UnpackedStream();
    /// Fewer than asked only at the end. Errors: "data_unreadable", "unpack_limit".
    Result<std::string> read(std::size_t bytes);
    double position() const;  ///< share of the packed bytes used, 0 to 1

private:
    struct State;
    explicit UnpackedStream(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::data
