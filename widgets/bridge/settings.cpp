#include "bridge/settings.h"

using namespace Qt::StringLiterals;

namespace anneal::bridge {
namespace {

const auto kAppearance = u"settings.appearance"_s;
const auto kMotion = u"settings.reduces_motion"_s;
const auto kLanguage = u"settings.language"_s;
const auto kWelcomed = u"settings.welcomed"_s;

const std::array kNames{std::pair{theme::Choice::system, u"system"_s}, std::pair{theme::Choice::light, u"light"_s},
                        std::pair{theme::Choice::dark, u"dark"_s}, std::pair{theme::Choice::highContrast, u"high_contrast"_s}};

}  // namespace

Settings::Settings(StateStore& state) : state_(state) {}

theme::Choice Settings::appearance() const {
    const auto name = state_.value(kAppearance).toString();
    const auto found = std::ranges::find(kNames, name, &std::pair<theme::Choice, QString>::second);
    return found == kNames.end() ? theme::Choice::system : found->first;
}

void Settings::setAppearance(theme::Choice choice) {
    state_.setValue(kAppearance, std::ranges::find(kNames, choice, &std::pair<theme::Choice, QString>::first)->second);
    Q_EMIT appearanceChanged();
}

bool Settings::reducesMotion() const { return state_.value(kMotion).toBool(); }

void Settings::setReducesMotion(bool reduces) {
    state_.setValue(kMotion, reduces);
    Q_EMIT appearanceChanged();
}

QString Settings::language() const { return state_.value(kLanguage).toString(); }

void Settings::setLanguage(const QString& code) {
    state_.setValue(kLanguage, code);
    Q_EMIT languageChanged();
}

bool Settings::welcomed() const { return state_.value(kWelcomed).toBool(); }
void Settings::setWelcomed() { state_.setValue(kWelcomed, true); }

}  // namespace anneal::bridge
