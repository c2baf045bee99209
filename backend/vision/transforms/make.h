#pragma once
// For the files beside this one.

#include <memory>

#include "vision/geometry.h"
#include "vision/transforms.h"

namespace anneal::vision {

template <class Made>
std::unique_ptr<Transform> makeTransform(const data::Settings& settings) {
    return std::make_unique<Made>(settings);
}

inline data::Parameter borderParameter() {
    return data::Parameter::choice("border", {"black", "edge", "mirror"}, "What is seen where the image moved away");
}
inline Border borderOf(const data::Settings& settings) {
    const auto border = settings.text("border");
    if (border == "black") return Border::black;
    return border == "edge" ? Border::edge : Border::mirror;
}

}  // namespace anneal::vision
