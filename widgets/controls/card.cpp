#include "controls/card.h"

#include "controls/label.h"
#include "theme/paint.h"

namespace anneal::controls {

Card::Card(int padding, QWidget* parent) : QFrame(parent), body_(new QVBoxLayout(this)), padding_(padding) {
    // The border is inside, so that nothing in the card paints over it.
    const int margin = std::max(1, padding);
    body_->setContentsMargins(margin, margin, margin, margin);
    body_->setSpacing(padding > 0 ? theme::space(2) : 0);
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
    auto* label = new Label(title);
    label->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    row->addWidget(label);
    row->addStretch();
    body_->addWidget(line);
    return *row;
}

void Card::addRule() {
    auto* rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    rule->setFixedHeight(1);
    body_->addWidget(rule);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const bool plain = emphasis_ == Emphasis::none;
    theme::drawBox(painter, rect(),
                   {theme::color(theme::Role::surface), theme::color(plain ? theme::Role::border : theme::Role::accentText),
                    qreal(theme::px(theme::Radius::card)), emphasis_ == Emphasis::recommended ? 2.0 : 1.0});
}

}  // namespace anneal::controls
