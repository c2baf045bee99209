#pragma once
// Reading a zip archive member by member (libzip).

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "data/sources/unpack.h"

namespace anneal::data {

/// One member on its way out. One thread at a time; the archive outlives it.
class ZipMember {
public:
    /// Empty at the end. Errors: "data_unreadable" (damaged), "unpack_limit".
    Result<std::string> read(std::size_t bytes = std::size_t(256) << 10);

private:
    friend class ZipArchive;
    struct Closer {
        void operator()(void* member) const;
    };
    ZipMember(std::string place, void* member, UnpackGuard* guard) : place_(std::move(place)), member_(member), guard_(guard) {}
    std::string place_;
    std::unique_ptr<void, Closer> member_;
    UnpackGuard* guard_;
};

/// One thread at a time.
class ZipArchive {
public:
    /// Errors: "file_not_found", "data_unreadable".
    static Result<ZipArchive> open(const std::filesystem::path& file, const UnpackLimits& limits = {});
    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    /// Members that are files, in the archive's order.
    std::vector<std::string> names() const;
    bool has(const std::string& name) const;
    /// Errors: "member_not_found", "data_unreadable" (damaged or encrypted).
    Result<ZipMember> member(const std::string& name) const;
    /// A whole member, piece by piece. Errors: those of member, of ZipMember::read and of `take`.
    Status read(const std::string& name, const std::function<Status(std::string_view piece)>& take) const;

private:
    struct State;
    explicit ZipArchive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::data
