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
namespace anneal::theme {
class SystemAppearance;
}

namespace anneal::studio {

/// One a program. Needs a QApplication and its Theme.
class Studio : public QObject {
    Q_OBJECT
public:
    /// Follows `system` where there is one, as far as the person chose nothing else.
    explicit Studio(const theme::SystemAppearance* system = nullptr);
    ~Studio() override;

    shell::Window& window();
    bridge::Services& services();

private:
    void applyAppearance(const theme::SystemAppearance* system);
    void moveHome(const QString& folder);

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace anneal::studio
