#pragma once
// Ctrl+K: all commands, data sets, runs and models by a few letters of their names.

#include <QLineEdit>
#include <QListView>

#include "shell/layers.h"
#include "shell/palette_model.h"

namespace anneal::shell {

class Palette : public Layer {
    Q_OBJECT
public:
    explicit Palette(Commands& commands);
    /// With everything that there is now.
    void refill();
    QWidget* firstFocus() override { return field_; }
    QSize sizeHint() const override;

Q_SIGNALS:
    /// It is time to close: a command was chosen.
    void done();
    /// The list is longer or shorter.
    void resized();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void filter(const QString& pattern);
    void choose(const QModelIndex& index);

    Commands& commands_;
    QLineEdit* field_;
    PaletteModel* model_;
    QListView* list_;
    QWidget* nothing_;
};

}  // namespace anneal::shell
