#pragma once
// Moves an image's pixels and takes its boxes and key points along.

#include <opencv2/core.hpp>

#include "vision/picture.h"

namespace anneal::vision {

/// What is seen where the image moved away.
enum class Border { black, edge, mirror };

void flip(Picture& picture, bool horizontally);
/// The part of the picture within the rectangle, which lies inside it.
void crop(Picture& picture, const cv::Rect& part);
/// Bilinear.
void resize(Picture& picture, cv::Size size);
/// `matrix` maps points of the picture, in which the middle of a pixel is a whole number (as OpenCV has it), to points of the result.
/// Bilinear; the size stays.
void warp(Picture& picture, const cv::Matx33d& matrix, Border border);
/// Turns counter-clockwise about the middle.
void rotate(Picture& picture, double degrees, Border border);
/// Pixel (x, y) of the result is that at (x + dx(x, y), y + dy(x, y)): fields of 32-bit numbers, small and smooth.
void displace(Picture& picture, const cv::Mat& dx, const cv::Mat& dy, Border border);
/// Paints rectangles over; what a box marked is hidden by as much.
void cover(Picture& picture, const std::vector<cv::Rect>& holes, int grey);

/// The turn about the middle of an image, for warp().
cv::Matx33d turnAbout(cv::Size size, double degrees);

}  // namespace anneal::vision
