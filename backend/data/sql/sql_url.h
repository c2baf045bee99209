#pragma once
// Where a database is: postgresql://user@host:port/name, mysql://user@host/name, sqlite:///path.db, odbc://DSN.

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "data/sql/secret.h"

namespace anneal::data {

struct SqlUrl {
    std::string scheme;  ///< "postgresql", "mysql", "sqlite", "odbc"
    std::string user;
    Secret password;                             ///< if the address held one
    std::string host;                            ///< ODBC: the data source's name; empty: the local socket
    int port = 0;                                ///< 0: the scheme's own
    std::string database;                        ///< SQLite: the file
    std::map<std::string, std::string> options;  ///< after the question mark

    /// The address again, without a password.
    std::string shown() const;
};

/// "postgres", "mariadb" and "sqlite3" are understood as schemes too.
bool isSqlUrl(std::string_view text);
/// Errors: "url_invalid", whose message never shows a password.
Result<SqlUrl> parseSqlUrl(std::string_view text);

}  // namespace anneal::data
