#pragma once
// "Needs attention", and below it the demo.

#include "controls/card.h"
#include "pages/home/attention.h"

class QVBoxLayout;

namespace anneal::controls {
class Chip;
class Label;
}  // namespace anneal::controls

namespace anneal::pages {

class AttentionRow;
class DemoOffer;

class AttentionCard : public controls::Card {
    Q_OBJECT
public:
    explicit AttentionCard(const Context& context);
    void refresh();

private:
    Context context_;
    std::vector<Attention> shown_;
    controls::Chip* count_;
    controls::Label* none_;
    QVBoxLayout* column_;
    std::vector<AttentionRow*> rows_;
    DemoOffer* demo_;
};

}  // namespace anneal::pages
