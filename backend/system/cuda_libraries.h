#pragma once
// The CUDA runtime and cuDNN that the engine would load, found without starting CUDA.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace anneal::system {

struct LibraryVersion {
    std::string version;         ///< "13.0", "9.10.2"
    std::filesystem::path path;  ///< where it was loaded from
};

/// The first that loads: beside this program, in the prefix that installer/bootstrap filled, then as the loader finds it.
std::optional<LibraryVersion> findCudaRuntime();
std::optional<LibraryVersion> findCudnn();

/// An NVIDIA display or compute device sits on the PCI bus, with or without a driver.
bool nvidiaDevicePresent(const std::filesystem::path& root = "/");

/// Folders that may hold the libraries, in the order in which they are tried.
std::vector<std::filesystem::path> cudaLibraryFolders();

}  // namespace anneal::system
