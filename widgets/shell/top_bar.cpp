#include "shell/top_bar.h"

#include "controls/buttons.h"
#include "controls/key_hint.h"
#include "controls/spinner.h"
#include "controls/words.h"
#include "theme/icons.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kMark = 24;
constexpr int kSearchWidth = 400;
constexpr int kLeastSearch = 200;
constexpr int kWidestProject = 240;
constexpr int kWidestTitle = 160;
constexpr int kGap = 8;
constexpr int kBell = 40;
constexpr int kMost = 99;  // that the bell counts

QColor groundOf(const QAbstractButton& button, Role rest) {
    return theme::color(button.isDown() ? Role::pressed : button.underMouse() ? Role::hover : rest);
}

/// The name of the project, and that there are others.
class ProjectButton : public QPushButton {
    Q_OBJECT
public:
    explicit ProjectButton(bridge::Projects& projects) : projects_(projects) {
        setAutoDefault(true);
        const auto name = [this] {
            const auto* project = projects_.find(projects_.current());
            setText(project ? project->name : tr("All projects"));
            setAccessibleName(tr("Project: %1").arg(text()));
            setToolTip(tr("Choose, make or rename a project"));
            updateGeometry();
        };
        controls::say(*this, name);
        connect(&projects_, &bridge::Projects::currentChanged, this, name);
        connect(&projects_, &bridge::Projects::changed, this, name);
    }

    QSize sizeHint() const override {
        const int words = std::min(theme::textWidth(face(), text()), kWidestProject);
        return {words + theme::px(theme::Size::icon) + theme::space(2) + 2 * theme::space(3), theme::px(theme::Size::control)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse() || isDown())
            theme::drawBox(painter, rect(), {groundOf(*this, Role::rail), {}, qreal(theme::px(theme::Radius::control))});
        const int size = theme::px(theme::Size::icon);
        const QRectF inside = QRectF(rect()).adjusted(theme::space(3), 0, -theme::space(3), 0);
        theme::drawText(painter, inside.adjusted(0, 0, -size - theme::space(2), 0), Qt::AlignLeft | Qt::AlignVCenter, text(), face(),
                        theme::color(Role::text));
        theme::drawIcon(painter, QRectF(inside.right() - size, inside.top(), size, inside.height()), "chevrons-up-down", size,
                        theme::color(Role::textSecondary));
    }

private:
    static const QFont& face() { return theme::font(TextStyle::body, theme::Weight::semibold); }
    bridge::Projects& projects_;
};

/// Looks like a field and opens the palette.
class SearchButton : public QPushButton {
    Q_OBJECT
public:
    SearchButton() {
        setAutoDefault(true);
        setCursor(Qt::IBeamCursor);
        controls::say(*this, [this] {
            setText(tr("Search or run a command"));
            setAccessibleName(text());
        });
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::drawBox(painter, rect(),
                       {groundOf(*this, Role::surface), theme::color(Role::borderControl), qreal(theme::px(theme::Radius::control))});
        QRectF inside = QRectF(rect()).adjusted(theme::space(2) + 2, 0, -theme::space(2), 0);
        const int size = theme::px(theme::Size::icon);
        theme::drawIcon(painter, QRectF(inside.left(), 0, size, height()), "search", size, theme::color(Role::textSecondary));
        inside.setLeft(inside.left() + size + theme::space(2));
        inside.setRight(inside.right() - controls::drawKeys(painter, inside, {u"Ctrl K"_s}) - kGap);
        theme::drawText(painter, inside, Qt::AlignLeft | Qt::AlignVCenter, text(), theme::font(TextStyle::body),
                        theme::color(Role::textSecondary));
    }
};

}  // namespace

/// A ring, the job, how far it is.
class TrayButton : public QPushButton {
    Q_OBJECT
public:
    TrayButton() : ring_(new controls::Spinner({}, theme::px(theme::Size::icon), this)) {
        setAutoDefault(true);
        ring_->setAttribute(Qt::WA_TransparentForMouseEvents);
        controls::say(*this, [this] { show(state_); });
    }

    void show(const TrayState& state) {
        state_ = state;
        const int live = state.live();
        const auto first = std::ranges::find_if(state.items, &TrayItem::isLive);
        title_ = live == 0   ? state.failed() > 0 ? tr("%n job(s) failed", nullptr, state.failed()) : tr("No jobs running")
                   : live == 1 ? first->title
                             : tr("%n job(s)", nullptr, live);
        detail_ = live == 0 ? QString() : progressText(live == 1 ? state.share() : -1, state.secondsLeft());
        ring_->setVisible(live > 0);
        ring_->setAccessibleName(title_);
        ring_->setShare(live > 0 ? state.share() : 0);
        setAccessibleName(detail_.isEmpty() ? title_ : tr("%1, %2").arg(title_, detail_));
        setToolTip(live == 1 ? first->title : tr("Jobs"));
        updateGeometry();
        update();
    }

    QSize sizeHint() const override {
        const int icon = theme::px(theme::Size::icon);
        const int detail = detail_.isEmpty() ? 0 : theme::textWidth(theme::font(TextStyle::body), detail_) + kGap;
        const int chevron = state_.items.empty() ? 0 : icon + kGap;
        return {2 * theme::space(3) + icon + kGap + titleWidth() + detail + chevron, theme::px(theme::Size::control)};
    }

    void setOpen(bool open) {
        open_ = open;
        update();
    }

protected:
    void resizeEvent(QResizeEvent*) override { ring_->move(theme::space(3), (height() - ring_->height()) / 2); }

    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::drawBox(painter, rect(),
                       {open_ ? theme::color(Role::pressed) : groundOf(*this, Role::surface), theme::color(Role::border),
                        qreal(theme::px(theme::Radius::control))});
        const int size = theme::px(theme::Size::icon);
        QRectF inside = QRectF(rect()).adjusted(theme::space(3), 0, -theme::space(3), 0);
        const bool failed = state_.live() == 0 && state_.failed() > 0;
        if (state_.live() == 0)
            theme::drawIcon(painter, QRectF(inside.left(), 0, size, height()), failed ? "circle-alert" : "check", size,
                            theme::color(failed ? Role::dangerText : Role::successText));
        inside.setLeft(inside.left() + size + kGap);
        if (!state_.items.empty()) {
            theme::drawIcon(painter, QRectF(inside.right() - size, 0, size, height()), open_ ? "chevron-up" : "chevron-down", size,
                            theme::color(Role::textSecondary));
            inside.setRight(inside.right() - size - kGap);
        }
        const bool busy = !detail_.isEmpty();
        theme::drawText(painter, QRectF(inside.left(), 0, titleWidth(), height()), Qt::AlignLeft | Qt::AlignVCenter, title_, titleFace(),
                        theme::color(busy ? Role::text : Role::textSecondary));
        theme::drawText(painter, inside.adjusted(titleWidth() + kGap, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, detail_,
                        theme::font(TextStyle::body), theme::color(Role::textSecondary));
    }

private:
    const QFont& titleFace() const {
        return theme::font(TextStyle::body, detail_.isEmpty() ? theme::Weight::regular : theme::Weight::medium);
    }
    int titleWidth() const { return std::min(theme::textWidth(titleFace(), title_), kWidestTitle); }

    controls::Spinner* ring_;
    TrayState state_;
    QString title_;
    QString detail_;
    bool open_ = false;
};

/// The bell, and how much is new.
class BellButton : public controls::IconButton {
    Q_OBJECT
public:
    explicit BellButton(bridge::Notifications& notifications) : IconButton("bell", {}), notifications_(notifications) {
        const auto name = [this] {
            const int unread = notifications_.unread();
            setName(unread > 0 ? tr("Notifications: %n new", nullptr, unread) : tr("Notifications"));
            update();
        };
        controls::say(*this, name);
        connect(&notifications_, &bridge::Notifications::changed, this, name);
    }

protected:
    void paintEvent(QPaintEvent* event) override {
        IconButton::paintEvent(event);
        const int unread = notifications_.unread();
        if (unread == 0) return;
        QPainter painter(this);
        const auto text = unread > kMost ? u"%1+"_s.arg(kMost) : QString::number(unread);
        const auto& face = theme::font(TextStyle::caption, theme::Weight::semibold);
        const int width = std::max(16, theme::textWidth(face, text) + theme::space(2));
        const QRectF badge(this->width() - width, 0, width, 16);
        theme::drawBox(painter, badge, {theme::color(Role::accent), {}, 8});
        theme::drawText(painter, badge, Qt::AlignCenter, text, face, theme::color(Role::onAccent));
    }

private:
    bridge::Notifications& notifications_;
};

TopBar::TopBar(bridge::Services& services, QWidget* parent)
    : QWidget(parent),
      project_(new ProjectButton(services.projects)),
      search_(new SearchButton),
      tray_(new TrayButton),
      bell_(new BellButton(services.notifications)) {
    setFixedHeight(theme::px(theme::Size::topbar));
    theme::setGround(*this, Role::rail);
    for (auto* button : {project_, search_, static_cast<QAbstractButton*>(tray_), static_cast<QAbstractButton*>(bell_)})
        button->setParent(this);
    for (const auto& [button, name] : {std::pair{project_, "project"}, std::pair<QAbstractButton*, const char*>{bell_, "bell"}})
        button->setObjectName(QLatin1StringView(name));
    connect(project_, &QAbstractButton::clicked, this, &TopBar::projectClicked);
    connect(search_, &QAbstractButton::clicked, this, &TopBar::searchClicked);
    connect(tray_, &QAbstractButton::clicked, this, &TopBar::trayClicked);
    connect(bell_, &QAbstractButton::clicked, this, &TopBar::bellClicked);
    connect(&services.projects, &bridge::Projects::currentChanged, this, &TopBar::arrange);
    connect(&services.projects, &bridge::Projects::changed, this, &TopBar::arrange);
    controls::say(*this, [this] { QMetaObject::invokeMethod(this, &TopBar::arrange, Qt::QueuedConnection); });
}

QWidget& TopBar::trayButton() { return *tray_; }
QWidget& TopBar::bellButton() { return *bell_; }

void TopBar::showTray(const TrayState& state) {
    tray_->show(state);
    arrange();
}

void TopBar::setTrayOpen(bool open) { tray_->setOpen(open); }

void TopBar::arrange() {
    const auto middle = [this](QWidget& part, int left, int width) {
        const int tall = theme::px(theme::Size::control);
        part.setGeometry(left, (height() - 1 - tall) / 2, width, tall);
    };
    const int edge = theme::space(2);
    int right = width() - edge - kBell;
    middle(*bell_, right, kBell);
    const int tray = tray_->sizeHint().width();
    right -= kGap + tray;
    middle(*tray_, right, tray);
    int left = theme::px(theme::Size::rail) + theme::space(1);
    const int project = project_->sizeHint().width();
    middle(*project_, left, project);
    left += project + 2 * kGap;
    right -= 2 * kGap;
    // In the middle of the window, or of the room that is left.
    const int wide = std::clamp(right - left, kLeastSearch, kSearchWidth);
    const int centred = (width() - wide) / 2;
    middle(*search_, std::clamp(centred, left, std::max(left, right - wide)), wide);
}

void TopBar::resizeEvent(QResizeEvent*) { arrange(); }

void TopBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::fillRect(painter, rect(), theme::color(Role::rail));
    theme::fillRect(painter, QRectF(0, height() - 1, width(), 1), theme::color(Role::border));
    theme::drawMark(painter, QRectF((theme::px(theme::Size::rail) - kMark) / 2.0, (height() - 1 - kMark) / 2.0, kMark, kMark));
}

}  // namespace anneal::shell

#include "top_bar.moc"
