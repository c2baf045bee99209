#pragma once
// How far the hover fill of each button has come in: 80 milliseconds from nothing to all, at once where less motion is wanted.

#include <unordered_map>

#include <QVariantAnimation>

class QWidget;

namespace anneal::theme {

class HoverFade : public QObject {
    Q_OBJECT
public:
    /// Follows the mouse over `button` from now on.
    void watch(QWidget* button);
    /// 0 … 1; a button that is not watched is `hovered` or not.
    qreal share(const QWidget* button, bool hovered) const;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void fade(QWidget* button, bool in);

    std::unordered_map<const QObject*, QVariantAnimation*> running_;
};

}  // namespace anneal::theme
