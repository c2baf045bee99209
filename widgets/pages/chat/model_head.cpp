#include "pages/chat/model_head.h"

#include "controls/numbers.h"
#include "controls/words.h"
#include "pages/chat/model_picker.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using theme::Role;
using theme::TextStyle;
using State = ChatSide::State;

constexpr int kHeight = 56;
constexpr int kTickMs = 250;

}  // namespace

QString dtypeText(const QString& dtype) {
    if (dtype == u"bfloat16"_s) return u"BF16"_s;
    if (dtype == u"float16"_s) return u"FP16"_s;
    if (dtype == u"float32"_s) return u"FP32"_s;
    return dtype.toUpper();
}

QString deviceText(const QString& device) {
    if (device.startsWith(u"cuda"_s)) return u"GPU %1"_s.arg(device.contains(u':') ? device.section(u':', 1) : u"0"_s);
    return device.toUpper();
}

ModelHead::ModelHead(Talk& talk, std::size_t side, const ChoiceList& choices)
    : talk_(talk), side_(side), choices_(choices), picker_(new ModelPicker(this)) {
    setAutoDefault(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    theme::setGround(*this, Role::surface);
    loading_.setInterval(kTickMs);
    connect(&loading_, &QTimer::timeout, this, &ModelHead::refresh);
    connect(this, &QPushButton::clicked, this, [this] {
        const auto& chosen = talk_.side(side_).chosen();
        picker_->open(*this, choices_.all(), chosen ? chosen->key() : QString());
    });
    connect(picker_, &ModelPicker::chosen, this, &ModelHead::chosen);
    connect(picker_, &ModelPicker::elsewhere, this, &ModelHead::elsewhere);
    connect(&talk.side(side), &ChatSide::changed, this, &ModelHead::refresh);
    controls::say(*this, [this] { refresh(); });
}

void ModelHead::refresh() {
    const bool moves = talk_.side(side_).state() == State::loading;
    if (moves != loading_.isActive()) moves ? loading_.start() : loading_.stop();
    setAccessibleName(side_ == Talk::kBase ? tr("Left model: %1").arg(name()) : tr("Right model: %1").arg(name()));
    setAccessibleDescription(detail());
    setToolTip(talk_.side(side_).chosen() ? detail() : QString());
    update();
}

QSize ModelHead::sizeHint() const { return {kHeight * 4, kHeight}; }
QSize ModelHead::minimumSizeHint() const { return {kHeight * 2, kHeight}; }

QString ModelHead::name() const {
    const auto& chosen = talk_.side(side_).chosen();
    return chosen ? chosen->name : tr("Choose a model");
}

QString ModelHead::detail() const {
    const auto& side = talk_.side(side_);
    if (!side.chosen()) return side_ == Talk::kBase ? tr("What it was before") : tr("What training made");
    QStringList facts{models::choiceDetail(*side.chosen())};
    switch (side.state()) {
        case State::none: break;
        case State::resting: facts << tr("not in memory yet"); break;
        case State::failed: facts << tr("could not be loaded"); break;
        case State::loading: facts = {tr("Loading, %1").arg(controls::formatDuration(side.loadingSeconds()))}; break;
        case State::ready:
        case State::answering:
            if (!side.loaded().dtype.isEmpty()) facts << dtypeText(side.loaded().dtype);
            facts << (side.loaded().device.isEmpty() ? u"llama.cpp"_s : deviceText(side.loaded().device));
            if (side.loaded().bytes > 0) facts << controls::formatBytes(side.loaded().bytes);
            break;
    }
    return facts.join(u" · "_s);
}

void ModelHead::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto& side = talk_.side(side_);
    const bool active = side_ == Talk::kTuned && talk_.isPaired();
    const auto fill = isDown() ? Role::pressed : underMouse() ? Role::hover : Role::surface;
    const auto border = side.state() == State::failed ? Role::danger : active ? Role::accentText : Role::border;
    theme::drawBox(painter, rect(), {theme::color(fill), theme::color(border), qreal(theme::px(theme::Radius::card))});
    const int icon = theme::px(theme::Size::icon);
    auto inside = QRectF(rect()).adjusted(theme::space(4), theme::space(2), -theme::space(3), -theme::space(2));
    theme::drawIcon(painter, QRectF(inside.right() - icon, inside.top(), icon, inside.height()), "chevron-down", icon,
                    theme::color(Role::textSecondary));
    inside.setRight(inside.right() - icon - theme::space(2));
    const auto& strong = theme::font(TextStyle::body, theme::Weight::semibold);
    const auto look = side.chosen() ? models::choiceChip(*side.chosen()) : controls::ChipLook{};
    const int tag = look.text.isEmpty() ? 0 : controls::chipWidth(look) + theme::space(2);
    const int width = std::min(theme::textWidth(strong, name()), int(inside.width()) - tag);
    const QRectF line(inside.left(), inside.top(), inside.width(), theme::lineHeight(TextStyle::body));
    theme::drawText(painter, QRectF(line.left(), line.top(), width, line.height()), Qt::AlignLeft | Qt::AlignVCenter, name(), strong,
                    theme::color(Role::text));
    if (tag > 0) controls::drawChip(painter, QRectF(line.left() + width + theme::space(2), line.top(), tag, line.height()), look);
    const QRectF below(inside.left(), line.bottom(), inside.width(), inside.bottom() - line.bottom());
    theme::drawText(painter, below, Qt::AlignLeft | Qt::AlignVCenter, detail(), theme::font(TextStyle::caption),
                    theme::color(side.state() == State::failed ? Role::dangerText : Role::textSecondary));
}

}  // namespace anneal::pages
