#include <cstdlib>

#include "base/files.h"
#include "support.h"

namespace anneal::base {
namespace {

class paths : public testing::Test {
protected:
    paths() {
        ::setenv("HOME", home_.path().c_str(), 1);
        for (const auto* variable : {"XDG_DATA_HOME", "XDG_CONFIG_HOME"}) ::unsetenv(variable);
    }
    test::TemporaryFolder home_;
};

TEST_F(paths, data_lives_under_home_until_another_place_is_chosen) {
    EXPECT_EQ(dataHome(), home_ / ".local/share/anneal");
    ASSERT_TRUE(test::succeeded(chooseDataHome(home_ / "large disk")));
    EXPECT_EQ(dataHome(), home_ / "large disk/anneal");
    EXPECT_TRUE(std::filesystem::is_directory(dataHome()));
}

TEST_F(paths, the_environment_wins_over_what_was_chosen) {
    ASSERT_TRUE(test::succeeded(chooseDataHome(home_ / "large disk")));
    EXPECT_FALSE(dataHomeIsFixed());
    ::setenv("XDG_DATA_HOME", "/elsewhere", 1);
    EXPECT_TRUE(dataHomeIsFixed());
    EXPECT_EQ(dataHome(), "/elsewhere/anneal");
}

TEST_F(paths, a_choice_that_makes_no_sense_is_passed_over) {
    test::write(home_ / ".config/anneal/data_home", "not/absolute");
    EXPECT_EQ(dataHome(), home_ / ".local/share/anneal");
    EXPECT_EQ(chooseDataHome("/proc/nowhere").error().code, "write_failed");
}

TEST_F(paths, a_resource_is_found_in_the_checkout) { EXPECT_TRUE(std::filesystem::exists(resourceFolder("demo") / "clauses.csv")); }

}  // namespace
}  // namespace anneal::base
