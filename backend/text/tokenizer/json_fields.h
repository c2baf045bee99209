#pragma once
// Fields of tokenizer.json's components, with serde's habits: absent and null are the same.

#include <optional>
#include <string>

#include "base/json.h"

namespace anneal::text::tokenizer {

inline std::string typeOf(const Json& component) {
    const auto at = component.is_object() ? component.find("type") : component.end();
    return at != component.end() && at->is_string() ? at->get<std::string>() : std::string();
}

inline std::optional<std::string> stringField(const Json& component, const char* key) {
    const auto at = component.find(key);
    return at != component.end() && at->is_string() ? std::optional(at->get<std::string>()) : std::nullopt;
}

inline bool boolField(const Json& component, const char* key, bool fallback) {
    const auto at = component.find(key);
    return at != component.end() && at->is_boolean() ? at->get<bool>() : fallback;
}

inline std::optional<int64_t> intField(const Json& component, const char* key) {
    const auto at = component.find(key);
    return at != component.end() && at->is_number_integer() ? std::optional(at->get<int64_t>()) : std::nullopt;
}

/// The child array `key`, or an empty one.
inline const Json& arrayField(const Json& component, const char* key) {
    static const Json empty = Json::array();
    const auto at = component.find(key);
    return at != component.end() && at->is_array() ? *at : empty;
}

inline tl::unexpected<Error> unsupported(std::string_view kind, const std::string& type) {
    return fail("tokenizer_unsupported", std::string(kind) + " \"" + type + "\" is not supported",
                "Convert the model to a BPE, WordPiece or WordLevel tokenizer.json.");
}

inline tl::unexpected<Error> invalid(std::string message) { return fail("tokenizer_invalid", std::move(message)); }

}  // namespace anneal::text::tokenizer
