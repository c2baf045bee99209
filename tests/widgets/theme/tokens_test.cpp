// The tokens parse, say what is wrong when they do not, and every text and mark can be read on every ground it stands on.

#include "theme/tokens.h"

#include <cmath>

#include <QFile>
#include <QtTest>

using namespace Qt::StringLiterals;

namespace anneal {
namespace {

using theme::Role;
using theme::Scheme;

struct Pairs {
    Role ink;
    std::vector<Role> grounds;
    double least;
};

const std::vector<Role> kFills{Role::window,  Role::rail,   Role::surface, Role::header, Role::raised,
                               Role::overlay, Role::sunken, Role::hover,   Role::pressed};
const std::vector<Role> kSubtle{Role::accentSubtle, Role::successSubtle, Role::warningSubtle, Role::dangerSubtle};
const std::vector<Role> kState{Role::window, Role::surface, Role::header, Role::raised, Role::overlay, Role::hover};

std::vector<Role> plus(std::vector<Role> first, const std::vector<Role>& more) {
    first.insert(first.end(), more.begin(), more.end());
    return first;
}

/// WCAG 2.2: 4.5 for text, 3 for marks and the borders of controls.
const std::vector<Pairs> kPairs{
    {Role::text, plus(plus(kFills, kSubtle), {Role::tokenPrompt, Role::tokenPromptAlt}), 4.5},
    {Role::textSecondary, plus(plus(kFills, kSubtle), {Role::tokenPrompt, Role::tokenPromptAlt}), 4.5},
    {Role::textDisabled, plus(kFills, kSubtle), 4.5},
    {Role::accentText, plus(kState, {Role::sunken, Role::accentSubtle}), 4.5},
    {Role::onAccent, {Role::accent, Role::accentHover, Role::accentPressed}, 4.5},
    {Role::onDanger, {Role::danger, Role::dangerHover}, 4.5},
    {Role::successText, plus(kState, {Role::successSubtle}), 4.5},
    {Role::warningText, plus(kState, {Role::warningSubtle}), 4.5},
    {Role::dangerText, plus(kState, {Role::dangerSubtle}), 4.5},
    {Role::onSelection, {Role::selection}, 4.5},
    {Role::onTokenTrained, {Role::tokenTrained, Role::tokenTrainedAlt}, 4.5},
    {Role::onTokenSpecial, {Role::tokenSpecial}, 4.5},
    {Role::chartAxis, {Role::chartBg}, 4.5},
    {Role::borderControl, {Role::surface, Role::window, Role::overlay}, 3},
    {Role::focus, {Role::window, Role::surface, Role::raised}, 3},
    {Role::accent, {Role::surface, Role::window}, 3},
    {Role::success, {Role::surface, Role::window}, 3},
    {Role::warning, {Role::surface, Role::window}, 3},
    {Role::danger, {Role::surface, Role::window}, 3},
};

using Linear = std::array<double, 3>;

Linear linear(const QColor& color) {
    const auto expand = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return {expand(color.redF()), expand(color.greenF()), expand(color.blueF())};
}

double luminance(const QColor& color) {
    const auto [r, g, b] = linear(color);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

double contrast(const QColor& a, const QColor& b) {
    const double light = std::max(luminance(a), luminance(b)), dark = std::min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
}

using Matrix = std::array<std::array<double, 3>, 3>;

Linear times(const Matrix& m, const Linear& v) {
    Linear out{};
    for (std::size_t i = 0; i < 3; ++i) out[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    return out;
}

/// Björn Ottosson, A perceptual color space for image processing (2020).
Linear oklab(const Linear& rgb) {
    static constexpr Matrix toLms{{{0.4122214708, 0.5363325363, 0.0514459929},
                                   {0.2119034982, 0.6806995451, 0.1073969566},
                                   {0.0883024619, 0.2817188376, 0.6299787005}}};
    static constexpr Matrix toLab{{{0.2104542553, 0.7936177850, -0.0040720468},
                                   {1.9779984951, -2.4285922050, 0.4505937099},
                                   {0.0259040371, 0.7827717662, -0.8086757660}}};
    auto lms = times(toLms, rgb);
    for (auto& value : lms) value = std::cbrt(value);
    return times(toLab, lms);
}

/// Normal sight, then Machado, Oliveira and Fernandes (2009) at full severity: protan, deutan, tritan.
constexpr std::array<Matrix, 4> kSights{
    {{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
     {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
     {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
     {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}}};

double distance(const QColor& a, const QColor& b, const Matrix& sight) {
    const auto seen = [&](const QColor& color) {
        auto rgb = times(sight, linear(color));
        for (auto& value : rgb) value = std::clamp(value, 0.0, 1.0);
        return oklab(rgb);
    };
    const auto x = seen(a), y = seen(b);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

class TokensTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void the_built_in_tokens_are_whole() {
        const auto& tokens = theme::Tokens::builtIn();
        QCOMPARE(tokens.sizes[theme::Size::control], 32);
        QCOMPARE(tokens.sizes[theme::Size::controlCompact], 28);
        QCOMPARE(tokens.grid, 4);
        QCOMPARE(tokens.textSizes[theme::TextStyle::body], 13);
        QCOMPARE(tokens.weights[theme::Weight::semibold], 600);
        QCOMPARE(tokens.colors[Scheme::light][Role::accent], QColor(0x2B, 0x5B, 0xCB));
        QCOMPARE(tokens.durations[theme::Motion::toastStayMs].count(), 6000);
        QCOMPARE(tokens.easing, QEasingCurve::OutCubic);
    }

    void what_is_missing_or_malformed_is_named() {
        QFile file(u":/theme/tokens.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto whole = file.readAll();
        QVERIFY(theme::Tokens::parse(whole));
        const auto offence = [&](const char* from, const char* to) {
            const auto parsed = theme::Tokens::parse(QByteArray(whole).replace(from, to));
            return parsed ? std::string() : parsed.error().message;
        };
        QVERIFY(offence("\"tab\": 36", "\"tabs\": 36").starts_with("size.tab "));
        QVERIFY(offence("\"accent\": \"#2B5BCB\"", "\"accent\": \"blueish\"").starts_with("themes.light.accent "));
        QVERIFY(offence("OutCubic", "Outward").starts_with("motion.easing "));
        QVERIFY(!theme::Tokens::parse("{"));
    }

    void every_pair_can_be_read_data() {
        QTest::addColumn<int>("scheme");
        for (std::size_t i = 0; i < theme::kCount<Scheme>; ++i) QTest::newRow(qPrintable(theme::key(Scheme(i)))) << int(i);
    }
    void every_pair_can_be_read() {
        QFETCH(const int, scheme);
        const auto& colors = theme::Tokens::builtIn().colors[Scheme(scheme)];
        for (const auto& [ink, grounds, least] : kPairs)
            for (const auto ground : grounds) {
                const double ratio = contrast(colors[ink], colors[ground]);
                QVERIFY2(ratio >= least, qPrintable(u"%1 on %2: %3"_s.arg(theme::key(ink), theme::key(ground)).arg(ratio)));
            }
    }

    void chart_series_are_told_apart_by_every_sight_data() { every_pair_can_be_read_data(); }
    void chart_series_are_told_apart_by_every_sight() {
        QFETCH(const int, scheme);
        const auto& series = theme::Tokens::builtIn().series[Scheme(scheme)];
        const auto& ground = theme::Tokens::builtIn().colors[Scheme(scheme)][Role::chartBg];
        QCOMPARE(series.size(), 8);
        for (std::size_t i = 0; i < series.size(); ++i) {
            QVERIFY2(contrast(series[i].color, ground) >= 3, qPrintable(series[i].name));
            for (std::size_t j = 0; j < i; ++j) {
                QVERIFY2(series[i].dash != series[j].dash, qPrintable(series[i].name));
                for (const auto& sight : kSights) {
                    const double apart = distance(series[i].color, series[j].color, sight);
                    QVERIFY2(apart >= 0.06, qPrintable(u"%1 and %2: %3"_s.arg(series[i].name, series[j].name).arg(apart)));
                }
            }
        }
    }
};

}  // namespace
}  // namespace anneal

QTEST_GUILESS_MAIN(anneal::TokensTest)
#include "tokens_test.moc"
