#include "vision/image_pipeline.h"

#include <algorithm>

#include <arrow/table.h>
#include <arrow/type.h>

#include "data/render.h"
#include "data/texts.h"

namespace anneal::vision {
namespace {

using data::Parameter;

OrderedJson jsonAt(const arrow::Table& rows, std::int64_t row, int column) {
    if (column < 0) return {};
    auto value = OrderedJson::parse(data::stringAt(*rows.column(column)->chunk(0), row), nullptr, false);
    return value.is_discarded() ? OrderedJson() : value;
}

}  // namespace

std::vector<Parameter> ImagePipeline::parameters() {
    auto all = data::mediaParameters();
    all.insert(all.end(), {Parameter::column("image_column", "Column that names the images; found by the data set's mapping"),
                           Parameter::column("boxes_column", "Column of boxes that are taken along"),
                           Parameter::choice("box_format", {"coco", "voc", "yolo"},
                                             "Boxes as left, top, width, height; left, top, right, bottom; or middle and size as shares"),
                           Parameter::columns("Columns with a list entry for each box, as its label", "beside_boxes"),
                           Parameter::column("points_column", "Column of key points that are taken along"),
                           Parameter::number("min_visibility", 0.1, "Boxes of which a smaller share is left are left out").between(0, 1),
                           Parameter::choice("format", {"same", "jpeg", "png", "webp"}, "Format of the new files"),
                           Parameter::count("quality", 95, "Quality of JPEG and WebP").between(1, 100)});
    return all;
}

Result<std::unique_ptr<ImagePipeline>> ImagePipeline::parse(const OrderedJson& document) {
    ANNEAL_TRY(parts, data::readPipeline(document, parameters(), transformKinds()));
    std::unique_ptr<ImagePipeline> pipeline(new ImagePipeline(std::move(parts), document));
    const auto& settings = pipeline->settings();
    ANNEAL_TRY(boxFormat, parseBoxFormat(settings.text("box_format")));
    pipeline->boxFormat_ = boxFormat;
    if (const auto format = settings.text("format"); format != "same") {
        ANNEAL_TRY(parsed, parseImageFormat(format));
        pipeline->format_ = parsed;
    }
    pipeline->quality_ = int(settings.count("quality"));
    pipeline->minVisibility_ = settings.number("min_visibility");
    return pipeline;
}

Status ImagePipeline::bind(const arrow::Schema& schema, const data::Mapping& mapping) {
    ANNEAL_TRY(image, mediaColumn(schema, mapping, "image_column", "images"));
    image_ = image;
    const auto marks = [&](const char* parameter, int& column) -> Status {
        const auto name = settings().text(parameter);
        if (name.empty()) return {};
        ANNEAL_TRY(columns, data::textColumns(schema, {name}));
        column = columns.front();
        return {};
    };
    ANNEAL_CHECK(marks("boxes_column", boxes_));
    ANNEAL_CHECK(marks("points_column", points_));
    if (const auto names = settings().texts("beside_boxes"); !names.empty()) {
        ANNEAL_TRY(columns, data::textColumns(schema, names));
        besideBoxes_ = columns;
    }
    return {};
}

void ImagePipeline::apply(Picture& picture, data::Random& random) const {
    transforms_.apply(picture, random);
    std::erase_if(picture.boxes, [&](const Box& box) { return box.area() <= 0 || box.visible < minVisibility_; });
}

Result<data::Cells> ImagePipeline::vary(const arrow::Table& rows, std::int64_t row, data::Random& random, const Place& place) const {
    auto boxes = jsonAt(rows, row, boxes_), points = jsonAt(rows, row, points_);
    int images = 0;
    Picture picture;
    auto image = varyFiles(rows, row, image_, place, [&](const std::string& bytes) -> Result<NewFile> {
        if (++images > 1 && (boxes_ >= 0 || points_ >= 0))
            return fail("marks_invalid", "the row names several images, and boxes or points belong to one");
        ANNEAL_TRY(pixels, decodeImage(bytes));
        const auto size = pixels.size();
        picture = {std::move(pixels), {}, {}};
        ANNEAL_TRY(givenBoxes, readBoxes(boxes, boxFormat_, size));
        ANNEAL_TRY(givenPoints, readPoints(points));
        picture.boxes = std::move(givenBoxes);
        picture.points = std::move(givenPoints);
        apply(picture, random);
        const auto format = format_.value_or(*imageFormat(bytes));
        ANNEAL_TRY(encoded, encodeImage(picture.pixels, format, quality_));
        return NewFile{std::move(encoded), std::string(extension(format))};
    });
    if (!image) return fail(image.error());
    data::Cells cells = {{image_, std::move(*image)}};
    if (!boxes.is_null()) {
        for (const int column : besideBoxes_)
            if (const auto list = jsonAt(rows, row, column); list.is_array())
                cells.emplace_back(column, base::dumpJson(entriesOf(list, picture.boxes)));
        writeBoxes(boxes, picture.boxes, boxFormat_, picture.pixels.size());
        cells.emplace_back(boxes_, base::dumpJson(boxes));
    }
    if (!points.is_null()) {
        writePoints(points, picture.points);
        cells.emplace_back(points_, base::dumpJson(points));
    }
    return cells;
}

}  // namespace anneal::vision
