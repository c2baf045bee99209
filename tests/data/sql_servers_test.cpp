// Rows from servers that really run: PostgreSQL, MariaDB, and both kinds of file and server behind ODBC.

#include <sqlite3.h>

#include "base/stop_token.h"
#include "base/text.h"
#include "data/data_fixture.h"
#include "data/database_server.h"
#include "data/sql/sql_source.h"

using namespace anneal;
using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

namespace {

/// A number of kilobytes from /proc/self/status.
std::int64_t status(const std::string& name) {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(name + ":")) return std::stoll(line.substr(name.size() + 1));
    return 0;
}

class SqlServers : public test::DataTest {
protected:
    void SetUp() override {
        ::setenv("ANNEAL_DB_PASSWORD", test::DatabaseServer::kPassword, 1);
        ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    }
    void TearDown() override { ::unsetenv("ANNEAL_DB_PASSWORD"); }
    Result<data::ImportReport> query(const std::string& address, const std::string& text,
                                     std::map<std::string, std::string> parameters = {}, const base::StopToken& stop = {}) {
        data::ImportOptions options;
        options.source = address;
        options.out = folder / ("dataset-" + std::to_string(count++));
        options.reading.query = text;
        options.reading.parameters = std::move(parameters);
        return data::importDataset(options, {}, stop);
    }
    static std::map<std::string, std::string> types(const data::Manifest& manifest) {
        std::map<std::string, std::string> found;
        for (const auto& column : manifest.columns) found[column.name] = column.type;
        return found;
    }
    void expectStops(const std::string& address, const std::string& text) {
        base::StopToken stop;
        std::thread stopper([&] {
            std::this_thread::sleep_for(300ms);
            stop.requestStop();
        });
        const auto start = Clock::now();
        const auto report = query(address, text, {}, stop);
        stopper.join();
        ASSERT_FALSE(report);
        EXPECT_EQ(report.error().code, "stopped") << report.error().message;
        EXPECT_LT(Clock::now() - start, 10s);
    }
    void expectFlatMemory(const std::string& address, const std::string& text, std::int64_t rows) {
        std::ofstream("/proc/self/clear_refs") << "5";
        const auto before = status("VmRSS");
        auto report = query(address, text);
        ASSERT_TRUE(test::succeeded(report));
        EXPECT_EQ(report->manifest.rows, rows);
        EXPECT_LT(status("VmHWM") - before, 160 * 1024) << "KiB more at the peak";
    }
    /// Nothing that was written or said holds the password.
    void expectNoPassword(const std::string& address) {
        const std::string password = test::DatabaseServer::kPassword;
        const auto at = address.find('@');
        const auto withPassword = address.substr(0, at) + ":" + password + address.substr(at);
        ::unsetenv("ANNEAL_DB_PASSWORD");
        std::string said;
        const auto note = [&](const Result<data::ImportReport>& report) {
            said += report ? base::dumpJson(data::toJson(report->manifest)) + base::join(report->warnings, "\n")
                           : report.error().message + "\n" + report.error().hint + "\n";
        };
        note(query(withPassword, "SELECT 1 AS one, CHAR_LENGTH('" + password + "') AS length"));
        note(query(withPassword, "SELECT '" + password + "' FROM absent"));
        note(query(withPassword, "SELECT CHAR_LENGTH(:word) AS length", {{"word", password}}));
        note(query(address.substr(0, at) + ":wrong" + password + address.substr(at), "SELECT 1"));
        note(query(withPassword, ""));
        ::setenv("ANNEAL_DB_PASSWORD", password.c_str(), 1);
        note(query(address, "SELECT 2 AS two"));
        EXPECT_EQ(said.find(password), std::string::npos) << said;
        EXPECT_NE(said.find("***"), std::string::npos);
        int files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            if (!entry.is_regular_file() || entry.path().extension() == ".parquet") continue;
            ++files;
            EXPECT_EQ(base::readFile(entry.path())->find(password), std::string::npos) << entry.path();
        }
        EXPECT_GE(files, 3);
    }
};

class Postgres : public SqlServers {
protected:
    static void SetUpTestSuite() {
        if (test::PostgresServer::installed()) server = new test::PostgresServer;
    }
    static void TearDownTestSuite() {
        delete server;
        server = nullptr;
    }
    void SetUp() override {
        SqlServers::SetUp();
        if (!server) GTEST_SKIP() << "postgresql-15 is not installed";
        ASSERT_TRUE(server->ready()) << *base::readFile(server->folder() / "log.txt");
    }
    static inline test::PostgresServer* server = nullptr;
};

class Mariadb : public SqlServers {
protected:
    static void SetUpTestSuite() {
        if (test::MariadbServer::installed()) server = new test::MariadbServer;
    }
    static void TearDownTestSuite() {
        delete server;
        server = nullptr;
    }
    void SetUp() override {
        SqlServers::SetUp();
        if (!server) GTEST_SKIP() << "mariadb-server is not installed";
        ASSERT_TRUE(server->ready()) << *base::readFile(server->folder() / "log.txt");
    }
    static inline test::MariadbServer* server = nullptr;
};

}  // namespace

TEST_F(Postgres, values_keep_their_types) {
    ASSERT_TRUE(server->execute(
        "CREATE TABLE sale (id bigint, price numeric(10,2), share numeric, day date, at timestamp, seen timestamptz, paid boolean, raw "
        "bytea, "
        "extra jsonb, tags text[], marks int[], weight real, key uuid, span interval, note text);"
        "INSERT INTO sale VALUES (9007199254740993, 12.50, 0.1, '2024-02-29', '2024-02-29 12:30:00.25', '2024-02-29 12:30:00+02', true, "
        "'\\x00ff', "
        "'{\"a\": [1, null]}', '{a,\"b c\",NULL}', '{1,2}', 1.5, '00000000-0000-0000-0000-00000000000a', '1 day 02:00', 'Größe 中'),"
        "(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)"));
    auto report = query(server->address(), "SELECT * FROM sale");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rejected, 0);
    EXPECT_EQ(types(report->manifest), (std::map<std::string, std::string>{{"id", "int64"},
                                                                           {"price", "decimal128(10, 2)"},
                                                                           {"share", "float64"},
                                                                           {"day", "date32[day]"},
                                                                           {"at", "timestamp[us]"},
                                                                           {"seen", "timestamp[us, tz=UTC]"},
                                                                           {"paid", "bool"},
                                                                           {"raw", "binary"},
                                                                           {"extra", "json"},
                                                                           {"tags", "json"},
                                                                           {"marks", "json"},
                                                                           {"weight", "float64"},
                                                                           {"key", "string"},
                                                                           {"span", "string"},
                                                                           {"note", "string"}}));
    const auto rows = rowsOf(report->dataset);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0]["id"], 9007199254740993);
    EXPECT_EQ(rows[0]["day"], "2024-02-29");
    EXPECT_EQ(rows[0]["paid"], true);
    EXPECT_EQ(rows[0]["extra"], OrderedJson::parse("{\"a\":[1,null]}"));
    EXPECT_EQ(rows[0]["tags"], OrderedJson::parse("[\"a\",\"b c\",null]"));
    EXPECT_EQ(rows[0]["marks"], OrderedJson::parse("[1,2]"));
    EXPECT_EQ(rows[0]["note"], "Größe 中");
    EXPECT_EQ(rows[0]["price"], "12.50");
    EXPECT_EQ(rows[0]["at"], "2024-02-29 12:30:00.25");
    EXPECT_EQ(rows[0]["seen"], "2024-02-29 10:30:00Z");
    for (const auto& [name, value] : rows[1].items()) EXPECT_TRUE(value.is_null()) << name;
    EXPECT_NE(report->manifest.provenance["server"].get<std::string>().find("PostgreSQL 15"), std::string::npos);
}

TEST_F(Postgres, parameters_are_bound_and_never_part_of_the_query) {
    ASSERT_TRUE(
        server->execute("CREATE TABLE person (name text, born int); INSERT INTO person VALUES ('anna', 1990), ('bob', 2001), ('x''; DROP "
                        "TABLE person; --', 2002)"));
    auto report = query(server->address(), "SELECT * FROM person WHERE born > :since ORDER BY born", {{"since", "2000"}});
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 2);
    EXPECT_EQ(report->manifest.provenance["parameters"]["since"], "2000");
    auto hostile = query(server->address(), "SELECT * FROM person WHERE name = :name", {{"name", "x'; DROP TABLE person; --"}});
    ASSERT_TRUE(test::succeeded(hostile));
    EXPECT_EQ(hostile->manifest.rows, 1);
    EXPECT_EQ(query(server->address(), "SELECT * FROM person WHERE name = :name").error().code, "parameter_unknown");
}

TEST_F(Postgres, a_query_cannot_change_the_database) {
    ASSERT_TRUE(
        server->execute("CREATE TABLE kept (n int); INSERT INTO kept VALUES (1); CREATE FUNCTION wipe() RETURNS int LANGUAGE sql AS "
                        "'DELETE FROM kept RETURNING 1'"));
    EXPECT_EQ(query(server->address(), "SELECT wipe()").error().code, "query_failed");
    EXPECT_FALSE(query(server->address(), "DELETE FROM kept RETURNING n"));
    EXPECT_EQ(query(server->address(), "SELECT n FROM kept")->manifest.rows, 1);
}

TEST_F(Postgres, a_stop_ends_the_query_on_the_server) {
    expectStops(server->address(), "SELECT pg_sleep(60)");
    auto report = query(
        server->address(),
        "SELECT count(*) AS n FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(60)' AND pid <> pg_backend_pid()");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(rowsOf(report->dataset)[0]["n"], 0);
}

TEST_F(Postgres, many_rows_stream_in_flat_memory) {
    expectFlatMemory(server->address(),
                     "SELECT n, md5(n::text) || repeat(md5((n + 1)::text), 12) AS note FROM generate_series(1, 600000) AS n", 600000);
}

TEST_F(Postgres, the_password_is_nowhere) { expectNoPassword(server->address()); }

TEST_F(Postgres, a_query_is_asked_for_with_the_tables_named) {
    ASSERT_TRUE(server->execute("CREATE TABLE listed (n int)"));
    const auto failed = query(server->address(), "");
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, "query_missing");
    EXPECT_NE(failed.error().hint.find("listed"), std::string::npos) << failed.error().hint;
    auto tried = data::tryServer(server->address());
    ASSERT_TRUE(test::succeeded(tried));
    EXPECT_TRUE(tried->name.starts_with("PostgreSQL 15")) << tried->name;
}

TEST_F(Postgres, is_read_through_odbc_too) {
    const std::string driver = "/usr/lib/x86_64-linux-gnu/odbc/psqlodbcw.so";
    if (!std::filesystem::exists(driver)) GTEST_SKIP() << "odbc-postgresql is not installed";
    ASSERT_TRUE(server->execute(
        "CREATE TABLE wide (id bigint, price numeric(10,2), day date, at timestamp, paid boolean, raw bytea, note text);"
        "INSERT INTO wide SELECT 5, 12.50, '2024-02-29', '2024-02-29 12:30:00', true, '\\x00ff', repeat('Größe 😀 ', 3000)"));
    const auto address = "odbc://anna@/shop?Driver=" + driver + "&Servername=" + server->folder().string() +
                         "&Port=5432&BoolsAsChar=0&MaxLongVarcharSize=0&TextAsLongVarchar=1&UnknownsAsLongVarchar=1";
    auto report = query(address, "SELECT * FROM wide WHERE id > :least", {{"least", "3"}});
    ASSERT_TRUE(test::succeeded(report));
    const auto rows = rowsOf(report->dataset);
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0]["id"], 5);
    EXPECT_EQ(rows[0]["price"], "12.50");
    EXPECT_EQ(rows[0]["day"], "2024-02-29");
    EXPECT_EQ(rows[0]["paid"], true);
    std::string note;
    for (int i = 0; i < 3000; ++i) note += "Größe 😀 ";
    EXPECT_EQ(rows[0]["note"], note);
    expectNoPassword(address);
}

TEST_F(Mariadb, values_keep_their_types) {
    ASSERT_TRUE(
        server->execute("SET SESSION sql_mode=''; CREATE TABLE sale (id bigint unsigned, price decimal(10,2), day date, at datetime(3), "
                        "seen timestamp NULL, paid boolean, raw blob, "
                        "extra json, kind enum('a','b'), year year, flag bit(1), weight double, note longtext) CHARACTER SET utf8mb4;"
                        "SET time_zone='+02:00';"
                        "INSERT INTO sale VALUES (18446744073709551615, -12.50, '2024-02-29', '2024-02-29 12:30:00.250', '2024-02-29 "
                        "12:30:00', true, x'00ff', "
                        "'{\"a\": [1, null]}', 'b', 2024, b'1', 1.5, REPEAT('Größe 😀', 100000)),"
                        "(NULL, NULL, '0000-00-00', NULL, NULL, false, NULL, NULL, NULL, NULL, b'0', NULL, NULL)"));
    auto report = query(server->address(), "SELECT * FROM sale");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rejected, 0);
    EXPECT_EQ(types(report->manifest), (std::map<std::string, std::string>{{"id", "uint64"},
                                                                           {"price", "decimal128(10, 2)"},
                                                                           {"day", "date32[day]"},
                                                                           {"at", "timestamp[us]"},
                                                                           {"seen", "timestamp[us, tz=UTC]"},
                                                                           {"paid", "bool"},
                                                                           {"raw", "binary"},
                                                                           {"extra", "json"},
                                                                           {"kind", "string"},
                                                                           {"year", "int64"},
                                                                           {"flag", "bool"},
                                                                           {"weight", "float64"},
                                                                           {"note", "string"}}));
    const auto rows = rowsOf(report->dataset);
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0]["id"].dump(), "18446744073709551615");
    EXPECT_EQ(rows[0]["price"], "-12.50");
    EXPECT_EQ(rows[0]["at"], "2024-02-29 12:30:00.25");
    EXPECT_EQ(rows[0]["seen"], "2024-02-29 10:30:00Z");
    EXPECT_EQ(rows[0]["extra"], OrderedJson::parse("{\"a\":[1,null]}"));
    EXPECT_EQ(rows[0]["kind"], "b");
    EXPECT_EQ(rows[0]["year"], 2024);
    EXPECT_EQ(rows[0]["flag"], true);
    EXPECT_EQ(rows[0]["note"].get<std::string>().size(), std::string("Größe 😀").size() * 100000);
    EXPECT_TRUE(rows[1]["day"].is_null());
    EXPECT_EQ(rows[1]["paid"], false);
    EXPECT_EQ(rows[1]["flag"], false);
}

TEST_F(Mariadb, parameters_are_bound_and_never_part_of_the_query) {
    ASSERT_TRUE(
        server->execute("CREATE TABLE person (name varchar(80), born int); INSERT INTO person VALUES ('anna', 1990), ('bob', 2001), "
                        "('x\\'; DROP TABLE person; --', 2002)"));
    EXPECT_EQ(query(server->address(), "SELECT * FROM person WHERE born > :since", {{"since", "2000"}})->manifest.rows, 2);
    EXPECT_EQ(query(server->address(), "SELECT * FROM person WHERE name = :name", {{"name", "x'; DROP TABLE person; --"}})->manifest.rows,
              1);
    EXPECT_FALSE(query(server->address(), "DELETE FROM person"));
    EXPECT_EQ(query(server->address(), "SELECT * FROM person")->manifest.rows, 3);
}

TEST_F(Mariadb, a_stop_ends_the_query_on_the_server) {
    expectStops(server->address(), "SELECT SLEEP(60), BENCHMARK(4000000000, MD5('a'))");
    auto report = query(server->address(), "SELECT COUNT(*) AS n FROM information_schema.processlist WHERE info LIKE 'SELECT SLEEP%'");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(rowsOf(report->dataset)[0]["n"], 0);
}

TEST_F(Mariadb, many_rows_stream_in_flat_memory) {
    expectFlatMemory(server->address(), "SELECT seq, CONCAT(MD5(seq), REPEAT(MD5(seq + 1), 12)) AS note FROM seq_1_to_600000", 600000);
}

TEST_F(Mariadb, the_password_is_nowhere) { expectNoPassword(server->address()); }

TEST_F(SqlServers, a_file_is_read_through_odbc) {
    const std::string driver = "/usr/lib/x86_64-linux-gnu/odbc/libsqlite3odbc.so";
    if (!std::filesystem::exists(driver)) GTEST_SKIP() << "libsqliteodbc is not installed";
    const auto file = (folder / "shop.db").string();
    sqlite3* database = nullptr;
    ASSERT_EQ(sqlite3_open(file.c_str(), &database), SQLITE_OK);
    ASSERT_EQ(
        sqlite3_exec(
            database,
            "CREATE TABLE sale (id INTEGER, name VARCHAR(50), price DOUBLE); INSERT INTO sale VALUES (1, 'Größe 中', 2.5), (2, NULL, NULL)",
            nullptr, nullptr, nullptr),
        SQLITE_OK);
    sqlite3_close(database);
    auto report = query("odbc://?Driver=" + driver + "&Database=" + file, "SELECT * FROM sale WHERE id < :most", {{"most", "9"}});
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(textOf(rowsOf(report->dataset)), "{\"id\":1,\"name\":\"Größe 中\",\"price\":2.5}\n{\"id\":2,\"name\":null,\"price\":null}\n");
    const auto absent = query("odbc://?Driver=/nowhere/driver.so", "SELECT 1");
    ASSERT_FALSE(absent);
    EXPECT_EQ(absent.error().code, "driver_missing") << absent.error().message;
}

TEST_F(SqlServers, a_server_that_is_not_there_is_told_at_once) {
    for (const auto* address : {"postgresql://anna@127.0.0.1:1/shop", "mysql://anna@127.0.0.1:1/shop"}) {
        const auto failed = query(address, "SELECT 1");
        ASSERT_FALSE(failed) << address;
        EXPECT_EQ(failed.error().code, "database_unreachable");
        EXPECT_NE(failed.error().message.find(address), std::string::npos) << failed.error().message;
    }
}
