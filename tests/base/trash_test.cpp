#include "base/trash.h"
#include "support.h"

namespace anneal::base {
namespace {

class TrashTest : public testing::Test {
protected:
    test::TemporaryFolder folder_;
    Trash trash_{folder_ / "data/trash"};
};

TEST_F(TrashTest, brings_back_what_was_put_there) {
    test::write(folder_ / "runs/a/log.txt", "step 1");
    const auto put = trash_.put(folder_ / "runs/a");
    ASSERT_TRUE(test::succeeded(put));
    EXPECT_FALSE(std::filesystem::exists(folder_ / "runs/a"));
    ASSERT_TRUE(test::succeeded(trash_.restore(*put)));
    EXPECT_EQ(readFile(folder_ / "runs/a/log.txt").value(), "step 1");
    EXPECT_TRUE(std::filesystem::is_empty(trash_.folder()));
}

TEST_F(TrashTest, keeps_two_of_one_name_apart) {
    test::write(folder_ / "runs/a/log.txt", "first");
    const auto first = trash_.put(folder_ / "runs/a").value();
    test::write(folder_ / "runs/a/log.txt", "second");
    const auto second = trash_.put(folder_ / "runs/a").value();
    ASSERT_TRUE(test::succeeded(trash_.restore(first)));
    EXPECT_EQ(readFile(folder_ / "runs/a/log.txt").value(), "first");
    EXPECT_EQ(trash_.restore(second).error().code, "already_exists");
}

TEST_F(TrashTest, is_empty_after_emptying) {
    test::write(folder_ / "runs/a/log.txt", "step 1");
    const auto put = trash_.put(folder_ / "runs/a").value();
    ASSERT_TRUE(test::succeeded(trash_.empty()));
    EXPECT_EQ(bytesUnder(folder_.path()), 0u);
    EXPECT_EQ(trash_.restore(put).error().code, "restore_failed");
}

TEST_F(TrashTest, what_is_not_there_cannot_be_put) { EXPECT_EQ(trash_.put(folder_ / "nowhere").error().code, "delete_failed"); }

TEST_F(TrashTest, bytes_are_those_of_files_and_not_of_what_links_point_to) {
    test::write(folder_ / "a/one", "12345");
    test::write(folder_ / "a/b/two", "123");
    std::filesystem::create_symlink(folder_ / "a/one", folder_ / "a/link");
    EXPECT_EQ(bytesUnder(folder_ / "a"), 8u);
    EXPECT_EQ(bytesUnder(folder_ / "nowhere"), 0u);
}

}  // namespace
}  // namespace anneal::base
