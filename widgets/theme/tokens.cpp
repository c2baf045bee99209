#include "theme/tokens.h"

#include <stdexcept>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace anneal::theme {
namespace {

/// Reads values under a path of keys and remembers the first that is not what it should be.
class Reader {
public:
    explicit Reader(QJsonObject root) : root_(std::move(root)) {}

    const QString& offence() const { return offence_; }

    double number(const QString& section, const QString& name) {
        const auto value = at(section).value(name);
        if (!value.isDouble()) blame(section, name);
        return value.toDouble();
    }

    template <class Enum, class Value>
    void numbers(const QString& section, EnumArray<Enum, Value>& into) {
        for (std::size_t i = 0; i < kCount<Enum>; ++i) into[Enum(i)] = Value(number(section, key(Enum(i))));
    }

    void durations(EnumArray<Motion, std::chrono::milliseconds>& into) {
        for (std::size_t i = 0; i < kCount<Motion>; ++i)
            into[Motion(i)] = std::chrono::milliseconds(qint64(number(u"motion"_s, key(Motion(i)))));
    }

    void colors(const QString& section, EnumArray<Role, QColor>& into) {
        for (std::size_t i = 0; i < kCount<Role>; ++i) into[Role(i)] = color(section, key(Role(i)), at(section).value(key(Role(i))));
    }

    std::vector<Series> series(const QString& section) {
        std::vector<Series> all;
        for (const auto& entry : at(section).value("series"_L1).toArray()) {
            Series one{entry["name"_L1].toString(), color(section, u"series"_s, entry["color"_L1]), {}};
            for (const auto& length : entry["dash"_L1].toArray()) one.dash << length.toDouble();
            all.push_back(std::move(one));
        }
        if (all.empty()) blame(section, u"series"_s);
        return all;
    }

    QStringList words(const QString& section, const QString& name) {
        QStringList all;
        for (const auto& word : at(section).value(name).toArray()) all << word.toString();
        if (all.isEmpty()) blame(section, name);
        return all;
    }

    QEasingCurve::Type easing(const QString& section, const QString& name) {
        bool known = false;
        const auto word = at(section).value(name).toString().toLatin1();
        const int type = QMetaEnum::fromType<QEasingCurve::Type>().keyToValue(word.constData(), &known);
        if (!known) blame(section, name);
        return known ? QEasingCurve::Type(type) : QEasingCurve::Linear;
    }

private:
    QJsonObject at(const QString& section) const {
        QJsonValue value = root_;
        for (const auto& step : section.split(u'.')) value = value[step];
        return value.toObject();
    }

    QColor color(const QString& section, const QString& name, const QJsonValue& value) {
        const QColor color(value.toString());
        if (!color.isValid()) blame(section, name);
        return color;
    }

    void blame(const QString& section, const QString& name) {
        if (offence_.isEmpty()) offence_ = section + u'.' + name;
    }

    QJsonObject root_;
    QString offence_;
};

}  // namespace

Result<Tokens> Tokens::parse(const QByteArray& json) {
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(json, &error);
    if (document.isNull()) return fail("tokens_invalid", error.errorString().toStdString());

    Reader reader(document.object());
    Tokens tokens;
    for (std::size_t i = 0; i < kCount<Scheme>; ++i) {
        const auto section = u"themes."_s + key(Scheme(i));
        reader.colors(section, tokens.colors[Scheme(i)]);
        tokens.series[Scheme(i)] = reader.series(section);
    }
    reader.numbers(u"size"_s, tokens.sizes);
    tokens.grid = int(reader.number(u"space"_s, u"1"_s));
    reader.numbers(u"radius"_s, tokens.radii);
    reader.numbers(u"stroke"_s, tokens.strokes);
    reader.numbers(u"font.size"_s, tokens.textSizes);
    reader.numbers(u"font.line"_s, tokens.lineHeights);
    reader.numbers(u"font.weight"_s, tokens.weights);
    reader.durations(tokens.durations);
    tokens.uiFamilies = reader.words(u"font"_s, u"ui"_s);
    tokens.monoFamilies = reader.words(u"font"_s, u"mono"_s);
    tokens.easing = reader.easing(u"motion"_s, u"easing"_s);
    if (!reader.offence().isEmpty()) return fail("tokens_invalid", reader.offence().toStdString() + " is missing or malformed");
    return tokens;
}

const Tokens& Tokens::builtIn() {
    static const Tokens tokens = [] {
        QFile file(u":/theme/tokens.json"_s);
        if (!file.open(QIODevice::ReadOnly)) throw std::logic_error("the design tokens are not compiled in");
        auto parsed = parse(file.readAll());
        if (!parsed) throw std::logic_error(parsed.error().message);
        return std::move(*parsed);
    }();
    return tokens;
}

}  // namespace anneal::theme
