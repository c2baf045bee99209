#include "pages/models/model_card.h"

#include <QKeyEvent>

#include "controls/bar.h"
#include "controls/numbers.h"
#include "controls/paragraph.h"
#include "models/model_words.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;
using theme::Weight;

constexpr int kHeight = 216;
constexpr int kLeast = 280;
constexpr int kPadding = 16;
constexpr int kChipGap = 4;

}  // namespace

ModelCard::ModelCard(const bridge::BaseModel& model, const std::optional<FitDevice>& device)
    : name_(model.name), about_(models::aboutText(model.known, model.config)) {
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setText(model.name.section(u'/', -1));
    kind_ = model.isHere() ? controls::ChipLook{.text = tr("On this machine"), .tone = controls::Tone::success, .icon = "check"}
                           : controls::ChipLook{.text = models::kindText(model.known->kind), .shape = controls::ChipLook::Shape::outline};
    const auto context = model.config.contextLength;
    facts_ = {{{tr("Parameters"), controls::formatCompact(double(model.config.parameterCount()))},
               {tr("Context"), context > 0 ? controls::formatCount(context) : u"–"_s},
               {model.isHere() ? tr("On disk") : tr("Download"), controls::formatBytes(model.bytes)}}};
    below_ = QString::fromStdString(model.path.string());
    if (model.known) below_ = models::languagesText(model.known->languages) + u" · "_s + QString::fromStdString(model.known->licence);
    QStringList said{kind_.text, about_, below_};
    for (const auto& [label, figure] : facts_) said << label + u' ' + figure;
    if (device) {
        QStringList reasons;
        for (const auto& fit : fitsOf(model.config, *device)) {
            fits_.push_back(fitChip(fit));
            reasons << fitChip(fit).text + u": "_s + fitReason(fit, *device);
        }
        said << reasons;
        setToolTip(reasons.join(u'\n'));
    }
    said.removeAll(QString());
    setAccessibleName(text());
    setAccessibleDescription(said.join(u'\n'));
}

void ModelCard::setProgress(double share) {
    progress_ = share;
    update();
}

QSize ModelCard::sizeHint() const { return {kLeast, kHeight}; }

void ModelCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return click();
    QAbstractButton::keyPressEvent(event);
}

void ModelCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto fill = isDown() ? Role::pressed : underMouse() ? Role::hover : Role::surface;
    theme::drawBox(
        painter, rect(),
        {theme::color(fill), theme::color(underMouse() ? Role::borderStrong : Role::border), qreal(theme::px(theme::Radius::card))});
    const QRectF inside = QRectF(rect()).adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const int title = theme::lineHeight(TextStyle::title), body = theme::lineHeight(TextStyle::body),
              caption = theme::lineHeight(TextStyle::caption);
    const int chip = controls::chipWidth(kind_);
    controls::drawChip(painter, QRectF(inside.right() - chip, inside.top(), chip, title), kind_);
    theme::drawText(painter, QRectF(inside.left(), inside.top(), inside.width() - chip - theme::space(2), title),
                    Qt::AlignLeft | Qt::AlignVCenter, text(), theme::font(TextStyle::body, Weight::semibold), theme::color(Role::text));
    qreal y = inside.top() + title + theme::space(1);
    const controls::Paragraph about(about_, theme::font(TextStyle::body), body, inside.width(), 2);
    about.draw(painter, QRectF(inside.left(), y, inside.width(), 2 * body), Qt::AlignLeft, theme::color(Role::textSecondary));
    y += 2 * body + theme::space(2);
    const qreal column = inside.width() / qreal(facts_.size());
    for (std::size_t i = 0; i < facts_.size(); ++i) {
        const QRectF at(inside.left() + std::floor(qreal(i) * column), y, column - theme::space(2), caption);
        theme::drawText(painter, at, Qt::AlignLeft | Qt::AlignVCenter, facts_[i].first, theme::font(TextStyle::caption),
                        theme::color(Role::textSecondary));
        theme::drawText(painter, at.translated(0, caption).adjusted(0, 0, 0, body - caption), Qt::AlignLeft | Qt::AlignVCenter,
                        facts_[i].second, theme::font(TextStyle::body, Weight::medium), theme::color(Role::text));
    }
    y += caption + body + theme::space(2);
    if (progress_ >= 0)
        controls::drawBar(painter, QRectF(inside.left(), y, inside.width(), caption), theme::px(theme::Size::gauge),
                          {{progress_, Role::accent}});
    else
        theme::drawText(painter, QRectF(inside.left(), y, inside.width(), caption), Qt::AlignLeft | Qt::AlignVCenter,
                        QFontMetrics(theme::font(TextStyle::caption)).elidedText(below_, Qt::ElideMiddle, int(inside.width())),
                        theme::font(TextStyle::caption), theme::color(Role::textSecondary));
    qreal x = inside.left();
    for (const auto& fit : fits_) {
        const int width = controls::chipWidth(fit);
        if (x + width > inside.right()) break;
        controls::drawChip(painter, QRectF(x, inside.bottom() - theme::px(theme::Size::chip), width, theme::px(theme::Size::chip)), fit);
        x += width + kChipGap;
    }
}

}  // namespace anneal::pages
