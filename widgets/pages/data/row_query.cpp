#include "pages/data/row_query.h"

#include <cmath>

#include <arrow/array.h>
#include <arrow/table.h>

#include "base/text.h"
#include "data/number_at.h"
#include "data/render.h"

namespace anneal::pages {
namespace {

using Relation = RowQuery::Relation;

constexpr std::int64_t kStride = 8192;

struct Sign {
    std::string_view text;
    Relation relation;
};
// Longer ones first.
constexpr std::array kSigns{Sign{">=", Relation::moreOrEqual}, Sign{"<=", Relation::lessOrEqual}, Sign{"!=", Relation::unequal},
                            Sign{"=", Relation::equal},        Sign{">", Relation::more},         Sign{"<", Relation::less},
                            Sign{":", Relation::contains}};

bool compares(Relation relation, double value, double wanted) {
    switch (relation) {
        case Relation::equal: return value == wanted;
        case Relation::unequal: return value != wanted;
        case Relation::less: return value < wanted;
        case Relation::lessOrEqual: return value <= wanted;
        case Relation::more: return value > wanted;
        case Relation::moreOrEqual: return value >= wanted;
        case Relation::contains: return false;
    }
    return false;
}

/// One query made ready for many cells.
class Matcher {
public:
    explicit Matcher(const RowQuery& query) : relation_(query.relation), wanted_(QString::fromStdString(query.text).toCaseFolded()) {
        ascii_ = std::ranges::all_of(query.text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        lower_ = base::toLower(query.text);
        bool isNumber = false;
        number_ = QString::fromStdString(query.text).toDouble(&isNumber);
        if (!isNumber) number_ = std::numeric_limits<double>::quiet_NaN();
    }

    bool matches(const arrow::Array& values, std::int64_t row) {
        if (values.IsNull(row))
            return (relation_ == Relation::equal && wanted_.isEmpty()) || (relation_ == Relation::unequal && !wanted_.isEmpty());
        if (relation_ != Relation::contains && !std::isnan(number_))
            if (const auto value = data::numberAt(values, row)) return compares(relation_, *value, number_);
        std::string_view text;
        if (values.type_id() == arrow::Type::STRING) {
            text = data::stringAt(values, row);
        } else {
            plain_.clear();
            data::appendPlain(plain_, values, row);
            text = plain_;
        }
        if (relation_ == Relation::contains && ascii_) return containsAscii(text);
        const auto folded = QString::fromUtf8(text.data(), qsizetype(text.size())).toCaseFolded();
        if (relation_ == Relation::contains) return folded.contains(wanted_);
        const int order = folded.compare(wanted_);
        return compares(relation_, order, 0);
    }

private:
    bool containsAscii(std::string_view text) const {
        if (lower_.size() > text.size()) return false;
        const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? char(a | 0x20) : a) == b; };
        return !std::ranges::search(text, lower_, same).empty();
    }

    Relation relation_;
    QString wanted_;
    std::string lower_, plain_;
    bool ascii_ = false;
    double number_ = 0;
};

}  // namespace

std::optional<RowQuery> RowQuery::parse(const QString& text, const std::vector<std::string>& columns) {
    const auto whole = text.trimmed().toStdString();
    if (whole.empty()) return {};
    for (const auto& sign : kSigns) {
        const auto at = whole.find(sign.text);
        if (at == std::string::npos) continue;
        const auto name = base::toLower(base::trim(std::string_view(whole).substr(0, at)));
        const auto column = std::ranges::find_if(columns, [&](const auto& each) { return base::toLower(each) == name; });
        if (column == columns.end()) continue;
        return RowQuery{*column, sign.relation, std::string(base::trim(std::string_view(whole).substr(at + sign.text.size())))};
    }
    return RowQuery{{}, Relation::contains, whole};
}

Result<RowOrder> matchingRows(data::RowReader& reader, const RowQuery& query, std::int64_t first, std::size_t most,
                              const jobs::JobContext& context) {
    RowOrder found;
    Matcher matcher(query);
    for (auto begin = first; begin < reader.size(); begin += kStride) {
        if (context.stop.stopRequested()) return fail("stopped", "stopped");
        ANNEAL_TRY(table, reader.rows(begin, kStride));
        std::vector<const arrow::Array*> columns;
        for (int i = 0; i < table->num_columns(); ++i)
            if (query.column.empty() || table->field(i)->name() == query.column) columns.push_back(table->column(i)->chunk(0).get());
        for (std::int64_t row = 0; row < table->num_rows(); ++row) {
            if (!std::ranges::any_of(columns, [&](const auto* values) { return matcher.matches(*values, row); })) continue;
            found.push_back({std::int32_t(begin + row + 1), 0});
            if (most > 0 && found.size() >= most) return found;
        }
        if (context.progress) context.progress({begin + table->num_rows() - first, reader.size() - first, {}});
    }
    return found;
}

}  // namespace anneal::pages
