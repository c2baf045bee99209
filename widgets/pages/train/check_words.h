#pragma once
// What preflight found, in the window's words: what is so, what it costs, and what the button does.

#include <QString>

#include "controls/tone.h"
#include "runs/preflight.h"

namespace anneal::pages {

struct CheckWords {
    QString title;
    QString text;    ///< what it costs; empty for what passed
    QString fix;     ///< on the button; empty: nothing to press
    QString figure;  ///< of what passed, at its right
    QString fixed;   ///< "Evaluate each 130 steps": the finding once it is mended
};

CheckWords wordsOf(const runs::Check& check);
controls::Tone toneOf(runs::Check::Level level);

}  // namespace anneal::pages
