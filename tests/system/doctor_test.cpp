#include <algorithm>

#include <gtest/gtest.h>

#include "support.h"
#include "system/doctor.h"

namespace anneal::system {
namespace {

Machine laptop() {
    Machine machine;
    machine.cpu = {.name = "test processor", .features = {"avx2", "fma", "f16c"}, .logicalCores = 4, .usableCores = 4};
    machine.memory = {.totalBytes = 16ull << 30, .availableBytes = 8ull << 30};
    machine.driverProblem = "libnvidia-ml.so.1 is not installed";
    return machine;
}

Installation complete() {
    return {.dataHome = "/data", .freeDiskBytes = 100ull << 30, .dataHomeWritable = true, .engineVersion = "anneal-engine 0"};
}

Check named(const std::vector<Check>& checks, std::string_view name) {
    const auto found = std::ranges::find(checks, name, &Check::name);
    return found == checks.end() ? Check{.name = "absent"} : *found;
}

TEST(Doctor, a_laptop_without_a_gpu_is_well) {
    const auto checks = diagnose(laptop(), complete());
    for (const auto& check : checks) {
        EXPECT_TRUE(check.ok || !check.required) << check.name;
        EXPECT_FALSE(check.found.empty()) << check.name;
        EXPECT_FALSE(check.needed.empty()) << check.name;
    }
    EXPECT_TRUE(named(checks, "nvidia_driver").ok);
    EXPECT_TRUE(named(checks, "cudnn").ok);
    EXPECT_FALSE(named(checks, "cpu_bf16").ok);
}

TEST(Doctor, a_gpu_without_its_driver_is_named_with_the_mending_command) {
    auto machine = laptop();
    machine.gpuOnBus = true;
    const auto checks = diagnose(machine, complete());
    for (const char* name : {"nvidia_driver", "cuda_runtime", "cudnn"}) {
        const auto check = named(checks, name);
        EXPECT_FALSE(check.ok) << name;
        EXPECT_FALSE(check.required) << name;
        EXPECT_FALSE(check.fix.empty()) << name;
        EXPECT_FALSE(check.cost.empty()) << name;
    }
}

TEST(Doctor, a_missing_engine_fails) {
    auto installation = complete();
    installation.engine = fail("engine_missing", "anneal-engine is not there");
    const auto check = named(diagnose(laptop(), installation), "engine");
    EXPECT_FALSE(check.ok);
    EXPECT_TRUE(check.required);
    EXPECT_EQ(check.found, "anneal-engine is not there");
    EXPECT_FALSE(check.fix.empty());
}

TEST(Doctor, an_old_processor_fails) {
    auto machine = laptop();
    machine.cpu.features.clear();
    EXPECT_FALSE(named(diagnose(machine, complete()), "cpu").ok);
}

TEST(Doctor, build_tools_are_named_by_their_packages) {
    auto installation = complete();
    installation.missingPrograms = {"ninja", "mold"};
    EXPECT_EQ(named(diagnose(laptop(), installation), "build_tools").fix, "sudo apt-get install ninja-build mold");
}

TEST(Doctor, gpu_dtypes_follow_the_compute_capability) {
    const auto dtypes = [](int major, int minor) { return GpuInfo{.computeMajor = major, .computeMinor = minor}.dtypes(); };
    EXPECT_EQ(dtypes(6, 1), (std::vector<std::string>{"fp32"}));
    EXPECT_EQ(dtypes(7, 5), (std::vector<std::string>{"fp32", "fp16"}));
    EXPECT_EQ(dtypes(8, 0), (std::vector<std::string>{"fp32", "fp16", "bf16"}));
    EXPECT_EQ(dtypes(9, 0), (std::vector<std::string>{"fp32", "fp16", "bf16", "fp8"}));
}

TEST(Doctor, probing_this_machine_answers) {
    const auto machine = probeMachine();
    EXPECT_FALSE(machine.cpu.name.empty());
    EXPECT_EQ(machine.gpus.empty(), machine.driverVersion.empty());
}

}  // namespace
}  // namespace anneal::system
