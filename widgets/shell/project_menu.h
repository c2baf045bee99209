#pragma once
// The list under the project's name: choose one, give it another name, delete it, make a new one.

#include <QLineEdit>
#include <QVBoxLayout>

#include "bridge/services.h"
#include "pages/host.h"
#include "shell/layers.h"

namespace anneal::shell {

class ProjectRow;

class ProjectMenu : public Layer {
    Q_OBJECT
public:
    ProjectMenu(bridge::Services& services, pages::Host& host);
    void refill();
    QWidget* firstFocus() override;
    bool takeEscape() override;
    /// Opens with the cursor in the new project's name.
    void askForName() { wantsName_ = true; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void done();
    void resized();

private:
    void create();
    void remove(const QString& id);
    QString facts(const QString& id) const;

    bridge::Services& services_;
    pages::Host& host_;
    QVBoxLayout* column_;
    std::vector<ProjectRow*> rows_;
    QLineEdit* name_;
    QPushButton* create_;
    bool wantsName_ = false;
};

}  // namespace anneal::shell
