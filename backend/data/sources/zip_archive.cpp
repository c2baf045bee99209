#include "data/sources/zip_archive.h"

#include <zip.h>

namespace anneal::data {

struct ZipArchive::State {
    State(std::string file, UnpackGuard bounds) : name(std::move(file)), guard(std::move(bounds)) {}
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    std::string name;
    zip_t* archive = nullptr;
    UnpackGuard guard;
    ~State() {
        if (archive) zip_discard(archive);
    }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& file, const UnpackLimits& limits) {
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (error) return fail("file_not_found", file.string() + " does not exist", "check the path");
    int code = 0;
    auto state = std::make_unique<State>(file.string(), UnpackGuard(limits, size, file.string()));
    state->archive = zip_open(file.c_str(), ZIP_RDONLY, &code);
    if (!state->archive) {
        zip_error_t reason;
        zip_error_init_with_code(&reason, code);
        const std::string why = zip_error_strerror(&reason);
        zip_error_fini(&reason);
        return fail("data_unreadable", file.string() + ": " + why, "check that the file is whole");
    }
    return ZipArchive(std::move(state));
}

std::vector<std::string> ZipArchive::names() const {
    std::vector<std::string> names;
    const auto count = zip_get_num_entries(state_->archive, 0);
    for (zip_int64_t i = 0; i < count; ++i) {
        const char* name = zip_get_name(state_->archive, zip_uint64_t(i), 0);
        if (name && *name && !std::string_view(name).ends_with('/')) names.emplace_back(name);
    }
    return names;
}

bool ZipArchive::has(const std::string& name) const { return zip_name_locate(state_->archive, name.c_str(), 0) >= 0; }

void ZipMember::Closer::operator()(void* member) const { zip_fclose(static_cast<zip_file_t*>(member)); }

Result<std::string> ZipMember::read(std::size_t bytes) {
    std::string piece(bytes, '\0');
    auto* member = static_cast<zip_file_t*>(member_.get());
    const auto got = zip_fread(member, piece.data(), piece.size());
    if (got < 0) return fail("data_unreadable", place_ + ": " + zip_file_strerror(member), "check that the file is whole");
    piece.resize(std::size_t(got));
    ANNEAL_CHECK(guard_->add(piece.size()));
    return piece;
}

Result<ZipMember> ZipArchive::member(const std::string& name) const {
    const auto place = state_->name + ": " + name;
    const auto index = zip_name_locate(state_->archive, name.c_str(), 0);
    if (index < 0) return fail("member_not_found", state_->name + " has no member " + name, "check that the file is whole");
    if (auto* member = zip_fopen_index(state_->archive, zip_uint64_t(index), 0)) return ZipMember(place, member, &state_->guard);
    if (zip_error_code_zip(zip_get_error(state_->archive)) == ZIP_ER_NOPASSWD)
        return fail("data_unreadable", place + " is encrypted", "unpack it with its password first");
    return fail("data_unreadable", place + ": " + zip_strerror(state_->archive), "check that the file is whole");
}

Status ZipArchive::read(const std::string& name, const std::function<Status(std::string_view)>& take) const {
    ANNEAL_TRY(member, this->member(name));
    for (;;) {
        ANNEAL_TRY(piece, member.read());
        if (piece.empty()) return {};
        ANNEAL_CHECK(take(piece));
    }
}

}  // namespace anneal::data
