#include "shell/bell_list.h"

#include "controls/buttons.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "shell/notification_words.h"
#include "theme/kind.h"

namespace anneal::shell {

using controls::Label;
using theme::Role;
using theme::TextStyle;

class BellRow : public ListRow {
    Q_OBJECT
public:
    explicit BellRow(pages::Host& host)
        : host_(host),
          mark_(new controls::IconLabel("info", Role::textSecondary)),
          title_(new Label({})),
          detail_(new Label({}, TextStyle::caption, Role::textSecondary)),
          time_(new Label({}, TextStyle::caption, Role::textSecondary)),
          link_(controls::makeButton(theme::Kind::link, {})),
          remove_(new controls::IconButton("x", {})) {
        theme::setCompact(*remove_);
        for (auto* label : {title_, detail_}) label->setWordWrap(true);
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        for (auto* label : {title_, detail_, time_}) words->addWidget(label);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme::space(4), theme::space(2) + 2, theme::space(3), theme::space(3));
        row->setSpacing(theme::space(3));
        row->addWidget(mark_, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        row->addWidget(link_, 0, Qt::AlignTop);
        row->addWidget(remove_, 0, Qt::AlignTop);
        connect(link_, &QPushButton::clicked, this, [this] {
            host_.go(page_, place_);
            Q_EMIT left();
        });
        connect(remove_, &QToolButton::clicked, this, &BellRow::removed);
    }

    void show(const bridge::Notification& notification) {
        const auto said = wordsOf(notification);
        page_ = said.page;
        place_ = said.place;
        mark_->setIcon(controls::iconOf(said.tone), controls::textRole(said.tone));
        title_->setText(said.title);
        title_->setTextStyle(TextStyle::body, notification.read ? theme::Weight::regular : theme::Weight::semibold);
        detail_->setText(said.detail);
        detail_->setVisible(!said.detail.isEmpty());
        time_->setText(models::timeText(notification.time));
        link_->setText(said.link);
        link_->setVisible(!said.link.isEmpty() && host_.has(said.page));
        link_->setAccessibleName(tr("%1: %2").arg(said.link, said.title));
        remove_->setName(tr("Take this off the list"));
    }

Q_SIGNALS:
    void left();
    void removed();

private:
    pages::Host& host_;
    controls::IconLabel* mark_;
    Label* title_;
    Label* detail_;
    Label* time_;
    QPushButton* link_;
    controls::IconButton* remove_;
    QString page_, place_;
};

BellList::BellList(bridge::Notifications& notifications, pages::Host& host) : notifications_(notifications), host_(host) {
    connect(this, &ListLayer::cleared, &notifications_, &bridge::Notifications::clear);
    connect(&notifications_, &bridge::Notifications::changed, this, &BellList::refill);
    controls::say(*this, [this] {
        setWords(tr("Notifications"), tr("Clear all"), tr("When a run ends or a job fails, it is told here until you clear it."));
        refill();
    });
}

void BellList::refill() {
    const auto& all = notifications_.all();
    fitRows(rows_, std::size_t(all.size()), [this] {
        auto* row = new BellRow(host_);
        connect(row, &BellRow::left, this, &ListLayer::left);
        connect(
            row, &BellRow::removed, this,
            [this, row] {
                const auto at = std::ranges::find(rows_, row) - rows_.begin();
                notifications_.remove(notifications_.all()[at].id);
            },
            Qt::QueuedConnection);
        return row;
    });
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->show(all[qsizetype(i)]);
    setClearable(!all.isEmpty());
    setRows({rows_.begin(), rows_.end()});
}

}  // namespace anneal::shell

#include "bell_list.moc"
