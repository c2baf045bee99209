#pragma once
// The design tokens of resources/theme/tokens.json: every colour, size and duration that the window uses.
// An enumerator is its JSON key in camelCase. Sizes are device-independent pixels.

#include <array>
#include <chrono>
#include <span>

#include <QColor>
#include <QEasingCurve>
#include <QMetaEnum>
#include <QStringList>

#include "base/result.h"

namespace anneal::theme {
Q_NAMESPACE

enum class Scheme { light, dark, highContrast };
Q_ENUM_NS(Scheme)

/// What a colour is for; never what it looks like.
enum class Role {
    window,
    rail,
    surface,
    header,
    raised,
    overlay,
    sunken,
    border,
    borderStrong,
    borderControl,
    text,
    textSecondary,
    textDisabled,
    accent,
    accentHover,
    accentPressed,
    onAccent,
    accentText,
    accentSubtle,
    success,
    successText,
    successSubtle,
    warning,
    warningText,
    warningSubtle,
    danger,
    dangerHover,
    dangerText,
    dangerSubtle,
    onDanger,
    focus,
    selection,
    onSelection,
    hover,
    pressed,
    tokenTrained,
    tokenTrainedAlt,
    onTokenTrained,
    tokenPrompt,
    tokenPromptAlt,
    tokenSpecial,
    onTokenSpecial,
    chartBg,
    chartGrid,
    chartAxis,
    chartCrosshair
};
Q_ENUM_NS(Role)

enum class Size {
    rail,
    topbar,
    statusbar,
    control,
    controlCompact,
    tableRow,
    tableRowCompact,
    tableHeader,
    tableHeaderProfile,
    choiceCard,
    chip,
    icon,
    iconRail,
    checkbox,
    switchW,
    switchH,
    tab,
    hitMin,
    recipeStep,
    forecastBar,
    gauge,
    toastW,
    trayPopupW,
    paletteW,
    paletteRow,
    stepperW,
    panelRight
};
Q_ENUM_NS(Size)

enum class Radius { chip, control, card };
Q_ENUM_NS(Radius)

enum class Stroke { border, focus, focusOffset, icon, chart, chartEmphasis };
Q_ENUM_NS(Stroke)

enum class Motion { hoverMs, stateMs, panelMs, toastInMs, toastStayMs, chartLiveMs, progressTickMs, busyAfterMs };
Q_ENUM_NS(Motion)

enum class TextStyle { caption, body, title, heading, display, hero, mono };
Q_ENUM_NS(TextStyle)

enum class Weight { regular, medium, semibold };
Q_ENUM_NS(Weight)

constexpr Scheme last(Scheme) { return Scheme::highContrast; }
constexpr Role last(Role) { return Role::chartCrosshair; }
constexpr Size last(Size) { return Size::panelRight; }
constexpr Radius last(Radius) { return Radius::card; }
constexpr Stroke last(Stroke) { return Stroke::chartEmphasis; }
constexpr Motion last(Motion) { return Motion::busyAfterMs; }
constexpr TextStyle last(TextStyle) { return TextStyle::mono; }
constexpr Weight last(Weight) { return Weight::semibold; }
template <class Enum>
inline constexpr std::size_t kCount = std::size_t(last(Enum{})) + 1;

/// An array with one value for each enumerator.
template <class Enum, class Value>
struct EnumArray {
    std::array<Value, kCount<Enum>> values{};

    Value& operator[](Enum key) { return values[std::size_t(key)]; }
    const Value& operator[](Enum key) const { return values[std::size_t(key)]; }
};

/// How one series of a chart is told from the others: by colour and by dash.
struct Series {
    QString name;
    QColor color;
    QList<qreal> dash;  ///< lengths drawn and left out, in pixels; empty: solid
};

struct Tokens {
    EnumArray<Scheme, EnumArray<Role, QColor>> colors;
    EnumArray<Scheme, std::vector<Series>> series;
    EnumArray<Size, int> sizes;
    int grid = 0;  ///< every gap is a multiple of it
    EnumArray<Radius, int> radii;
    EnumArray<Stroke, qreal> strokes;
    EnumArray<Motion, std::chrono::milliseconds> durations;
    EnumArray<TextStyle, int> textSizes;
    EnumArray<TextStyle, int> lineHeights;
    EnumArray<Weight, int> weights;  ///< as OpenType counts them: 400 is regular
    QStringList uiFamilies;
    QStringList monoFamilies;
    QEasingCurve::Type easing = QEasingCurve::Linear;

    /// Error "tokens_invalid" names the key that is missing or no number, colour or list.
    static Result<Tokens> parse(const QByteArray& json);
    /// Those compiled into the program, read on first use.
    static const Tokens& builtIn();
};

/// "borderStrong" as the JSON writes it: "border_strong".
template <class Enum>
QString key(Enum value) {
    QString snake;
    for (const QChar letter : QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)))) {
        if (letter.isUpper()) snake += u'_';
        snake += letter.toLower();
    }
    return snake;
}

}  // namespace anneal::theme
