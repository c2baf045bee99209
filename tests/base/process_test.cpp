#include "base/process.h"
#include "support.h"

#include <csignal>

using namespace anneal;
using namespace std::chrono_literals;

TEST(Process, lines_go_in_and_come_out) {
    auto process = base::Process::spawn({.program = "cat", .pipeInput = true, .pipeOutput = true}).value();
    ASSERT_TRUE(process.write("one\ntwo\n"));
    EXPECT_EQ(process.readLine(5s), "one");
    EXPECT_EQ(process.readLine(5s), "two");
    EXPECT_EQ(process.readLine(20ms), std::nullopt);
    process.closeInput();
    EXPECT_TRUE(process.wait(5s)->ok());
}

TEST(Process, exit_codes_and_signals_are_told_apart) {
    const auto left = base::runProcess({.program = "sh", .arguments = {"-c", "exit 7"}}).value();
    EXPECT_EQ(left.status.code, 7);
    EXPECT_EQ(left.status.signal, 0);
    const auto killed = base::runProcess({.program = "sh", .arguments = {"-c", "kill -9 $$"}}).value();
    EXPECT_EQ(killed.status.signal, SIGKILL);
}

TEST(Process, the_environment_is_added_to_ours) {
    const auto result =
        base::runProcess({.program = "sh", .arguments = {"-c", "echo $ANNEAL_X-$HOME"}, .environment = {{"ANNEAL_X", "y"}}}).value();
    EXPECT_EQ(result.output, std::string("y-") + std::getenv("HOME") + "\n");
}

TEST(Process, a_program_that_is_not_there_is_named) {
    const auto result = base::Process::spawn({.program = "/no/such/program"});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, "spawn_failed");
    EXPECT_NE(result.error().message.find("/no/such/program"), std::string::npos);
}

TEST(Process, a_running_child_goes_with_its_owner) {
    pid_t pid = 0;
    {
        auto process = base::Process::spawn({.program = "sleep", .arguments = {"100"}}).value();
        pid = process.pid();
        EXPECT_TRUE(base::processAlive(pid));
    }
    EXPECT_FALSE(base::processAlive(pid));
}
