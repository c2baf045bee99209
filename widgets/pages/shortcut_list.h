#pragma once
// Shortcuts with what they do, a group below the other.

#include "pages/host.h"

class QVBoxLayout;

namespace anneal::pages {

class ShortcutList : public QWidget {
    Q_OBJECT
public:
    explicit ShortcutList(QWidget* parent = nullptr);
    void show(const std::vector<ShortcutGroup>& groups);

private:
    QWidget* inside_ = nullptr;
    QVBoxLayout* column_;
};

}  // namespace anneal::pages
