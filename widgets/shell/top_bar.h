#pragma once
// The top line of the window: the mark, the project, the search, the jobs, the bell.

#include <QPushButton>
#include <QToolButton>

#include "bridge/services.h"
#include "shell/tray_state.h"

namespace anneal::shell {

class TrayButton;
class BellButton;

class TopBar : public QWidget {
    Q_OBJECT
public:
    explicit TopBar(bridge::Services& services, QWidget* parent = nullptr);

    QWidget& projectButton() { return *project_; }
    QWidget& trayButton();
    QWidget& bellButton();
    void showTray(const TrayState& state);
    void setTrayOpen(bool open);

Q_SIGNALS:
    void projectClicked();
    void searchClicked();
    void trayClicked();
    void bellClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    QAbstractButton* project_;
    QAbstractButton* search_;
    TrayButton* tray_;
    BellButton* bell_;
};

}  // namespace anneal::shell
