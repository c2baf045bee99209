#pragma once
// Images drawn on the spot.

#include <opencv2/core.hpp>

namespace anneal::test {

inline cv::Mat drawn(int width, int height, bool transparent = false) {
    cv::Mat pixels(height, width, transparent ? CV_8UC4 : CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            auto* pixel = pixels.ptr(y, x);
            pixel[0] = uchar(x * 255 / width);
            pixel[1] = uchar(y * 255 / height);
            pixel[2] = uchar((x + y) % 256);
            if (transparent) pixel[3] = uchar(x < width / 2 ? 255 : 100);
        }
    return pixels;
}

inline double largestDifference(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() ? cv::norm(a, b, cv::NORM_INF) : 1e9;
}
inline double meanDifference(const cv::Mat& a, const cv::Mat& b) {
    return a.size() == b.size() && a.type() == b.type() ? cv::norm(a, b, cv::NORM_L1) / double(a.total() * a.elemSize()) : 1e9;
}

}  // namespace anneal::test
