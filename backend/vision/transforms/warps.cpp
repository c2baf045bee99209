#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "vision/transforms/make.h"

namespace anneal::vision {
namespace {

using data::Parameter;
using data::Random;
using data::Settings;

class Rotate : public Transform {
public:
    explicit Rotate(const Settings& settings) : limit_(settings.number("limit")), border_(borderOf(settings)) {}
    void apply(Picture& picture, Random& random) const override { rotate(picture, random.between(-limit_, limit_), border_); }

private:
    double limit_;
    Border border_;
};

/// Moves, scales, turns and shears about the middle.
class Affine : public Transform {
public:
    explicit Affine(const Settings& settings)
        : rotate_(settings.number("rotate")),
          scale_(settings.number("scale")),
          shear_(settings.number("shear")),
          shift_(settings.number("shift")),
          border_(borderOf(settings)) {}
    void apply(Picture& picture, Random& random) const override {
        const double width = picture.pixels.cols, height = picture.pixels.rows;
        const double x = width / 2 - 0.5, y = height / 2 - 0.5;
        const auto drawn = [&](double limit) { return random.between(-limit, limit); };
        const double factor = 1 + drawn(scale_);
        const double shearX = std::tan(drawn(shear_) * CV_PI / 180), shearY = std::tan(drawn(shear_) * CV_PI / 180);
        const cv::Matx33d scaled(factor, 0, (1 - factor) * x, 0, factor, (1 - factor) * y, 0, 0, 1);
        const cv::Matx33d sheared(1, shearX, -shearX * y, shearY, 1, -shearY * x, 0, 0, 1);
        const cv::Matx33d turned = turnAbout(picture.pixels.size(), drawn(rotate_));
        const cv::Matx33d shifted(1, 0, drawn(shift_) * width, 0, 1, drawn(shift_) * height, 0, 0, 1);
        warp(picture, shifted * sheared * turned * scaled, border_);
    }

private:
    double rotate_, scale_, shear_, shift_;
    Border border_;
};

/// As seen from another place: each corner moves by itself.
class Perspective : public Transform {
public:
    explicit Perspective(const Settings& settings) : limit_(settings.number("limit")), border_(borderOf(settings)) {}
    void apply(Picture& picture, Random& random) const override {
        const float right = float(picture.pixels.cols - 1), bottom = float(picture.pixels.rows - 1);
        const std::array<cv::Point2f, 4> corners = {{{0, 0}, {right, 0}, {right, bottom}, {0, bottom}}};
        auto moved = corners;
        for (auto& corner : moved)
            corner += cv::Point2f(float(random.between(-limit_, limit_)) * right, float(random.between(-limit_, limit_)) * bottom);
        if (right < 1 || bottom < 1) return;
        warp(picture, cv::Matx33d(cv::getPerspectiveTransform(corners.data(), moved.data())), border_);
    }

private:
    double limit_;
    Border border_;
};

/// Simard, Steinkraus and Platt 2003: a smooth random field moves the pixels.
class Elastic : public Transform {
public:
    explicit Elastic(const Settings& settings)
        : strength_(settings.number("strength")), smoothness_(settings.number("smoothness")), border_(borderOf(settings)) {}
    void apply(Picture& picture, Random& random) const override {
        const auto dx = field(picture.pixels.size(), random), dy = field(picture.pixels.size(), random);
        displace(picture, dx, dy, border_);
    }

private:
    /// Smooth, of mean square `strength` pixels.
    cv::Mat field(cv::Size size, Random& random) const {
        cv::Mat field(size, CV_32F);
        for (auto& value : cv::Mat_<float>(field)) value = float(random.between(-1, 1));
        cv::GaussianBlur(field, field, {0, 0}, smoothness_);
        const double mean = std::sqrt(field.dot(field) / double(field.total()));
        if (mean > 0) field *= strength_ / mean;
        return field;
    }
    double strength_, smoothness_;
    Border border_;
};

}  // namespace

std::vector<TransformKind> warpKinds() {
    return {
        {"rotate",
         "Turn about the middle",
         {Parameter::number("limit", 15, "Degrees at most").between(0, 180), borderParameter()},
         makeTransform<Rotate>},
        {"affine",
         "Shift, scale, turn and shear",
         {Parameter::number("rotate", 10, "Degrees at most").between(0, 180),
          Parameter::number("scale", 0.1, "Share of the size at most").between(0, 0.9),
          Parameter::number("shear", 5, "Degrees at most").between(0, 60),
          Parameter::number("shift", 0.05, "Share of the side at most").between(0, 0.9), borderParameter()},
         makeTransform<Affine>},
        {"perspective",
         "Show the image as from another place",
         {Parameter::number("limit", 0.08, "How far a corner moves at most, as a share of the side").between(0, 0.4), borderParameter()},
         makeTransform<Perspective>},
        {"elastic",
         "Bend the image smoothly",
         {Parameter::number("strength", 2, "Pixels by which points move").between(0, 50),
          Parameter::number("smoothness", 8, "Pixels over which the movement changes").between(2, 100), borderParameter()},
         makeTransform<Elastic>}};
}

}  // namespace anneal::vision
