#pragma once
// Changes an image's colours where they are. RGB or RGBA; transparency stays.

#include <functional>

#include <opencv2/core.hpp>

namespace anneal::vision {

/// pixel × contrast + 255 × brightness.
void adjustBrightnessContrast(cv::Mat& pixels, double contrast, double brightness);
void adjustGamma(cv::Mat& pixels, double gamma);
/// Hue in steps of two degrees, saturation and value from 0 to 255; grey stays grey.
void shiftHue(cv::Mat& pixels, int hue, int saturation, int value);
void makeGrey(cv::Mat& pixels);
/// Contrast-limited adaptive histogram equalisation of the lightness (Zuiderveld 1994), over tiles × tiles.
void equaliseLocally(cv::Mat& pixels, double clipLimit, int tiles);
void blur(cv::Mat& pixels, double sigma);
/// Adds what `draw` gives to each value of each pixel.
void addNoise(cv::Mat& pixels, const std::function<double()>& draw);

}  // namespace anneal::vision
