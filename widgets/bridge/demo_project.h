#pragma once
// The demo: a base model and a messy table that come with the product, made into a project that is one click from training.

#include "bridge/services.h"

namespace anneal::bridge {

struct DemoProject {
    QString dataset;  ///< the cleaned one
    QString model;
};

/// Imports the demo's table, cleans it by its recipe and registers its base model, as a job of the tray; then makes the project
/// current. What is there already stays as it is.
quint64 openDemo(Services& services, QObject& receiver, std::function<void(Result<DemoProject>)> opened);
/// The run that the demo is for, over what openDemo made. Errors: those of RunSpec::load.
Result<runs::RunSpec> demoRun();

}  // namespace anneal::bridge
