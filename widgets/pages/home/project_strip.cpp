#include "pages/home/project_strip.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "controls/spinner.h"
#include "pages/home/stage.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::pages {

using theme::Role;
using theme::TextStyle;

namespace {

constexpr int kHeight = 88;

}  // namespace

/// One stage; a way to its page where there is one.
class StripCell : public QPushButton {
    Q_OBJECT
public:
    explicit StripCell(Host& host) : ring_(new controls::Spinner({}, theme::px(theme::Size::icon), this)) {
        setAutoDefault(true);
        setMinimumHeight(kHeight);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        ring_->setAttribute(Qt::WA_TransparentForMouseEvents);
        ring_->move(theme::space(4), theme::space(3));
        connect(this, &QPushButton::clicked, this, [this, &host] { host.go(stage_.page, stage_.place); });
    }

    void show(const Stage& stage, bool leads) {
        stage_ = stage;
        const bool live = stage.state == Stage::State::live;
        ring_->setVisible(live);
        ring_->setShare(stage.share);
        ring_->setAccessibleName(stage.value);
        setAccessibleName(stage.title);
        setAccessibleDescription(stage.value + QStringLiteral(", ") + stage.detail);
        setToolTip(stage.value + u'\n' + stage.detail);
        // What leads nowhere is no button, but stays to be read.
        setFocusPolicy(leads ? Qt::StrongFocus : Qt::NoFocus);
        setAttribute(Qt::WA_TransparentForMouseEvents, !leads);
        setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const bool live = stage_.state == Stage::State::live, done = stage_.state == Stage::State::done;
        const auto& strip = *parentWidget();
        if (live || underMouse() || isDown()) {
            painter.setClipRect(rect());
            const auto fill = live ? Role::accentSubtle : isDown() ? Role::pressed : Role::hover;
            theme::drawBox(painter, QRectF(strip.rect()).translated(-pos()).adjusted(1, 1, -1, -1),
                           {theme::color(fill), {}, theme::px(theme::Radius::card) - 1.0});
            painter.setClipping(false);
        }
        if (x() > 1) theme::fillRect(painter, QRectF(0, 1, 1, height() - 2), theme::color(Role::border));
        const int size = theme::px(theme::Size::icon);
        QRectF line(theme::space(4), theme::space(3), width() - theme::space(6), size);
        if (!live)
            theme::drawIcon(painter, QRectF(line.left(), line.top(), size, size), done ? "check" : stage_.icon, size,
                            theme::color(done ? Role::successText : Role::textSecondary));
        const auto text = [&](const QString& words, TextStyle style, theme::Weight weight, Role role) {
            theme::drawText(painter, line, Qt::AlignLeft | Qt::AlignVCenter, words, theme::font(style, weight), theme::color(role));
        };
        line.setLeft(line.left() + size + theme::space(2));
        text(stage_.title, TextStyle::caption, theme::Weight::semibold, Role::textSecondary);
        line = QRectF(theme::space(4), line.bottom() + theme::space(1), width() - theme::space(6), theme::lineHeight(TextStyle::body));
        text(stage_.value, TextStyle::body, theme::Weight::medium, stage_.state == Stage::State::todo ? Role::textSecondary : Role::text);
        line.translate(0, line.height() + 1);
        line.setHeight(theme::lineHeight(TextStyle::caption));
        text(stage_.detail, TextStyle::caption, theme::Weight::regular, Role::textSecondary);
    }

private:
    controls::Spinner* ring_;
    Stage stage_;
};

ProjectStrip::ProjectStrip(const Context& context) : context_(context), row_(new QHBoxLayout(this)) {
    theme::setGround(*this, Role::surface);
    row_->setContentsMargins(1, 0, 1, 0);
    row_->setSpacing(0);
}

void ProjectStrip::refresh() {
    const auto stages = projectStages(context_);
    while (cells_.size() < stages.size()) {
        cells_.push_back(new StripCell(context_.host));
        row_->addWidget(cells_.back(), 1);
    }
    for (std::size_t i = 0; i < stages.size(); ++i) cells_[i]->show(stages[i], context_.host.has(stages[i].page));
}

void ProjectStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    theme::drawBox(painter, rect(), {theme::color(Role::surface), theme::color(Role::border), qreal(theme::px(theme::Radius::card))});
}

}  // namespace anneal::pages

#include "project_strip.moc"
