#include "vision/marks.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace anneal::vision {
namespace {

constexpr double kMiddle = 0.5;  ///< of a pixel, which data sets give a whole number
constexpr std::array<const char*, 2> kBoxKeys = {"bbox", "box"};

const char* boxKey(const OrderedJson& object) {
    for (const auto* key : kBoxKeys)
        if (object.contains(key)) return key;
    return nullptr;
}

bool numbers(const OrderedJson& list, std::size_t least) {
    return list.is_array() && list.size() >= least &&
           std::all_of(list.begin(), list.end(), [](const auto& one) { return one.is_number(); });
}

tl::unexpected<Error> invalid(const std::string& what, const OrderedJson& value) {
    return fail("marks_invalid", "this is no " + what + ": " + base::dumpJson(value).substr(0, 100), "check the pipeline's columns");
}

Box boxOf(const OrderedJson& list, BoxFormat format, cv::Size size) {
    const double a = list[0], b = list[1], c = list[2], d = list[3];
    if (format == BoxFormat::coco) return {a, b, a + c, b + d};
    if (format == BoxFormat::voc) return {a, b, c, d};
    return {(a - c / 2) * size.width, (b - d / 2) * size.height, (a + c / 2) * size.width, (b + d / 2) * size.height};
}

OrderedJson listOf(const Box& box, BoxFormat format, cv::Size size) {
    const double width = box.right - box.left, height = box.bottom - box.top;
    if (format == BoxFormat::coco) return {box.left, box.top, width, height};
    if (format == BoxFormat::voc) return {box.left, box.top, box.right, box.bottom};
    return {(box.left + width / 2) / size.width, (box.top + height / 2) / size.height, width / size.width, height / size.height};
}

}  // namespace

Result<BoxFormat> parseBoxFormat(std::string_view name) {
    if (name == "coco") return BoxFormat::coco;
    if (name == "voc") return BoxFormat::voc;
    if (name == "yolo") return BoxFormat::yolo;
    return fail("option_invalid", "unknown form of boxes \"" + std::string(name) + "\"", "one of coco, voc, yolo");
}

Result<std::vector<Box>> readBoxes(const OrderedJson& cell, BoxFormat format, cv::Size size) {
    std::vector<Box> boxes;
    if (cell.is_null()) return boxes;
    const auto* key = cell.is_object() ? boxKey(cell) : nullptr;
    const auto& list = key ? cell[key] : cell;
    if (!list.is_array()) return invalid("list of boxes", cell);
    for (const auto& one : list) {
        const auto* inner = one.is_object() ? boxKey(one) : nullptr;
        const auto& box = inner ? one[inner] : one;
        if (!numbers(box, 4)) return invalid("box", one);
        boxes.push_back(boxOf(box, format, size));
        boxes.back().index = boxes.size() - 1;
        if (boxes.back().right < boxes.back().left || boxes.back().bottom < boxes.back().top) return invalid("box", one);
    }
    return boxes;
}

void writeBoxes(OrderedJson& cell, const std::vector<Box>& boxes, BoxFormat format, cv::Size size) {
    if (cell.is_null()) return;
    const auto* key = cell.is_object() ? boxKey(cell) : nullptr;
    const auto count = key ? cell[key].size() : cell.size();
    auto list = entriesOf(key ? cell[key] : cell, boxes);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto* inner = list[i].is_object() ? boxKey(list[i]) : nullptr;
        (inner ? list[i][inner] : list[i]) = listOf(boxes[i], format, size);
    }
    if (!key) {
        cell = std::move(list);
        return;
    }
    for (auto& [name, values] : cell.items())
        if (values.is_array() && values.size() == count && name != key) values = entriesOf(values, boxes);
    cell[key] = std::move(list);
}

Result<std::vector<KeyPoint>> readPoints(const OrderedJson& cell) {
    std::vector<KeyPoint> points;
    if (cell.is_null()) return points;
    if (!cell.is_array()) return invalid("list of points", cell);
    for (const auto& one : cell) {
        KeyPoint point;
        point.index = points.size();
        if (numbers(one, 2)) {
            point = {one[0], one[1], one.size() < 3 || one[2] != 0, point.index};
        } else if (one.is_object() && one.contains("x") && one.contains("y") && one["x"].is_number() && one["y"].is_number()) {
            point = {one["x"], one["y"], true, point.index};
        } else {
            return invalid("point", one);
        }
        point.x += kMiddle;
        point.y += kMiddle;
        points.push_back(point);
    }
    return points;
}

void writePoints(OrderedJson& cell, const std::vector<KeyPoint>& points) {
    if (cell.is_null()) return;
    auto list = OrderedJson::array();
    for (const auto& point : points) {
        const double x = point.x - kMiddle, y = point.y - kMiddle;
        auto one = cell[point.index];
        if (one.is_object()) {
            if (!point.visible) continue;
            one["x"] = x;
            one["y"] = y;
        } else if (one.size() >= 3) {
            one[0] = point.visible ? OrderedJson(x) : OrderedJson(0);
            one[1] = point.visible ? OrderedJson(y) : OrderedJson(0);
            if (!point.visible) one[2] = 0;
        } else {
            if (!point.visible) continue;
            one = {x, y};
        }
        list.push_back(std::move(one));
    }
    cell = std::move(list);
}

OrderedJson entriesOf(const OrderedJson& list, const std::vector<Box>& boxes) {
    auto entries = OrderedJson::array();
    for (const auto& box : boxes)
        if (box.index < list.size()) entries.push_back(list[box.index]);
    return entries;
}

}  // namespace anneal::vision
