#include "vision/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace anneal::vision {
namespace {

/// Runs `change` on the three colours of an image that may have transparency.
template <class Change>
void onColours(cv::Mat& pixels, const Change& change) {
    if (pixels.channels() == 3) {
        change(pixels);
        return;
    }
    cv::Mat colours(pixels.size(), CV_8UC3), alpha(pixels.size(), CV_8UC1);
    std::array<cv::Mat, 2> parts = {colours, alpha};
    cv::mixChannels(&pixels, 1, parts.data(), parts.size(), std::array<int, 8>{0, 0, 1, 1, 2, 2, 3, 3}.data(), 4);
    change(colours);
    parts[0] = colours;
    cv::mixChannels(parts.data(), parts.size(), &pixels, 1, std::array<int, 8>{0, 0, 1, 1, 2, 2, 3, 3}.data(), 4);
}

/// Replaces each value by what `change` makes of it, its fraction cut off.
template <class Change>
void byTable(cv::Mat& pixels, const Change& change) {
    cv::Mat table(1, 256, CV_8U);
    for (int value = 0; value < 256; ++value) table.at<uchar>(value) = uchar(std::clamp<double>(change(value), 0, 255));
    cv::LUT(pixels, table, pixels);
}

}  // namespace

void adjustBrightnessContrast(cv::Mat& pixels, double contrast, double brightness) {
    onColours(pixels, [&](cv::Mat& colours) { byTable(colours, [&](int value) { return value * contrast + 255 * brightness; }); });
}

void adjustGamma(cv::Mat& pixels, double gamma) {
    onColours(pixels, [&](cv::Mat& colours) { byTable(colours, [&](int value) { return std::pow(value / 255.0, gamma) * 255; }); });
}

void shiftHue(cv::Mat& pixels, int hue, int saturation, int value) {
    constexpr int kHues = 180;
    onColours(pixels, [&](cv::Mat& colours) {
        cv::Mat hsv;
        cv::cvtColor(colours, hsv, cv::COLOR_RGB2HSV);
        for (auto& pixel : cv::Mat_<cv::Vec3b>(hsv)) {
            pixel[0] = uchar(((pixel[0] + hue) % kHues + kHues) % kHues);
            if (pixel[1] > 0) pixel[1] = cv::saturate_cast<uchar>(pixel[1] + saturation);
            pixel[2] = cv::saturate_cast<uchar>(pixel[2] + value);
        }
        cv::cvtColor(hsv, colours, cv::COLOR_HSV2RGB);
    });
}

void makeGrey(cv::Mat& pixels) {
    onColours(pixels, [](cv::Mat& colours) {
        cv::Mat grey;
        cv::cvtColor(colours, grey, cv::COLOR_RGB2GRAY);
        cv::cvtColor(grey, colours, cv::COLOR_GRAY2RGB);
    });
}

void equaliseLocally(cv::Mat& pixels, double clipLimit, int tiles) {
    onColours(pixels, [&](cv::Mat& colours) {
        cv::Mat lab, lightness;
        cv::cvtColor(colours, lab, cv::COLOR_RGB2Lab);
        cv::extractChannel(lab, lightness, 0);
        cv::createCLAHE(clipLimit, {tiles, tiles})->apply(lightness, lightness);
        cv::insertChannel(lightness, lab, 0);
        cv::cvtColor(lab, colours, cv::COLOR_Lab2RGB);
    });
}

void blur(cv::Mat& pixels, double sigma) { cv::GaussianBlur(pixels, pixels, {0, 0}, sigma); }

void addNoise(cv::Mat& pixels, const std::function<double()>& draw) {
    onColours(pixels, [&](cv::Mat& colours) {
        for (auto& pixel : cv::Mat_<cv::Vec3b>(colours))
            for (int c = 0; c < 3; ++c) pixel[c] = cv::saturate_cast<uchar>(pixel[c] + draw());
    });
}

}  // namespace anneal::vision
