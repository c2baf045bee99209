#include "data/sources/json_columns.h"

#include <cmath>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/render.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kExactInteger = std::int64_t(1) << 53;  // doubles hold every integer up to here

bool exactAsReal(std::int64_t value) { return value >= -kExactInteger && value <= kExactInteger; }

ColumnType typeOf(const simdjson::dom::element& value) {
    using simdjson::dom::element_type;
    switch (value.type()) {
        case element_type::STRING: return ColumnType::text;
        case element_type::INT64: return ColumnType::integer;
        case element_type::DOUBLE: return ColumnType::real;
        case element_type::BOOL: return ColumnType::boolean;
        case element_type::NULL_VALUE: return ColumnType::null;
        default: return ColumnType::json;  // also integers above int64
    }
}

// Builders fail only when out of memory or past 2 GB in one block; neither is a row's fault.
void must(const arrow::Status& status) {
    if (!status.ok()) throw std::runtime_error(status.ToString());
}

}  // namespace

JsonColumn::JsonColumn(std::string name, ColumnType type) : name_(std::move(name)), type_(type) {
    must(arrow::MakeBuilder(arrow::default_memory_pool(), makeField(name_, type_)->type(), &builder_));
}

void JsonColumn::appendNulls(std::int64_t count) {
    if (count > 0) must(builder_->AppendNulls(count));
}

void JsonColumn::append(const simdjson::dom::element& value) {
    const auto seen = typeOf(value);
    if (seen == ColumnType::null) {
        must(builder_->AppendNull());
        return;
    }
    auto wanted = join(type_, seen, Conflict::toJson);
    if (wanted == ColumnType::real && seen == ColumnType::integer && !exactAsReal(value.get_int64().value_unsafe()))
        wanted = ColumnType::json;
    if (wanted != type_) widen(wanted);
    switch (type_) {
        case ColumnType::boolean: must(static_cast<arrow::BooleanBuilder&>(*builder_).Append(value.get_bool().value_unsafe())); break;
        case ColumnType::integer: must(static_cast<arrow::Int64Builder&>(*builder_).Append(value.get_int64().value_unsafe())); break;
        case ColumnType::real: must(static_cast<arrow::DoubleBuilder&>(*builder_).Append(value.get_double().value_unsafe())); break;
        case ColumnType::text: must(static_cast<arrow::StringBuilder&>(*builder_).Append(value.get_string().value_unsafe())); break;
        default: must(static_cast<arrow::StringBuilder&>(*builder_).Append(simdjson::minify(value)));
    }
}

void JsonColumn::widen(ColumnType type) {
    std::shared_ptr<arrow::Array> old;
    must(builder_->Finish(&old));
    if (type == ColumnType::real && type_ == ColumnType::integer) {
        const auto& integers = static_cast<const arrow::Int64Array&>(*old);
        for (std::int64_t i = 0; i < old->length(); ++i)
            if (old->IsValid(i) && !exactAsReal(integers.Value(i))) type = ColumnType::json;
    }
    must(arrow::MakeBuilder(arrow::default_memory_pool(), makeField(name_, type)->type(), &builder_));
    std::string text;
    for (std::int64_t i = 0; i < old->length(); ++i) {
        if (old->IsNull(i)) {
            must(builder_->AppendNull());
        } else if (type == ColumnType::real) {
            must(static_cast<arrow::DoubleBuilder&>(*builder_).Append(double(static_cast<const arrow::Int64Array&>(*old).Value(i))));
        } else {
            text.clear();
            appendJson(text, *old, i);
            must(static_cast<arrow::StringBuilder&>(*builder_).Append(text));
        }
    }
    type_ = type;
}

std::shared_ptr<arrow::Array> JsonColumn::finish() {
    std::shared_ptr<arrow::Array> array;
    must(builder_->Finish(&array));
    return array;
}

JsonColumns::JsonColumns(const arrow::Schema& expected, const JsonRules& rules) : rules_(rules) {
    for (const auto& field : expected.fields()) find(field->name(), columns_.size());
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i] = JsonColumn(columns_[i].name(), columnType(*expected.field(int(i))));
}

std::size_t JsonColumns::find(std::string_view key, std::size_t guess) {
    if (guess < columns_.size() && columns_[guess].name() == key) return guess;
    const auto [found, fresh] = index_.emplace(std::string(key), columns_.size());
    if (fresh) {
        columns_.emplace_back(std::string(key), ColumnType::null);
        cells_.emplace_back();
    }
    return found->second;
}

void JsonColumns::put(std::string_view key, const simdjson::dom::element& value, std::size_t& guess) {
    if (!rules_.flatten.empty() && value.is_object() && value.get_object().value_unsafe().size() > 0) {
        const simdjson::dom::object object = value;
        for (const auto [name, member] : object) put(std::string(key) + rules_.flatten + std::string(name), member, guess);
        return;
    }
    const auto column = find(key, guess);
    cells_[column] = {value, rows_};
    guess = column + 1;
}

void JsonColumns::putMembers(const simdjson::dom::object& object, std::string_view except, std::size_t& guess) {
    for (const auto [key, value] : object)
        if (except.empty() || key != except) put(key, value, guess);
}

void JsonColumns::endRow() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (cells_[i].row != rows_) continue;  // left out: filled in when the next value comes
        auto& column = columns_[i];
        column.appendNulls(rows_ - column.length());
        column.append(cells_[i].value);
        if (cells_[i].value.is_null()) nulls_.insert(column.name());
    }
    ++rows_;
}

std::string JsonColumns::addRecords(const simdjson::dom::object& row) {
    const auto path = [&] {
        std::string text;
        for (const auto& key : rules_.records) text += (text.empty() ? "" : ".") + key;
        return text;
    };
    simdjson::dom::element at;
    auto found = row[rules_.records.front()].get(at);
    for (std::size_t i = 1; i < rules_.records.size() && found == simdjson::SUCCESS; ++i) found = at[rules_.records[i]].get(at);
    if (found != simdjson::SUCCESS) return "the row has no " + path();
    if (!at.is_array()) return path() + " is not a list";
    const simdjson::dom::array list = at;
    for (const auto element : list) {
        std::size_t guess = 0;
        putMembers(row, rules_.records.front(), guess);
        if (element.is_object()) {
            const simdjson::dom::object object = element;
            for (const auto [key, value] : object) {
                const auto known = index_.find(std::string(key));
                const bool taken = known != index_.end() && cells_[known->second].row == rows_;
                put(taken ? path() + "." + std::string(key) : std::string(key), value, guess);
            }
        } else {
            put(rules_.records.back(), element, guess);
        }
        endRow();
    }
    return {};
}

std::string JsonColumns::add(const simdjson::dom::element& row, std::string_view key) {
    if (!rules_.records.empty()) {
        if (!row.is_object()) return "the row is not an object";
        return addRecords(row.get_object().value_unsafe());
    }
    std::size_t guess = 0;
    simdjson::dom::element name;
    if (!key.empty() && keys_.parse(key.data(), key.size()).get(name) == simdjson::SUCCESS) put("key", name, guess);
    if (row.is_object())
        putMembers(row.get_object().value_unsafe(), {}, guess);
    else
        put("value", row, guess);
    endRow();
    return {};
}

std::string JsonColumns::addTable(const simdjson::dom::object& table) {
    std::vector<std::pair<std::string_view, std::vector<simdjson::dom::element>>> columns;
    for (const auto [name, values] : table) {
        columns.emplace_back(name, std::vector<simdjson::dom::element>());
        if (values.is_array()) {
            const simdjson::dom::array list = values;
            columns.back().second.assign(list.begin(), list.end());
        } else if (values.is_object()) {
            const simdjson::dom::object object = values;
            for (const auto [key, value] : object) columns.back().second.push_back(value);
        }
        const auto rows = columns.front().second.size();
        if (columns.back().second.size() != rows)
            return std::string(name) + " has " + std::to_string(columns.back().second.size()) + " values where " +
                   std::string(columns.front().first) + " has " + std::to_string(rows);
    }
    for (std::size_t row = 0; !columns.empty() && row < columns.front().second.size(); ++row) {
        std::size_t guess = 0;
        for (const auto& [name, values] : columns) put(name, values[row], guess);
        endRow();
    }
    return {};
}

std::shared_ptr<arrow::Table> JsonColumns::finish() {
    arrow::FieldVector fields;
    arrow::ArrayVector arrays;
    for (auto& column : columns_) {
        column.appendNulls(rows_ - column.length());
        fields.push_back(makeField(column.name(), column.type()));
        arrays.push_back(column.finish());
    }
    return arrow::Table::Make(arrow::schema(fields), arrays, rows_);
}

}  // namespace anneal::data
