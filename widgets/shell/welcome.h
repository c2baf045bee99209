#pragma once
// The first start: language and look, where data lives and what the machine can do, and a way to begin. Over the whole window.

#include <QStackedWidget>

#include "pages/page.h"

class QPushButton;

namespace anneal::controls {
class Label;
}

namespace anneal::shell {

class Welcome : public QWidget {
    Q_OBJECT
public:
    Welcome(const pages::Context& context, QWidget* parent);

Q_SIGNALS:
    void done();
    /// Data is to live in `folder` from the next start on, which should be now.
    void homeChosen(const QString& folder);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void show(int step);

    bridge::Services& services_;
    QStackedWidget* steps_;
    controls::Label* title_;
    controls::Label* count_;
    QPushButton* back_;
    QPushButton* next_;
};

/// The steps' contents.
QWidget* makeLookStep(bridge::Settings& settings);
QWidget* makeMachineStep(const pages::Context& context, std::function<void(const QString&)> homeChosen);
QWidget* makeBeginStep(const pages::Context& context, std::function<void()> done);

}  // namespace anneal::shell
