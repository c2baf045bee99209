#pragma once
// One choice of a few, side by side in one outline.

#include <QButtonGroup>
#include <QWidget>

namespace anneal::controls {

class Segments : public QWidget {
    Q_OBJECT
public:
    /// `name` says what is chosen, for those who cannot see what stands around it.
    Segments(const QString& name, const QStringList& choices, QWidget* parent = nullptr);

    int chosen() const { return group_.checkedId(); }
    /// Says nothing to `chosenChanged`.
    void choose(int index);
    void setText(int index, const QString& text);
    /// 28 pixels high.
    void setCompact();
    /// All as wide as the widest, over the whole width.
    void setEqualWidths();

Q_SIGNALS:
    /// By the person.
    void chosenChanged(int index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QButtonGroup group_;
};

}  // namespace anneal::controls
