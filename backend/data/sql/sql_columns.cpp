#include "data/sql/sql_columns.h"

#include <charconv>
#include <stdexcept>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <arrow/util/decimal.h>

#include "base/text.h"
#include "data/render.h"
#include "data/sources/cell.h"
#include "data/sources/cell_column.h"
#include "data/sources/json_rows.h"

namespace anneal::data {
namespace {

void must(const arrow::Status& status) {
    if (!status.ok()) throw std::runtime_error(status.ToString());
}

bool isDynamic(SqlType type) { return type == SqlType::any || type == SqlType::cell; }

std::shared_ptr<arrow::DataType> arrowType(const SqlColumn& column) {
    switch (column.type) {
        case SqlType::boolean: return arrow::boolean();
        case SqlType::integer: return arrow::int64();
        case SqlType::unsignedInteger: return arrow::uint64();
        case SqlType::real: return arrow::float64();
        case SqlType::decimal: return arrow::decimal128(column.precision, column.scale);
        case SqlType::date: return arrow::date32();
        case SqlType::timestamp: return arrow::timestamp(arrow::TimeUnit::MICRO);
        case SqlType::instant: return arrow::timestamp(arrow::TimeUnit::MICRO, "UTC");
        case SqlType::binary: return arrow::binary();
        default: return arrow::utf8();
    }
}

/// A cell's text; numbers as they are written.
std::string textOf(const SqlCell& cell) {
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
    std::string text;
    if (const auto* real = std::get_if<double>(&cell)) appendReal(text, *real);
    return text;
}

/// The instant's text has the zone behind it: +00, as the session asked for UTC.
std::string_view withoutZone(std::string_view text) {
    const auto sign = text.find('+', 19 < text.size() ? 19 : text.size());
    return text.substr(0, sign);
}

/// One column that knows its type. False if the value is none of its type.
class TypedColumn {
public:
    explicit TypedColumn(const SqlColumn& column) : column_(column) {
        must(arrow::MakeBuilder(arrow::default_memory_pool(), arrowType(column), &builder_));
    }
    bool fits(const SqlCell& cell) const {
        if (std::holds_alternative<std::monostate>(cell)) return true;
        const auto text = textOf(cell);
        switch (column_.type) {
            case SqlType::boolean: return text == "t" || text == "f" || text == "1" || text == "0" || booleanOf(text);
            case SqlType::date: return dateOf(text).has_value();
            case SqlType::timestamp: return timestampOf(text).has_value();
            case SqlType::instant: return timestampOf(withoutZone(text)).has_value();
            case SqlType::decimal: return decimal(text).has_value();
            case SqlType::json: return isJsonDocument(text);
            case SqlType::text: return base::isValidUtf8(text);
            default: return true;
        }
    }
    void append(const SqlCell& cell) {
        if (std::holds_alternative<std::monostate>(cell)) {
            must(builder_->AppendNull());
            return;
        }
        auto* builder = builder_.get();
        switch (column_.type) {
            case SqlType::integer: must(static_cast<arrow::Int64Builder*>(builder)->Append(std::get<std::int64_t>(cell))); return;
            case SqlType::real: must(static_cast<arrow::DoubleBuilder*>(builder)->Append(std::get<double>(cell))); return;
            default: appendText(textOf(cell));
        }
    }
    std::shared_ptr<arrow::Array> finish() {
        std::shared_ptr<arrow::Array> array;
        must(builder_->Finish(&array));
        return array;
    }

private:
    std::optional<arrow::Decimal128> decimal(std::string_view text) const {
        arrow::Decimal128 value;
        std::int32_t precision = 0, scale = 0;
        if (!arrow::Decimal128::FromString(text, &value, &precision, &scale).ok()) return {};
        const auto scaled = value.Rescale(scale, column_.scale);
        if (!scaled.ok() || !scaled->FitsInPrecision(column_.precision)) return {};
        return *scaled;
    }
    void appendText(const std::string& text) {
        auto* builder = builder_.get();
        switch (column_.type) {
            case SqlType::boolean:
                must(static_cast<arrow::BooleanBuilder*>(builder)->Append(text == "t" || text == "1" || booleanOf(text).value_or(false)));
                return;
            case SqlType::unsignedInteger: {
                std::uint64_t value = 0;
                std::from_chars(text.data(), text.data() + text.size(), value);
                must(static_cast<arrow::UInt64Builder*>(builder)->Append(value));
                return;
            }
            case SqlType::decimal: must(static_cast<arrow::Decimal128Builder*>(builder)->Append(*decimal(text))); return;
            case SqlType::date: must(static_cast<arrow::Date32Builder*>(builder)->Append(*dateOf(text))); return;
            case SqlType::timestamp: must(static_cast<arrow::TimestampBuilder*>(builder)->Append(*timestampOf(text))); return;
            case SqlType::instant: must(static_cast<arrow::TimestampBuilder*>(builder)->Append(*timestampOf(withoutZone(text)))); return;
            default: must(static_cast<arrow::BinaryBuilder*>(builder)->Append(text));
        }
    }
    SqlColumn column_;
    std::unique_ptr<arrow::ArrayBuilder> builder_;
};

std::string excerpt(const SqlRow& row) {
    std::string text;
    for (const auto& cell : row) text += (text.empty() ? "" : ", ") + textOf(cell).substr(0, 40);
    return base::replaceInvalidUtf8(text.substr(0, 200));
}

/// Rows whose every value fits its column.
std::vector<const SqlRow*> fitting(const std::vector<SqlColumn>& columns, const std::vector<SqlRow>& rows, Parsed& parsed) {
    std::vector<std::optional<TypedColumn>> typed(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (!isDynamic(columns[i].type)) typed[i].emplace(columns[i]);
    std::vector<const SqlRow*> kept;
    for (const auto& row : rows) {
        ++parsed.rows;
        std::string reason;
        for (std::size_t i = 0; i < columns.size() && reason.empty(); ++i) {
            const bool fits = typed[i] ? typed[i]->fits(row[i]) : base::isValidUtf8(textOf(row[i]));
            if (!fits)
                reason = columns[i].name + " holds \"" + base::replaceInvalidUtf8(textOf(row[i]).substr(0, 40)) +
                         "\", which its type cannot keep";
        }
        if (reason.empty())
            kept.push_back(&row);
        else
            parsed.rejected.push_back({parsed.rows, 0, std::move(reason), excerpt(row), {}});
    }
    return kept;
}

}  // namespace

std::shared_ptr<arrow::Field> fieldOf(const SqlColumn& column) {
    if (column.type == SqlType::json) return makeField(column.name, ColumnType::json);
    return arrow::field(column.name, arrowType(column));
}

Result<Parsed> columnsOf(const std::vector<SqlColumn>& columns, const std::vector<SqlRow>& rows, const arrow::Schema& expected) {
    Parsed parsed;
    const auto kept = fitting(columns, rows, parsed);
    arrow::FieldVector fields;
    arrow::ArrayVector arrays;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& column = columns[i];
        parsed.nulls.insert(column.name);
        if (!isDynamic(column.type)) {
            TypedColumn typed(column);
            for (const auto* row : kept) typed.append((*row)[i]);
            fields.push_back(fieldOf(column));
            arrays.push_back(typed.finish());
            continue;
        }
        const auto field = expected.GetFieldByName(column.name);
        CellColumn cells(column.name, field ? columnType(*field) : ColumnType::null, '.');
        for (;;) {
            for (const auto* row : kept) {
                const auto& cell = (*row)[i];
                if (std::holds_alternative<std::monostate>(cell))
                    cells.appendNull();
                else if (column.type == SqlType::any && std::holds_alternative<std::string>(cell))
                    cells.appendText(std::get<std::string>(cell));
                else
                    cells.append(textOf(cell), true);
            }
            if (!cells.mustRestart()) break;
            cells = CellColumn(column.name, cells.type(), '.');
        }
        fields.push_back(makeField(column.name, cells.type()));
        arrays.push_back(cells.finish());
    }
    parsed.table = arrow::Table::Make(arrow::schema(fields), arrays, std::int64_t(kept.size()));
    return parsed;
}

}  // namespace anneal::data
