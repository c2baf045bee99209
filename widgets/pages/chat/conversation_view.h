#pragma once
// The turns of a chat, one below the other; it follows an answer that grows unless one has scrolled away from its end.

#include <vector>

#include "controls/scroll_column.h"
#include "pages/chat/talk.h"

namespace anneal::pages {

class TurnView;

class ConversationView : public controls::ScrollColumn {
    Q_OBJECT
public:
    explicit ConversationView(Talk& talk);
    /// What stands above and below leaves as much free at the right.
    int barWidth() const;

Q_SIGNALS:
    void edited(std::size_t turn);
    void kept(std::size_t turn, const QString& text);

private:
    void sync();
    void show(std::size_t turn, std::size_t side);
    TurnView* makeTurn(std::size_t turn);

    Talk& talk_;
    std::vector<TurnView*> turns_;
    bool atEnd_ = true;
};

}  // namespace anneal::pages
