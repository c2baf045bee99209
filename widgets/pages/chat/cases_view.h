#pragma once
// The evaluation cases: a list, the one that is chosen, and the ways in and out. From here they are asked of both models blind.

#include <QWidget>

#include "pages/chat/chat_case.h"
#include "pages/document_table.h"
#include "pages/page.h"

class QPushButton;
class QStackedLayout;

namespace anneal::controls {
class Label;
class Table;
class TextArea;
class TextBody;
}  // namespace anneal::controls

namespace anneal::pages {

class CasesView : public QWidget {
    Q_OBJECT
public:
    explicit CasesView(const Context& context);

    int count() const { return model_.rowCount(); }
    /// In the order of the list.
    std::vector<ChatCase> cases() const;
    /// One that asks the same is replaced.
    void keep(const ChatCase& wanted);
    void importFile(const QString& file);
    void chooseImport();
    void chooseExport();
    /// A comparison is under way; or why none can begin, empty: one can.
    void setCompare(bool begun, const QString& blocked);

Q_SIGNALS:
    void compareWanted();
    /// To be asked in the conversation.
    void askWanted(const ChatCase& wanted);
    void countChanged();

private:
    QWidget* makeDetail();
    std::optional<ChatCase> chosen() const;
    void refresh();
    void remove();
    void saveExpected();
    void write(const QString& file);

    Context context_;
    DocumentTable model_;
    controls::Table* table_;
    QStackedLayout* faces_;
    QPushButton* compare_;
    QPushButton* ask_;
    QPushButton* remove_;
    controls::Label* what_;
    controls::TextBody* prompt_;
    controls::TextArea* expected_;
    QWidget* detail_;
    QString shown_;  ///< the id of the case in the detail
};

}  // namespace anneal::pages
