#include <cmath>

#include "vision/colour.h"
#include "vision/transforms/make.h"

namespace anneal::vision {
namespace {

using data::Parameter;
using data::Random;
using data::Settings;

class Brightness : public Transform {
public:
    explicit Brightness(const Settings& settings) : limit_(settings.number("limit")) {}
    void apply(Picture& picture, Random& random) const override {
        adjustBrightnessContrast(picture.pixels, 1, random.between(-limit_, limit_));
    }

private:
    double limit_;
};

class Contrast : public Transform {
public:
    explicit Contrast(const Settings& settings) : limit_(settings.number("limit")) {}
    void apply(Picture& picture, Random& random) const override {
        adjustBrightnessContrast(picture.pixels, 1 + random.between(-limit_, limit_), 0);
    }

private:
    double limit_;
};

class Gamma : public Transform {
public:
    explicit Gamma(const Settings& settings) : limit_(settings.number("limit")) {}
    void apply(Picture& picture, Random& random) const override {
        adjustGamma(picture.pixels, std::exp(random.between(-1, 1) * std::log(1 + limit_)));
    }

private:
    double limit_;
};

class HueSaturation : public Transform {
public:
    explicit HueSaturation(const Settings& settings)
        : hue_(settings.count("hue")), saturation_(settings.count("saturation")), value_(settings.count("value")) {}
    void apply(Picture& picture, Random& random) const override {
        const auto drawn = [&](std::int64_t limit) { return int(random.below(std::size_t(2 * limit + 1))) - int(limit); };
        const int hue = drawn(hue_), saturation = drawn(saturation_);
        shiftHue(picture.pixels, hue, saturation, drawn(value_));
    }

private:
    std::int64_t hue_, saturation_, value_;
};

class Clahe : public Transform {
public:
    explicit Clahe(const Settings& settings) : limit_(settings.number("clip_limit")), tiles_(int(settings.count("tiles"))) {}
    void apply(Picture& picture, Random& random) const override { equaliseLocally(picture.pixels, random.between(1, limit_), tiles_); }

private:
    double limit_;
    int tiles_;
};

class Greyscale : public Transform {
public:
    explicit Greyscale(const Settings&) {}
    void apply(Picture& picture, Random&) const override { makeGrey(picture.pixels); }
};

}  // namespace

std::vector<TransformKind> colourKinds() {
    return {{"brightness",
             "Make lighter or darker",
             {Parameter::number("limit", 0.2, "By which share of white at most").between(0, 1)},
             makeTransform<Brightness>},
            {"contrast",
             "Make differences of light larger or smaller",
             {Parameter::number("limit", 0.2, "By which share at most").between(0, 1)},
             makeTransform<Contrast>},
            {"gamma",
             "Lighten or darken the middle tones",
             {Parameter::number("limit", 0.25, "The exponent is between 1 / (1 + limit) and 1 + limit").between(0, 4)},
             makeTransform<Gamma>},
            {"hue_saturation",
             "Shift hue, saturation and value",
             {Parameter::count("hue", 10, "Steps of two degrees at most").between(0, 90),
              Parameter::count("saturation", 30, "Steps of 255 at most").between(0, 255),
              Parameter::count("value", 20, "Steps of 255 at most").between(0, 255)},
             makeTransform<HueSaturation>},
            {"clahe",
             "Even out the light locally",
             {Parameter::number("clip_limit", 4, "How much contrast may be raised at most").between(1, 40),
              Parameter::count("tiles", 8, "Tiles a side").between(1, 64)},
             makeTransform<Clahe>},
            {"greyscale", "Take the colours away", {}, makeTransform<Greyscale>}};
}

}  // namespace anneal::vision
