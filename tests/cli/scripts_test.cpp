// What a script leans on whatever it asks: an exit code that tells the truth, one document, nobody's folder emptied.

#include "base/files.h"
#include "cli/command.h"

#include <gtest/gtest.h>

namespace anneal::test {
namespace {

int shell(const std::string& command) {
    const auto ran = base::runProcess({.program = "/bin/sh", .arguments = {"-c", command + " 2>/dev/null"}});
    return ran ? ran->status.code : -1;
}

TEST(Scripts, an_answer_that_could_not_be_written_is_a_failure) {
    const std::string program = ANNEAL_BINARY_DIR "/bin/anneal";
    EXPECT_EQ(shell(program + " doctor --json > /dev/null"), 0);
    EXPECT_EQ(shell(program + " doctor --json > /dev/full"), 1);
    EXPECT_EQ(shell(program + " --version >&-"), 1);
}

TEST(Scripts, a_wrong_command_line_is_a_document_as_well) {
    const TemporaryFolder home;
    for (const auto& words : {std::vector<std::string>{"frobnicate"}, {"train"}, {"runs", "diff", "one"}, {"runs"}}) {
        const auto answer = anneal(home.path(), words);
        EXPECT_EQ(answer.code, 2) << words.front();
        EXPECT_EQ(errorCode(answer), "usage") << words.front();
    }
}

TEST(Scripts, a_demo_makes_anew_its_own_folder_and_no_other) {
    const TemporaryFolder home;
    write(home / "project/run.yaml", "stage: sft\n");
    write(home / "project/data.csv", "a,b\n1,2\n");
    write(home / "file", "mine");
    for (const auto* out : {"project", "file"}) {
        const auto answer = anneal(home.path(), {"demo", "--out", (home / out).string()});
        EXPECT_EQ(answer.code, 1);
        EXPECT_EQ(errorCode(answer), "already_exists") << out;
    }
    EXPECT_EQ(base::readFile(home / "project/data.csv").value(), "a,b\n1,2\n");
    EXPECT_EQ(base::readFile(home / "file").value(), "mine");
}

}  // namespace
}  // namespace anneal::test
