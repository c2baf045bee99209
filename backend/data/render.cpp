#include "data/render.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

#include <arrow/array.h>
#include <arrow/scalar.h>
#include <arrow/util/base64.h>
#include <arrow/util/float16.h>

#include "base/text.h"

namespace anneal::data {
namespace {

template <class Float>
void appendShortest(std::string& out, Float value) {
    if (!std::isfinite(value)) {
        out += "null";
        return;
    }
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    const std::string_view text(buffer, std::size_t(end - buffer));
    out += text;
    if (text.find_first_of(".e") == std::string_view::npos) out += ".0";
}

template <class List>
void appendList(std::string& out, const List& list, std::int64_t index) {
    out += '[';
    const auto begin = list.value_offset(index);
    const auto end = begin + list.value_length(index);
    for (auto i = begin; i < end; ++i) {
        if (i > begin) out += ',';
        appendJson(out, *list.values(), i);
    }
    out += ']';
}

void appendMap(std::string& out, const arrow::MapArray& map, std::int64_t index) {
    const auto keyType = map.keys()->type_id();
    const bool object = keyType == arrow::Type::STRING || keyType == arrow::Type::LARGE_STRING;
    out += object ? '{' : '[';
    const auto begin = map.value_offset(index);
    const auto end = begin + map.value_length(index);
    for (auto i = begin; i < end; ++i) {
        if (i > begin) out += ',';
        if (!object) out += '[';
        appendJson(out, *map.keys(), i);
        out += object ? ':' : ',';
        appendJson(out, *map.items(), i);
        if (!object) out += ']';
    }
    out += object ? '}' : ']';
}

void appendStruct(std::string& out, const arrow::StructArray& object, std::int64_t index) {
    out += '{';
    for (int i = 0; i < object.num_fields(); ++i) {
        if (i > 0) out += ',';
        appendJsonString(out, object.struct_type()->field(i)->name());
        out += ':';
        appendJson(out, *object.field(i), index);
    }
    out += '}';
}

template <class Array>
void appendInteger(std::string& out, const arrow::Array& array, std::int64_t index) {
    out += std::to_string(static_cast<const Array&>(array).Value(index));
}

/// "2014-03-08 12:30:00", with a fraction only where there is one and a Z where the zone is known.
std::string timestampText(const arrow::TimestampArray& array, std::int64_t index) {
    static constexpr std::int64_t perSecond[] = {1, 1'000, 1'000'000, 1'000'000'000};
    static constexpr int digits[] = {0, 3, 6, 9};
    const auto& type = static_cast<const arrow::TimestampType&>(*array.type());
    const auto unit = int(type.unit());
    auto whole = array.Value(index) / perSecond[unit];
    auto fraction = array.Value(index) % perSecond[unit];
    if (fraction < 0) {
        fraction += perSecond[unit];
        --whole;
    }
    auto days = whole / 86400;
    auto clock = whole % 86400;
    if (clock < 0) {
        clock += 86400;
        --days;
    }
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(days))};
    char text[64];
    auto size = std::snprintf(text, sizeof text, "%04d-%02u-%02u %02d:%02d:%02d", int(date.year()), unsigned(date.month()),
                              unsigned(date.day()), int(clock / 3600), int(clock / 60 % 60), int(clock % 60));
    if (fraction != 0) {
        size += std::snprintf(text + size, sizeof text - std::size_t(size), ".%0*lld", digits[unit], static_cast<long long>(fraction));
        while (text[size - 1] == '0') --size;
    }
    return std::string(text, std::size_t(size)) + (type.timezone().empty() ? "" : "Z");
}

}  // namespace

void appendJsonString(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out.append(text, begin, i - begin);
        begin = i + 1;
        switch (byte) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            default: out += {'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]};
        }
    }
    out.append(text, begin, std::string_view::npos);
    out += '"';
}

void appendReal(std::string& out, double value) { appendShortest(out, value); }
void appendReal(std::string& out, float value) { appendShortest(out, value); }

std::string_view stringAt(const arrow::Array& array, std::int64_t index) {
    if (array.IsNull(index)) return {};
    switch (array.type_id()) {
        case arrow::Type::STRING:
        case arrow::Type::BINARY: return static_cast<const arrow::BinaryArray&>(array).GetView(index);
        case arrow::Type::LARGE_STRING:
        case arrow::Type::LARGE_BINARY: return static_cast<const arrow::LargeBinaryArray&>(array).GetView(index);
        case arrow::Type::FIXED_SIZE_BINARY: return static_cast<const arrow::FixedSizeBinaryArray&>(array).GetView(index);
        default: return {};
    }
}

void appendJson(std::string& out, const arrow::Array& array, std::int64_t index, bool json) {
    if (array.IsNull(index)) {
        out += "null";
        return;
    }
    switch (array.type_id()) {
        case arrow::Type::NA: out += "null"; break;
        case arrow::Type::BOOL: out += static_cast<const arrow::BooleanArray&>(array).Value(index) ? "true" : "false"; break;
        case arrow::Type::INT8: appendInteger<arrow::Int8Array>(out, array, index); break;
        case arrow::Type::INT16: appendInteger<arrow::Int16Array>(out, array, index); break;
        case arrow::Type::INT32: appendInteger<arrow::Int32Array>(out, array, index); break;
        case arrow::Type::INT64: appendInteger<arrow::Int64Array>(out, array, index); break;
        case arrow::Type::UINT8: appendInteger<arrow::UInt8Array>(out, array, index); break;
        case arrow::Type::UINT16: appendInteger<arrow::UInt16Array>(out, array, index); break;
        case arrow::Type::UINT32: appendInteger<arrow::UInt32Array>(out, array, index); break;
        case arrow::Type::UINT64: appendInteger<arrow::UInt64Array>(out, array, index); break;
        case arrow::Type::HALF_FLOAT:
            appendReal(out, arrow::util::Float16::FromBits(static_cast<const arrow::HalfFloatArray&>(array).Value(index)).ToFloat());
            break;
        case arrow::Type::FLOAT: appendReal(out, static_cast<const arrow::FloatArray&>(array).Value(index)); break;
        case arrow::Type::DOUBLE: appendReal(out, static_cast<const arrow::DoubleArray&>(array).Value(index)); break;
        case arrow::Type::STRING:
        case arrow::Type::LARGE_STRING:
            if (json)
                out += stringAt(array, index);
            else
                appendJsonString(out, stringAt(array, index));
            break;
        case arrow::Type::BINARY:
        case arrow::Type::LARGE_BINARY:
        case arrow::Type::FIXED_SIZE_BINARY: {
            const auto bytes = stringAt(array, index);
            appendJsonString(out, base::isValidUtf8(bytes) ? std::string(bytes) : arrow::util::base64_encode(bytes));
            break;
        }
        case arrow::Type::TIMESTAMP: appendJsonString(out, timestampText(static_cast<const arrow::TimestampArray&>(array), index)); break;
        case arrow::Type::LIST: appendList(out, static_cast<const arrow::ListArray&>(array), index); break;
        case arrow::Type::LARGE_LIST: appendList(out, static_cast<const arrow::LargeListArray&>(array), index); break;
        case arrow::Type::FIXED_SIZE_LIST: appendList(out, static_cast<const arrow::FixedSizeListArray&>(array), index); break;
        case arrow::Type::MAP: appendMap(out, static_cast<const arrow::MapArray&>(array), index); break;
        case arrow::Type::STRUCT: appendStruct(out, static_cast<const arrow::StructArray&>(array), index); break;
        case arrow::Type::DICTIONARY: {
            const auto& dictionary = static_cast<const arrow::DictionaryArray&>(array);
            appendJson(out, *dictionary.dictionary(), dictionary.GetValueIndex(index));
            break;
        }
        case arrow::Type::EXTENSION: appendJson(out, *static_cast<const arrow::ExtensionArray&>(array).storage(), index); break;
        default: {
            const auto scalar = array.GetScalar(index);
            if (scalar.ok())
                appendJsonString(out, (*scalar)->ToString());
            else
                out += "null";
        }
    }
}

void appendPlain(std::string& out, const arrow::Array& array, std::int64_t index) {
    if (array.IsNull(index)) return;
    if (array.type_id() == arrow::Type::STRING || array.type_id() == arrow::Type::LARGE_STRING) {
        out += stringAt(array, index);
        return;
    }
    std::string text;
    appendJson(text, array, index);
    // What JSON writes as a string (dates, decimals, bytes) holds no escapes but for quotes inside binary text.
    if (text.size() >= 2 && text.front() == '"' && text.find('\\') == std::string::npos) text = text.substr(1, text.size() - 2);
    out += text;
}

}  // namespace anneal::data
