#include "runs/run_directory.h"

#include <algorithm>
#include <charconv>

#include "base/files.h"
#include "base/hash.h"
#include "runs/run_reader.h"
#include "runs/run_recorder.h"

namespace anneal::runs {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kCheckpointPrefix = "step-";
constexpr std::size_t kIdLength = 8;

std::string newRunId() {
    // "last" names the newest run, so an id is hexadecimal.
    std::string id;
    do {
        id = base::randomUuid().substr(0, kIdLength);
        std::erase(id, '-');
    } while (fs::exists(runsHome() / id));
    return id;
}

bool isEmptyFolder(const fs::path& folder) {
    std::error_code error;
    return !fs::exists(folder, error) || (fs::is_directory(folder, error) && fs::is_empty(folder, error));
}

}  // namespace

fs::path runsHome() { return base::dataHome() / "runs"; }

std::vector<CheckpointInfo> RunDirectory::checkpointList() const {
    std::vector<CheckpointInfo> list;
    std::error_code error;
    for (fs::directory_iterator it(checkpoints(), error), end; !error && it != end; it.increment(error)) {
        const auto name = it->path().filename().string();
        if (!name.starts_with(kCheckpointPrefix) || !base::isComplete(it->path())) continue;
        std::int64_t step = 0;
        const auto* begin = name.data() + kCheckpointPrefix.size();
        const auto [at, wrong] = std::from_chars(begin, name.data() + name.size(), step);
        if (wrong == std::errc() && at == name.data() + name.size()) list.push_back({step, it->path()});
    }
    std::ranges::sort(list, {}, &CheckpointInfo::step);
    return list;
}

std::optional<fs::path> RunDirectory::result() const {
    const auto reader = RunReader::open(*this);
    if (!reader) return std::nullopt;
    const auto status = reader->recordedStatus();
    if (!status || status->state != RunState::done) return std::nullopt;
    for (const auto& folder : {adapter(), model()})
        if (base::isComplete(folder)) return folder;
    return std::nullopt;
}

Result<RunDirectory> RunDirectory::create(RunSpec spec, Listed listed) {
    const auto id = newRunId();
    std::error_code error;
    const auto root = spec.outputDir.empty() ? runsHome() / id : fs::absolute(spec.outputDir).lexically_normal();
    if (fs::exists(root, error) && !fs::is_directory(root, error))
        return fail("run_directory_failed", root.string() + " is not a folder", "choose another output_dir");
    if (!isEmptyFolder(root))
        return fail("run_directory_not_empty", root.string() + " is not empty", "resume it with --resume, or choose another output_dir");
    spec.outputDir = root.string();
    while (spec.outputDir.size() > 1 && spec.outputDir.back() == '/') spec.outputDir.pop_back();
    const RunDirectory directory(spec.outputDir);
    for (const auto& folder : {directory.root(), directory.ranks(), directory.commands(), directory.checkpoints()}) {
        fs::create_directories(folder, error);
        if (error)
            return fail("run_directory_failed", "could not make " + folder.string() + ": " + error.message(),
                        "choose a place that you may write to");
    }
    ANNEAL_CHECK(base::writeFileAtomically(directory.specFile(), spec.toYaml()));
    {
        ANNEAL_TRY(recorder, RunRecorder::create(directory, id));
        for (const auto& [key, reason] : spec.ignored) ANNEAL_CHECK(recorder.event("note", key + " has no effect: " + reason));
    }
    if (listed == Listed::yes && directory.root().parent_path() != runsHome()) {
        fs::create_directories(runsHome(), error);
        fs::create_directory_symlink(directory.root(), runsHome() / id, error);
    }
    return directory;
}

Result<RunDirectory> RunDirectory::open(const fs::path& root) {
    std::error_code error;
    RunDirectory directory(fs::canonical(root, error));
    if (error || !fs::exists(directory.database(), error))
        return fail("run_not_found", root.string() + " is not a run", "list the runs with anneal runs list");
    return directory;
}

Result<RunDirectory> RunDirectory::find(const std::string& run) {
    std::error_code error;
    if (run.empty()) return fail("run_not_found", "no run is named", "list the runs with anneal runs list");
    if (run == "last") {
        const auto runs = listRuns();
        if (runs.empty()) return fail("run_not_found", "there is no run yet", "start one with anneal train RUN.yaml");
        return runs.front();
    }
    if (run.find('/') != std::string::npos || fs::exists(fs::path(run) / "run.db", error)) return open(run);
    std::vector<fs::path> matches;
    for (fs::directory_iterator it(runsHome(), error), end; !error && it != end; it.increment(error)) {
        const auto name = it->path().filename().string();
        if (name == run) return open(it->path());
        if (name.starts_with(run) && fs::exists(it->path() / "run.db", error)) matches.push_back(it->path());
    }
    if (matches.size() == 1) return open(matches.front());
    if (matches.empty()) return fail("run_not_found", "there is no run " + run, "list the runs with anneal runs list");
    std::string names;
    for (const auto& match : matches) names += (names.empty() ? "" : ", ") + match.filename().string();
    return fail("run_ambiguous", run + " begins several runs: " + names, "give more of the id");
}

RunDirectory::Footprint RunDirectory::footprint() const {
    using base::bytesUnder;
    return {bytesUnder(root_), bytesUnder(checkpoints()), bytesUnder(root_ / "tokens"), bytesUnder(adapter()) + bytesUnder(model())};
}

Status RunDirectory::remove() const {
    if (isLive(*this)) return fail("run_busy", root_.string() + " is still running", "stop it first: anneal runs stop");
    std::error_code error;
    for (fs::directory_iterator it(runsHome(), error), end; !error && it != end; it.increment(error)) {
        std::error_code ignored;
        if (it->is_symlink(ignored) && fs::canonical(it->path(), ignored) == root_) fs::remove(it->path(), ignored);
    }
    fs::remove_all(root_, error);
    if (error) return fail("delete_failed", "could not delete " + root_.string() + ": " + error.message(), "check who owns it");
    return {};
}

std::vector<RunDirectory> listRuns() {
    std::vector<std::pair<double, RunDirectory>> found;
    std::error_code error;
    for (fs::directory_iterator it(runsHome(), error), end; !error && it != end; it.increment(error)) {
        auto directory = RunDirectory::open(it->path());
        if (!directory) continue;
        auto reader = RunReader::open(*directory);
        if (!reader) continue;
        if (auto status = reader->status()) found.emplace_back(status->created, *directory);
    }
    std::ranges::stable_sort(found, std::greater{}, [](const auto& each) { return each.first; });
    std::vector<RunDirectory> runs;
    for (auto& [created, directory] : found) runs.push_back(directory);
    return runs;
}

}  // namespace anneal::runs
