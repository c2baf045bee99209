#include "runs/disk_use.h"

#include <algorithm>
#include <array>

#include "data/dataset.h"
#include "data/manifest.h"
#include "runs/run_overview.h"

namespace anneal::runs {
namespace {

namespace fs = std::filesystem;

constexpr std::array kCaches{"imported", "forecast", "eval", "calibration"};

double changedAt(const fs::path& path) {
    std::error_code error;
    const auto time = fs::last_write_time(path, error);
    if (error) return 0;
    return std::chrono::duration<double>(std::chrono::file_clock::to_sys(time).time_since_epoch()).count();
}

std::vector<fs::path> foldersIn(const fs::path& parent) {
    std::vector<fs::path> folders;
    std::error_code error;
    for (fs::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) folders.push_back(it->path());
    return folders;
}

struct Looked {
    std::vector<DiskItem> items;
    /// What was made from which path.
    std::vector<std::pair<fs::path, std::string>> uses;
};

void lookAtDataset(const fs::path& folder, Looked& looked) {
    const auto name = folder.filename().string();
    looked.items.push_back(
        {.kind = DiskItem::Kind::dataset, .name = name, .path = folder, .bytes = base::bytesUnder(folder), .changed = changedAt(folder)});
    const auto manifest = data::readManifest(folder);
    if (!manifest || !manifest->provenance.is_object()) return;
    if (const auto from = manifest->provenance.find("dataset"); from != manifest->provenance.end() && from->is_string())
        looked.uses.emplace_back(from->get<std::string>(), name);
}

void lookAtRun(const fs::path& entry, Looked& looked) {
    const auto directory = RunDirectory::open(entry);
    if (!directory) return;
    const auto name = shortName(directory->root().string());
    const auto footprint = directory->footprint();
    looked.items.push_back({.kind = DiskItem::Kind::run,
                            .name = name,
                            .path = directory->root(),
                            .bytes = footprint.total,
                            .checkpoints = footprint.checkpoints,
                            .changed = changedAt(directory->database()),
                            .live = isLive(*directory)});
    const auto spec = directory->spec();
    if (!spec) return;
    for (const auto& dataset : spec->dataset) looked.uses.emplace_back(dataset, name);
    for (const auto& dataset : spec->evalDataset) looked.uses.emplace_back(dataset, name);
    looked.uses.emplace_back(spec->modelNameOrPath, name);
    if (!spec->adapterNameOrPath.empty()) looked.uses.emplace_back(spec->adapterNameOrPath, name);
}

/// `path` is `folder` or lies in it.
bool within(const fs::path& path, const fs::path& folder) {
    const auto place = path.lexically_normal().lexically_relative(folder.lexically_normal());
    return !place.empty() && *place.begin() != "..";
}

}  // namespace

Result<std::vector<DiskItem>> measureDisk(const base::ProgressFunction& progress, const base::StopToken& stop) {
    Looked looked;
    const auto datasets = foldersIn(data::datasetsHome()), runs = foldersIn(runsHome());
    const auto total = std::int64_t(datasets.size() + runs.size() + kCaches.size() + 1);
    std::int64_t done = 0;
    const auto next = [&](const fs::path& path) {
        if (progress) progress({done++, total, path.filename().string()});
        return !stop.stopRequested();
    };
    for (const auto& folder : datasets) {
        if (!next(folder)) return fail("stopped", "stopped");
        lookAtDataset(folder, looked);
    }
    for (const auto& entry : runs) {
        if (!next(entry)) return fail("stopped", "stopped");
        lookAtRun(entry, looked);
    }
    const auto lookAt = [&](DiskItem::Kind kind, const fs::path& folder) {
        if (!next(folder)) return;
        if (const auto bytes = base::bytesUnder(folder); bytes > 0)
            looked.items.push_back(
                {.kind = kind, .name = folder.filename().string(), .path = folder, .bytes = bytes, .changed = changedAt(folder)});
    };
    for (const auto* cache : kCaches) lookAt(DiskItem::Kind::cache, base::cacheHome() / cache);
    lookAt(DiskItem::Kind::trash, base::Trash().folder());
    if (stop.stopRequested()) return fail("stopped", "stopped");
    for (auto& item : looked.items)
        for (const auto& [path, name] : looked.uses)
            if (name != item.name && within(path, item.path) && std::ranges::find(item.usedBy, name) == item.usedBy.end())
                item.usedBy.push_back(name);
    std::ranges::stable_sort(looked.items, std::greater{}, &DiskItem::bytes);
    return std::move(looked.items);
}

namespace {

Status notLive(const DiskItem& item) {
    if (item.kind == DiskItem::Kind::run && isLive(RunDirectory(item.path)))
        return fail("run_busy", item.name + " is still running", "stop it first");
    return {};
}

}  // namespace

Result<base::Trashed> trashItem(const DiskItem& item) {
    ANNEAL_CHECK(notLive(item));
    return base::Trash().put(item.path);
}

Result<base::Trashed> trashCheckpoints(const DiskItem& item) {
    ANNEAL_CHECK(notLive(item));
    return base::Trash().put(RunDirectory(item.path).checkpoints());
}

Status eraseItem(const DiskItem& item) {
    if (item.kind == DiskItem::Kind::run) return RunDirectory(item.path).remove();
    std::error_code error;
    fs::remove_all(item.path, error);
    if (error) return fail("delete_failed", "could not delete " + item.path.string() + ": " + error.message(), "check who owns it");
    return {};
}

}  // namespace anneal::runs
