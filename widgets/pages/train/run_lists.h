#pragma once
// The page while no run is being made: drafts to go on with, presets to begin from.

#include "pages/page.h"
#include "pages/train/run_document_table.h"

class QPushButton;
class QStackedLayout;

namespace anneal::controls {
class Card;
class Face;
class Label;
class PageHeader;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

inline const auto kDraftKind = QStringLiteral("run_draft");
inline const auto kPresetKind = QStringLiteral("preset");

class RunLists : public QWidget {
    Q_OBJECT
public:
    explicit RunLists(const Context& context);
    void refresh();
    QWidget* first() const;

Q_SIGNALS:
    void newWanted();
    void fileWanted();
    void draftWanted(const QString& id);
    void presetWanted(const QString& id);

private:
    struct List {
        explicit List(RunDocumentTable::What what) : model(what) {}

        RunDocumentTable model;
        controls::Card* card = nullptr;
        controls::Table* table = nullptr;
        QPushButton* open = nullptr;
        QPushButton* remove = nullptr;
    };

    void makeList(List& list, const QString& kind);
    const bridge::Document* chosen(const List& list) const;
    void enable(const List& list);
    void removeChosen(const List& list);

    Context context_;
    controls::PageHeader* header_;
    QPushButton* new_;
    QPushButton* file_;
    List drafts_, presets_;
    controls::Face* empty_;
    QWidget* full_;
    QStackedLayout* faces_;
};

}  // namespace anneal::pages
