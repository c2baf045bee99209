#pragma once
// A home that goes with the test: data sets by real import, runs by the real recorder, as if people had worked here.

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include "runs/heartbeat.h"
#include "runs/run_directory.h"
#include "runs/run_state.h"

namespace anneal::test {

struct RunDraft {
    std::string name;
    runs::RunState state = runs::RunState::done;
    int steps = 200;  ///< written; a row each fifth
    int totalSteps = 200;
    std::string error;   ///< of failed, in words
    double started = 0;  ///< UNIX seconds; 0: so that it ends now, at a step a second
    std::string dataset = "clauses";
    bool full = false;  ///< else LoRA
};

/// Takes $XDG_DATA_HOME, $XDG_CACHE_HOME and $XDG_CONFIG_HOME of this process; one at a time.
class TemporaryHome {
public:
    TemporaryHome();

    std::filesystem::path path() const { return folder_.path().toStdString(); }
    /// A data set by the real import of `rows` instruction rows.
    void importRows(const std::string& name, int rows) const;
    /// The demo's base model under its name.
    void registerBase() const;
    /// A run in a folder called after it; a live one lives as long as this home.
    runs::RunDirectory writeRun(const RunDraft& draft);
    /// What most pages want to see: three data sets, a model, six runs in all states.
    void furnish();

private:
    void record(const runs::RunDirectory& directory, const RunDraft& draft, double started);

    QTemporaryDir folder_;
    std::vector<std::unique_ptr<runs::HeartbeatThread>> beats_;
};

}  // namespace anneal::test
