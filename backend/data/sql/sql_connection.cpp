#include "data/sql/sql_connection.h"

#include "data/sql/credentials.h"

namespace anneal::data {

Result<std::unique_ptr<SqlConnection>> connectSql(SqlUrl& url) {
    if (url.scheme == "sqlite") return connectSqlite(url);
    if (url.password.empty()) url.password = findPassword(url);
    auto connection = url.scheme == "postgresql" ? connectPostgres(url) : url.scheme == "mysql" ? connectMysql(url) : connectOdbc(url);
    if (!connection) {
        auto error = std::move(connection).error();
        error.message = url.password.scrub(error.message);
        return fail(std::move(error));
    }
    return connection;
}

}  // namespace anneal::data
