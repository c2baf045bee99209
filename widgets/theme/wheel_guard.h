#pragma once
// Lets the wheel scroll the page under a field instead of changing the field's value, unless the field has the focus.

#include <QObject>

class QWidget;

namespace anneal::theme {

class WheelGuard : public QObject {
    Q_OBJECT
public:
    void watch(QWidget* field);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
};

}  // namespace anneal::theme
