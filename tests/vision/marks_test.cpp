#include "vision/marks.h"

#include "drawn.h"
#include "support.h"
#include "vision/geometry.h"
#include "vision/transforms.h"

using namespace anneal;
using vision::BoxFormat;

namespace {

constexpr int kWidth = 80, kHeight = 60;

OrderedJson json(const char* text) { return OrderedJson::parse(text); }

/// An image in which one rectangle is white and all else black.
vision::Picture pictureWith(const cv::Rect& white) {
    vision::Picture picture{cv::Mat::zeros(kHeight, kWidth, CV_8UC3), {}, {}};
    picture.pixels(white).setTo(cv::Scalar::all(255));
    picture.boxes.push_back({double(white.x), double(white.y), double(white.x + white.width), double(white.y + white.height)});
    picture.points.push_back({white.x + white.width / 2.0, white.y + white.height / 2.0});
    return picture;
}

}  // namespace

TEST(Marks, are_written_in_the_form_they_came_in) {
    const cv::Size size(100, 50);
    const std::vector<std::pair<OrderedJson, BoxFormat>> cells = {
        {json("[[10,20,30,10],[0,0,5,5]]"), BoxFormat::coco},
        {json("[[10,20,40,30],[0,0,5,5]]"), BoxFormat::voc},
        {json("[[0.25,0.5,0.3,0.2],[0.025,0.05,0.05,0.1]]"), BoxFormat::yolo},
        {json(R"([{"bbox":[10,20,30,10],"label":"a"},{"bbox":[0,0,5,5],"label":"b"}])"), BoxFormat::coco},
        {json(R"({"bbox":[[10,20,30,10],[0,0,5,5]],"category":[1,2]})"), BoxFormat::coco}};
    for (auto [cell, format] : cells) {
        auto boxes = vision::readBoxes(cell, format, size);
        ASSERT_TRUE(test::succeeded(boxes));
        EXPECT_NEAR(boxes->at(0).right, 40, 1e-9);
        EXPECT_NEAR(boxes->at(0).top, 20, 1e-9);
        auto written = cell;
        vision::writeBoxes(written, *boxes, format, size);
        EXPECT_EQ(vision::readBoxes(written, format, size)->size(), 2u);
        boxes->erase(boxes->begin());
        vision::writeBoxes(written, *boxes, format, size);
        EXPECT_EQ(vision::readBoxes(written, format, size)->size(), 1u) << written;
        EXPECT_EQ(written.dump().find("\"a\""), std::string::npos);
        if (cell.is_object()) {
            EXPECT_EQ(written["category"], json("[2]")) << "what the lists say goes with the boxes";
        }
    }
    EXPECT_EQ(vision::readBoxes(json("[[1,2,3]]"), BoxFormat::coco, size).error().code, "marks_invalid");
    EXPECT_EQ(vision::readBoxes(json("[[9,9,3,3]]"), BoxFormat::voc, size).error().code, "marks_invalid");

    auto points = json(R"([[1,2],[3,4,2],{"x":5,"y":6}])");
    auto read = vision::readPoints(points);
    ASSERT_TRUE(test::succeeded(read));
    auto same = points;
    vision::writePoints(same, *read);
    EXPECT_EQ(same, json(R"([[1.0,2.0],[3.0,4.0,2],{"x":5.0,"y":6.0}])"));
    for (auto& point : *read) point.visible = false;
    vision::writePoints(points, *read);
    EXPECT_EQ(points, json("[[0,0,0]]")) << "only the one that tells of visibility is still there";
}

TEST(Marks, stay_on_what_they_mark_under_every_geometric_transform) {
    for (const auto* name : {"flip_horizontal", "flip_vertical", "rotate", "affine", "perspective", "elastic", "crop", "scale"}) {
        const auto& kinds = vision::transformKinds();
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const auto& one) { return one.name == name; });
        ASSERT_NE(kind, kinds.end()) << name;
        const auto transform = kind->make(*data::Settings::read(name, kind->parameters, OrderedJson::object()));
        for (std::uint64_t seed = 0; seed < 20; ++seed) {
            auto picture = pictureWith({30, 22, 18, 14});
            data::Random random({seed});
            transform->apply(picture, random);
            cv::Mat bright;
            cv::extractChannel(picture.pixels, bright, 0);
            cv::Rect seen;
            for (int y = 0; y < bright.rows; ++y)
                for (int x = 0; x < bright.cols; ++x)
                    if (bright.at<uchar>(y, x) > 127) seen |= cv::Rect(x, y, 1, 1);
            const auto& box = picture.boxes.front();
            EXPECT_NEAR(box.left, seen.x, 1.6) << name << " " << seed;
            EXPECT_NEAR(box.top, seen.y, 1.6) << name << " " << seed;
            EXPECT_NEAR(box.right, seen.x + seen.width, 1.6) << name << " " << seed;
            EXPECT_NEAR(box.bottom, seen.y + seen.height, 1.6) << name << " " << seed;
            const auto& point = picture.points.front();
            if (point.visible) {
                EXPECT_GT(bright.at<uchar>(int(point.y), int(point.x)), 127) << name << " " << seed;
            }
        }
    }
}

TEST(Marks, know_how_much_of_them_is_left) {
    auto picture = pictureWith({0, 0, 20, 20});
    vision::crop(picture, {5, 0, 60, 60});
    EXPECT_NEAR(picture.boxes[0].visible, 0.75, 1e-9);
    vision::crop(picture, {0, 10, 60, 50});
    EXPECT_NEAR(picture.boxes[0].visible, 0.375, 1e-9);
    vision::cover(picture, {{0, 0, 15, 5}}, 0);
    EXPECT_NEAR(picture.boxes[0].visible, 0.1875, 1e-9);
    EXPECT_FALSE(picture.points[0].visible) << "(5, 0) is covered";
}
