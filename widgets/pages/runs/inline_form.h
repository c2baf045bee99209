#pragma once
// One field with what it means, asked for in its place on the page: Return applies, Escape leaves it.

#include "controls/card.h"

class QLineEdit;
class QPushButton;

namespace anneal::controls {
class Label;
}

namespace anneal::pages {

class InlineForm : public controls::Card {
    Q_OBJECT
public:
    /// Takes `field`, a line edit or a spin box.
    explicit InlineForm(QWidget* field, int fieldWidth);

    void setWords(const QString& caption, const QString& meaning, const QString& apply);
    /// Why the field cannot be applied as it is; empty: it can.
    void setError(const QString& error);
    /// Shows it, with the field chosen.
    void open();

Q_SIGNALS:
    void edited(const QString& text);
    void applied();
    void closed();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void apply();
    void leave();

    QWidget* field_;
    QLineEdit* edit_;
    controls::Label* caption_;
    controls::Label* meaning_;
    QPushButton* apply_;
    QPushButton* leave_;
    QString said_;
    bool wrong_ = false;
};

}  // namespace anneal::pages
