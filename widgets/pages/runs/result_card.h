#pragma once
// What a run that is over left behind, and where it goes from there.

#include "controls/card.h"
#include "pages/page.h"

class QPushButton;

namespace anneal::controls {
class IconButton;
class Label;
}  // namespace anneal::controls

namespace anneal::pages {

class ResultCard : public controls::Card {
    Q_OBJECT
public:
    explicit ResultCard(const Context& context);
    void show(const runs::RunOverview& run);

private:
    void say();

    Context context_;
    runs::RunOverview run_;
    QString folder_;
    controls::Label* what_;
    controls::Label* path_;
    QPushButton* chat_;
    QPushButton* export_;
    controls::IconButton* reveal_;
};

}  // namespace anneal::pages
