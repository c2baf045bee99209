#include <gmock/gmock.h>

#include "store/studio_database.h"
#include "support.h"

namespace anneal::store {
namespace {

class StudioDatabaseTest : public testing::Test {
protected:
    std::unique_ptr<StudioDatabase> open() {
        auto database = StudioDatabase::open(folder_ / "anneal/studio.db");
        EXPECT_TRUE(test::succeeded(database));
        return std::move(*database);
    }
    static std::size_t count(StudioDatabase& database, const std::string& table) { return database.read("SELECT * FROM " + table).size(); }
    test::TemporaryFolder folder_;
};

TEST_F(StudioDatabaseTest, a_read_sees_every_write_before_it) {
    const auto database = open();
    for (int i = 0; i < 200; ++i) database->write("INSERT INTO state VALUES(?, '1')", {std::to_string(i)});
    EXPECT_EQ(count(*database, "state"), 200u);
}

TEST_F(StudioDatabaseTest, what_waits_is_written_when_it_closes) {
    open()->write("INSERT INTO state VALUES('page', '\"runs\"')");
    EXPECT_EQ(open()->read("SELECT value FROM state WHERE key = 'page'").at(0).text(0), "\"runs\"");
}

TEST_F(StudioDatabaseTest, what_was_deleted_is_gone_at_the_next_start_with_its_members) {
    {
        const auto database = open();
        database->write("INSERT INTO projects VALUES('a', 'Contracts', 1, 2), ('b', 'Reviews', 1, NULL)");
        database->write("INSERT INTO members VALUES('a', 'run', '1'), ('b', 'run', '2')");
        EXPECT_EQ(count(*database, "projects"), 2u);
    }
    const auto database = open();
    EXPECT_EQ(count(*database, "projects"), 1u);
    EXPECT_EQ(count(*database, "members"), 1u);
}

TEST_F(StudioDatabaseTest, a_write_that_fails_is_told_and_takes_no_other_with_it) {
    const auto database = open();
    std::vector<std::string> codes;
    const auto watching = database->onError([&](const Error& error) { codes.push_back(error.code); });
    database->write("INSERT INTO state VALUES('a', '1')");
    database->write("INSERT INTO nowhere VALUES(1)");
    database->write("INSERT INTO state VALUES('b', '1')");
    EXPECT_EQ(count(*database, "state"), 2u);
    EXPECT_THAT(codes, testing::ElementsAre("database_failed"));
}

TEST_F(StudioDatabaseTest, a_copy_holds_what_was_written_and_replaces_nothing) {
    const auto database = open();
    database->write("INSERT INTO state VALUES('page', '1')");
    ASSERT_TRUE(test::succeeded(database->copyTo(folder_ / "copy.db")));
    EXPECT_FALSE(database->copyTo(folder_ / "copy.db"));
    EXPECT_EQ(count(*StudioDatabase::open(folder_ / "copy.db").value(), "state"), 1u);
}

TEST_F(StudioDatabaseTest, in_memory_it_keeps_nothing) {
    auto database = StudioDatabase::open(":memory:");
    ASSERT_TRUE(test::succeeded(database));
    (*database)->write("INSERT INTO state VALUES('a', '1')");
    EXPECT_EQ(count(**database, "state"), 1u);
    EXPECT_FALSE(std::filesystem::exists(":memory:"));
}

}  // namespace
}  // namespace anneal::store
