#pragma once
// The list under the bell: what happened, newest first, each with the way to it.

#include "bridge/notifications.h"
#include "pages/host.h"
#include "shell/list_layer.h"

namespace anneal::shell {

class BellRow;

class BellList : public ListLayer {
    Q_OBJECT
public:
    BellList(bridge::Notifications& notifications, pages::Host& host);

private:
    void refill();

    bridge::Notifications& notifications_;
    pages::Host& host_;
    std::vector<BellRow*> rows_;
};

}  // namespace anneal::shell
