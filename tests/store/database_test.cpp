#include "store/database.h"

#include <array>
#include <fstream>

#include <gtest/gtest.h>

#include "support.h"

namespace anneal::store {
namespace {

constexpr std::array<std::string_view, 1> kFirst{"CREATE TABLE t(a INTEGER, b REAL, c TEXT);"};
constexpr std::array<std::string_view, 2> kSecond{kFirst[0], "ALTER TABLE t ADD COLUMN d TEXT DEFAULT 'new';"};

TEST(database, values_come_back_as_they_went_in) {
    const test::TemporaryFolder scratch;
    auto database = Database::openWriter(scratch / "a.db", kFirst).value();
    ASSERT_TRUE(database.execute("INSERT INTO t VALUES(?,?,?)", {7, 0.1, "text"}));
    ASSERT_TRUE(database.execute("INSERT INTO t VALUES(?,?,?)", {Value(), Value(), Value()}));
    const auto rows = database.query("SELECT a, b, c FROM t").value();
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].integer(0), 7);
    EXPECT_EQ(rows[0].real(1), 0.1);
    EXPECT_EQ(rows[0].text(2), "text");
    EXPECT_TRUE(rows[1].isNull(0));
    EXPECT_TRUE(rows[1].isNull(2));
}

TEST(database, a_migration_runs_once_and_keeps_the_rows) {
    const test::TemporaryFolder scratch;
    { ASSERT_TRUE(Database::openWriter(scratch / "a.db", kFirst)->execute("INSERT INTO t VALUES(1,2,'x')")); }
    auto database = Database::openWriter(scratch / "a.db", kSecond).value();
    EXPECT_EQ(database.schemaVersion(), 2);
    EXPECT_EQ(database.query("SELECT d FROM t").value()[0].text(0), "new");
    EXPECT_TRUE(Database::openWriter(scratch / "a.db", kSecond));
}

TEST(database, a_newer_schema_is_refused_with_a_hint) {
    const test::TemporaryFolder scratch;
    { ASSERT_TRUE(Database::openWriter(scratch / "a.db", kSecond)); }
    const auto older = Database::openWriter(scratch / "a.db", kFirst);
    ASSERT_FALSE(older);
    EXPECT_EQ(older.error().code, "database_newer");
    EXPECT_FALSE(older.error().hint.empty());
}

TEST(database, a_reader_sees_what_the_writer_committed_while_it_writes) {
    const test::TemporaryFolder scratch;
    auto writer = Database::openWriter(scratch / "a.db", kFirst).value();
    auto reader = Database::openReader(scratch / "a.db").value();
    ASSERT_TRUE(writer.execute("INSERT INTO t VALUES(1,2,'x')"));
    EXPECT_EQ(reader.query("SELECT count(*) FROM t").value()[0].integer(0), 1);
    ASSERT_TRUE(writer.execute("INSERT INTO t VALUES(2,2,'y')"));
    EXPECT_EQ(reader.query("SELECT count(*) FROM t").value()[0].integer(0), 2);
    const auto refused = reader.execute("DELETE FROM t");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "database_read_only");
}

TEST(database, a_failed_transaction_leaves_nothing) {
    const test::TemporaryFolder scratch;
    auto database = Database::openWriter(scratch / "a.db", kFirst).value();
    const auto status = database.transaction([&]() -> Status {
        ANNEAL_CHECK(database.execute("INSERT INTO t VALUES(1,2,'x')"));
        return fail("changed_mind", "no");
    });
    EXPECT_EQ(status.error().code, "changed_mind");
    EXPECT_EQ(database.query("SELECT count(*) FROM t").value()[0].integer(0), 0);
}

TEST(database, a_damaged_file_says_so) {
    const test::TemporaryFolder scratch;
    std::ofstream(scratch / "a.db") << std::string(5000, 'x');
    const auto database = Database::openWriter(scratch / "a.db", kFirst);
    ASSERT_FALSE(database);
    EXPECT_EQ(database.error().code, "database_corrupt");
    EXPECT_NE(database.error().hint.find("backup"), std::string::npos);
}

TEST(database, a_missing_file_is_not_made_by_a_reader) {
    const test::TemporaryFolder scratch;
    EXPECT_EQ(Database::openReader(scratch / "none.db").error().code, "database_missing");
}

}  // namespace
}  // namespace anneal::store
