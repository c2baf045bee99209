#pragma once
// A control with its caption above, a remark at the caption's right, and one line below for what is wrong with it.

#include <QWidget>

namespace anneal::controls {

class Label;

class FormField : public QWidget {
    Q_OBJECT
public:
    /// Takes `control`; its accessible name becomes `caption` where it has none.
    FormField(const QString& caption, QWidget* control, QWidget* parent = nullptr);

    QWidget& control() { return *control_; }
    void setCaption(const QString& caption);
    /// What the setting costs or brings, small and grey.
    void setRemark(const QString& remark);
    /// Turns the control's border to danger; an empty text takes it back.
    void setError(const QString& error);

private:
    QWidget* control_;
    Label* caption_;
    Label* remark_;
    Label* error_;
};

}  // namespace anneal::controls
