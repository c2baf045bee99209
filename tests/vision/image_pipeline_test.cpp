#include "vision/image_pipeline.h"

#include "base/yaml.h"
#include "data/data_fixture.h"
#include "data/split.h"
#include "drawn.h"
#include "support.h"

using namespace anneal;

namespace {

class ImagePipelines : public test::DataTest {
protected:
    void SetUp() override {
        std::string rows;
        for (int i = 0; i < kImages; ++i) {
            const auto name = "image-" + std::to_string(i) + ".png";
            test::write(folder / name, *vision::encodeImage(test::drawn(60 + i, 40), vision::ImageFormat::png, 100));
            rows += OrderedJson{{"image", name}, {"label", i % 2 ? "odd" : "even"}, {"objects", {{10, 5, 20, 10}}}, {"points", {{12, 8}}}}
                        .dump() +
                    "\n";
        }
        data::ImportOptions options;
        options.shape = data::Shape::images;
        options.columns = {{"images", "image"}};
        auto imported = import("rows.jsonl", rows, options);
        ASSERT_TRUE(test::succeeded(imported));
        set = imported->dataset;
    }
    Result<data::MediaCopyReport> augment(const std::string& yaml, data::MediaCopyOptions options = {}, const base::StopToken& stop = {}) {
        ANNEAL_TRY(document, base::parseYaml(yaml));
        ANNEAL_TRY(pipeline, vision::ImagePipeline::parse(document));
        ANNEAL_TRY(dataset, data::Dataset::open(set));
        if (options.out.empty()) options.out = folder / ("varied-" + std::to_string(count++));
        pipeline->fill(options);
        return data::copyMedia(dataset, *pipeline, options, {}, stop);
    }
    static std::string codeOf(const std::string& yaml) {
        const auto pipeline = vision::ImagePipeline::parse(*base::parseYaml(yaml));
        return pipeline ? "" : pipeline.error().code;
    }
    static constexpr int kImages = 12;
    std::filesystem::path set;
};

}  // namespace

TEST_F(ImagePipelines, make_new_files_and_rows_that_name_them) {
    const auto report =
        augment("{copies: 2, boxes_column: objects, points_column: points, transforms: [flip_horizontal: {p: 1}, brightness]}");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->made, 2 * kImages);
    EXPECT_EQ(report->manifest.rows, 3 * kImages);
    const auto rows = rowsOf(report->dataset);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto number = int(i) / 3;
        EXPECT_EQ(rows[i]["source_row"], number + 1);
        EXPECT_EQ(rows[i]["label"], number % 2 ? "odd" : "even");
        if (i % 3 == 0) {
            EXPECT_EQ(rows[i]["image"], "image-" + std::to_string(number) + ".png");
            EXPECT_TRUE(rows[i]["augmented_by"].is_null());
            continue;
        }
        EXPECT_EQ(rows[i]["augmented_by"], "transform");
        const auto pixels = vision::decodeImage(*base::readFile(rows[i]["image"].get<std::string>()));
        ASSERT_TRUE(test::succeeded(pixels));
        EXPECT_EQ(pixels->cols, 60 + number);
        EXPECT_EQ(rows[i]["objects"], (OrderedJson{{60.0 + number - 30, 5.0, 20.0, 10.0}}));
        EXPECT_EQ(rows[i]["points"], (OrderedJson{{60.0 + number - 1 - 12, 8.0}}));
    }
    EXPECT_TRUE(data::Dataset::open(report->dataset)->verify());
}

TEST_F(ImagePipelines, are_the_same_by_seed_on_any_number_of_threads) {
    const auto all = [&] {
        std::string list;
        for (const auto& kind : vision::transformKinds()) list += (list.empty() ? "" : ", ") + kind.name;
        return "{copies: 2, seed: 5, transforms: [" + list + ", one_of: {of: [blur, noise]}]}";
    }();
    const auto pixelsOf = [&](int threads, const std::string& yaml) {
        data::MediaCopyOptions options;
        options.threads = threads;
        auto report = augment(yaml, options);
        EXPECT_TRUE(test::succeeded(report));
        std::vector<std::string> files;
        for (const auto& row : rowsOf(report->dataset))
            if (!row["augmented_by"].is_null()) files.push_back(*base::readFile(row["image"].get<std::string>()));
        return files;
    };
    const auto one = pixelsOf(1, all);
    EXPECT_EQ(one.size(), std::size_t(2 * kImages));
    EXPECT_EQ(pixelsOf(3, all), one);
    auto other = all;
    other.replace(other.find("seed: 5"), 7, "seed: 6");
    EXPECT_NE(pixelsOf(2, other), one);
}

TEST_F(ImagePipelines, put_unreadable_images_aside_and_go_on) {
    test::write(folder / "image-3.png", "this is no image");
    const auto whole = *base::readFile(folder / "image-5.png");
    test::write(folder / "image-5.png", std::string_view(whole).substr(0, whole.size() / 2));
    std::filesystem::remove(folder / "image-7.png");
    const auto report = augment("{transforms: [flip_vertical]}");
    ASSERT_TRUE(test::succeeded(report));
    EXPECT_EQ(report->made, kImages - 3);
    EXPECT_EQ(report->manifest.rejected, 3);
    ASSERT_EQ(report->rejected.size(), 3u);
    EXPECT_EQ(report->rejected[0].row, 4);
    EXPECT_NE(report->rejected[0].reason.find("image-3.png"), std::string::npos) << report->rejected[0].reason;
    EXPECT_EQ(report->rejected[2].row, 8);
    const auto log = *base::readFile(report->dataset / "rejected.jsonl");
    EXPECT_EQ(std::count(log.begin(), log.end(), '\n'), 3);
}

TEST_F(ImagePipelines, leave_nothing_behind_when_stopped_and_only_augment_training_parts) {
    const base::StopToken stop;
    stop.requestStop();
    data::MediaCopyOptions options;
    options.out = folder / "stopped";
    const auto stopped = augment("{transforms: [flip_vertical]}", options, stop);
    ASSERT_FALSE(stopped.has_value());
    EXPECT_EQ(stopped.error().code, "stopped");
    EXPECT_FALSE(std::filesystem::exists(options.out));
    data::SplitOptions split;
    split.out = folder / "parts";
    split.fractions = {{"train", 0.5}, {"validation", 0.5}};
    ASSERT_TRUE(test::succeeded(data::splitDataset(*data::Dataset::open(set), split)));
    set = split.out / "validation";
    EXPECT_EQ(augment("{transforms: [flip_vertical]}").error().code, "not_training_part");
    set = split.out / "train";
    EXPECT_TRUE(test::succeeded(augment("{transforms: [flip_vertical]}"))) << "images are found where the import found them";
}

TEST_F(ImagePipelines, say_what_is_wrong_with_them) {
    EXPECT_EQ(codeOf("{copies: 1}"), "pipeline_invalid");
    EXPECT_EQ(codeOf("{transforms: []}"), "pipeline_invalid");
    EXPECT_EQ(codeOf("{transforms: [flip_horizontl]}"), "transform_unknown");
    EXPECT_EQ(codeOf("{transforms: [rotate: {limit: 500}]}"), "parameter_invalid");
    EXPECT_EQ(codeOf("{transforms: [one_of: [blur, nose]]}"), "transform_unknown");
    EXPECT_EQ(codeOf("{version: 2, transforms: [blur]}"), "pipeline_newer");
    EXPECT_EQ(codeOf("{transform: 1, transforms: [blur]}"), "parameter_invalid");
    EXPECT_EQ(augment("{image_column: nothing, transforms: [blur]}").error().code, "column_unknown");
}

TEST_F(ImagePipelines, one_of_happens_by_weight_and_boxes_of_little_are_left_out) {
    const auto pipeline = vision::ImagePipeline::parse(
        *base::parseYaml("{min_visibility: 0.5, transforms: [one_of: [cutout: {p: 0, size: 1}, flip_horizontal: {p: 1}]]}"));
    ASSERT_TRUE(test::succeeded(pipeline));
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        vision::Picture picture{test::drawn(40, 30), {{0, 0, 10, 10, 1, 0}, {20, 0, 30, 10, 0.4, 1}}, {}};
        data::Random random({seed});
        (*pipeline)->apply(picture, random);
        ASSERT_EQ(picture.boxes.size(), 1u);
        EXPECT_EQ(picture.boxes[0].left, 30);
    }
}
