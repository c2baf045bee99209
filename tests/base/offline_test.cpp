#include "base/offline.h"

#include <cstdlib>

#include "support.h"

namespace anneal::base {
namespace {

TEST(offline, forbids_the_network_until_it_is_turned_off) {
    const test::TemporaryFolder home;
    ::setenv("XDG_DATA_HOME", home.path().c_str(), 1);
    EXPECT_FALSE(isOffline());
    EXPECT_TRUE(requireNetwork("the download"));
    ASSERT_TRUE(test::succeeded(setOffline(true)));
    EXPECT_TRUE(isOffline());
    const auto refused = requireNetwork("the download");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, "offline");
    EXPECT_NE(refused.error().message.find("the download"), std::string::npos);
    ASSERT_TRUE(test::succeeded(setOffline(false)));
    ASSERT_TRUE(test::succeeded(setOffline(false)));
    EXPECT_FALSE(isOffline());
}

}  // namespace
}  // namespace anneal::base
