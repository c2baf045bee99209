#include "base/json.h"

#include <algorithm>

#include "base/files.h"

namespace anneal::base {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// nlohmann's "[json.exception.parse_error.101] parse error at line 1, column 5: …" without its prefixes.
std::string reason(const std::string& what) {
    const auto bracket = what.find("] ");
    const auto text = bracket == std::string::npos ? what : what.substr(bracket + 2);
    const auto colon = text.starts_with("parse error at") ? text.find(": ") : std::string::npos;
    return colon == std::string::npos ? text : text.substr(colon + 2);
}

}  // namespace

Result<Json> parseJson(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    try {
        return Json::parse(text.begin(), text.end());
    } catch (const Json::parse_error& error) {
        const auto end = std::min<std::size_t>(error.byte > 0 ? error.byte - 1 : 0, text.size());
        const auto before = text.substr(0, end);
        const auto line = 1 + std::count(before.begin(), before.end(), '\n');
        const auto newline = before.rfind('\n');
        const auto column = newline == std::string_view::npos ? before.size() + 1 : before.size() - newline;
        return fail("json_invalid", "line " + std::to_string(line) + ", column " + std::to_string(column) + ": " + reason(error.what()),
                    "correct the JSON at that place");
    } catch (const Json::exception& error) {
        return fail("json_invalid", reason(error.what()), "correct the JSON");
    }
}

Result<Json> readJson(const std::filesystem::path& file) {
    ANNEAL_TRY(text, readFile(file));
    auto value = parseJson(text);
    if (!value) return failAt(file.string(), value.error());
    return value;
}

std::string dumpJson(const Json& value, int indent) { return value.dump(indent, ' ', false, Json::error_handler_t::replace); }

std::string dumpJson(const OrderedJson& value, int indent) { return value.dump(indent, ' ', false, OrderedJson::error_handler_t::replace); }

}  // namespace anneal::base
