#include <chrono>
#include <csignal>
#include <random>
#include <thread>

#include <sys/resource.h>

#include "base/process.h"
#include "data/data_fixture.h"

using namespace anneal;
using namespace std::chrono_literals;

namespace {

class DataFaults : public test::DataTest {
protected:
    std::filesystem::path program = std::getenv("ANNEAL_PROGRAM") ? std::getenv("ANNEAL_PROGRAM") : "";
    std::filesystem::path set = folder / "set";

    void SetUp() override {
        data::ImportOptions options;
        options.out = set;
        ASSERT_TRUE(test::succeeded(import("first.jsonl", "{\"text\":\"the earlier version\"}\n", options)));
        std::string text;
        for (int i = 0; i < 400000; ++i) text += "{\"text\":\"row number " + std::to_string(i * 2654435761u) + "\"}\n";
        test::write(folder / "second.jsonl", text);
    }
    base::ProcessOptions calling(std::vector<std::string> arguments) const {
        base::ProcessOptions options;
        options.program = program;
        options.arguments = {"data"};
        options.arguments.insert(options.arguments.end(), arguments.begin(), arguments.end());
        options.arguments.insert(options.arguments.end(), {"--out", set.string(), "--replace", "--json"});
        options.outputFile = folder / "log.txt";
        return options;
    }
    base::ProcessOptions importing() const { return calling({"import", (folder / "second.jsonl").string()}); }
    base::ProcessOptions cleaning() {
        if (!std::filesystem::exists(folder / "second")) {
            data::ImportOptions options;
            options.reading.blockBytes = 1 << 20;
            options.out = folder / "second";
            EXPECT_TRUE(test::succeeded(importFile(folder / "second.jsonl", options)));
            test::write(folder / "recipe.yaml",
                        "steps: [trim, drop_duplicates, normalise_unicode, drop_near_duplicates: {threshold: 1}]\n");
        }
        return calling({"clean", (folder / "second").string(), "--recipe", (folder / "recipe.yaml").string()});
    }
    /// One row an order, so that as many come out as of the other acts.
    base::ProcessOptions making() const {
        std::string orders = "order,time,amount\n";
        for (std::int64_t i = 0; i < 400000; ++i)
            orders += std::to_string(i) + ",2024-02-0" + std::to_string(1 + i % 9) + "," + std::to_string(i * 7919 % 100003) + "\n";
        test::write(folder / "orders.csv", orders);
        test::write(folder / "set.yaml", "tables: {orders: {data: orders.csv, index: order, time_index: time}}\n");
        return calling({"features", (folder / "set.yaml").string(), "--target", "orders", "--trans", "cum_sum,percentile,month"});
    }
    /// Kills what it starts, at eight moments, then lets it finish.
    void expectWholeWheneverKilled(const base::ProcessOptions& options, int milliseconds) {
        std::mt19937 draw(1);
        for (int round = 0; round < 8; ++round) {
            auto process = base::Process::spawn(options);
            ASSERT_TRUE(test::succeeded(process));
            std::this_thread::sleep_for(std::chrono::milliseconds(5 + draw() % unsigned(milliseconds)));
            process->signal(SIGKILL);
            process->wait();
            base::removeStale(set.parent_path());
            expectWhole();
        }
        auto process = base::Process::spawn(options);
        ASSERT_TRUE(test::succeeded(process));
        const auto status = process->wait();
        ASSERT_TRUE(status && status->ok()) << *base::readFile(folder / "log.txt");
        EXPECT_EQ(data::Dataset::open(set)->manifest().rows, 400000);
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            EXPECT_EQ(entry.path().filename().string().find(".partial-"), std::string::npos) << entry.path();
    }
    /// A limit on file size stands in for a full disk: a write fails part-way.
    void expectTheEarlierOneWhenDiskIsFull(const base::ProcessOptions& wanted) {
        base::ProcessOptions options;
        options.program = "/bin/sh";
        options.arguments = {"-c", "ulimit -f 64; trap '' XFSZ; exec \"$0\" \"$@\"", program.string()};
        for (const auto& argument : wanted.arguments) options.arguments.push_back(argument);
        options.outputFile = folder / "log.txt";
        auto process = base::Process::spawn(options);
        ASSERT_TRUE(test::succeeded(process));
        const auto status = process->wait();
        ASSERT_TRUE(status.has_value());
        EXPECT_EQ(status->code, 1) << *base::readFile(folder / "log.txt");
        expectWhole();
        EXPECT_EQ(data::Dataset::open(set)->manifest().rows, 1);
    }
    void expectWhole() const {
        auto dataset = data::Dataset::open(set);
        ASSERT_TRUE(test::succeeded(dataset));
        EXPECT_TRUE(dataset->verify());
        EXPECT_TRUE(dataset->manifest().rows == 1 || dataset->manifest().rows == 400000) << dataset->manifest().rows;
    }
};

}  // namespace

TEST_F(DataFaults, a_killed_import_leaves_the_earlier_version_or_the_new_one_whole) { expectWholeWheneverKilled(importing(), 300); }

TEST_F(DataFaults, a_killed_clean_run_leaves_the_earlier_version_or_the_new_one_whole) { expectWholeWheneverKilled(cleaning(), 3000); }

TEST_F(DataFaults, killed_features_leave_the_earlier_version_or_the_new_one_whole) { expectWholeWheneverKilled(making(), 1000); }

TEST_F(DataFaults, an_import_that_cannot_be_written_whole_leaves_the_earlier_version) { expectTheEarlierOneWhenDiskIsFull(importing()); }

TEST_F(DataFaults, a_clean_run_that_cannot_be_written_whole_leaves_the_earlier_version) { expectTheEarlierOneWhenDiskIsFull(cleaning()); }

TEST_F(DataFaults, features_that_cannot_be_written_whole_leave_the_earlier_version) { expectTheEarlierOneWhenDiskIsFull(making()); }

TEST_F(DataFaults, an_interrupted_clean_run_leaves_the_earlier_version_and_nothing_else) {
    auto process = base::Process::spawn(cleaning());
    ASSERT_TRUE(test::succeeded(process));
    std::this_thread::sleep_for(300ms);
    process->signal(SIGINT);
    const auto status = process->wait();
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ(status->code, 130) << *base::readFile(folder / "log.txt");
    EXPECT_EQ(data::Dataset::open(set)->manifest().rows, 1);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().filename().string().find(".partial-"), std::string::npos) << entry.path();
}
