#include "data/sources/unpack.h"

#include <arrow/io/compressed.h>
#include <arrow/io/file.h>
#include <arrow/util/compression.h>

#include "base/text.h"
#include "data/arrow_result.h"

namespace anneal::data {

UnpackGuard::UnpackGuard(const UnpackLimits& limits, std::uint64_t packedBytes, std::string name)
    : limits_(limits), packed_(std::max<std::uint64_t>(packedBytes, 1)), name_(std::move(name)) {}

Status UnpackGuard::add(std::uint64_t bytes) {
    unpacked_ += bytes;
    const auto sizes = base::formatBytes(unpacked_) + " and more come out of " + base::formatBytes(packed_);
    if (unpacked_ > limits_.bytes)
        return fail("unpack_limit", name_ + ": " + sizes + ", which is over the limit",
                    "if the file is to be trusted, raise the limit with --unpack-bytes");
    if (unpacked_ > limits_.unjudged && double(unpacked_) > limits_.ratio * double(packed_))
        return fail("unpack_limit", name_ + ": " + sizes + ", as from a decompression bomb",
                    "if the file is to be trusted, raise the limit with --unpack-ratio");
    return {};
}

Compression compressionOf(std::string_view head) {
    if (head.starts_with("\x1F\x8B")) return Compression::gzip;
    if (head.starts_with("\x28\xB5\x2F\xFD")) return Compression::zstd;
    return Compression::none;
}

std::string_view compressionName(Compression compression) {
    return compression == Compression::gzip ? "gzip" : compression == Compression::zstd ? "zstd" : "";
}

struct UnpackedStream::State {
    std::string name;
    UnpackGuard guard;
    std::shared_ptr<arrow::io::ReadableFile> raw;
    std::unique_ptr<arrow::util::Codec> codec;
    std::shared_ptr<arrow::io::CompressedInputStream> stream;
};

UnpackedStream::UnpackedStream(std::unique_ptr<State> state) : state_(std::move(state)) {}
UnpackedStream::UnpackedStream(UnpackedStream&&) noexcept = default;
UnpackedStream& UnpackedStream::operator=(UnpackedStream&&) noexcept = default;
UnpackedStream::~UnpackedStream() = default;

Result<UnpackedStream> UnpackedStream::open(const std::filesystem::path& file, Compression compression, const UnpackLimits& limits) {
    const auto name = file.string();
    ANNEAL_TRY(raw, checked(arrow::io::ReadableFile::Open(name), name));
    ANNEAL_TRY(size, checked(raw->GetSize(), name));
    auto state = std::make_unique<State>(State{name, UnpackGuard(limits, std::uint64_t(size), name), raw, nullptr, nullptr});
    const auto type = compression == Compression::gzip ? arrow::Compression::GZIP : arrow::Compression::ZSTD;
    ANNEAL_TRY(codec, checked(arrow::util::Codec::Create(type), name));
    state->codec = std::move(codec);
    ANNEAL_TRY(stream, checked(arrow::io::CompressedInputStream::Make(state->codec.get(), raw), name));
    state->stream = stream;
    return UnpackedStream(std::move(state));
}

Result<std::string> UnpackedStream::read(std::size_t bytes) {
    std::string out(bytes, '\0');
    std::size_t filled = 0;
    while (filled < bytes) {
        ANNEAL_TRY(got, checked(state_->stream->Read(std::int64_t(bytes - filled), out.data() + filled), state_->name));
        if (got == 0) break;
        filled += std::size_t(got);
        ANNEAL_CHECK(state_->guard.add(std::uint64_t(got)));
    }
    out.resize(filled);
    return out;
}

double UnpackedStream::position() const {
    const auto size = state_->raw->GetSize(), at = state_->raw->Tell();
    return size.ok() && at.ok() && *size > 0 ? double(*at) / double(*size) : 1;
}

}  // namespace anneal::data
