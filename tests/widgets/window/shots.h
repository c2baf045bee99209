#pragma once
// Pictures of a page in both schemes, both languages and three sizes, each of them audited.

#include "widgets/window/window_fixture.h"

namespace anneal::test {

/// build/screenshots/window-NAME-{light,dark}-{en,zh}-{1024,1440,4k}.png. Returns what the audits have to say.
QStringList shoot(OpenWindow& open, const QString& name);

}  // namespace anneal::test
