#pragma once
// A surface with a border: what belongs together stands on one. It may have a header line, and rows divided by lines.

#include <array>

#include <QFrame>
#include <QVBoxLayout>

#include "theme/paint.h"

namespace anneal::controls {

class Label;

class Card : public QFrame {
    Q_OBJECT
public:
    enum class Emphasis { none, active, recommended };

    /// `padding` in pixels; 0 for a card of rows and tables that reach its edges.
    explicit Card(int padding, QWidget* parent = nullptr);

    QVBoxLayout& body() { return *body_; }
    void setEmphasis(Emphasis emphasis);
    /// A line of `height` with a title at the left; what stands at its right is added to the returned layout.
    QHBoxLayout& addHeader(const QString& title, int height = 48);
    /// Of the header.
    void setTitle(const QString& title);
    /// A line over the whole width.
    void addRule();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void childEvent(QChildEvent* event) override;

private:
    class Corner;

    theme::Box box() const;
    void keepCorners();

    std::array<Corner*, 4> corners_{};  ///< of a card without padding: what reaches its edges must not square its corners
    QVBoxLayout* body_;
    Label* title_ = nullptr;
    int padding_;
    Emphasis emphasis_ = Emphasis::none;
};

}  // namespace anneal::controls
