#pragma once
// How far the project has come: its data, base model, training and evaluation side by side, each a way to its page.

#include "pages/page.h"

class QHBoxLayout;

namespace anneal::pages {

class StripCell;

class ProjectStrip : public QWidget {
    Q_OBJECT
public:
    explicit ProjectStrip(const Context& context);
    /// With what there is now.
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Context context_;
    QHBoxLayout* row_;
    std::vector<StripCell*> cells_;
};

}  // namespace anneal::pages
