#include "data/features/feature_columns.h"

#include <cmath>
#include <cstdio>

#include <arrow/builder.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/arrow_result.h"
#include "data/features/moment.h"

namespace anneal::data::features {
namespace {

constexpr int kPlain = -1, kAllFeatures = -2;

bool isTruth(const Feature& feature) { return feature.kind.meaning == Meaning::truth || feature.kind.meaning == Meaning::truthOrNull; }

/// Months are whole numbers whatever they were made of, and so are keys and categories that are numbers.
bool isWhole(const Feature& feature) { return feature.integers || feature.kind.has(kCategory); }

template <class Builder, class Value>
Result<std::shared_ptr<arrow::Array>> build(std::span<const double> values, const Value& value) {
    Builder builder;
    ANNEAL_CHECK(checked(builder.Reserve(std::int64_t(values.size())), "features"));
    for (const double one : values) ANNEAL_CHECK(checked(std::isnan(one) ? builder.AppendNull() : builder.Append(value(one)), "features"));
    return checked(builder.Finish(), "features");
}

std::string valueText(const Feature& feature, double value, const Tables& tables) {
    if (const auto* words = wordsOf(feature, tables)) return std::string((*words)[std::size_t(value)]);
    if (isTruth(feature)) return value == 0 ? "no" : "yes";
    char text[32];
    std::snprintf(text, sizeof text, isWhole(feature) ? "%.0f" : "%.4g", value);
    return text;
}

}  // namespace

std::vector<FeatureColumn> columnsOf(const std::vector<FeaturePtr>& features) {
    std::vector<FeatureColumn> columns;
    for (const auto& feature : features) {
        const auto names = feature->columnNames();
        for (std::size_t i = 0; i < names.size(); ++i)
            columns.push_back({feature, int(i), names[i], feature->words + (names.size() > 1 ? " (" + std::to_string(i + 1) + ")" : "")});
    }
    return columns;
}

std::shared_ptr<arrow::Field> fieldOf(const FeatureColumn& column, const Tables& tables) {
    const auto& feature = *column.feature;
    if (wordsOf(feature, tables)) return arrow::field(column.name, arrow::utf8());
    return arrow::field(column.name, isTruth(feature) ? arrow::boolean() : isWhole(feature) ? arrow::int64() : arrow::float64());
}

Result<std::shared_ptr<arrow::Array>> arrayOf(const FeatureColumn& column, std::span<const double> values, const Tables& tables) {
    const auto& feature = *column.feature;
    if (const auto* words = wordsOf(feature, tables))
        return build<arrow::StringBuilder>(values, [&](double one) { return (*words)[std::size_t(one)]; });
    if (isTruth(feature)) return build<arrow::BooleanBuilder>(values, [](double one) { return one != 0; });
    if (isWhole(feature)) return build<arrow::Int64Builder>(values, [](double one) { return std::int64_t(one); });
    return build<arrow::DoubleBuilder>(values, [](double one) { return one; });
}

Result<FeatureText> FeatureText::parse(const std::string& text, const std::vector<FeatureColumn>& columns) {
    FeatureText parsed;
    std::string plain;
    const auto flush = [&] {
        if (!plain.empty()) parsed.pieces_.push_back({std::exchange(plain, {}), kPlain});
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool doubled = i + 1 < text.size() && text[i + 1] == text[i] && (text[i] == '{' || text[i] == '}');
        if (doubled) ++i;
        if (doubled || text[i] != '{') {
            plain += text[i];
            continue;
        }
        const auto end = text.find('}', i);
        const auto name = text.substr(i + 1, end == std::string::npos ? end : end - i - 1);
        if (end == std::string::npos)
            return fail("template_invalid", "{" + name + " is not closed", "write {" + name + "}, or {{ for a brace");
        flush();
        i = end;
        int column = kAllFeatures;
        if (name != "features") {
            std::vector<std::string> names = {"features"};
            for (const auto& one : columns) names.push_back(one.name);
            const auto found = std::find(names.begin(), names.end(), name);
            if (found == names.end()) {
                const auto near = base::nearest(name, names);
                return fail("template_invalid", "there is no feature \"" + name + "\"",
                            near ? "did you mean {" + *near + "}?" : "{features} stands for all; --list names them");
            }
            column = int(found - names.begin()) - 1;
        }
        parsed.pieces_.push_back({"", column});
    }
    flush();
    return parsed;
}

std::string FeatureText::write(const std::vector<std::span<const double>>& values, std::size_t row,
                               const std::vector<FeatureColumn>& columns, const Tables& tables) const {
    std::string text;
    for (const auto& piece : pieces_) {
        if (piece.column == kPlain) text += piece.text;
        if (piece.column >= 0 && !std::isnan(values[std::size_t(piece.column)][row]))
            text += valueText(*columns[std::size_t(piece.column)].feature, values[std::size_t(piece.column)][row], tables);
        if (piece.column != kAllFeatures) continue;
        bool first = true;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (std::isnan(values[i][row])) continue;
            text += (first ? "" : "; ") + columns[i].words + ": " + valueText(*columns[i].feature, values[i][row], tables);
            first = false;
        }
    }
    return text;
}

}  // namespace anneal::data::features
