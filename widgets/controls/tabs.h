#pragma once
// Tabs over a line; the page they choose is the owner's.

#include <string_view>

#include <QTabBar>

namespace anneal::controls {

class Tabs : public QTabBar {
    Q_OBJECT
public:
    explicit Tabs(const QString& name, QWidget* parent = nullptr);

    int add(const QString& text, std::string_view icon = {});
};

}  // namespace anneal::controls
