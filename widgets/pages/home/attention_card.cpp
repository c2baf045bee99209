#include "pages/home/attention_card.h"

#include <QPushButton>

#include "controls/buttons.h"
#include "controls/chip.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "pages/home/demo_offer.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::pages {

using controls::Label;
using theme::Role;
using theme::TextStyle;

/// One finding: what happened, what to do, the button that does it.
class AttentionRow : public QWidget {
    Q_OBJECT
public:
    AttentionRow()
        : mark_(new controls::IconLabel("info", Role::textSecondary)),
          title_(new Label({})),
          text_(new Label({}, TextStyle::caption, Role::textSecondary)),
          act_(controls::makeButton(theme::Kind::secondary, {})),
          leave_(new controls::IconButton("x", {})) {
        for (auto* button : {static_cast<QWidget*>(act_), static_cast<QWidget*>(leave_)}) theme::setCompact(*button);
        title_->setTextStyle(TextStyle::body, theme::Weight::medium);
        for (auto* label : {title_, text_}) label->setWordWrap(true);
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        words->addWidget(title_);
        words->addWidget(text_);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme::space(4), theme::space(3), theme::space(3), theme::space(3));
        row->setSpacing(theme::space(2));
        row->addWidget(mark_, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        row->addWidget(act_, 0, Qt::AlignTop);
        row->addWidget(leave_, 0, Qt::AlignTop);
        connect(act_, &QPushButton::clicked, this, [this] { act(); });
        connect(
            leave_, &QToolButton::clicked, this, [this] { Q_EMIT left(attention_.key); }, Qt::QueuedConnection);
    }

    void show(const Attention& attention) {
        attention_ = attention;
        mark_->setIcon(controls::iconOf(attention.tone), controls::textRole(attention.tone));
        title_->setText(attention.title);
        text_->setText(attention.text);
        act_->setText(attention.button);
        act_->setAccessibleName(tr("%1: %2").arg(attention.button, attention.title));
        act_->setVisible(!attention.button.isEmpty());
        leave_->setName(tr("Take this off the list"));
        leave_->setVisible(!attention.key.isEmpty());
    }

Q_SIGNALS:
    void left(const QString& key);

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (y() > 0) theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
    }

private:
    void act() {
        const auto act = attention_.act;
        if (act) act();
    }

    Attention attention_;
    controls::IconLabel* mark_;
    Label* title_;
    Label* text_;
    QPushButton* act_;
    controls::IconButton* leave_;
};

AttentionCard::AttentionCard(const Context& context)
    : Card(0),
      context_(context),
      count_(new controls::Chip({})),
      none_(new Label({}, TextStyle::body, Role::textSecondary)),
      demo_(new DemoOffer(context)) {
    addHeader({}).addWidget(count_);
    addRule();
    none_->setWordWrap(true);
    auto* area = new controls::ScrollColumn;
    column_ = &area->column();
    auto* nothing = new QHBoxLayout;
    nothing->setContentsMargins(theme::space(4), theme::space(4), theme::space(4), theme::space(4));
    nothing->addWidget(none_);
    column_->addLayout(nothing);
    column_->addStretch();
    body().addWidget(area, 1);
    body().addWidget(demo_);
    controls::say(*this, [this] {
        setTitle(tr("Needs attention"));
        none_->setText(tr("Nothing. When a run ends before its time or the disk fills, it is told here."));
        refresh();
    });
}

void AttentionCard::refresh() {
    shown_ = attentions(context_, *this);
    for (; rows_.size() > shown_.size(); rows_.pop_back()) delete rows_.back();
    while (rows_.size() < shown_.size()) {
        auto* row = new AttentionRow;
        connect(row, &AttentionRow::left, this, [this](const QString& key) {
            leave(context_.services.state, key);
            refresh();
        });
        column_->insertWidget(int(rows_.size()), row);
        rows_.push_back(row);
    }
    for (std::size_t i = 0; i < shown_.size(); ++i) rows_[i]->show(shown_[i]);
    count_->setLook({QString::number(shown_.size())});
    count_->setVisible(!shown_.empty());
    none_->setVisible(shown_.empty());
    demo_->refresh();
}

}  // namespace anneal::pages

#include "attention_card.moc"
