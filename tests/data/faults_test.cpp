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
    base::ProcessOptions importing() const {
        base::ProcessOptions options;
        options.program = program;
        options.arguments = {"data", "import", (folder / "second.jsonl").string(), "--out", set.string(), "--replace", "--json"};
        options.outputFile = folder / "log.txt";
        return options;
    }
    void expectWhole() const {
        auto dataset = data::Dataset::open(set);
        ASSERT_TRUE(test::succeeded(dataset));
        EXPECT_TRUE(dataset->verify());
        EXPECT_TRUE(dataset->manifest().rows == 1 || dataset->manifest().rows == 400000) << dataset->manifest().rows;
    }
};

}  // namespace

TEST_F(DataFaults, a_killed_import_leaves_the_earlier_version_or_the_new_one_whole) {
    std::mt19937 draw(1);
    for (int round = 0; round < 8; ++round) {
        auto process = base::Process::spawn(importing());
        ASSERT_TRUE(test::succeeded(process));
        std::this_thread::sleep_for(std::chrono::milliseconds(5 + draw() % 300));
        process->signal(SIGKILL);
        process->wait();
        base::removeStale(set.parent_path());
        expectWhole();
    }
    auto process = base::Process::spawn(importing());
    ASSERT_TRUE(test::succeeded(process));
    const auto status = process->wait();
    ASSERT_TRUE(status && status->ok()) << *base::readFile(folder / "log.txt");
    EXPECT_EQ(data::Dataset::open(set)->manifest().rows, 400000);
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        EXPECT_EQ(entry.path().filename().string().find(".partial-"), std::string::npos) << entry.path();
}

TEST_F(DataFaults, a_file_that_cannot_be_written_whole_leaves_the_earlier_version) {
    // A limit on file size stands in for a full disk: the write fails part-way.
    base::ProcessOptions options;
    options.program = "/bin/sh";
    options.arguments = {"-c", "ulimit -f 64; trap '' XFSZ; exec \"$0\" \"$@\"", program.string()};
    for (const auto& argument : importing().arguments) options.arguments.push_back(argument);
    options.outputFile = folder / "log.txt";
    auto process = base::Process::spawn(options);
    ASSERT_TRUE(test::succeeded(process));
    const auto status = process->wait();
    ASSERT_TRUE(status.has_value());
    EXPECT_EQ(status->code, 1) << *base::readFile(folder / "log.txt");
    expectWhole();
    EXPECT_EQ(data::Dataset::open(set)->manifest().rows, 1);
}

TEST_F(DataFaults, killed_features_leave_the_earlier_version_or_the_new_one_whole) {
    std::string orders = "order,customer,time,amount\n";
    for (std::int64_t i = 0; i < 200000; ++i)
        orders += std::to_string(i) + "," + std::to_string(i % 50021) + ",2024-02-0" + std::to_string(1 + i % 9) + "," +
                  std::to_string(i * 7919 % 100003) + "\n";
    test::write(folder / "orders.csv", orders);
    test::write(folder / "set.yaml",
                "tables:\n  orders: {data: orders.csv, index: order, time_index: time}\n  customers: {of: orders.customer}\n");
    base::ProcessOptions options;
    options.program = program;
    options.arguments = {"data", "features", (folder / "set.yaml").string(), "--target", "customers", "--out", set.string(), "--replace"};
    options.outputFile = folder / "log.txt";
    std::mt19937 draw(2);
    for (int round = 0; round < 8; ++round) {
        auto process = base::Process::spawn(options);
        ASSERT_TRUE(test::succeeded(process));
        std::this_thread::sleep_for(std::chrono::milliseconds(5 + draw() % 500));
        process->signal(SIGKILL);
        process->wait();
        base::removeStale(set.parent_path());
        auto dataset = data::Dataset::open(set);
        ASSERT_TRUE(test::succeeded(dataset));
        EXPECT_TRUE(dataset->verify());
        EXPECT_TRUE(dataset->manifest().rows == 1 || dataset->manifest().rows == 50021) << dataset->manifest().rows;
    }
    auto process = base::Process::spawn(options);
    ASSERT_TRUE(test::succeeded(process));
    const auto status = process->wait();
    ASSERT_TRUE(status && status->ok()) << *base::readFile(folder / "log.txt");
    EXPECT_EQ(data::Dataset::open(set)->manifest().rows, 50021);
}
