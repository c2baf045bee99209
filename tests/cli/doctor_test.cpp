#include <gtest/gtest.h>

#include "cli/command.h"

namespace anneal::test {
namespace {

TEST(DoctorVerb, document_holds_what_scripts_rely_on) {
    TemporaryFolder home;
    const auto answer = anneal(home.path(), {"doctor"});
    ASSERT_TRUE(answer.document.is_object());
    EXPECT_EQ(answer.code, answer.document.at("ok").get<bool>() ? 0 : 1);
    for (const auto& check : answer.document.at("checks"))
        for (const char* key : {"name", "ok", "found", "needed", "fix"}) EXPECT_TRUE(check.contains(key)) << check;
    const auto& cpu = answer.document.at("devices").at(0);
    EXPECT_EQ(cpu.at("kind"), "cpu");
    EXPECT_GT(cpu.at("memory_bytes").get<std::uint64_t>(), 0u);
    EXPECT_FALSE(cpu.at("name").get<std::string>().empty());
    EXPECT_FALSE(cpu.at("dtypes").empty());
}

TEST(DoctorVerb, wrong_usage_exits_2) { EXPECT_EQ(anneal("/nonexistent", {"doctor", "--nothing"}).code, 2); }

}  // namespace
}  // namespace anneal::test
