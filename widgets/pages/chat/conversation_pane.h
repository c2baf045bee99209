#pragma once
// The conversation with all that stands around it: which models, what is wrong with them, the turns, where one writes.

#include <QWidget>

#include "pages/chat/talk.h"
#include "pages/choice_list.h"
#include "pages/page.h"

class QStackedLayout;

namespace anneal::controls {
class Face;
class InlineMessage;
}  // namespace anneal::controls

namespace anneal::pages {

class Composer;
class ConversationView;
class ModelHead;

class ConversationPane : public QWidget {
    Q_OBJECT
public:
    ConversationPane(const Context& context, Talk& talk, const ChoiceList& choices);

    Composer& composer() { return *composer_; }

Q_SIGNALS:
    void modelChosen(std::size_t side, const QString& key);
    void modelElsewhere(std::size_t side);
    /// An answer is what a right one says.
    void kept(const QString& text);

private:
    void refresh();
    void edit(std::size_t turn);

    Context context_;
    Talk& talk_;
    const ChoiceList& choices_;
    QStackedLayout* faces_;
    controls::Face* busy_;
    controls::Face* empty_;
    QWidget* full_;
    std::array<ModelHead*, kSides> heads_{};
    std::array<controls::InlineMessage*, kSides> failures_{};
    std::array<QWidget*, kSides> tops_{};
    ConversationView* turns_;
    controls::Face* invitation_;
    Composer* composer_;
};

}  // namespace anneal::pages
