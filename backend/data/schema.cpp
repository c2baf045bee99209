#include "data/schema.h"

#include <arrow/type.h>
#include <arrow/util/key_value_metadata.h>

namespace anneal::data {
namespace {

constexpr const char* kTypeKey = "anneal.type";

std::shared_ptr<arrow::DataType> arrowType(ColumnType type) {
    switch (type) {
        case ColumnType::null: return arrow::null();
        case ColumnType::boolean: return arrow::boolean();
        case ColumnType::integer: return arrow::int64();
        case ColumnType::real: return arrow::float64();
        case ColumnType::date: return arrow::date32();
        case ColumnType::timestamp: return arrow::timestamp(arrow::TimeUnit::MICRO);
        default: return arrow::utf8();
    }
}

}  // namespace

ColumnType join(ColumnType a, ColumnType b, Conflict conflict) {
    if (a == b || b == ColumnType::null) return a;
    if (a == ColumnType::null) return b;
    const auto number = [](ColumnType type) { return type == ColumnType::integer || type == ColumnType::real; };
    if (number(a) && number(b)) return ColumnType::real;
    return conflict == Conflict::toText ? ColumnType::text : ColumnType::json;
}

std::shared_ptr<arrow::Field> makeField(const std::string& name, ColumnType type) {
    auto field = arrow::field(name, arrowType(type));
    return type == ColumnType::json ? field->WithMetadata(arrow::key_value_metadata({kTypeKey}, {"json"})) : field;
}

bool isJson(const arrow::Field& field) {
    if (!field.HasMetadata()) return false;
    const auto value = field.metadata()->Get(kTypeKey);
    return value.ok() && *value == "json";
}

ColumnType columnType(const arrow::Field& field) {
    switch (field.type()->id()) {
        case arrow::Type::NA: return ColumnType::null;
        case arrow::Type::BOOL: return ColumnType::boolean;
        case arrow::Type::INT64: return ColumnType::integer;
        case arrow::Type::DOUBLE: return ColumnType::real;
        case arrow::Type::DATE32: return ColumnType::date;
        case arrow::Type::TIMESTAMP:
            return field.type()->Equals(arrowType(ColumnType::timestamp)) ? ColumnType::timestamp : ColumnType::other;
        case arrow::Type::STRING: return isJson(field) ? ColumnType::json : ColumnType::text;
        default: return ColumnType::other;
    }
}

std::string typeName(const arrow::Field& field) {
    switch (columnType(field)) {
        case ColumnType::null: return "null";
        case ColumnType::boolean: return "bool";
        case ColumnType::integer: return "int64";
        case ColumnType::real: return "float64";
        case ColumnType::text: return "string";
        case ColumnType::json: return "json";
        case ColumnType::date:
        case ColumnType::timestamp:
        case ColumnType::other: break;
    }
    return field.type()->ToString();
}

std::shared_ptr<arrow::Schema> join(const arrow::Schema& a, const arrow::Schema& b, Conflict conflict) {
    arrow::FieldVector fields;
    for (const auto& field : a.fields()) {
        const auto other = b.GetFieldByName(field->name());
        const bool ours = columnType(*field) != ColumnType::other && other && columnType(*other) != ColumnType::other;
        fields.push_back(ours ? makeField(field->name(), join(columnType(*field), columnType(*other), conflict)) : field);
    }
    for (const auto& field : b.fields())
        if (a.GetFieldIndex(field->name()) < 0) fields.push_back(field);
    return arrow::schema(fields);
}

bool sameColumns(const arrow::Schema& a, const arrow::Schema& b) {
    if (a.num_fields() != b.num_fields()) return false;
    for (int i = 0; i < a.num_fields(); ++i) {
        const auto& x = *a.field(i);
        const auto& y = *b.field(i);
        if (x.name() != y.name() || isJson(x) != isJson(y) || !x.type()->Equals(*y.type())) return false;
    }
    return true;
}

std::shared_ptr<arrow::Schema> settled(const arrow::Schema& schema) {
    arrow::FieldVector fields;
    for (const auto& field : schema.fields())
        fields.push_back(columnType(*field) == ColumnType::null ? makeField(field->name(), ColumnType::text) : field);
    return arrow::schema(fields);
}

}  // namespace anneal::data
