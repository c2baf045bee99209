#include "theme/theme.h"

#include <QToolTip>

#include "theme/focus_ring.h"
#include "theme/fonts.h"
#include "theme/palette.h"
#include "theme/style.h"

namespace anneal::theme {
namespace {

Theme* current_ = nullptr;

Scheme resolve(Choice choice, const Appearance& system) {
    switch (choice) {
        case Choice::light: return Scheme::light;
        case Choice::dark: return Scheme::dark;
        case Choice::highContrast: return Scheme::highContrast;
        case Choice::system: break;
    }
    if (system.highContrast) return Scheme::highContrast;
    return system.dark ? Scheme::dark : Scheme::light;
}

bool isMotion(Motion motion) {
    return motion == Motion::hoverMs || motion == Motion::stateMs || motion == Motion::panelMs || motion == Motion::toastInMs;
}

}  // namespace

Theme::Theme(QApplication& app, const Appearance& system)
    : app_(app), system_(system), scheme_(resolve(choice_, system)), ring_(std::make_unique<FocusRing>()) {
    Q_ASSERT(!current_);
    current_ = this;
    loadFaces(fontFolder());
    for (std::size_t style = 0; style < kCount<TextStyle>; ++style)
        for (std::size_t weight = 0; weight < kCount<Weight>; ++weight)
            fonts_[TextStyle(style)][Weight(weight)] = makeFont(Tokens::builtIn(), TextStyle(style), Weight(weight));
    app_.setStyle(new Style);
    app_.setFont(font(TextStyle::body, Weight::regular));
    app_.installEventFilter(ring_.get());
    QToolTip::setFont(font(TextStyle::caption, Weight::regular));
    apply();
}

Theme::~Theme() { current_ = nullptr; }

Theme& Theme::current() {
    Q_ASSERT(current_);
    return *current_;
}

void Theme::choose(Choice choice) {
    choice_ = choice;
    if (const auto next = resolve(choice_, system_); next != scheme_) {
        scheme_ = next;
        apply();
    }
}

void Theme::followSystem(const Appearance& system) {
    system_ = system;
    choose(choice_);
}

void Theme::apply() {
    const auto palette = makePalette(Tokens::builtIn().colors[scheme_]);
    app_.setPalette(palette);
    QToolTip::setPalette(palette);
    // The palettes of two schemes could be equal; what is painted from tokens still differs.
    for (auto* widget : QApplication::allWidgets()) widget->update();
    Q_EMIT changed();
}

const QColor& color(Role role) { return Tokens::builtIn().colors[Theme::current().scheme()][role]; }

const Series& series(std::size_t index) {
    const auto& all = Tokens::builtIn().series[Theme::current().scheme()];
    return all[index % all.size()];
}

int px(Size size) { return Tokens::builtIn().sizes[size]; }
int px(Radius radius) { return Tokens::builtIn().radii[radius]; }
qreal px(Stroke stroke) { return Tokens::builtIn().strokes[stroke]; }
int space(int steps) { return steps * Tokens::builtIn().grid; }

int duration(Motion motion) {
    if (isMotion(motion) && Theme::current().reducedMotion()) return 0;
    return int(Tokens::builtIn().durations[motion].count());
}

QEasingCurve easing() { return Tokens::builtIn().easing; }

const QFont& font(TextStyle style) {
    const bool plain = style == TextStyle::caption || style == TextStyle::body || style == TextStyle::mono;
    return font(style, plain ? Weight::regular : Weight::semibold);
}
const QFont& font(TextStyle style, Weight weight) { return Theme::current().font(style, weight); }
int lineHeight(TextStyle style) { return Tokens::builtIn().lineHeights[style]; }

}  // namespace anneal::theme
