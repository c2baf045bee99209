#pragma once
// A line edit that looks for something: the glass at its left, a cross once there is text, the shortcut that leads to it.

#include <QLineEdit>

namespace anneal::controls {

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    /// `placeholder` says what is searched and serves as the accessible name.
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);

    void setPurpose(const QString& placeholder);
    /// Shown as a key at the right while the field is empty.
    void setShortcutHint(const QString& keys);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString hint_;
};

}  // namespace anneal::controls
