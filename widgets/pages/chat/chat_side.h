#pragma once
// One of the two models of a chat, in a process of its own: loaded when it is first asked, answering one question at a time.
// Main thread only; nothing here waits.

#include <QElapsedTimer>
#include <QObject>

#include "bridge/engine.h"
#include "bridge/jobs.h"
#include "models/model_choice.h"
#include "pages/chat/answer_settings.h"
#include "pages/chat/conversation.h"

namespace anneal::pages {

class ChatSide : public QObject {
    Q_OBJECT
public:
    /// none: no model is chosen. resting: one is, and not in memory. failed: it could not be loaded; error() says why.
    enum class State { none, resting, loading, ready, answering, failed };

    /// What a person sees of the model in memory.
    struct Loaded {
        QString device;  ///< "cpu", "cuda:0"; empty of a GGUF file
        QString dtype;   ///< "bfloat16"; empty of a GGUF file
        int contextLength = 0;
        std::uint64_t bytes = 0;  ///< that its weights take
    };

    ChatSide(bridge::Bridge& bridge, bridge::Jobs& jobs);
    ~ChatSide() override;

    State state() const { return state_; }
    const std::optional<models::ModelChoice>& chosen() const { return chosen_; }
    const Loaded& loaded() const { return loaded_; }
    const Error& error() const { return error_; }
    /// Since loading began.
    double loadingSeconds() const { return double(loading_.elapsed()) / 1000; }

    /// Lets go of the model before; an answer under way is stopped.
    void choose(std::optional<models::ModelChoice> choice);
    /// Brings the model into memory; it is a question's first part anyway.
    void load();
    /// Gives the memory back.
    void unload();

    /// Loads where needed and answers. `grown` after each piece of text, `ended` once, stopped or failed ones too. Not while it answers.
    void ask(Json messages, const AnswerSettings& settings, std::function<void(const Answer&)> grown,
             std::function<void(const Answer&)> ended);
    /// Ends the answer within a token, or what waits for the model; what has come stays.
    void stop();
    bool isBusy() const { return ended_ != nullptr; }

Q_SIGNALS:
    /// state(), loaded() or chosen() is another.
    void changed();

private:
    void enter(State state);
    void resolve();
    void takeLoaded(const Result<Json>& result);
    void loadFailed(const Error& error);
    void generate();
    void finish(Answer::Finish finish);

    bridge::Jobs& jobs_;
    bridge::Engine engine_;
    State state_ = State::none;
    std::optional<models::ModelChoice> chosen_;
    Json model_;  ///< the engine's arguments for it, once they are found
    Loaded loaded_;
    Error error_;
    quint64 finding_ = 0;  ///< the job that finds the model's folders; one that is no more current is not heard
    quint64 asked_ = 0;
    QElapsedTimer loading_, answering_;

    Json messages_;
    AnswerSettings settings_;
    Answer answer_;
    std::function<void(const Answer&)> grown_, ended_;
};

}  // namespace anneal::pages
