#pragma once
// A chat with two models at once: one conversation, two sides, shared settings. Everything but the painting. Main thread only.

#include <QTimer>

#include "bridge/services.h"
#include "pages/chat/chat_side.h"

namespace anneal::pages {

/// Kind of a conversation among the documents of studio.db.
inline constexpr auto kConversationKind = "chat";

class Talk : public QObject {
    Q_OBJECT
public:
    explicit Talk(bridge::Services& services);

    ChatSide& side(std::size_t side) { return *sides_[side]; }
    const ChatSide& side(std::size_t side) const { return *sides_[side]; }
    const Conversation& conversation() const { return conversation_; }
    /// Of the kept conversation; empty before its first question.
    const QString& id() const { return id_; }

    const AnswerSettings& settings() const { return settings_; }
    void setSettings(const AnswerSettings& settings);
    /// Both sides are asked, or the second alone.
    bool isPaired() const { return paired_; }
    void setPaired(bool paired);
    bool isShown(std::size_t side) const { return paired_ || side == kTuned; }

    bool isBusy() const;
    /// Each side that shows has a model.
    bool canAsk() const;
    /// Asks every side that shows. Not while busy.
    void send(const QString& prompt);
    /// Another answer of one side to the last prompt, with the next seed, or the same where there was none.
    void again(std::size_t side);
    void stop();

    void setSystem(const QString& system);
    /// An empty one; that before stays in the history.
    void begin();
    void open(const QString& id);
    /// Takes back `turn` and what came after. Returns what was there, for restore().
    Conversation cut(std::size_t turn);
    void restore(Conversation conversation);

    static constexpr std::size_t kBase = 0, kTuned = 1;

Q_SIGNALS:
    /// Another conversation, or more or fewer turns.
    void turnsChanged();
    /// One answer: at most thirty times a second while it grows, and when it ends.
    void answerChanged(std::size_t turn, std::size_t side);
    /// isBusy(), canAsk() or a side is another.
    void stateChanged();
    void settingsChanged();

private:
    void ask(std::size_t side, std::size_t turn, quint32 seed);
    void grow(std::size_t side, std::size_t turn, const Answer& answer);
    void tell();
    void keep();

    bridge::Services& services_;
    std::array<std::unique_ptr<ChatSide>, kSides> sides_;
    Conversation conversation_;
    QString id_;
    AnswerSettings settings_;
    bool paired_ = true;
    QTimer telling_;
    std::array<std::optional<std::size_t>, kSides> grown_;  ///< the turn whose answer has more than was told
};

}  // namespace anneal::pages
