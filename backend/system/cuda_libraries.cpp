#include "system/cuda_libraries.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <dlfcn.h>

#include "base/files.h"
#include "base/text.h"

namespace anneal::system {
namespace {

namespace fs = std::filesystem;

struct CloseLibrary {
    void operator()(void* handle) const { ::dlclose(handle); }
};
using Library = std::unique_ptr<void, CloseLibrary>;

std::vector<fs::path> subfolders(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->is_directory(error)) found.push_back(entry->path());
    std::ranges::sort(found, std::greater());
    return found;
}

fs::path prefix() {
    if (const char* chosen = std::getenv("ANNEAL_PREFIX"); chosen && *chosen) return chosen;
    return base::cacheHome() / "prefix";
}

std::string loadedFrom(void* function, const fs::path& fallback) {
    Dl_info info{};
    return ::dladdr(function, &info) != 0 && info.dli_fname ? info.dli_fname : fallback.string();
}

std::optional<LibraryVersion> find(const std::vector<std::string>& names, const char* symbol,
                                   std::optional<std::string> (*version)(void*)) {
    std::vector<fs::path> candidates;
    for (const auto& folder : cudaLibraryFolders())
        for (const auto& name : names) candidates.push_back(folder / name);
    for (const auto& name : names) candidates.emplace_back(name);
    for (const auto& candidate : candidates) {
        std::error_code ignored;
        if (candidate.is_absolute() && !fs::exists(candidate, ignored)) continue;
        const Library library(::dlopen(candidate.c_str(), RTLD_LAZY | RTLD_LOCAL));
        if (!library) continue;
        void* function = ::dlsym(library.get(), symbol);
        if (!function) continue;
        if (auto text = version(function)) return LibraryVersion{std::move(*text), loadedFrom(function, candidate)};
    }
    return std::nullopt;
}

std::optional<std::string> runtimeVersion(void* function) {
    int version = 0;
    if (reinterpret_cast<int (*)(int*)>(function)(&version) != 0) return std::nullopt;
    return std::to_string(version / 1000) + "." + std::to_string(version % 1000 / 10);
}

std::optional<std::string> cudnnVersion(void* function) {
    const auto version = reinterpret_cast<std::size_t (*)()>(function)();
    const std::size_t major = version >= 90000 ? version / 10000 : version / 1000;
    const std::size_t minor = version >= 90000 ? version % 10000 / 100 : version % 1000 / 100;
    return std::to_string(major) + "." + std::to_string(minor) + "." + std::to_string(version % 100);
}

}  // namespace

std::vector<fs::path> cudaLibraryFolders() {
    std::vector<fs::path> folders{base::executablePath().parent_path() / "../lib/anneal"};
    for (const auto& package : subfolders(prefix()))
        if (package.filename().string().starts_with("torch"))
            for (const auto& part : subfolders(package / "nvidia")) folders.push_back(part / "lib");
    for (const auto& toolkit : subfolders("/usr/local"))
        if (toolkit.filename().string().starts_with("cuda")) folders.push_back(toolkit / "lib64");
    return folders;
}

std::optional<LibraryVersion> findCudaRuntime() {
    return find({"libcudart.so.13", "libcudart.so.12"}, "cudaRuntimeGetVersion", runtimeVersion);
}
std::optional<LibraryVersion> findCudnn() { return find({"libcudnn.so.9", "libcudnn.so.8"}, "cudnnGetVersion", cudnnVersion); }

bool nvidiaDevicePresent(const fs::path& root) {
    std::error_code error;
    for (fs::directory_iterator entry(root / "sys/bus/pci/devices", error), end; !error && entry != end; entry.increment(error)) {
        const auto vendor = base::readFile(entry->path() / "vendor");
        const auto deviceClass = base::readFile(entry->path() / "class");
        // PCI vendor 10de is NVIDIA; class 03xxxx is a display controller, 0302xx a compute-only one.
        if (vendor && deviceClass && base::trim(*vendor) == "0x10de" && base::trim(*deviceClass).starts_with("0x03")) return true;
    }
    return false;
}

}  // namespace anneal::system
