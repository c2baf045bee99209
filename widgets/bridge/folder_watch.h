#pragma once
// Tells when something came into a folder or left it: at once where the file system says so, else within two seconds.

#include <filesystem>

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace anneal::bridge {

/// Lives in the thread that makes it.
class FolderWatch : public QObject {
    Q_OBJECT
public:
    /// Makes the folder if it is not there.
    explicit FolderWatch(const std::filesystem::path& folder, QObject* parent = nullptr);

Q_SIGNALS:
    void changed();

private:
    void look();

    std::filesystem::path folder_;
    std::filesystem::file_time_type last_;
    QFileSystemWatcher watcher_;
    QTimer poll_;
};

}  // namespace anneal::bridge
