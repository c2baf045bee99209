#pragma once
// What a page may ask of the window around it.

#include <functional>

#include <QStringList>

#include "controls/toast.h"

namespace anneal::pages {

/// Asked once, before what no Undo brings back.
struct Question {
    QString title;  ///< "Delete contracts-lora16?"
    QString text;   ///< what it frees and what depends on it
    QString yes;    ///< "Delete"
    bool danger = true;
};

struct FileChoice {
    QString title;
    QString filter;  ///< as QFileDialog takes it; empty: all files
    bool folder = false;
    bool many = false;
    QString saveAs;  ///< a file's name: a place to write to is asked for
};

/// The keys of one page, or of the window.
struct ShortcutGroup {
    struct Row {
        QString text;
        QStringList keys;  ///< "Ctrl", "K"
    };
    QString name;
    std::vector<Row> rows;
};

class Host {
public:
    virtual ~Host() = default;

    /// Whether the window has that page: a link to one that it has not is not shown.
    virtual bool has(const QString& page) const = 0;
    /// Brings `page` to the front, at `place` within it. The page's header says which it has; those that others lead to are: data
    /// "import" and a data set's id, models a model's name, train "new" and "new/MODEL", runs "all" and a run's id, chat and export a run's
    /// id or ID@STEP for one of its checkpoints, system "doctor" and "storage".
    virtual void go(const QString& page, const QString& place = {}) = 0;
    virtual void toast(controls::ToastText text) = 0;
    virtual void ask(Question question, std::function<void()> yes) = 0;
    /// Asks for files; `chosen` is called with at least one, or not at all. Opens where such files were last chosen.
    virtual void chooseFiles(const FileChoice& choice, std::function<void(const QStringList&)> chosen) = 0;
    /// Shows a file or a folder in the desktop's file manager.
    virtual void reveal(const QString& path) = 0;
    /// Every shortcut there is, in the language of the moment.
    virtual std::vector<ShortcutGroup> shortcuts() const = 0;
};

}  // namespace anneal::pages
