#include "pages/runs/checkpoint_list.h"

#include <algorithm>
#include <chrono>

#include "base/files.h"

namespace anneal::pages {

std::vector<Checkpoint> readCheckpoints(const runs::RunDirectory& directory) {
    std::vector<Checkpoint> found;
    for (const auto& each : directory.checkpointList()) {
        std::error_code error;
        const auto written = std::filesystem::last_write_time(each.path, error);
        const auto since = std::chrono::file_clock::to_sys(written).time_since_epoch();
        found.push_back({each.step, error ? 0 : std::chrono::duration<double>(since).count(), base::bytesUnder(each.path)});
    }
    std::ranges::reverse(found);
    return found;
}

}  // namespace anneal::pages
