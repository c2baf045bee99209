#pragma once
// What waits for a person's decision: runs that ended before their time, a disk that fills, an engine that is not there.

#include "controls/tone.h"
#include "pages/page.h"

namespace anneal::pages {

struct Attention {
    QString key;  ///< under which a person may leave it; empty: it stays as long as it is so
    controls::Tone tone = controls::Tone::warning;
    QString title;
    QString text;    ///< what happened, then what to do
    QString button;  ///< empty: none
    std::function<void()> act;
};

/// Without those that were left. `receiver` hears of what the acts start.
std::vector<Attention> attentions(const Context& context, QObject& receiver);
/// Not to be shown again.
void leave(bridge::StateStore& state, const QString& key);

}  // namespace anneal::pages
