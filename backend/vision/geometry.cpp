#include "vision/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include <opencv2/imgproc.hpp>

namespace anneal::vision {
namespace {

using PointMap = std::function<cv::Point2d(cv::Point2d)>;

/// Points along a box's outline from which the box around what it becomes is found: its corners, and more where lines bend.
std::vector<cv::Point2d> outline(const Box& box, int pointsASide) {
    std::vector<cv::Point2d> points;
    for (int i = 0; i < pointsASide; ++i) {
        const double part = double(i) / pointsASide;
        const double x = box.left + part * (box.right - box.left), y = box.top + part * (box.bottom - box.top);
        points.insert(points.end(),
                      {{x, box.top}, {box.right, y}, {box.right - (x - box.left), box.bottom}, {box.left, box.bottom - (y - box.top)}});
    }
    return points;
}

/// Cuts boxes and points off at the image's edges.
void clip(Picture& picture) {
    const double width = picture.pixels.cols, height = picture.pixels.rows;
    for (auto& box : picture.boxes) {
        const double before = box.area();
        box.left = std::clamp(box.left, 0.0, width);
        box.right = std::clamp(box.right, 0.0, width);
        box.top = std::clamp(box.top, 0.0, height);
        box.bottom = std::clamp(box.bottom, 0.0, height);
        box.visible *= before > 0 ? box.area() / before : 0;
    }
    for (auto& point : picture.points) point.visible = point.visible && point.x >= 0 && point.y >= 0 && point.x < width && point.y < height;
}

/// Takes the marks to where `map` puts them, once the pixels are there.
void moveMarks(Picture& picture, const PointMap& map, int pointsASide = 1) {
    for (auto& box : picture.boxes) {
        Box moved = box;
        moved.left = moved.top = std::numeric_limits<double>::infinity();
        moved.right = moved.bottom = -std::numeric_limits<double>::infinity();
        for (const auto& corner : outline(box, pointsASide)) {
            const auto point = map(corner);
            moved.left = std::min(moved.left, point.x);
            moved.right = std::max(moved.right, point.x);
            moved.top = std::min(moved.top, point.y);
            moved.bottom = std::max(moved.bottom, point.y);
        }
        box = moved;
    }
    for (auto& mark : picture.points) {
        const auto point = map({mark.x, mark.y});
        mark.x = point.x;
        mark.y = point.y;
    }
    clip(picture);
}

int borderOf(Border border) {
    if (border == Border::black) return cv::BORDER_CONSTANT;
    return border == Border::edge ? cv::BORDER_REPLICATE : cv::BORDER_REFLECT_101;
}

/// Black, and opaque where there is transparency.
cv::Scalar black() { return {0, 0, 0, 255}; }

}  // namespace

void flip(Picture& picture, bool horizontally) {
    cv::Mat flipped;
    cv::flip(picture.pixels, flipped, horizontally ? 1 : 0);
    picture.pixels = flipped;
    const double width = flipped.cols, height = flipped.rows;
    moveMarks(picture, [&](cv::Point2d at) { return horizontally ? cv::Point2d(width - at.x, at.y) : cv::Point2d(at.x, height - at.y); });
}

void crop(Picture& picture, const cv::Rect& part) {
    picture.pixels = picture.pixels(part).clone();
    moveMarks(picture, [&](cv::Point2d at) { return at - cv::Point2d(part.x, part.y); });
}

void resize(Picture& picture, cv::Size size) {
    const double x = double(size.width) / picture.pixels.cols, y = double(size.height) / picture.pixels.rows;
    cv::Mat resized;
    cv::resize(picture.pixels, resized, size, 0, 0, cv::INTER_LINEAR);
    picture.pixels = resized;
    moveMarks(picture, [&](cv::Point2d at) { return cv::Point2d(at.x * x, at.y * y); });
}

void warp(Picture& picture, const cv::Matx33d& matrix, Border border) {
    cv::Mat warped;
    const bool affine = matrix(2, 0) == 0 && matrix(2, 1) == 0 && matrix(2, 2) == 1;
    if (affine)
        cv::warpAffine(picture.pixels, warped, matrix.get_minor<2, 3>(0, 0), picture.pixels.size(), cv::INTER_LINEAR, borderOf(border),
                       black());
    else
        cv::warpPerspective(picture.pixels, warped, matrix, picture.pixels.size(), cv::INTER_LINEAR, borderOf(border), black());
    picture.pixels = warped;
    moveMarks(picture, [&](cv::Point2d at) {
        const auto mapped = matrix * cv::Vec3d(at.x - 0.5, at.y - 0.5, 1);
        return cv::Point2d(mapped[0] / mapped[2] + 0.5, mapped[1] / mapped[2] + 0.5);
    });
}

cv::Matx33d turnAbout(cv::Size size, double degrees) {
    const double x = size.width / 2.0 - 0.5, y = size.height / 2.0 - 0.5;
    const double angle = degrees * CV_PI / 180, c = std::cos(angle), s = std::sin(angle);
    return {c, s, (1 - c) * x - s * y, -s, c, s * x + (1 - c) * y, 0, 0, 1};
}

void rotate(Picture& picture, double degrees, Border border) { warp(picture, turnAbout(picture.pixels.size(), degrees), border); }

void displace(Picture& picture, const cv::Mat& dx, const cv::Mat& dy, Border border) {
    cv::Mat mapX(dx.size(), CV_32F), mapY(dx.size(), CV_32F);
    for (int y = 0; y < dx.rows; ++y) {
        for (int x = 0; x < dx.cols; ++x) {
            mapX.at<float>(y, x) = float(x) + dx.at<float>(y, x);
            mapY.at<float>(y, x) = float(y) + dy.at<float>(y, x);
        }
    }
    cv::Mat displaced;
    cv::remap(picture.pixels, displaced, mapX, mapY, cv::INTER_LINEAR, borderOf(border), black());
    picture.pixels = displaced;
    constexpr int kRounds = 5, kPointsASide = 8;
    const auto nearest = [&](double at, int size) { return std::clamp(int(std::floor(at)), 0, size - 1); };
    // Where to is the fixed point of at = to + d(to), since the field says where from.
    const auto map = [&](cv::Point2d at) {
        auto to = at;
        for (int round = 0; round < kRounds; ++round) {
            const int x = nearest(to.x, dx.cols), y = nearest(to.y, dx.rows);
            to = at - cv::Point2d(dx.at<float>(y, x), dy.at<float>(y, x));
        }
        return to;
    };
    moveMarks(picture, map, kPointsASide);
}

void cover(Picture& picture, const std::vector<cv::Rect>& holes, int grey) {
    cv::Mat hidden = cv::Mat::zeros(picture.pixels.size(), CV_8U);
    for (const auto& hole : holes) {
        const auto inside = hole & cv::Rect({0, 0}, picture.pixels.size());
        if (inside.empty()) continue;
        picture.pixels(inside).setTo(cv::Scalar(grey, grey, grey, 255));
        hidden(inside).setTo(1);
    }
    for (auto& box : picture.boxes) {
        const cv::Rect around(cv::Point(int(std::floor(box.left)), int(std::floor(box.top))),
                              cv::Point(int(std::ceil(box.right)), int(std::ceil(box.bottom))));
        if (around.area() > 0) box.visible *= 1 - double(cv::countNonZero(hidden(around))) / around.area();
    }
    for (auto& point : picture.points)
        if (point.visible) point.visible = hidden.at<uchar>(int(point.y), int(point.x)) == 0;
}

}  // namespace anneal::vision
