#include <gtest/gtest.h>

#include "support.h"
#include "system/cgroup.h"
#include "system/cpu.h"
#include "system/gauges.h"
#include "system/memory.h"

namespace anneal::system {
namespace {

using test::TemporaryFolder;

TEST(Limits, unified_groups_take_the_tightest_level) {
    TemporaryFolder root;
    test::write(root / "proc/self/cgroup", "0::/pod/task\n");
    test::write(root / "sys/fs/cgroup/pod/cpu.max", "150000 100000\n");
    test::write(root / "sys/fs/cgroup/pod/task/cpu.max", "max 100000\n");
    test::write(root / "sys/fs/cgroup/pod/memory.max", "1073741824\n");
    test::write(root / "sys/fs/cgroup/pod/memory.current", "700000000\n");
    test::write(root / "sys/fs/cgroup/pod/memory.stat", "anon 1\ninactive_file 200000000\n");
    test::write(root / "sys/fs/cgroup/pod/task/memory.max", "max\n");
    const auto limits = readCgroupLimits(root.path());
    EXPECT_DOUBLE_EQ(limits.cpus.value_or(0), 1.5);
    EXPECT_EQ(limits.memoryBytes.value_or(0), 1073741824u);
    EXPECT_EQ(limits.memoryUsed.value_or(0), 500000000u);
}

TEST(Limits, version_one_groups_fall_back_to_the_mount) {
    TemporaryFolder root;
    test::write(root / "proc/self/cgroup", "4:memory:/not/visible/here\n2:cpu,cpuacct:/\n0::/\n");
    test::write(root / "sys/fs/cgroup/memory/memory.limit_in_bytes", "2147483648\n");
    test::write(root / "sys/fs/cgroup/memory/memory.usage_in_bytes", "1000\n");
    test::write(root / "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_quota_us", "400000\n");
    test::write(root / "sys/fs/cgroup/cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    const auto limits = readCgroupLimits(root.path());
    EXPECT_DOUBLE_EQ(limits.cpus.value_or(0), 4);
    EXPECT_EQ(limits.memoryBytes.value_or(0), 2147483648u);
}

TEST(Limits, no_limit_is_no_limit) {
    TemporaryFolder root;
    test::write(root / "proc/self/cgroup", "4:memory:/\n0::/\n");
    test::write(root / "sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
    test::write(root / "sys/fs/cgroup/cpu/cpu.cfs_quota_us", "-1\n");
    const auto limits = readCgroupLimits(root.path());
    EXPECT_FALSE(limits.cpus);
    EXPECT_FALSE(limits.memoryBytes);
}

TEST(Limits, memory_is_what_the_container_allows) {
    TemporaryFolder root;
    test::write(root / "proc/meminfo", "MemTotal:       16000000 kB\nMemFree:  1 kB\nMemAvailable:   12000000 kB\n");
    EXPECT_EQ(readMemory(root.path()).totalBytes, 16000000ull * 1024);
    EXPECT_EQ(readMemory(root.path()).availableBytes, 12000000ull * 1024);
    test::write(root / "proc/self/cgroup", "0::/\n");
    test::write(root / "sys/fs/cgroup/memory.max", "1000000000\n");
    test::write(root / "sys/fs/cgroup/memory.current", "400000000\n");
    EXPECT_EQ(readMemory(root.path()).totalBytes, 1000000000u);
    EXPECT_EQ(readMemory(root.path()).availableBytes, 600000000u);
}

TEST(Limits, this_machine_reads_sensibly) {
    const auto cpu = readCpu();
    EXPECT_FALSE(cpu.name.empty());
    EXPECT_GE(cpu.usableCores, 1);
    EXPECT_LE(cpu.usableCores, cpu.logicalCores);
    const auto memory = readMemory();
    EXPECT_GT(memory.totalBytes, 1u << 28);
    EXPECT_LE(memory.availableBytes, memory.totalBytes);
}

TEST(Limits, cpu_gauge_needs_two_reads) {
    GaugeReader reader;
    EXPECT_FALSE(reader.read().cpuPercent);
    volatile double sink = 0;
    for (int i = 0; i < 30'000'000; ++i) sink = sink + i;
    const auto gauges = reader.read();
    ASSERT_TRUE(gauges.cpuPercent);
    EXPECT_GT(*gauges.cpuPercent, 0);
    EXPECT_LE(*gauges.cpuPercent, 100);
    EXPECT_GE(gauges.processPeakBytes, gauges.processResidentBytes);
}

}  // namespace
}  // namespace anneal::system
