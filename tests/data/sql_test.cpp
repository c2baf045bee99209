#include <sqlite3.h>

#include "base/text.h"
#include "data/data_fixture.h"
#include "data/sql/credentials.h"
#include "data/sql/postgres_array.h"
#include "data/sql/sql_parameters.h"
#include "data/sql/sql_source.h"

using namespace anneal;

namespace {

class Sql : public test::DataTest {
protected:
    std::filesystem::path database = folder / "shop.db";
    void run(const std::string& statements) {
        sqlite3* handle = nullptr;
        ASSERT_EQ(sqlite3_open(database.c_str(), &handle), SQLITE_OK);
        char* reason = nullptr;
        EXPECT_EQ(sqlite3_exec(handle, statements.c_str(), nullptr, nullptr, &reason), SQLITE_OK) << reason;
        sqlite3_close(handle);
    }
    Result<data::ImportReport> query(const std::string& text, std::map<std::string, std::string> parameters = {}) {
        data::ImportOptions options;
        options.source = "sqlite://" + database.string();
        options.out = folder / ("dataset-" + std::to_string(count++));
        options.reading.query = text;
        options.reading.parameters = std::move(parameters);
        return data::importDataset(options);
    }
};

}  // namespace

TEST_F(Sql, sqlite_rows_keep_their_types) {
    run("CREATE TABLE sale (id INTEGER PRIMARY KEY, name TEXT, price REAL, paid BOOLEAN, day DATE, at DATETIME, tags JSON, raw BLOB);"
        "INSERT INTO sale VALUES (1, 'Köln', 1.5, 1, '2024-02-29', '2024-02-29 12:30:00', '[\"a\"]', x'FF00'), (2, NULL, NULL, NULL, NULL, "
        "NULL, NULL, NULL);");
    auto report = query("SELECT *, price * 2 AS twice, '007' AS code FROM sale ORDER BY id");
    ASSERT_TRUE(test::succeeded(report));
    std::string types;
    for (const auto& column : report->manifest.columns) types += column.name + ":" + column.type + " ";
    EXPECT_EQ(
        types,
        "id:int64 name:string price:float64 paid:bool day:date32[day] at:timestamp[us] tags:json raw:binary twice:float64 code:string ");
    const auto rows = rowsOf(report->dataset);
    EXPECT_EQ(
        rows[0].dump(),
        R"({"id":1,"name":"Köln","price":1.5,"paid":true,"day":"2024-02-29","at":"2024-02-29 12:30:00","tags":["a"],"raw":"/wA=","twice":3.0,"code":"007"})");
    EXPECT_EQ(rows[1]["name"], nullptr);
    EXPECT_EQ(report->manifest.provenance["source"], "sqlite://" + database.string());
    EXPECT_NE(report->manifest.provenance["query"].get<std::string>().find("FROM sale"), std::string::npos);
}

TEST_F(Sql, sqlite_columns_of_several_types_widen_over_blocks) {
    run("CREATE TABLE t (v); WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 40000) INSERT INTO t SELECT n FROM c;"
        "INSERT INTO t VALUES ('word');");
    auto report = query("SELECT v FROM t ORDER BY rowid");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->manifest.rows, 40001);
    EXPECT_EQ(report->manifest.columns[0].type, "string");
    EXPECT_EQ(rowsOf(report->dataset)[0]["v"], "1");
}

TEST_F(Sql, parameters_are_bound_and_never_pasted) {
    run("CREATE TABLE t (id INTEGER, name TEXT); INSERT INTO t VALUES (1, 'a'), (2, 'it''s'), (3, 'x'' OR 1=1 --');");
    auto one = query("SELECT id FROM t WHERE name = :name", {{"name", "x' OR 1=1 --"}});
    ASSERT_TRUE(test::succeeded(one));
    EXPECT_EQ(textOf(rowsOf(one->dataset)), "{\"id\":3}\n");
    auto twice = query("SELECT id FROM t WHERE id >= :n AND id + 1 > :n ORDER BY id", {{"n", "2"}});
    ASSERT_TRUE(test::succeeded(twice));
    EXPECT_EQ(twice->manifest.rows, 2);
    EXPECT_EQ(query("SELECT id FROM t WHERE id = :m", {{"n", "2"}}).error().code, "parameter_unknown");
    EXPECT_EQ(query("SELECT id FROM t", {{"n", "2"}}).error().code, "parameter_unknown");
}

TEST_F(Sql, mistakes_are_told) {
    run("CREATE TABLE sale (id INTEGER); CREATE TABLE customer (id INTEGER);");
    const auto missing = query("");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, "query_missing");
    EXPECT_NE(missing.error().hint.find("customer, sale"), std::string::npos) << missing.error().hint;
    EXPECT_EQ(query("SELEC 1").error().code, "query_failed");
    EXPECT_EQ(query("DELETE FROM sale").error().code, "query_invalid");
    EXPECT_EQ(query("SELECT id FROM sale").error().code, "no_rows");
    EXPECT_EQ(query("SELECT 1 AS a, 2 AS a").error().code, "data_unreadable");
    database = folder / "absent.db";
    EXPECT_EQ(query("SELECT 1").error().code, "file_not_found");
}

TEST_F(Sql, a_query_can_be_stopped_while_it_runs) {
    run("CREATE TABLE t (id INTEGER);");
    base::StopToken stop;
    data::ImportOptions options;
    options.source = "sqlite://" + database.string();
    options.out = folder / "set";
    options.reading.query = "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT count(*) FROM c";
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        stop.requestStop();
    });
    const auto start = std::chrono::steady_clock::now();
    const auto report = data::importDataset(options, {}, stop);
    stopper.join();
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, "stopped") << report.error().message;
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
    EXPECT_FALSE(std::filesystem::exists(options.out));
}

TEST(SqlUrl, is_taken_apart_and_shown_without_its_password) {
    auto url = data::parseSqlUrl("postgresql://anna:p%40ss@db.example:6543/shop?sslmode=require&password=other");
    ASSERT_TRUE(test::succeeded(url));
    EXPECT_EQ(url->user, "anna");
    EXPECT_EQ(url->password.reveal(), "p@ss");
    EXPECT_EQ(url->host, "db.example");
    EXPECT_EQ(url->port, 6543);
    EXPECT_EQ(url->database, "shop");
    EXPECT_EQ(url->shown(), "postgresql://anna@db.example:6543/shop?sslmode=require");
    EXPECT_EQ(data::parseSqlUrl("sqlite:///tmp/a b.db")->database, "/tmp/a b.db");
    EXPECT_EQ(data::parseSqlUrl("sqlite://rel.db")->database, "rel.db");
    EXPECT_EQ(data::parseSqlUrl("mariadb://u@[::1]:3307/x")->host, "::1");
    EXPECT_EQ(data::parseSqlUrl("odbc://Sales")->host, "Sales");
    for (const auto* bad : {"http://x/y", "postgresql://u:secret@h:99999/d", "postgresql://u:se%zzcret@h/d", "sqlite://", "odbc://"}) {
        const auto parsed = data::parseSqlUrl(bad);
        ASSERT_FALSE(parsed) << bad;
        EXPECT_EQ(parsed.error().message.find("cret"), std::string::npos) << parsed.error().message;
    }
}

TEST(SqlParameters, are_found_only_where_sql_has_them) {
    const auto bind = [](const std::string& query, data::ParameterStyle style) {
        auto bound = data::bindParameters(query, {{"a", "1"}, {"b", "2"}}, style);
        return bound ? bound->text + " ← " + base::join(bound->values, ",") : bound.error().message;
    };
    using enum data::ParameterStyle;
    EXPECT_EQ(bind("SELECT :a, :b, :a", numbered), "SELECT $1, $2, $1 ← 1,2");
    EXPECT_EQ(bind("SELECT :a, :b, :a;", question), "SELECT ?, ?, ? ← 1,2,1");
    EXPECT_EQ(bind("SELECT ':x', \":y\", `:z`, x::text -- :c\n, /* :d */ $q$ :e $q$, :a + :b", numbered),
              "SELECT ':x', \":y\", `:z`, x::text -- :c\n, /* :d */ $q$ :e $q$, $1 + $2 ← 1,2");
    EXPECT_EQ(bind("SELECT 'it\\'s :x', :a, :b", questionEscaped), "SELECT 'it\\'s :x', ?, ? ← 1,2");
    EXPECT_EQ(bind("SELECT 'C:\\', :a, :b", numbered), "SELECT 'C:\\', $1, $2 ← 1,2");
    EXPECT_EQ(bind("SELECT '12:30', now()::time, arr[1:2], :a, :b", numbered), "SELECT '12:30', now()::time, arr[1:2], $1, $2 ← 1,2");
}

TEST(SqlCredentials, the_password_file_is_read_as_libpq_does) {
    const std::string file = "# comment\ndb:5432:shop:bob:no\n*:*:shop:anna:se\\:cr\\\\et\nlocalhost:5432:*:*:local\n";
    EXPECT_EQ(data::passwordInFile(file, *data::parseSqlUrl("postgresql://anna@db/shop")).reveal(), "se:cr\\et");
    EXPECT_EQ(data::passwordInFile(file, *data::parseSqlUrl("postgresql://anna@/other")).reveal(), "local");
    EXPECT_TRUE(data::passwordInFile(file, *data::parseSqlUrl("postgresql://bob@db:5433/shop")).empty());
}

TEST(SqlCredentials, a_file_that_others_may_read_is_not_used) {
    test::TemporaryFolder folder;
    test::write(folder / "pgpass", "*:*:*:*:secret\n");
    ::setenv("PGPASSFILE", (folder / "pgpass").c_str(), 1);
    ::unsetenv("ANNEAL_DB_PASSWORD");
    ::unsetenv("PGPASSWORD");
    ::unsetenv("DBUS_SESSION_BUS_ADDRESS");
    const auto url = data::parseSqlUrl("postgresql://anna@db/shop");
    std::filesystem::permissions(folder / "pgpass", std::filesystem::perms(0644));
    EXPECT_TRUE(data::findPassword(*url).empty());
    std::filesystem::permissions(folder / "pgpass", std::filesystem::perms(0600));
    EXPECT_EQ(data::findPassword(*url).reveal(), "secret");
    ::setenv("ANNEAL_DB_PASSWORD", "first", 1);
    EXPECT_EQ(data::findPassword(*url).reveal(), "first");
    ::unsetenv("ANNEAL_DB_PASSWORD");
    ::unsetenv("PGPASSFILE");
}

TEST(SqlSecret, is_taken_out_of_messages) {
    const data::Secret secret("hunter2");
    EXPECT_EQ(secret.scrub("user anna, password hunter2, hunter2"), "user anna, password ***, ***");
    EXPECT_EQ(data::Secret().scrub("text"), "text");
}

TEST(PostgresArray, becomes_json) {
    using data::ArrayElement;
    EXPECT_EQ(data::arrayAsJson(R"({a,"b,\"c\\",NULL,"NULL",""})", ArrayElement::text), R"(["a","b,\"c\\",null,"NULL",""])");
    EXPECT_EQ(data::arrayAsJson("{{1,2},{3,NaN}}", ArrayElement::number), "[[1,2],[3,null]]");
    EXPECT_EQ(data::arrayAsJson("[0:1]={t,f}", ArrayElement::boolean), "[true,false]");
    EXPECT_EQ(data::arrayAsJson("{}", ArrayElement::text), "[]");
    EXPECT_EQ(data::arrayAsJson(R"({"{\"a\": 1}"})", ArrayElement::json), R"([{"a": 1}])");
}
