#pragma once
// The rows of a query as a source.

#include <map>
#include <memory>
#include <string>

#include "data/sources/source.h"

namespace anneal::data {

/// Streams with a server-side cursor, so that memory stays flat. A stop of `options` ends the query on the server.
/// Errors: those of parseSqlUrl, connectSql and SqlConnection::query, "query_missing" (lists the tables).
Result<std::unique_ptr<Source>> openSql(const std::string& address, const SourceOptions& options);

struct SqlServer {
    std::string name;  ///< "PostgreSQL 15.3"
    std::vector<std::string> tables;
};

/// Tries the address: who answers and what it holds.
Result<SqlServer> tryServer(const std::string& address);

}  // namespace anneal::data
