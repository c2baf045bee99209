#pragma once
// The runs of late as a table; a double click or Return opens one.

#include "controls/card.h"
#include "models/run_table.h"
#include "pages/page.h"

namespace anneal::controls {
class Table;
}

namespace anneal::pages {

class RecentRuns : public controls::Card {
    Q_OBJECT
public:
    explicit RecentRuns(const Context& context);
    void refresh();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    Context context_;
    models::RunTable model_;
    controls::Table* table_;
};

}  // namespace anneal::pages
