#include "studio/studio.h"

#include <QProcess>

#include "base/files.h"
#include "base/log.h"
#include "shell/language.h"
#include "shell/window.h"
#include "studio/pages.h"
#include "theme/system_appearance.h"

namespace anneal::studio {
namespace {

std::filesystem::path databaseFile(const std::filesystem::path& home) { return home / "studio.db"; }

/// A file that cannot be used is no reason not to open: then nothing is remembered this time.
std::unique_ptr<store::StudioDatabase> openDatabase() {
    auto opened = store::StudioDatabase::open(databaseFile(base::dataHome()));
    if (opened) return std::move(*opened);
    base::logError(opened.error().message);
    return store::StudioDatabase::open(":memory:").value();
}

}  // namespace

/// In the order in which they need one another; they go in the reverse.
struct Studio::Parts {
    bridge::Bridge bridge;
    jobs::JobPool pool;
    std::unique_ptr<store::StudioDatabase> database = openDatabase();
    bridge::StateStore state{*database};
    bridge::Settings settings{state};
    shell::Language language{settings};
    bridge::Projects projects{*database, state};
    bridge::Notifications notifications{*database};
    bridge::Documents documents{*database};
    bridge::Jobs jobs{bridge, pool};
    bridge::RunWatcher runs;
    bridge::DatasetList datasets{jobs};
    bridge::ModelList models{jobs};
    bridge::GaugeFeed gauges;
    bridge::Engine engine{bridge};
    bridge::Services services{bridge,
                              jobs,
                              runs,
                              datasets,
                              models,
                              gauges,
                              engine,
                              projects,
                              notifications,
                              documents,
                              state,
                              settings,
                              base::siblingProgram("anneal")};
    shell::Window window{services, allPages()};
};

Studio::Studio(const theme::SystemAppearance* system) : parts_(std::make_unique<Parts>()) {
    auto& parts = *parts_;
    const auto apply = [this, system] { applyAppearance(system); };
    connect(&parts.settings, &bridge::Settings::appearanceChanged, this, apply);
    if (system) connect(system, &theme::SystemAppearance::changed, this, apply);
    apply();
    connect(&parts.window, &shell::Window::homeChosen, this, &Studio::moveHome);
    connect(&parts.window, &shell::Window::painted, this, [&parts] {
        parts.gauges.start();
        parts.runs.start();
        parts.datasets.start();
        parts.models.start();
    });
}

Studio::~Studio() = default;

void Studio::applyAppearance(const theme::SystemAppearance* system) {
    auto appearance = system ? system->now() : theme::Appearance{};
    appearance.reducedMotion |= parts_->settings.reducesMotion();
    theme::Theme::current().followSystem(appearance);
    theme::Theme::current().choose(parts_->settings.appearance());
}

void Studio::moveHome(const QString& folder) {
    const auto tell = [this](const Error& error) {
        parts_->window.toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
    };
    const std::filesystem::path chosen = folder.toStdString();
    if (const auto file = databaseFile(chosen / "anneal"); !std::filesystem::exists(file)) {
        std::error_code ignored;
        std::filesystem::create_directories(file.parent_path(), ignored);
        if (const auto copied = parts_->database->copyTo(file); !copied) return tell(copied.error());
    }
    if (const auto chose = base::chooseDataHome(chosen); !chose) return tell(chose.error());
    parts_->window.close();
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {});
    QCoreApplication::quit();
}

shell::Window& Studio::window() { return parts_->window; }
bridge::Services& Studio::services() { return parts_->services; }

}  // namespace anneal::studio
