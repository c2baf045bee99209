#include "shell/job_tray.h"

#include "controls/buttons.h"
#include "controls/gauge.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/spinner.h"
#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;
using State = TrayItem::State;

struct Mark {
    const char* icon;
    Role role;
};

Mark markOf(State state) {
    switch (state) {
        case State::failed: return {"circle-alert", Role::dangerText};
        case State::done: return {"circle-check", Role::successText};
        case State::cancelled: return {"circle-x", Role::textSecondary};
        case State::paused: return {"pause", Role::textSecondary};
        case State::waiting:
        case State::running: break;
    }
    return {"clock", Role::textSecondary};
}

}  // namespace

/// One job.
class TrayRow : public ListRow {
    Q_OBJECT
public:
    explicit TrayRow(pages::Host& host)
        : host_(host),
          ring_(new controls::Spinner({})),
          mark_(new controls::IconLabel("clock", Role::textSecondary)),
          title_(controls::makeButton(theme::Kind::link, {})),
          name_(new Label({})),
          bar_(new controls::Gauge({})),
          detail_(new Label({}, TextStyle::caption, Role::textSecondary)),
          retry_(controls::makeButton(theme::Kind::secondary, {})),
          end_(new controls::IconButton("x", {})) {
        theme::setCompact(*retry_);
        theme::setCompact(*end_);
        name_->setTextStyle(TextStyle::body, theme::Weight::medium);
        name_->setElided(true);
        detail_->setWordWrap(true);
        bar_->setFixedHeight(8);
        auto* words = new QVBoxLayout;
        words->setSpacing(2);
        for (auto* part : {static_cast<QWidget*>(name_), static_cast<QWidget*>(bar_), static_cast<QWidget*>(detail_)})
            words->addWidget(part);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(theme::space(4), theme::space(2) + 2, theme::space(3), theme::space(3));
        row->setSpacing(theme::space(2));
        for (auto* part : {static_cast<QWidget*>(ring_), static_cast<QWidget*>(mark_)}) row->addWidget(part, 0, Qt::AlignTop);
        row->addLayout(words, 1);
        for (auto* part : {static_cast<QWidget*>(title_), static_cast<QWidget*>(retry_), static_cast<QWidget*>(end_)})
            row->addWidget(part, 0, Qt::AlignTop);
        connect(retry_, &QPushButton::clicked, this, [this] { run(item_.retry); });
        connect(end_, &QToolButton::clicked, this, [this] { run(item_.cancel ? item_.cancel : item_.forget); });
        connect(title_, &QPushButton::clicked, this, [this] {
            host_.go(item_.page, item_.place);
            Q_EMIT left();
        });
        controls::say(*this, [this] {
            title_->setText(tr("Open"));
            retry_->setText(tr("Retry"));
            show(item_);
        });
    }

    void show(const TrayItem& item) {
        item_ = item;
        const bool running = item.state == State::running;
        ring_->setVisible(running);
        ring_->setShare(item.share);
        mark_->setVisible(!running);
        const auto mark = markOf(item.state);
        mark_->setIcon(mark.icon, mark.role);
        name_->setText(item.title);
        for (auto* named : {static_cast<QWidget*>(ring_), static_cast<QWidget*>(bar_)}) named->setAccessibleName(item.title);
        bar_->setVisible(item.isLive() && item.share >= 0);
        bar_->setShare(std::max(0.0, item.share));
        QStringList facts;
        for (const auto& fact :
             {item.detail, item.isLive() ? progressText(item.detail.isEmpty() ? item.share : -1, item.secondsLeft) : QString()})
            if (!fact.isEmpty()) facts << fact;
        detail_->setText(facts.join(u" · "_s));
        detail_->setVisible(!facts.isEmpty());
        title_->setVisible(!item.page.isEmpty() && host_.has(item.page) && item.state != State::failed);
        title_->setAccessibleName(tr("Open %1").arg(item.title));
        retry_->setVisible(bool(item.retry));
        retry_->setAccessibleName(tr("Retry %1").arg(item.title));
        end_->setName(item.cancel ? item.key.startsWith(u"run."_s) ? tr("Stop %1").arg(item.title) : tr("Cancel %1").arg(item.title)
                                  : tr("Take %1 off the list").arg(item.title));
    }

Q_SIGNALS:
    void left();

private:
    static void run(const std::function<void()>& act) {
        if (act) act();
    }

    pages::Host& host_;
    TrayItem item_;
    controls::Spinner* ring_;
    controls::IconLabel* mark_;
    QPushButton* title_;
    Label* name_;
    controls::Gauge* bar_;
    Label* detail_;
    QPushButton* retry_;
    controls::IconButton* end_;
};

JobTray::JobTray(pages::Host& host) : host_(host) {
    connect(this, &ListLayer::cleared, this, [this] {
        for (const auto& item : TrayState(state_).items)
            if (item.forget) item.forget();
    });
    controls::say(*this, [this] {
        setWords(tr("Jobs"), tr("Clear finished"),
                 tr("Imports, exports and runs show here while they work, and afterwards what became of them."));
    });
}

void JobTray::show(const TrayState& state) {
    state_ = state;
    fitRows(rows_, state.items.size(), [this] {
        auto* row = new TrayRow(host_);
        connect(row, &TrayRow::left, this, &ListLayer::left);
        return row;
    });
    for (std::size_t i = 0; i < rows_.size(); ++i) rows_[i]->show(state.items[i]);
    setCount(state.live() > 0 ? QString::number(state.live()) : QString());
    setClearable(std::ranges::any_of(state.items, [](const TrayItem& item) { return bool(item.forget); }));
    setRows({rows_.begin(), rows_.end()});
}

}  // namespace anneal::shell

#include "job_tray.moc"
