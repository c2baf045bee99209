#include "base/files.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace anneal::base {
namespace {

class FileDescriptor {
public:
    explicit FileDescriptor(int fd) : fd_(fd) {}
    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;
    ~FileDescriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    int get() const { return fd_; }
    bool valid() const { return fd_ >= 0; }

private:
    int fd_;
};

}  // namespace

Error errnoError(std::string code, std::string_view what, const std::filesystem::path& file) {
    const int number = errno;
    if (number == ENOSPC || number == EDQUOT)
        return {"disk_full", std::string(what) + " " + file.string() + ": no space left on the device",
                "free some space there, then run this again; what was complete is kept"};
    return {std::move(code), std::string(what) + " " + file.string() + ": " + std::strerror(number), "check the path and its permissions"};
}

Result<std::string> readFile(const std::filesystem::path& file) {
    const FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.valid()) {
        if (errno == ENOENT) return fail("file_not_found", file.string() + " does not exist", "check the path");
        return fail(errnoError("read_failed", "could not open", file));
    }
    struct stat info {};
    if (::fstat(descriptor.get(), &info) == 0 && S_ISDIR(info.st_mode))
        return fail("not_a_file", file.string() + " is a folder", "name a file");
    std::string text(info.st_size > 0 ? std::size_t(info.st_size) : 0, '\0');
    std::size_t filled = 0;
    while (true) {
        if (filled == text.size()) text.resize(text.size() + std::max<std::size_t>(4096, text.size() / 4));
        const auto count = ::read(descriptor.get(), text.data() + filled, text.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return fail(errnoError("read_failed", "could not read", file));
        if (count == 0) break;
        filled += std::size_t(count);
    }
    text.resize(filled);
    return text;
}

std::uint64_t bytesUnder(const std::filesystem::path& folder) {
    namespace fs = std::filesystem;
    std::uint64_t bytes = 0;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::error_code gone;
        const bool counts = it->is_regular_file(gone) && !it->is_symlink(gone);
        const auto size = counts ? it->file_size(gone) : 0;
        if (!gone) bytes += size;
    }
    return bytes;
}

Status syncPath(const std::filesystem::path& path) {
    const FileDescriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.valid() || ::fsync(descriptor.get()) != 0) return fail(errnoError("write_failed", "could not sync", path));
    return {};
}

Status writeFileAtomically(const std::filesystem::path& file, std::string_view bytes) {
    auto staging = file;
    staging += ".partial-" + std::to_string(::getpid());
    {
        const FileDescriptor descriptor(::open(staging.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (!descriptor.valid()) return fail(errnoError("write_failed", "could not create", file));
        while (!bytes.empty()) {
            const auto count = ::write(descriptor.get(), bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count < 0) {
                auto error = errnoError("write_failed", "could not write", file);
                ::unlink(staging.c_str());
                return fail(std::move(error));
            }
            bytes.remove_prefix(std::size_t(count));
        }
        if (::fsync(descriptor.get()) != 0) {
            auto error = errnoError("write_failed", "could not write", file);
            ::unlink(staging.c_str());
            return fail(std::move(error));
        }
    }
    if (::rename(staging.c_str(), file.c_str()) != 0) {
        auto error = errnoError("write_failed", "could not rename to", file);
        ::unlink(staging.c_str());
        return fail(std::move(error));
    }
    const auto folder = file.parent_path();
    return syncPath(folder.empty() ? "." : folder);
}

}  // namespace anneal::base
