#include <array>

#include "base/files.h"
#include "base/json.h"
#include "drawn.h"
#include "support.h"
#include "vision/codec.h"
#include "vision/colour.h"
#include "vision/geometry.h"

using namespace anneal;

namespace {

/// What Albumentations makes of the image that make_augment.py drew.
class Golden : public testing::Test {
protected:
    std::filesystem::path folder = test::golden() / "augment";
    OrderedJson document = OrderedJson::parse(*base::readFile(folder / "cases.json"));

    cv::Mat image(const std::string& name) { return *vision::decodeImage(*base::readFile(folder / (name + ".png"))); }
    vision::Picture given() {
        vision::Picture picture{image("input"), {}, {}};
        for (const auto& box : document["given"]["boxes"])
            picture.boxes.push_back({box[0], box[1], box[2], box[3], 1, picture.boxes.size()});
        for (const auto& point : document["given"]["points"])
            picture.points.push_back({point[0].get<double>() + 0.5, point[1].get<double>() + 0.5, true, picture.points.size()});
        return picture;
    }
    std::vector<OrderedJson> cases(const std::string& kind) {
        std::vector<OrderedJson> found;
        for (const auto& one : document["cases"])
            if (one["name"].get<std::string>().starts_with(kind)) found.push_back(one);
        EXPECT_FALSE(found.empty()) << kind;
        return found;
    }
    static void expectMarks(const vision::Picture& picture, const OrderedJson& one, double off) {
        for (std::size_t i = 0; i < one["boxes"].size(); ++i) {
            const auto& box = picture.boxes.at(i);
            const std::array<double, 4> sides = {box.left, box.top, box.right, box.bottom};
            for (std::size_t side = 0; side < 4; ++side) EXPECT_NEAR(sides[side], one["boxes"][i][side].get<double>(), off) << one["name"];
        }
        for (std::size_t i = 0; i < one["points"].size(); ++i) {
            EXPECT_NEAR(picture.points.at(i).x - 0.5, one["points"][i][0].get<double>(), off) << one["name"];
            EXPECT_NEAR(picture.points.at(i).y - 0.5, one["points"][i][1].get<double>(), off) << one["name"];
        }
    }
};

}  // namespace

TEST_F(Golden, flips_and_crops_are_the_same_to_the_pixel) {
    for (const bool horizontally : {true, false}) {
        const auto one = cases(horizontally ? "flip_horizontal" : "flip_vertical").front();
        auto picture = given();
        vision::flip(picture, horizontally);
        EXPECT_EQ(test::largestDifference(picture.pixels, image(one["name"])), 0);
        expectMarks(picture, one, 1e-4);
    }
    const auto one = cases("crop").front();
    auto picture = given();
    vision::crop(picture, {one["rectangle"][0], one["rectangle"][1], one["rectangle"][2], one["rectangle"][3]});
    EXPECT_EQ(test::largestDifference(picture.pixels, image("crop")), 0);
    expectMarks(picture, one, 1e-4);
}

TEST_F(Golden, scaling_and_turning_are_the_same_within_rounding) {
    for (const auto& one : cases("scale")) {
        auto picture = given();
        const auto wanted = image(one["name"]);
        vision::resize(picture, wanted.size());
        EXPECT_LE(test::largestDifference(picture.pixels, wanted), 1) << one["name"];
        expectMarks(picture, one, 0.5);  // key points there are not scaled about the pixels' middles
    }
    for (const auto& one : cases("rotate")) {
        auto picture = given();
        vision::rotate(picture, one["degrees"], vision::Border::black);
        const auto wanted = image(one["name"]);
        ASSERT_EQ(picture.pixels.size(), wanted.size());
        // OpenCV 4 warps with fixed-point weights of 1/32, OpenCV 5 without.
        EXPECT_LT(test::meanDifference(picture.pixels, wanted), 0.6) << one["name"];
        EXPECT_LE(test::largestDifference(picture.pixels, wanted), 12) << one["name"];
        expectMarks(picture, one, 1e-3);
    }
}

TEST_F(Golden, colours_are_the_same_within_rounding) {
    const auto expectSame = [&](const cv::Mat& pixels, const OrderedJson& one, double most) {
        EXPECT_LE(test::largestDifference(pixels, image(one["name"])), most) << one["name"];
    };
    for (const auto& one : cases("brightness")) {
        auto pixels = image("input");
        vision::adjustBrightnessContrast(pixels, 1, one["brightness"]);
        expectSame(pixels, one, 1);
    }
    for (const auto& one : cases("contrast")) {
        auto pixels = image("input");
        vision::adjustBrightnessContrast(pixels, one["contrast"], 0);
        expectSame(pixels, one, 1);
    }
    for (const auto& one : cases("gamma")) {
        auto pixels = image("input");
        vision::adjustGamma(pixels, one["gamma"]);
        expectSame(pixels, one, 1);
    }
    for (const auto& one : cases("hue")) {
        auto pixels = image("input");
        vision::shiftHue(pixels, one["shifts"][0], one["shifts"][1], one["shifts"][2]);
        expectSame(pixels, one, 2);
    }
    auto pixels = image("input");
    vision::makeGrey(pixels);
    expectSame(pixels, cases("greyscale").front(), 1);
}

TEST_F(Golden, cutout_covers_the_same_pixels) {
    const auto one = cases("cutout").front();
    auto picture = given();
    std::vector<cv::Rect> holes;
    for (const auto& hole : one["holes"]) holes.emplace_back(cv::Point(hole[0], hole[1]), cv::Point(hole[2], hole[3]));
    vision::cover(picture, holes, 0);
    EXPECT_EQ(test::largestDifference(picture.pixels, image("cutout")), 0);
}
