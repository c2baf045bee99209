#include "data/detect/spool.h"

#include <cerrno>
#include <cstdlib>
#include <utility>

#include <unistd.h>

#include "base/files.h"

namespace anneal::data {

Result<Spool> Spool::create(const std::filesystem::path& folder, std::size_t bufferBytes) {
    auto name = (folder / "spool-XXXXXX").string();
    const int file = ::mkstemp(name.data());
    if (file < 0) return fail(base::errnoError("write_failed", "could not create a file in", folder));
    ::unlink(name.c_str());
    return Spool(file, folder, bufferBytes);
}

Spool::Spool(int file, std::filesystem::path folder, std::size_t bufferBytes)
    : file_(file), folder_(std::move(folder)), bufferBytes_(bufferBytes) {}

Spool::Spool(Spool&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      folder_(std::move(other.folder_)),
      bufferBytes_(other.bufferBytes_),
      buffer_(std::move(other.buffer_)),
      size_(other.size_) {}

Spool& Spool::operator=(Spool&& other) noexcept {
    std::swap(file_, other.file_);
    std::swap(folder_, other.folder_);
    std::swap(bufferBytes_, other.bufferBytes_);
    std::swap(buffer_, other.buffer_);
    std::swap(size_, other.size_);
    return *this;
}

Spool::~Spool() {
    if (file_ >= 0) ::close(file_);
}

Status Spool::append(const void* bytes, std::size_t size) {
    const auto* begin = static_cast<const char*>(bytes);
    buffer_.insert(buffer_.end(), begin, begin + size);
    size_ += size;
    return buffer_.size() >= bufferBytes_ ? flush() : Status();
}

Status Spool::flush() {
    for (std::size_t done = 0; done < buffer_.size();) {
        const auto written = ::write(file_, buffer_.data() + done, buffer_.size() - done);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return fail(base::errnoError("write_failed", "could not write to a file in", folder_));
        done += std::size_t(written);
    }
    buffer_.clear();
    return {};
}

Status Spool::read(std::uint64_t offset, void* bytes, std::size_t size) const {
    for (std::size_t done = 0; done < size;) {
        const auto got = ::pread(file_, static_cast<char*>(bytes) + done, size - done, off_t(offset + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return fail(base::errnoError("read_failed", "could not read a file in", folder_));
        done += std::size_t(got);
    }
    return {};
}

}  // namespace anneal::data
