#pragma once
// A blind trial as one judges it: the case, the two answers without their names, three buttons; at the end who was who.

#include <QWidget>

#include "pages/chat/trial_runner.h"

class QPushButton;
class QStackedLayout;

namespace anneal::controls {
class Face;
class Gauge;
class Label;
class TextBody;
}  // namespace anneal::controls

namespace anneal::pages {

class TrialResult;

class TrialView : public QWidget {
    Q_OBJECT
public:
    explicit TrialView(TrialRunner& runner);

    void judge(BlindTrial::Verdict verdict);
    bool canJudge() const { return item_.has_value(); }

Q_SIGNALS:
    /// Back to the list of cases; the trial stays.
    void left();

private:
    QWidget* makeJudging();
    void refresh();
    void showItem();

    TrialRunner& runner_;
    QStackedLayout* faces_;
    controls::Face* waiting_;
    controls::Label* where_;
    controls::Label* progress_;
    controls::Gauge* gauge_;
    QPushButton* pause_;
    QWidget* judged_ = nullptr;  ///< the case, while there is one
    controls::TextBody* prompt_;
    controls::Label* expectedName_;
    controls::TextBody* expected_;
    std::array<controls::Label*, kSides> names_{};
    std::array<controls::TextBody*, kSides> answers_{};
    std::array<QPushButton*, 3> verdicts_{};
    TrialResult* result_;
    std::optional<std::size_t> item_;
};

/// "contracts-lora16 was better": in one line.
QString verdictText(const BlindTrial& trial);
/// How far the tally is from a coin's: the p of the sign test and what it means.
QString significanceText(const BlindTrial::Tally& tally);

}  // namespace anneal::pages
