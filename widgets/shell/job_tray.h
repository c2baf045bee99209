#pragma once
// The list under the tray's button: each job with its bar and Cancel, what failed with Retry, what is done below.

#include <QScrollArea>
#include <QVBoxLayout>

#include "pages/host.h"
#include "shell/layers.h"
#include "shell/tray_state.h"

namespace anneal::controls {
class Label;
}

namespace anneal::shell {

class TrayRow;

class JobTray : public Layer {
    Q_OBJECT
public:
    explicit JobTray(pages::Host& host);
    void show(const TrayState& state);
    QSize sizeHint() const override;

Q_SIGNALS:
    void resized();
    /// Time to close: something else comes to the front.
    void left();

private:
    void clear();

    pages::Host& host_;
    TrayState state_;
    controls::Label* title_;
    controls::Label* count_;
    QWidget* clear_;
    QWidget* empty_;
    QScrollArea* area_;
    QVBoxLayout* column_;
    std::vector<TrayRow*> rows_;
};

}  // namespace anneal::shell
