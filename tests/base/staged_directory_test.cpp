#include "base/files.h"
#include "support.h"

#include <sys/wait.h>
#include <unistd.h>

using namespace anneal;

TEST(StagedDirectory, appears_whole_with_its_marker) {
    test::TemporaryFolder folder;
    {
        auto staged = base::StagedDirectory::create(folder / "out").value();
        test::write(staged.path() / "a/b", "x");
        EXPECT_FALSE(std::filesystem::exists(folder / "out"));
        ASSERT_TRUE(test::succeeded(staged.commit()));
    }
    EXPECT_TRUE(base::isComplete(folder / "out"));
    EXPECT_EQ(base::readFile(folder / "out/a/b").value(), "x");
}

TEST(StagedDirectory, not_committed_it_leaves_nothing) {
    test::TemporaryFolder folder;
    { auto staged = base::StagedDirectory::create(folder / "out").value(); }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(StagedDirectory, an_existing_target_is_replaced_only_when_asked) {
    test::TemporaryFolder folder;
    test::write(folder / "out/old", "1");
    auto staged = base::StagedDirectory::create(folder / "out").value();
    test::write(staged.path() / "new", "2");
    EXPECT_EQ(staged.commit().error().code, "already_exists");
    EXPECT_TRUE(std::filesystem::exists(folder / "out/old"));
    ASSERT_TRUE(test::succeeded(staged.commit(true)));
    EXPECT_TRUE(std::filesystem::exists(folder / "out/new"));
    EXPECT_FALSE(std::filesystem::exists(folder / "out/old"));
}

TEST(StagedDirectory, what_a_killed_writer_left_is_removed_and_never_complete) {
    test::TemporaryFolder folder;
    const pid_t child = ::fork();
    if (child == 0) {
        auto staged = base::StagedDirectory::create(folder / "out").value();
        test::write(staged.path() / "half", "1");
        ::_exit(0);  // as kill -9 would: no destructor runs
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
    EXPECT_FALSE(std::filesystem::is_empty(folder.path()));
    base::removeStale(folder.path());
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(StagedDirectory, the_earlier_version_returns_if_the_writer_died_between_its_renames) {
    test::TemporaryFolder folder;
    test::write(folder / ".out.partial-999999999-old/kept", "1");
    base::removeStale(folder.path());
    EXPECT_EQ(base::readFile(folder / "out/kept").value(), "1");
}
