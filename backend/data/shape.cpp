#include "data/shape.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace anneal::data {
namespace {

constexpr std::array<std::pair<Shape, std::string_view>, 12> kNames = {{{Shape::alpaca, "alpaca"},
                                                                        {Shape::sharegpt, "sharegpt"},
                                                                        {Shape::messages, "messages"},
                                                                        {Shape::preference, "preference"},
                                                                        {Shape::kto, "kto"},
                                                                        {Shape::promptCompletion, "prompt_completion"},
                                                                        {Shape::text, "text"},
                                                                        {Shape::classification, "classification"},
                                                                        {Shape::tokens, "tokens"},
                                                                        {Shape::table, "table"},
                                                                        {Shape::images, "images"},
                                                                        {Shape::audio, "audio"}}};

}  // namespace

std::string_view shapeName(Shape shape) {
    for (const auto& [value, name] : kNames)
        if (value == shape) return name;
    return "table";
}

Result<Shape> parseShape(std::string_view name) {
    std::vector<std::string> names;
    for (const auto& [value, known] : kNames) {
        if (known == name) return value;
        names.emplace_back(known);
    }
    return fail("shape_unknown", "unknown shape \"" + std::string(name) + "\"", "one of " + base::join(names, ", "));
}

std::optional<std::string> Mapping::column(const std::string& part) const {
    const auto found = columns.find(part);
    return found == columns.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Mapping::required() const {
    static const std::map<Shape, std::vector<std::string>> parts = {{Shape::alpaca, {"prompt", "response"}},
                                                                    {Shape::sharegpt, {"messages"}},
                                                                    {Shape::messages, {"messages"}},
                                                                    {Shape::preference, {"chosen", "rejected"}},
                                                                    {Shape::kto, {"messages", "prompt", "response", "kto_tag"}},
                                                                    {Shape::promptCompletion, {"prompt", "response"}},
                                                                    {Shape::text, {"text"}},
                                                                    {Shape::classification, {"text", "label"}},
                                                                    {Shape::tokens, {"tokens", "text", "tags"}},
                                                                    {Shape::table, {}},
                                                                    {Shape::images, {"images"}},
                                                                    {Shape::audio, {"audios"}}};
    std::vector<std::string> names;
    for (const auto& part : parts.at(shape))
        if (auto name = column(part)) names.push_back(*name);
    return names;
}

std::vector<std::string> Mapping::content() const {
    std::vector<std::string> names;
    if (shape == Shape::table) return names;
    for (const auto& [part, name] : columns) names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

OrderedJson toJson(const Tags& tags) {
    return {{"role_tag", tags.role},           {"content_tag", tags.content},         {"user_tag", tags.user},
            {"assistant_tag", tags.assistant}, {"observation_tag", tags.observation}, {"function_tag", tags.function},
            {"system_tag", tags.system}};
}

OrderedJson toJson(const Mapping& mapping) {
    OrderedJson document;
    document["shape"] = shapeName(mapping.shape);
    document["columns"] = OrderedJson::object();
    for (const auto& [part, name] : mapping.columns) document["columns"][part] = name;
    if (mapping.column("messages") || mapping.shape == Shape::preference) document["tags"] = toJson(mapping.tags);
    return document;
}

Result<Mapping> mappingFromJson(const OrderedJson& document) {
    Mapping mapping;
    if (!document.is_object())
        return fail("mapping_invalid", "a mapping is an object with shape and columns", "see `anneal data import --help`");
    ANNEAL_TRY(shape, parseShape(document.value("shape", "table")));
    mapping.shape = shape;
    const auto strings = [&](const char* key, auto&& take) -> Status {
        if (!document.contains(key)) return {};
        for (const auto& [name, value] : document[key].items()) {
            if (!value.is_string()) return fail("mapping_invalid", std::string(key) + "." + name + " is not a string", "name a column");
            take(name, value.template get<std::string>());
        }
        return {};
    };
    ANNEAL_CHECK(strings("columns", [&](const std::string& part, std::string name) { mapping.columns[part] = std::move(name); }));
    const std::map<std::string, std::string Tags::*> tags = {
        {"role_tag", &Tags::role},           {"content_tag", &Tags::content},         {"user_tag", &Tags::user},
        {"assistant_tag", &Tags::assistant}, {"observation_tag", &Tags::observation}, {"function_tag", &Tags::function},
        {"system_tag", &Tags::system}};
    ANNEAL_CHECK(strings("tags", [&](const std::string& tag, std::string name) {
        if (const auto found = tags.find(tag); found != tags.end()) mapping.tags.*(found->second) = std::move(name);
    }));
    return mapping;
}

}  // namespace anneal::data
