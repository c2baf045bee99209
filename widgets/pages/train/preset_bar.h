#pragma once
// Asks, in the wizard's bottom line, what a preset is to be called.

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace anneal::pages {

class PresetBar : public QWidget {
    Q_OBJECT
public:
    PresetBar();
    void ask(const QString& proposal);

Q_SIGNALS:
    void named(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void accept();

    QLineEdit* name_;
    QPushButton* save_;
    QPushButton* cancel_;
};

}  // namespace anneal::pages
