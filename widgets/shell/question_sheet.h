#pragma once
// A question before what no Undo brings back: what will be so, and two buttons. Escape is no.

#include "pages/host.h"
#include "shell/layers.h"

class QPushButton;

namespace anneal::shell {

class QuestionSheet : public Layer {
    Q_OBJECT
public:
    explicit QuestionSheet(const pages::Question& question);
    QWidget* firstFocus() override;

Q_SIGNALS:
    void answered(bool yes);

private:
    QPushButton* no_;
};

}  // namespace anneal::shell
