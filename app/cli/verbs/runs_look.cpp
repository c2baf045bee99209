// The verbs that look at runs: list, show, watch, diff, plot, rm.

#include <cstdio>
#include <ctime>
#include <iostream>
#include <memory>

#include <unistd.h>

#include "base/text.h"
#include "cli/verbs/run_report.h"
#include "cli/verbs/runs.h"
#include "runs/loss_plot.h"
#include "runs/spec.h"

namespace anneal::cli {
namespace {

std::string localTime(double unixSeconds) {
    const auto seconds = static_cast<std::time_t>(unixSeconds);
    std::tm time{};
    ::localtime_r(&seconds, &time);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &time);
    return text;
}

std::string loss(const std::optional<double>& value) {
    if (!value) return "–";
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", *value);
    return text;
}

/// Declares RUN and runs `work` on the run it means.
Verb onRun(std::string name, std::string description, std::function<int(const Context&, const runs::RunDirectory&)> work) {
    return {std::move(name), std::move(description), [work](CLI::App& app) -> Action {
                auto run = std::make_shared<std::string>();
                app.add_option("run", *run, "Id, unique prefix, directory or last")->required();
                return [run, work](Context& context) {
                    const auto directory = runs::RunDirectory::find(*run);
                    return directory ? work(context, *directory) : context.failure(directory.error());
                };
            }};
}

int list(const Context& context) {
    OrderedJson document;
    document["runs"] = OrderedJson::array();
    std::vector<runs::RunStatus> rows;
    for (const auto& directory : runs::listRuns()) {
        const auto reader = runs::RunReader::open(directory);
        if (!reader) continue;
        const auto status = reader->status();
        if (!status) continue;
        auto row = runDocument(directory, *status);
        row["created"] = status->created;
        document["runs"].push_back(row);
        rows.push_back(*status);
    }
    return context.answer(document, [&] {
        if (rows.empty()) std::cout << "no run yet: anneal train RUN.yaml\n";
        for (const auto& status : rows)
            std::printf("%-10s %-8s %s  step %lld of %lld  loss %s  eval %s\n", status.id.c_str(), runs::toText(status.state).c_str(),
                        localTime(status.created).c_str(), static_cast<long long>(status.step), static_cast<long long>(status.totalSteps),
                        loss(status.summary.trainLoss).c_str(), loss(status.summary.evalLoss).c_str());
    });
}

struct Whole {
    runs::RunStatus status;
    runs::RunSpec spec;
    std::vector<runs::Metric> metrics;
    std::vector<runs::RunEvent> events;
};

Result<Whole> readWhole(const runs::RunDirectory& directory) {
    ANNEAL_TRY(reader, runs::RunReader::open(directory));
    ANNEAL_TRY(status, reader.status());
    ANNEAL_TRY(spec, directory.spec());
    ANNEAL_TRY(metrics, reader.metrics());
    ANNEAL_TRY(events, reader.events());
    return Whole{status, spec, metrics, events};
}

int show(const Context& context, const runs::RunDirectory& directory) {
    const auto whole = readWhole(directory);
    if (!whole) return context.failure(whole.error());
    auto document = runDocument(directory, whole->status);
    document["spec"] = whole->spec.toJson();
    document["metrics"] = OrderedJson::array();
    for (const auto& metric : whole->metrics) document["metrics"].push_back(metricDocument(metric));
    document["checkpoints"] = OrderedJson::array();
    for (const auto& checkpoint : directory.checkpointList())
        document["checkpoints"].push_back({{"step", checkpoint.step}, {"path", checkpoint.path.string()}});
    document["events"] = OrderedJson::array();
    for (const auto& event : whole->events)
        document["events"].push_back(
            {{"time", event.time}, {"kind", event.kind}, {"message", event.message}, {"data", OrderedJson(event.data)}});
    return context.answer(document, [&] {
        std::cout << "run " << whole->status.id << "  " << runs::toText(whole->status.state) << "  step " << whole->status.step << " of "
                  << whole->status.totalSteps << "\n  " << directory.root().string() << '\n';
        if (whole->status.error) std::cout << "  " << whole->status.error->message << "\n  hint: " << whole->status.error->hint << '\n';
        for (const auto& event : whole->events)
            std::cout << "  " << localTime(event.time) << "  " << event.kind << ": " << event.message << '\n';
        if (!whole->metrics.empty()) {
            std::printf("  %8s  %8s  %8s  %10s  %9s\n", "step", "loss", "eval", "rate", "grad norm");
            const auto count = whole->metrics.size();
            for (std::size_t i = count > 20 ? count - 20 : 0; i < count; ++i) {
                const auto& metric = whole->metrics[i];
                std::printf("  %8lld  %8s  %8s  %10.3g  %9.3g\n", static_cast<long long>(metric.step), loss(metric.loss).c_str(),
                            loss(metric.evalLoss).c_str(), metric.learningRate.value_or(0), metric.gradNorm.value_or(0));
            }
        }
        for (const auto& checkpoint : directory.checkpointList()) std::cout << "  checkpoint  " << checkpoint.path.string() << '\n';
    });
}

int watch(const Context& context, const runs::RunDirectory& directory) {
    const auto status = watchRun(context, directory, false);
    if (!status) return context.failure(status.error());
    if (!runs::isTerminal(status->state) && status->state != runs::RunState::lost) return answerState(context, directory);
    return answerEnd(context, directory, *status);
}

int diff(const Context& context, const std::vector<std::string>& names) {
    std::vector<runs::RunDirectory> directories;
    std::vector<Whole> wholes;
    for (const auto& name : names) {
        const auto directory = runs::RunDirectory::find(name);
        if (!directory) return context.failure(directory.error());
        const auto whole = readWhole(*directory);
        if (!whole) return context.failure(whole.error());
        directories.push_back(*directory);
        wholes.push_back(*whole);
    }
    OrderedJson document;
    document["runs"] = {runDocument(directories[0], wholes[0].status), runDocument(directories[1], wholes[1].status)};
    document["spec"] = OrderedJson::object();
    const OrderedJson first = wholes[0].spec.toJson(), second = wholes[1].spec.toJson();
    for (const auto& key : runs::differingKeys(wholes[0].spec, wholes[1].spec))
        if (key != "output_dir") document["spec"][key] = {first.value(key, OrderedJson()), second.value(key, OrderedJson())};
    return context.answer(document, [&] {
        std::printf("%-32s %-24s %s\n", "", wholes[0].status.id.c_str(), wholes[1].status.id.c_str());
        for (const auto& [key, values] : document["spec"].items())
            std::printf("%-32s %-24s %s\n", key.c_str(), base::dumpJson(values[0]).c_str(), base::dumpJson(values[1]).c_str());
        const auto row = [&](const char* name, std::optional<double> runs::RunSummary::*member) {
            std::printf("%-32s %-24s %s\n", name, loss(wholes[0].status.summary.*member).c_str(),
                        loss(wholes[1].status.summary.*member).c_str());
        };
        row("training loss", &runs::RunSummary::trainLoss);
        row("evaluation loss", &runs::RunSummary::evalLoss);
        row("best evaluation loss", &runs::RunSummary::bestEvalLoss);
    });
}

int plot(const Context& context, const runs::RunDirectory& directory, const std::string& out, const std::string& title) {
    const auto whole = readWhole(directory);
    if (!whole) return context.failure(whole.error());
    const std::filesystem::path file = out.empty() ? directory.lossPlot() : std::filesystem::path(out);
    if (const auto drawn = runs::plotLoss(whole->metrics, title.empty() ? "Run " + whole->status.id : title, file); !drawn)
        return context.failure(drawn.error());
    return context.answer({{"run", whole->status.id}, {"file", file.string()}}, [&] { std::cout << file.string() << '\n'; });
}

int rm(const Context& context, const runs::RunDirectory& directory, bool agreed) {
    const auto footprint = directory.footprint();
    const auto what = directory.root().string() + ": " + base::formatBytes(footprint.total) + " (checkpoints " +
                      base::formatBytes(footprint.checkpoints) + ", tokens " + base::formatBytes(footprint.tokens) + ", result " +
                      base::formatBytes(footprint.result) + ")";
    if (!agreed && ::isatty(STDIN_FILENO) && !context.json()) {
        std::cout << "delete " << what << "? [y/N] " << std::flush;
        std::string answer;
        std::getline(std::cin, answer);
        agreed = base::toLower(base::trim(answer)) == "y";
        if (!agreed) return kStopped;
    }
    if (!agreed) return context.failure({"not_agreed", "this would delete " + what, "add --yes"});
    if (const auto removed = directory.remove(); !removed) return context.failure(removed.error());
    return context.answer({{"dir", directory.root().string()}, {"freed_bytes", footprint.total}},
                          [&] { std::cout << "deleted " << what << '\n'; });
}

}  // namespace

Verb runsListVerb() {
    return {"list", "Every run, newest first", [](CLI::App&) -> Action { return [](Context& context) { return list(context); }; }};
}
Verb runsShowVerb() { return onRun("show", "A run's spec, metrics, events and checkpoints", show); }
Verb runsWatchVerb() { return onRun("watch", "Follow a run until it ends; Ctrl-C lets go of it", watch); }

Verb runsDiffVerb() {
    return {"diff", "What two runs were told differently, and how they ended", [](CLI::App& app) -> Action {
                auto names = std::make_shared<std::vector<std::string>>();
                app.add_option("runs", *names, "Two runs")->required()->expected(2);
                return [names](Context& context) { return diff(context, *names); };
            }};
}

Verb runsPlotVerb() {
    return {"plot", "Draw the loss curve as a PNG", [](CLI::App& app) -> Action {
                auto run = std::make_shared<std::string>(), out = std::make_shared<std::string>(), title = std::make_shared<std::string>();
                app.add_option("run", *run, "Id, unique prefix, directory or last")->required();
                app.add_option("--out", *out, "The file; else loss.png in the run's directory");
                app.add_option("--title", *title, "The picture's heading");
                return [run, out, title](Context& context) {
                    const auto directory = runs::RunDirectory::find(*run);
                    return directory ? plot(context, *directory, *out, *title) : context.failure(directory.error());
                };
            }};
}

Verb runsRmVerb() {
    return {"rm", "Delete a run; says first what that frees", [](CLI::App& app) -> Action {
                auto run = std::make_shared<std::string>();
                auto agreed = std::make_shared<bool>(false);
                app.add_option("run", *run, "Id, unique prefix, directory or last")->required();
                app.add_flag("--yes", *agreed, "Do not ask");
                return [run, agreed](Context& context) {
                    const auto directory = runs::RunDirectory::find(*run);
                    return directory ? rm(context, *directory, *agreed) : context.failure(directory.error());
                };
            }};
}

}  // namespace anneal::cli
