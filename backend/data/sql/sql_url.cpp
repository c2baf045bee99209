#include "data/sql/sql_url.h"

#include <charconv>
#include <optional>

#include "base/text.h"

namespace anneal::data {
namespace {

const std::map<std::string, std::string, std::less<>> kSchemes = {
    {"postgresql", "postgresql"}, {"postgres", "postgresql"}, {"mysql", "mysql"}, {"mariadb", "mysql"},
    {"sqlite", "sqlite"},         {"sqlite3", "sqlite"},      {"odbc", "odbc"}};

std::optional<std::string> unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            out += text[i];
            continue;
        }
        unsigned code = 0;
        const auto* digits = text.data() + i + 1;
        if (i + 2 >= text.size() || std::from_chars(digits, digits + 2, code, 16).ptr != digits + 2) return {};
        out += char(code);
        i += 2;
    }
    return out;
}

std::string schemeOf(std::string_view text) {
    const auto end = text.find("://");
    if (end == std::string_view::npos) return {};
    const auto found = kSchemes.find(base::toLower(text.substr(0, end)));
    return found == kSchemes.end() ? std::string() : found->second;
}

tl::unexpected<Error> invalid(const std::string& why) {
    return fail("url_invalid", "the database's address is not understood: " + why,
                "write postgresql://user@host:port/name, mysql://user@host/name, sqlite:///path.db or odbc://NAME");
}

}  // namespace

bool isSqlUrl(std::string_view text) { return !schemeOf(text).empty(); }

Result<SqlUrl> parseSqlUrl(std::string_view text) {
    SqlUrl url;
    url.scheme = schemeOf(text);
    if (url.scheme.empty()) return invalid("its scheme is none of postgresql, mysql, sqlite, odbc");
    auto rest = text.substr(text.find("://") + 3);
    const auto question = rest.find('?');
    if (question != std::string_view::npos) {
        for (const auto& pair : base::split(rest.substr(question + 1), '&')) {
            const auto equals = pair.find('=');
            const auto key = unescaped(pair.substr(0, equals));
            const auto value = unescaped(equals == std::string::npos ? "" : std::string_view(pair).substr(equals + 1));
            if (!key || !value) return invalid("an option holds a % that is no escape");
            if (base::toLower(*key) == "password" || base::toLower(*key) == "pwd")
                url.password = Secret(*value);
            else if (!key->empty())
                url.options[*key] = *value;
        }
        rest = rest.substr(0, question);
    }
    if (url.scheme == "sqlite") {
        // Three slashes begin an absolute path, two a relative one.
        const auto path = unescaped(rest);
        if (!path || path->empty()) return invalid("the file is missing");
        url.database = *path;
        return url;
    }
    const auto slash = rest.find('/');
    auto authority = rest.substr(0, slash);
    const auto database = unescaped(slash == std::string_view::npos ? "" : rest.substr(slash + 1));
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        const auto who = authority.substr(0, at);
        const auto colon = who.find(':');
        const auto user = unescaped(who.substr(0, colon));
        auto password = unescaped(colon == std::string_view::npos ? "" : who.substr(colon + 1));
        if (!user || !password) return invalid("the user holds a % that is no escape");
        url.user = *user;
        if (!password->empty()) url.password = Secret(std::move(*password));
        authority = authority.substr(at + 1);
    }
    auto host = authority;
    const auto bracket = authority.rfind(']');
    const auto colon = authority.rfind(':');
    if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
        const auto port = authority.substr(colon + 1);
        const auto parsed = std::from_chars(port.data(), port.data() + port.size(), url.port);
        if (parsed.ec != std::errc() || parsed.ptr != port.data() + port.size() || url.port < 1 || url.port > 65535)
            return invalid("the port is no number from 1 to 65535");
        host = authority.substr(0, colon);
    }
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    const auto name = unescaped(host);
    if (!name || !database) return invalid("it holds a % that is no escape");
    url.host = *name;
    url.database = *database;
    if (url.scheme == "odbc" && url.host.empty() && url.options.empty()) return invalid("the data source's name is missing");
    return url;
}

std::string SqlUrl::shown() const {
    if (scheme == "sqlite") return "sqlite://" + database;
    std::string text = scheme + "://";
    if (!user.empty()) text += user + "@";
    text += host.find(':') == std::string::npos ? host : "[" + host + "]";
    if (port > 0) text += ":" + std::to_string(port);
    if (!database.empty()) text += "/" + database;
    char separator = '?';
    for (const auto& [key, value] : options) {
        text += separator + key + "=" + value;
        separator = '&';
    }
    return text;
}

}  // namespace anneal::data
