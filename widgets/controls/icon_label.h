#pragma once
// An icon that stands for itself, beside the words that say the same.

#include <string>

#include <QWidget>

#include "theme/theme.h"

namespace anneal::controls {

class IconLabel : public QWidget {
    Q_OBJECT
public:
    explicit IconLabel(std::string_view icon, theme::Role role = theme::Role::text, int size = 16, QWidget* parent = nullptr);

    void setIcon(std::string_view icon, theme::Role role);

    QSize sizeHint() const override { return {size_, size_}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::string icon_;
    theme::Role role_;
    int size_;
};

}  // namespace anneal::controls
