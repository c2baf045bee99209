#pragma once
// The theme in force. One lives as long as the application, made by its main; like qApp it is reached from anywhere, by the
// functions below. Use them while painting and keep no colour: the next paint may be in another theme. Main thread only.

#include <QApplication>
#include <QFont>
#include <QObject>

#include "theme/tokens.h"

namespace anneal::theme {

/// What the desktop asks for.
struct Appearance {
    bool dark = false;
    bool highContrast = false;
    bool reducedMotion = false;

    bool operator==(const Appearance&) const = default;
};

enum class Choice { system, light, dark, highContrast };

class FocusRing;

class Theme : public QObject {
    Q_OBJECT
public:
    /// Gives `app` its style, palette, fonts and focus ring.
    explicit Theme(QApplication& app, const Appearance& system = {});
    ~Theme() override;

    static Theme& current();

    Scheme scheme() const { return scheme_; }
    Choice choice() const { return choice_; }
    bool reducedMotion() const { return system_.reducedMotion; }
    const QFont& font(TextStyle style, Weight weight) const { return fonts_[style][weight]; }

public Q_SLOTS:
    /// Takes effect at once: every open window repaints in place.
    void choose(anneal::theme::Choice choice);
    void followSystem(const anneal::theme::Appearance& system);

Q_SIGNALS:
    /// The scheme is another. Widgets are repainted without it; it is for what keeps colours: documents, chart pens.
    void changed();

private:
    void apply();

    QApplication& app_;
    Appearance system_;
    Choice choice_ = Choice::system;
    Scheme scheme_ = Scheme::light;
    EnumArray<TextStyle, EnumArray<Weight, QFont>> fonts_;
    std::unique_ptr<FocusRing> ring_;
};

const QColor& color(Role role);
/// Series `index` of a chart, from 0; they repeat after the last.
const Series& series(std::size_t index);
int px(Size size);
int px(Radius radius);
qreal px(Stroke stroke);
/// A gap of `steps` times 4 pixels.
int space(int steps);
/// Milliseconds; 0 where the system asks for less motion. How long a toast stays and how often charts tick is no motion.
int duration(Motion motion);
QEasingCurve easing();
/// A heading, title, display or hero is semibold, everything else regular, unless said otherwise.
const QFont& font(TextStyle style);
const QFont& font(TextStyle style, Weight weight);
int lineHeight(TextStyle style);

}  // namespace anneal::theme
