#include "controls/card.h"

#include <QChildEvent>

#include "controls/label.h"
#include "theme/kind.h"

namespace anneal::controls {

/// Draws one corner of the card again, over whatever stands in it.
class Card::Corner : public QWidget {
public:
    explicit Corner(Card* card) : QWidget(card) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFixedSize(theme::px(theme::Radius::card), theme::px(theme::Radius::card));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const auto& card = *static_cast<Card*>(parentWidget());
        const QRectF whole = QRectF(card.rect()).translated(-pos());
        theme::drawOutside(painter, whole, theme::px(theme::Radius::card), theme::color(theme::groundUnder(card)));
        auto box = card.box();
        box.fill = QColor();
        theme::drawBox(painter, whole, box);
    }
};

Card::Card(int padding, QWidget* parent) : QFrame(parent), body_(new QVBoxLayout(this)), padding_(padding) {
    theme::setGround(*this, theme::Role::surface);
    // The border is inside, so that nothing in the card paints over it.
    const int margin = std::max(1, padding);
    body_->setContentsMargins(margin, margin, margin, margin);
    body_->setSpacing(padding > 0 ? theme::space(2) : 0);
    if (padding > 0) return;
    for (auto& corner : corners_) corner = new Corner(this);
}

void Card::setEmphasis(Emphasis emphasis) {
    emphasis_ = emphasis;
    update();
}

QHBoxLayout& Card::addHeader(const QString& title, int height) {
    auto* line = new QWidget;
    line->setFixedHeight(height);
    auto* row = new QHBoxLayout(line);
    const int inset = padding_ > 0 ? 0 : theme::space(4);
    row->setContentsMargins(inset, 0, inset, 0);
    title_ = new Label(title);
    title_->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    row->addWidget(title_);
    row->addStretch();
    body_->addWidget(line);
    return *row;
}

void Card::setTitle(const QString& title) {
    if (title_) title_->setText(title);
}

void Card::addRule() {
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    body_->addWidget(rule);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::drawBox(painter, rect(), box());
}

void Card::resizeEvent(QResizeEvent*) { keepCorners(); }

void Card::childEvent(QChildEvent* event) {
    QFrame::childEvent(event);
    if (event->added()) keepCorners();
}

theme::Box Card::box() const {
    const bool plain = emphasis_ == Emphasis::none;
    return {theme::color(theme::Role::surface), theme::color(plain ? theme::Role::border : theme::Role::accentText),
            qreal(theme::px(theme::Radius::card)), emphasis_ == Emphasis::recommended ? 2.0 : 1.0};
}

void Card::keepCorners() {
    if (!corners_.back()) return;
    const int side = theme::px(theme::Radius::card);
    const std::array places{QPoint(0, 0), QPoint(width() - side, 0), QPoint(0, height() - side), QPoint(width() - side, height() - side)};
    for (std::size_t i = 0; i < corners_.size(); ++i) {
        corners_[i]->move(places[i]);
        corners_[i]->raise();
    }
}

}  // namespace anneal::controls
