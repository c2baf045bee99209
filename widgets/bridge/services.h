#pragma once
// Everything a page may use of what lives behind the window. Made by the program, handed to each page by reference.

#include "bridge/dataset_list.h"
#include "bridge/documents.h"
#include "bridge/engine.h"
#include "bridge/gauge_feed.h"
#include "bridge/model_list.h"
#include "bridge/notifications.h"
#include "bridge/projects.h"
#include "bridge/run_watcher.h"
#include "bridge/settings.h"

namespace anneal::bridge {

struct Services {
    Bridge& bridge;
    Jobs& jobs;
    RunWatcher& runs;
    DatasetList& datasets;
    ModelList& models;
    GaugeFeed& gauges;
    Engine& engine;  ///< the one model that pages share; a page that needs another beside it makes its own Engine
    Projects& projects;
    Notifications& notifications;
    Documents& documents;
    StateStore& state;
    Settings& settings;
    std::filesystem::path supervisor;  ///< the program that can supervise a run, for runs::startSupervisor
};

}  // namespace anneal::bridge
