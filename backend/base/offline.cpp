#include "base/offline.h"

#include "base/files.h"

namespace anneal::base {
namespace {

std::filesystem::path marker() { return dataHome() / "offline"; }

}  // namespace

bool isOffline() {
    std::error_code ignored;
    return std::filesystem::exists(marker(), ignored);
}

Status setOffline(bool offline) {
    std::error_code error;
    if (!offline) {
        std::filesystem::remove(marker(), error);
        if (error) return fail("write_failed", "could not remove " + marker().string() + ": " + error.message(), "check who owns it");
        return {};
    }
    std::filesystem::create_directories(dataHome(), error);
    return writeFileAtomically(marker(), "");
}

Status requireNetwork(std::string_view what) {
    if (!isOffline()) return {};
    return fail("offline", std::string(what) + " needs the network, and Anneal Studio is set to stay offline",
                "turn Stay offline off under System, General, or delete " + marker().string());
}

}  // namespace anneal::base
