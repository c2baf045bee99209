#pragma once
// Words that follow the language.

#include <functional>

#include <QStringList>

class QWidget;

namespace anneal::controls {

/// Runs `words` now and at every change of the language, for as long as `owner` lives. Set every translated text here, and a
/// switch of the language needs no other code: say(*this, [this] { title_->setText(tr("Home")); });
void say(QWidget& owner, std::function<void()> words);

/// Sentences one behind the other: with a space between them, or none where the script has none.
QString sentences(const QStringList& each);

}  // namespace anneal::controls
