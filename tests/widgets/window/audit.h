#pragma once
// What must hold of any page as it shows: nothing cut, everything named, everything reached, everything readable.

#include <QStringList>
#include <QWidget>

namespace anneal::test {

/// Texts that do not fit where they stand and have no tool tip with the whole; each in words for the failure.
QStringList cutTexts(QWidget& window);
/// Controls that can be used and have no accessible name.
QStringList nameless(QWidget& window);
/// Controls that Tab should reach and does not, in one round from the first.
QStringList unreachable(QWidget& window);
/// Labels whose text has less than 4.5 of contrast to the ground that they stand on.
QStringList faint(QWidget& window);
/// Everything of the above.
QStringList complaints(QWidget& window);
/// All words on the screen, for a look at what a language left out.
QStringList wordsShown(QWidget& window);

}  // namespace anneal::test
