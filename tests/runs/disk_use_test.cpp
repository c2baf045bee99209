#include "runs/disk_use.h"

#include <cstdlib>

#include <gmock/gmock.h>

#include "data/dataset.h"
#include "data/import.h"
#include "runs/run_recorder.h"
#include "runs/supervisor_record.h"
#include "support.h"

namespace anneal::runs {
namespace {

class disk_use : public testing::Test {
protected:
    disk_use() {
        ::setenv("XDG_DATA_HOME", (home_ / "data").c_str(), 1);
        ::setenv("XDG_CACHE_HOME", (home_ / "cache").c_str(), 1);
        test::write(home_ / "rows.jsonl", R"({"instruction":"a","output":"b"})"
                                          "\n");
        data::ImportOptions options;
        options.source = home_ / "rows.jsonl";
        options.out = data::datasetsHome() / "clauses";
        EXPECT_TRUE(test::succeeded(data::importDataset(options)));
        RunSpec spec;
        spec.modelNameOrPath = "/models/tiny";
        spec.dataset = {options.out.string()};
        spec.loraAlpha = 32;
        spec.learningRate = 1e-4;
        spec.outputDir = (runsHome() / "contracts").string();
        run_ = RunDirectory::create(spec).value();
        test::write(run_.checkpoint(10) / "model.safetensors", std::string(5000, 'x'));
        test::write(base::cacheHome() / "imported/a", "123");
    }
    DiskItem item(DiskItem::Kind kind) {
        const auto items = measureDisk().value();
        const auto found = std::ranges::find(items, kind, &DiskItem::kind);
        EXPECT_NE(found, items.end());
        return found == items.end() ? DiskItem{} : *found;
    }
    test::TemporaryFolder home_;
    RunDirectory run_{{}};
};

TEST_F(disk_use, tells_sizes_and_what_depends_on_what) {
    const auto dataset = item(DiskItem::Kind::dataset);
    EXPECT_EQ(dataset.name, "clauses");
    EXPECT_EQ(dataset.bytes, base::bytesUnder(dataset.path));
    EXPECT_THAT(dataset.usedBy, testing::ElementsAre("contracts"));
    const auto run = item(DiskItem::Kind::run);
    EXPECT_EQ(run.checkpoints, 5000u);
    EXPECT_GT(run.bytes, run.checkpoints);
    EXPECT_TRUE(run.usedBy.empty());
    EXPECT_EQ(item(DiskItem::Kind::cache).bytes, 3u);
}

TEST_F(disk_use, a_run_that_continues_from_another_depends_on_it) {
    RunSpec spec;
    spec.modelNameOrPath = "/models/tiny";
    spec.adapterNameOrPath = run_.adapter().string();
    spec.dataset = {"/elsewhere"};
    spec.loraAlpha = 32;
    spec.learningRate = 1e-4;
    spec.outputDir = (runsHome() / "again").string();
    ASSERT_TRUE(test::succeeded(RunDirectory::create(spec)));
    const auto items = measureDisk().value();
    const auto run = std::ranges::find(items, "contracts", &DiskItem::name);
    ASSERT_NE(run, items.end());
    EXPECT_THAT(run->usedBy, testing::ElementsAre("again"));
}

TEST_F(disk_use, what_goes_to_the_trash_comes_back) {
    const auto trashed = trashItem(item(DiskItem::Kind::run));
    ASSERT_TRUE(test::succeeded(trashed));
    EXPECT_TRUE(listRuns().empty());
    EXPECT_GE(item(DiskItem::Kind::trash).bytes, 5000u);
    ASSERT_TRUE(test::succeeded(base::Trash().restore(*trashed)));
    EXPECT_EQ(listRuns().size(), 1u);
}

TEST_F(disk_use, checkpoints_go_alone) {
    ASSERT_TRUE(test::succeeded(trashCheckpoints(item(DiskItem::Kind::run))));
    EXPECT_EQ(item(DiskItem::Kind::run).checkpoints, 0u);
    EXPECT_EQ(listRuns().size(), 1u);
}

TEST_F(disk_use, a_live_run_stays) {
    ASSERT_TRUE(writeSupervisor(run_, ProcessIdentity::self()));
    const auto run = item(DiskItem::Kind::run);
    EXPECT_TRUE(run.live);
    EXPECT_EQ(trashItem(run).error().code, "run_busy");
    EXPECT_EQ(trashCheckpoints(run).error().code, "run_busy");
    EXPECT_EQ(eraseItem(run).error().code, "run_busy");
}

TEST_F(disk_use, a_cache_goes_for_good) {
    ASSERT_TRUE(test::succeeded(eraseItem(item(DiskItem::Kind::cache))));
    const auto items = measureDisk().value();
    EXPECT_EQ(std::ranges::find(items, DiskItem::Kind::cache, &DiskItem::kind), items.end());
}

TEST_F(disk_use, stops_when_asked) {
    base::StopToken stop;
    stop.requestStop();
    EXPECT_EQ(measureDisk({}, stop).error().code, "stopped");
}

}  // namespace
}  // namespace anneal::runs
