#include "controls/tone.h"

namespace anneal::controls {

using theme::Role;

Role textRole(Tone tone) {
    switch (tone) {
        case Tone::neutral: return Role::textSecondary;
        case Tone::accent: return Role::accentText;
        case Tone::success: return Role::successText;
        case Tone::warning: return Role::warningText;
        case Tone::danger: return Role::dangerText;
    }
    Q_UNREACHABLE();
}

Role subtleRole(Tone tone) {
    switch (tone) {
        case Tone::neutral: return Role::sunken;
        case Tone::accent: return Role::accentSubtle;
        case Tone::success: return Role::successSubtle;
        case Tone::warning: return Role::warningSubtle;
        case Tone::danger: return Role::dangerSubtle;
    }
    Q_UNREACHABLE();
}

Role fillRole(Tone tone) {
    switch (tone) {
        case Tone::neutral: return Role::borderControl;
        case Tone::accent: return Role::accent;
        case Tone::success: return Role::success;
        case Tone::warning: return Role::warning;
        case Tone::danger: return Role::danger;
    }
    Q_UNREACHABLE();
}

std::string_view iconOf(Tone tone) {
    switch (tone) {
        case Tone::success: return "circle-check";
        case Tone::warning: return "triangle-alert";
        case Tone::danger: return "circle-alert";
        case Tone::neutral:
        case Tone::accent: break;
    }
    return "info";
}

}  // namespace anneal::controls
