#include "base/yaml.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <yaml-cpp/yaml.h>

#include "base/files.h"
#include "base/text.h"

namespace anneal::base {
namespace {

std::string place(const YAML::Mark& mark) {
    return "line " + std::to_string(mark.line + 1) + ", column " + std::to_string(mark.column + 1);
}

std::optional<OrderedJson> number(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::string_view digits = text;
    if (digits.front() == '+') digits.remove_prefix(1);
    const char* begin = digits.data();
    const char* end = begin + digits.size();
    std::int64_t integer = 0;
    if (auto [at, error] = std::from_chars(begin, end, integer); error == std::errc() && at == end) return OrderedJson(integer);
    if (digits.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return std::nullopt;
    if (digits.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
    double real = 0;
    if (auto [at, error] = std::from_chars(begin, end, real); error == std::errc() && at == end) return OrderedJson(real);
    return std::nullopt;
}

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20; }

constexpr std::int64_t kMostValues = 1'000'000;  // references to references grow without end

Result<OrderedJson> convert(const YAML::Node& node, std::int64_t& values) {
    if (++values > kMostValues) return fail("yaml_invalid", place(node.Mark()) + ": too many values", "repeat less by reference");
    switch (node.Type()) {
        case YAML::NodeType::Undefined:
        case YAML::NodeType::Null: return OrderedJson(nullptr);
        case YAML::NodeType::Scalar:
            if (!isValidUtf8(node.Scalar())) return fail("yaml_invalid", place(node.Mark()) + ": not UTF-8", "write the character itself");
            if (node.Tag() == "!") return OrderedJson(node.Scalar());  // quoted: text whatever it looks like
            return parseYamlScalar(node.Scalar());
        case YAML::NodeType::Sequence: {
            auto array = OrderedJson::array();
            for (const auto& item : node) {
                ANNEAL_TRY(value, convert(item, values));
                array.push_back(std::move(value));
            }
            return array;
        }
        case YAML::NodeType::Map: {
            auto object = OrderedJson::object();
            for (const auto& entry : node) {
                if (!entry.first.IsScalar()) return fail("yaml_invalid", place(entry.first.Mark()) + ": a key must be a plain word");
                const auto key = entry.first.Scalar();
                if (!isValidUtf8(key)) return fail("yaml_invalid", place(entry.first.Mark()) + ": not UTF-8", "write the character itself");
                if (object.contains(key))
                    return fail("yaml_invalid", place(entry.first.Mark()) + ": " + key + " is given twice", "remove one of the two");
                ANNEAL_TRY(value, convert(entry.second, values));
                object[key] = std::move(value);
            }
            return object;
        }
    }
    return OrderedJson(nullptr);
}

void emit(YAML::Emitter& out, const OrderedJson& value) {
    if (value.is_object()) {
        out << YAML::BeginMap;
        for (const auto& [key, item] : value.items()) {
            out << YAML::Key;
            if (std::any_of(key.begin(), key.end(), isControl)) out << YAML::DoubleQuoted;
            out << key << YAML::Value;
            emit(out, item);
        }
        out << YAML::EndMap;
    } else if (value.is_array()) {
        out << (value.empty() || !value.front().is_structured() ? YAML::Flow : YAML::Block) << YAML::BeginSeq;
        for (const auto& item : value) emit(out, item);
        out << YAML::EndSeq;
    } else if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        const bool plain = std::none_of(text.begin(), text.end(), isControl);
        if (plain && parseYamlScalar(text).is_string())
            out << text;
        else
            out << YAML::DoubleQuoted << text;
    } else if (value.is_null()) {
        out << YAML::Null;
    } else {
        out << value.dump();
    }
}

}  // namespace

OrderedJson parseYamlScalar(std::string_view text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL") return nullptr;
    if (text == "true" || text == "True" || text == "TRUE") return true;
    if (text == "false" || text == "False" || text == "FALSE") return false;
    if (auto value = number(text)) return *value;
    return std::string(text);
}

Result<OrderedJson> parseYaml(std::string_view text) {
    const auto control = std::find_if(text.begin(), text.end(), [](char c) { return isControl(c) && c != '\n' && c != '\r' && c != '\t'; });
    const auto bad = std::min(std::size_t(control - text.begin()), firstInvalidUtf8(text).value_or(text.size()));
    if (bad < text.size())
        return fail("yaml_invalid",
                    "line " + std::to_string(1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(bad), '\n')) +
                        ": a byte that is not text in UTF-8",
                    "save the file as UTF-8, and write control characters as \"\\x16\"");
    try {
        std::int64_t values = 0;
        return convert(YAML::Load(std::string(text)), values);
    } catch (const YAML::Exception& error) {
        return fail("yaml_invalid", place(error.mark) + ": " + error.msg, "correct the YAML at that place");
    }
}

Result<OrderedJson> readYaml(const std::filesystem::path& file) {
    ANNEAL_TRY(text, readFile(file));
    auto value = parseYaml(text);
    if (!value) return failAt(file.string(), value.error());
    return value;
}

std::string dumpYaml(const OrderedJson& value) {
    YAML::Emitter out;
    emit(out, value);
    return std::string(out.c_str(), out.size()) + "\n";
}

}  // namespace anneal::base
