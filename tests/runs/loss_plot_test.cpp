#include "runs/loss_plot.h"

#include <cmath>

#include "base/files.h"
#include "support.h"

namespace anneal::runs {
namespace {

std::vector<Metric> falling(int rows) {
    std::vector<Metric> metrics;
    for (int i = 1; i <= rows; ++i) {
        Metric metric;
        metric.step = i * 10;
        metric.loss = 0.6 + 3 * std::exp(-i / 30.0) + 0.15 * std::sin(i * 12.9898) * std::exp(-i / 200.0);
        if (i % 20 == 0) metric.evalLoss = 0.7 + 3 * std::exp(-i / 30.0);
        metrics.push_back(metric);
    }
    return metrics;
}

TEST(loss_plot, is_a_png_of_full_hd) {
    const test::TemporaryFolder folder;
    ASSERT_TRUE(test::succeeded(plotLoss(falling(200), "Run 1a2b3c4d", folder / "loss.png")));
    const auto png = base::readFile(folder / "loss.png").value();
    EXPECT_EQ(png.substr(1, 3), "PNG");
    const auto big = [&](std::size_t at) {
        return int(static_cast<unsigned char>(png[at + 2])) << 8 | static_cast<unsigned char>(png[at + 3]);
    };
    EXPECT_EQ(big(16), 1920);
    EXPECT_EQ(big(20), 1080);
    if (const char* keep = std::getenv("ANNEAL_KEEP_PICTURE"))
        std::filesystem::copy_file(folder / "loss.png", keep, std::filesystem::copy_options::overwrite_existing);
}

TEST(loss_plot, one_row_and_a_flat_line_can_be_drawn) {
    const test::TemporaryFolder folder;
    EXPECT_TRUE(plotLoss(falling(1), "one", folder / "one.png"));
    auto flat = falling(30);
    for (auto& metric : flat) metric.loss = 1.0;
    EXPECT_TRUE(plotLoss(flat, "flat", folder / "flat.png"));
    flat[3].loss = std::nan("");
    EXPECT_TRUE(plotLoss(flat, "with a gap", folder / "gap.png"));
}

TEST(loss_plot, nothing_logged_is_an_error) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(plotLoss({}, "none", folder / "none.png").error().code, "nothing_to_plot");
}

}  // namespace
}  // namespace anneal::runs
