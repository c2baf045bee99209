#include "vision/transforms/make.h"

namespace anneal::vision {
namespace {

class Flip : public Transform {
public:
    explicit Flip(bool horizontally) : horizontally_(horizontally) {}
    void apply(Picture& picture, data::Random&) const override { flip(picture, horizontally_); }

private:
    bool horizontally_;
};

}  // namespace

std::vector<TransformKind> flipKinds() {
    const auto flips = [](bool horizontally) {
        return [horizontally](const data::Settings&) { return std::make_unique<Flip>(horizontally); };
    };
    return {{"flip_horizontal", "Mirror left and right", {}, flips(true)}, {"flip_vertical", "Mirror up and down", {}, flips(false)}};
}

}  // namespace anneal::vision
