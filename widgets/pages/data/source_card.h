#pragma once
// Where rows come from: files, a folder, what was pasted, or a database.

#include <filesystem>

#include "controls/card.h"
#include "pages/page.h"

class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace anneal::controls {
class FormField;
class InlineMessage;
class Label;
class Segments;
}  // namespace anneal::controls

namespace anneal::pages {

class SourceCard : public controls::Card {
    Q_OBJECT
public:
    explicit SourceCard(const Context& context);

    /// What was chosen; empty: nothing yet. A database's address holds its password, which is kept nowhere.
    const std::filesystem::path& source() const { return source_; }
    std::string query() const;
    /// More files that were chosen with it.
    const QStringList& waiting() const { return waiting_; }
    void choose(const QStringList& files);
    /// The next of the files that wait; false where none does.
    bool next();
    void chooseFiles(bool folder);
    void paste();

    QJsonObject saveState() const;
    void restoreState(const QJsonObject& state);

Q_SIGNALS:
    void chosen();

private:
    enum Way { files, pasted, database };

    QWidget* makeFiles();
    QWidget* makePasted();
    QWidget* makeDatabase();
    void take(const std::filesystem::path& source);
    void usePasted();
    std::string address() const;
    void test();
    void useDatabase();
    void showFile();

    Context context_;
    std::filesystem::path source_;
    QStringList waiting_;
    controls::Segments* way_;
    QStackedWidget* ways_;
    controls::Label* dropWords_;
    controls::Label* file_;
    QPushButton* chooseFiles_;
    QPushButton* chooseFolder_;
    QPlainTextEdit* text_;
    QPushButton* fromClipboard_;
    QPushButton* usePasted_;
    QLineEdit* url_;
    QLineEdit* password_;
    QPlainTextEdit* query_;
    controls::FormField* urlFrame_;
    controls::FormField* passwordFrame_;
    controls::FormField* queryFrame_;
    QPushButton* test_;
    QPushButton* useDatabase_;
    controls::Label* answer_;
    quint64 turn_ = 0;
};

}  // namespace anneal::pages
