#pragma once
// Boxes and key points as data sets write them, read and written back as they were.

#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "vision/picture.h"

namespace anneal::vision {

enum class BoxFormat {
    coco,  ///< left, top, width, height in pixels
    voc,   ///< left, top, right, bottom in pixels
    yolo,  ///< middle x, middle y, width, height as shares of the image
};
Result<BoxFormat> parseBoxFormat(std::string_view name);

/// A list of boxes [a, b, c, d], of objects {"bbox": […]}, or an object of lists {"bbox": [[…]], "label": […]}.
/// Error "marks_invalid".
Result<std::vector<Box>> readBoxes(const OrderedJson& cell, BoxFormat format, cv::Size size);
/// Writes the boxes in the form of `cell`; boxes that are missing are left out, with what its lists say of them.
void writeBoxes(OrderedJson& cell, const std::vector<Box>& boxes, BoxFormat format, cv::Size size);

/// A list of points [x, y], [x, y, visibility], or {"x", "y"}, in pixels, the first of which has its middle at (0, 0). Error
/// "marks_invalid".
Result<std::vector<KeyPoint>> readPoints(const OrderedJson& cell);
/// A point that is not visible is left out, or has visibility 0 where the cell tells of visibility.
void writePoints(OrderedJson& cell, const std::vector<KeyPoint>& points);

/// The entries of a list that belong to the boxes.
OrderedJson entriesOf(const OrderedJson& list, const std::vector<Box>& boxes);

}  // namespace anneal::vision
