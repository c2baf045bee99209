#include <cstdlib>

#include "base/files.h"
#include "base/text.h"

namespace anneal::base {
namespace {

std::filesystem::path home(const char* variable, const char* underHome) {
    if (const char* value = std::getenv(variable); value && *value == '/') return std::filesystem::path(value) / "anneal";
    const char* user = std::getenv("HOME");
    return std::filesystem::path(user && *user ? user : "/tmp") / underHome / "anneal";
}

/// Holds the folder that chooseDataHome was given.
std::filesystem::path pointerFile() { return home("XDG_CONFIG_HOME", ".config") / "data_home"; }

}  // namespace

bool dataHomeIsFixed() {
    const char* value = std::getenv("XDG_DATA_HOME");
    return value && *value == '/';
}

std::filesystem::path dataHome() {
    if (!dataHomeIsFixed())
        if (const auto chosen = readFile(pointerFile()))
            if (const std::filesystem::path folder = trim(*chosen); folder.is_absolute()) return folder / "anneal";
    return home("XDG_DATA_HOME", ".local/share");
}

Status chooseDataHome(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder / "anneal", error);
    if (error)
        return fail("write_failed", "could not create " + (folder / "anneal").string() + ": " + error.message(),
                    "choose a folder of yours");
    std::filesystem::create_directories(pointerFile().parent_path(), error);
    return writeFileAtomically(pointerFile(), folder.string() + "\n");
}

std::filesystem::path cacheHome() { return home("XDG_CACHE_HOME", ".cache"); }

std::filesystem::path executablePath() {
    std::error_code ignored;
    return std::filesystem::read_symlink("/proc/self/exe", ignored);
}

std::filesystem::path siblingProgram(std::string_view name) {
    if (name == "anneal-engine")
        if (const char* chosen = std::getenv("ANNEAL_ENGINE"); chosen && *chosen) return chosen;
    return executablePath().parent_path() / name;
}

std::filesystem::path resourceFolder(std::string_view name) {
    const auto installed = executablePath().parent_path().parent_path() / "share/anneal" / name;
    std::error_code ignored;
    return std::filesystem::exists(installed, ignored) ? installed : std::filesystem::path(ANNEAL_RESOURCES) / name;
}

std::uint64_t freeBytes(const std::filesystem::path& path) {
    std::error_code error;
    auto existing = std::filesystem::absolute(path, error);
    while (!existing.empty() && !std::filesystem::exists(existing, error) && existing != existing.parent_path())
        existing = existing.parent_path();
    const auto space = std::filesystem::space(existing, error);
    return error ? 0 : space.available;
}

}  // namespace anneal::base
