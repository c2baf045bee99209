#pragma once
// The window and everything behind it, put together.

#include <memory>

#include <QObject>

namespace anneal::shell {
class Window;
}
namespace anneal::bridge {
struct Services;
}

namespace anneal::studio {

/// One a program. Needs a QApplication and its Theme.
class Studio : public QObject {
    Q_OBJECT
public:
    Studio();
    ~Studio() override;

    shell::Window& window();
    bridge::Services& services();

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace anneal::studio
