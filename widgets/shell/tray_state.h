#pragma once
// What is at work, for the tray: live runs first, then the window's own jobs, then what is over.

#include "bridge/services.h"

namespace anneal::shell {

struct TrayItem {
    enum class State { waiting, running, paused, done, failed, cancelled };

    QString key;  ///< "run.ID" or "job.N"
    QString title;
    State state = State::running;
    double share = -1;                            ///< 0 … 1; below 0: not known
    std::optional<double> secondsLeft;            ///< not known yet where absent
    QString detail;                               ///< "Step 1,004 of 1,560", or what went wrong
    QString page, place;                          ///< where to see more
    std::function<void()> cancel, retry, forget;  ///< empty: not to be had

    bool isLive() const { return state == State::waiting || state == State::running || state == State::paused; }
};

struct TrayState {
    std::vector<TrayItem> items;

    int live() const;
    int failed() const;
    /// The share of the first that is at work, and the longest time left of all.
    double share() const;
    std::optional<double> secondsLeft() const;
};

TrayState trayState(bridge::Services& services);
/// "64 % · 31 min left", or what of it is known.
QString progressText(double share, const std::optional<double>& secondsLeft);

}  // namespace anneal::shell
