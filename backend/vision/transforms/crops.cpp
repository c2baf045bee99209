#include <algorithm>
#include <cmath>

#include "vision/transforms/make.h"

namespace anneal::vision {
namespace {

using data::Parameter;
using data::Settings;

/// A part of the image somewhere in it.
class Crop : public Transform {
public:
    explicit Crop(const Settings& settings)
        : least_(settings.number("min_share")), stretch_(settings.number("stretch")), keepsSize_(settings.flag("keep_size")) {}
    void apply(Picture& picture, data::Random& random) const override {
        const auto size = picture.pixels.size();
        const double share = random.between(least_, 1), stretch = std::exp(random.between(-1, 1) * std::log(1 + stretch_) / 2);
        const auto side = [&](int whole, double factor) {
            return std::clamp(int(std::lround(whole * std::sqrt(share) * factor)), 1, whole);
        };
        const int width = side(size.width, stretch), height = side(size.height, 1 / stretch);
        const int left = int(random.below(std::size_t(size.width - width + 1))),
                  top = int(random.below(std::size_t(size.height - height + 1)));
        crop(picture, {left, top, width, height});
        if (keepsSize_) resize(picture, size);
    }

private:
    double least_, stretch_;
    bool keepsSize_;
};

class Scale : public Transform {
public:
    explicit Scale(const Settings& settings) : limit_(settings.number("limit")) {}
    void apply(Picture& picture, data::Random& random) const override {
        const double factor = 1 + random.between(-limit_, limit_);
        const auto side = [&](int whole) { return std::max(1, int(whole * factor)); };
        resize(picture, {side(picture.pixels.cols), side(picture.pixels.rows)});
    }

private:
    double limit_;
};

}  // namespace

std::vector<TransformKind> cropKinds() {
    return {{"crop",
             "Cut out a part",
             {Parameter::number("min_share", 0.6, "The smallest share of the area that is kept").between(0.01, 1),
              Parameter::number("stretch", 0.2, "How far sides may change against each other: 0 keeps their ratio").between(0, 3),
              Parameter::flag("keep_size", true, "Enlarge the part to the image's size")},
             makeTransform<Crop>},
            {"scale",
             "Make the image larger or smaller",
             {Parameter::number("limit", 0.2, "By which share of its size at most").between(0, 0.9)},
             makeTransform<Scale>}};
}

}  // namespace anneal::vision
