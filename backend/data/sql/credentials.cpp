#include "data/sql/credentials.h"

#include <cstdlib>
#include <filesystem>

#include <sys/stat.h>

#include "base/files.h"
#include "base/text.h"

namespace anneal::data {
namespace {

Secret fromEnvironment(const char* name) {
    const char* value = std::getenv(name);
    return value ? Secret(value) : Secret();
}

/// host:port:database:user:password with \: and \\ inside the fields.
std::vector<std::string> fieldsOf(std::string_view line) {
    std::vector<std::string> fields(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '\\' && i + 1 < line.size())
            fields.back() += line[++i];
        else if (line[i] == ':' && fields.size() < 5)
            fields.emplace_back();
        else
            fields.back() += line[i];
    }
    return fields;
}

Secret fromPasswordFile(const SqlUrl& url) {
    const char* named = std::getenv("PGPASSFILE");
    const char* home = std::getenv("HOME");
    const std::filesystem::path file = named ? std::filesystem::path(named) : std::filesystem::path(home ? home : "") / ".pgpass";
    struct stat info {};
    // As libpq does: a file that others may read is not used.
    if (::stat(file.c_str(), &info) != 0 || (info.st_mode & (S_IRWXG | S_IRWXO)) != 0) return {};
    const auto text = base::readFile(file);
    return text ? passwordInFile(*text, url) : Secret();
}

}  // namespace

Secret passwordInFile(const std::string& text, const SqlUrl& url) {
    const auto host = url.host.empty() || url.host.starts_with('/') ? "localhost" : url.host;
    const auto port = std::to_string(url.port > 0 ? url.port : 5432);
    for (const auto& line : base::split(text, '\n')) {
        if (line.starts_with('#')) continue;
        auto fields = fieldsOf(line.ends_with('\r') ? std::string_view(line).substr(0, line.size() - 1) : line);
        if (fields.size() != 5) continue;
        const auto fits = [](const std::string& field, const std::string& value) { return field == "*" || field == value; };
        if (fits(fields[0], host) && fits(fields[1], port) && fits(fields[2], url.database.empty() ? url.user : url.database) &&
            fits(fields[3], url.user))
            return Secret(std::move(fields[4]));
    }
    return {};
}

Secret findPassword(const SqlUrl& url) {
    if (auto secret = fromEnvironment("ANNEAL_DB_PASSWORD"); !secret.empty()) return secret;
    if (url.scheme == "postgresql") {
        if (auto secret = fromEnvironment("PGPASSWORD"); !secret.empty()) return secret;
        if (auto secret = fromPasswordFile(url); !secret.empty()) return secret;
    }
    if (url.scheme == "mysql")
        if (auto secret = fromEnvironment("MYSQL_PWD"); !secret.empty()) return secret;
    return passwordInKeyring(url.shown());
}

}  // namespace anneal::data
