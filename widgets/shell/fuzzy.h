#pragma once
// How well a few typed letters mean a name: all of them in order, better at the start of words and in a row.

#include <optional>

#include <QList>
#include <QString>

namespace anneal::shell {

struct Match {
    int score = 0;
    QList<int> places;  ///< of the letters in the text
};

/// Letter case and blanks in `pattern` do not matter. Nothing where a letter is missing.
std::optional<Match> fuzzyMatch(const QString& pattern, const QString& text);

}  // namespace anneal::shell
