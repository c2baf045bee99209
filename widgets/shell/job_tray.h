#pragma once
// The list under the tray's button: each job with its bar and Cancel, what failed with Retry, what is done below.

#include "pages/host.h"
#include "shell/list_layer.h"
#include "shell/tray_state.h"

namespace anneal::shell {

class TrayRow;

class JobTray : public ListLayer {
    Q_OBJECT
public:
    explicit JobTray(pages::Host& host);
    void show(const TrayState& state);

private:
    pages::Host& host_;
    TrayState state_;
    std::vector<TrayRow*> rows_;
};

}  // namespace anneal::shell
