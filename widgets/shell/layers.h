#pragma once
// What floats over the window: the palette, the job tray, the bell's list, questions. One above the other; Escape and a press
// beside it close the top one, and the focus goes back to where it came from.

#include <functional>

#include <QFrame>
#include <QPointer>

namespace anneal::shell {

/// A floating panel. The focus stays within it while it is open.
class Layer : public QFrame {
    Q_OBJECT
public:
    explicit Layer(QWidget* parent = nullptr);
    /// Who gets the focus when it opens; else the first that can.
    virtual QWidget* firstFocus() { return nullptr; }
    /// Escape, before it closes the layer: true where something within has used it.
    virtual bool takeEscape() { return false; }

protected:
    bool focusNextPrevChild(bool next) override;
    void paintEvent(QPaintEvent* event) override;
};

class Layers : public QObject {
    Q_OBJECT
public:
    /// Where a layer lies in a window of `window`, given its size hint.
    using Place = std::function<QRect(const QRect& window, const QSize& hint)>;

    explicit Layers(QWidget& window);

    /// `opener` is the button that opens it; a press on it closes the layer again.
    void open(Layer& layer, Place place, QWidget* opener = nullptr);
    void close(Layer& layer);
    bool isOpen(const Layer& layer) const;
    bool isEmpty() const { return open_.isEmpty(); }
    /// After the layer's size hint has changed.
    void place();

    /// Under `anchor`, its right or left edge on the anchor's.
    static Place below(QWidget& anchor, Qt::Alignment side);
    /// In the middle, `top` pixels from the window's top.
    static Place centred(int top);

Q_SIGNALS:
    void opened(anneal::shell::Layer* layer);
    void closed(anneal::shell::Layer* layer);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    struct Open {
        QPointer<Layer> layer;
        Place place;
        QPointer<QWidget> opener;
        QPointer<QWidget> focusBefore;
    };

    bool pressed(QWidget& target);

    QWidget& window_;
    QList<Open> open_;
};

}  // namespace anneal::shell
