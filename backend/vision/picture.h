#pragma once
// An image with what is marked in it.

#include <cstddef>
#include <vector>

#include <opencv2/core.hpp>

namespace anneal::vision {

/// In pixels from the upper left corner of the image: pixel (0, 0) is the square from 0 to 1.
struct Box {
    double left = 0, top = 0, right = 0, bottom = 0;
    double visible = 1;     ///< share of what it marked that is still in the image
    std::size_t index = 0;  ///< among the boxes that were given
    double area() const { return (right - left) * (bottom - top); }
};

/// In the same coordinates; the middle of pixel (0, 0) is (0.5, 0.5).
struct KeyPoint {
    double x = 0, y = 0;
    bool visible = true;
    std::size_t index = 0;
};

struct Picture {
    cv::Mat pixels;  ///< 8 bits a channel: RGB, or RGBA
    std::vector<Box> boxes;
    std::vector<KeyPoint> points;
};

}  // namespace anneal::vision
