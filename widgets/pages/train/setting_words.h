#pragma once
// The settings of a run as people choose them: groups, names, and one line each that says why one would change it.

#include <span>
#include <string>

#include <QString>

namespace anneal::pages {

struct SettingWords {
    const char* key;
    const char* name;
    const char* reason;
};
struct SettingGroup {
    const char* name;
    std::span<const SettingWords> settings;
};

/// Those under Advanced. What another step asks for is not among them.
std::span<const SettingGroup> advancedSettings();

QString settingName(const SettingWords& setting);
QString settingReason(const SettingWords& setting);
QString groupName(const SettingGroup& group);
/// "cosine" as people say it.
QString choiceText(const std::string& choice);

}  // namespace anneal::pages
