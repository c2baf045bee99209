#pragma once
// A blind trial under way: asks both models every case, keeps what they answer and how it was judged. Main thread only.

#include "pages/chat/blind_trial.h"
#include "pages/chat/talk.h"

namespace anneal::pages {

class TrialRunner : public QObject {
    Q_OBJECT
public:
    /// Takes up the last trial that was kept.
    TrialRunner(Talk& talk, bridge::Documents& documents);

    const BlindTrial& trial() const { return trial_; }
    /// Models are being asked.
    bool isAsking() const { return asking_; }
    /// Asks both models of the talk all of `cases`, with its settings. The trial before is dropped.
    void begin(const std::vector<ChatCase>& cases);
    /// Goes on where it stopped. Not while the talk has other models than those that began.
    void proceed();
    bool canProceed() const;
    void stop();
    void judge(std::size_t item, BlindTrial::Verdict verdict);
    void drop();

Q_SIGNALS:
    void changed();

private:
    void ask(std::size_t side);
    void keep();

    Talk& talk_;
    bridge::Documents& documents_;
    BlindTrial trial_;
    QString id_;
    bool asking_ = false;
};

}  // namespace anneal::pages
