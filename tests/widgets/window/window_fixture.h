#pragma once
// The very window that people open, offscreen, on a home of its own that goes with the test.

#include <filesystem>

#include <QTemporaryDir>

#include "shell/window.h"
#include "studio/studio.h"
#include "widgets/window_support.h"

namespace anneal::test {

/// $XDG_DATA_HOME and $XDG_CACHE_HOME of this process, in a temporary folder.
class TemporaryHome {
public:
    TemporaryHome() {
        qputenv("XDG_DATA_HOME", (folder_.path() + QStringLiteral("/data")).toUtf8());
        qputenv("XDG_CACHE_HOME", (folder_.path() + QStringLiteral("/cache")).toUtf8());
    }
    std::filesystem::path path() const { return folder_.path().toStdString(); }

private:
    QTemporaryDir folder_;
};

}  // namespace anneal::test
