#pragma once
// The demo in one click: opened, then trained, then shown.

#include "pages/page.h"

class QPushButton;

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

class DemoOffer : public QWidget {
    Q_OBJECT
public:
    explicit DemoOffer(const Context& context);
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    enum class State { absent, busy, ready, running, trained };

    State state() const;
    const runs::RunOverview* run() const;
    void act();
    void fail(const Error& error);

    Context context_;
    bool busy_ = false;
    controls::Label* title_;
    controls::Label* text_;
    QPushButton* button_;
};

}  // namespace anneal::pages
