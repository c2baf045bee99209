#include <algorithm>
#include <cmath>

#include "vision/codec.h"
#include "vision/colour.h"
#include "vision/transforms/make.h"

namespace anneal::vision {
namespace {

using data::Parameter;
using data::Random;
using data::Settings;

class Blur : public Transform {
public:
    explicit Blur(const Settings& settings) : most_(settings.number("max_sigma")) {}
    void apply(Picture& picture, Random& random) const override { blur(picture.pixels, random.between(std::min(0.3, most_), most_)); }

private:
    double most_;
};

class Noise : public Transform {
public:
    explicit Noise(const Settings& settings) : most_(settings.number("max_sigma")) {}
    void apply(Picture& picture, Random& random) const override {
        const double sigma = random.between(0, most_);
        addNoise(picture.pixels, [&] { return sigma * random.normal(); });
    }

private:
    double most_;
};

/// What JPEG loses.
class Jpeg : public Transform {
public:
    explicit Jpeg(const Settings& settings) : least_(settings.count("min_quality")), most_(settings.count("max_quality")) {}
    void apply(Picture& picture, Random& random) const override {
        const auto low = std::min(least_, most_), high = std::max(least_, most_);
        const auto bytes =
            encodeImage(picture.pixels, ImageFormat::jpeg, int(low + std::int64_t(random.below(std::size_t(high - low + 1)))));
        if (!bytes) return;
        if (auto decoded = decodeImage(*bytes); decoded && picture.pixels.channels() == 3) picture.pixels = *decoded;
    }

private:
    std::int64_t least_, most_;
};

/// DeVries and Taylor 2017.
class Cutout : public Transform {
public:
    explicit Cutout(const Settings& settings)
        : holes_(settings.count("holes")), share_(settings.number("size")), grey_(int(settings.count("grey"))) {}
    void apply(Picture& picture, Random& random) const override {
        const auto size = picture.pixels.size();
        const auto side = [&](int whole) { return std::max(1, int(std::lround(random.between(share_ / 2, share_) * whole))); };
        std::vector<cv::Rect> holes;
        for (auto left = 1 + random.below(std::size_t(holes_)); left > 0; --left) {
            const int width = side(size.width), height = side(size.height);
            const int x = int(random.below(std::size_t(std::max(1, size.width - width + 1))));
            const int y = int(random.below(std::size_t(std::max(1, size.height - height + 1))));
            holes.emplace_back(x, y, width, height);
        }
        cover(picture, holes, grey_);
    }

private:
    std::int64_t holes_;
    double share_;
    int grey_;
};

}  // namespace

std::vector<TransformKind> damageKinds() {
    return {{"blur", "Blur", {Parameter::number("max_sigma", 1.5, "Deviation in pixels at most").between(0.1, 50)}, makeTransform<Blur>},
            {"noise", "Add noise", {Parameter::number("max_sigma", 10, "Deviation of 255 at most").between(0, 128)}, makeTransform<Noise>},
            {"jpeg",
             "Lose what JPEG loses; images with transparency stay",
             {Parameter::count("min_quality", 40, "Lowest quality").between(1, 100),
              Parameter::count("max_quality", 90, "Highest quality").between(1, 100)},
             makeTransform<Jpeg>},
            {"cutout",
             "Paint rectangles over",
             {Parameter::count("holes", 4, "Rectangles at most").between(1, 100),
              Parameter::number("size", 0.2, "Largest side as a share of the image's").between(0.01, 1),
              Parameter::count("grey", 0, "How light they are, of 255").between(0, 255)},
             makeTransform<Cutout>}};
}

}  // namespace anneal::vision
