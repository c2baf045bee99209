#pragma once
// A pipeline of transforms run over the images that a data set's rows name.
//
//   version: 1
//   copies: 2
//   boxes_column: objects
//   transforms:
//     - flip_horizontal
//     - rotate: {limit: 10, p: 0.7}
//     - one_of: {p: 0.3, of: [blur, noise, jpeg]}

#include <memory>
#include <optional>

#include "data/augment/media_pipeline.h"
#include "vision/codec.h"
#include "vision/marks.h"
#include "vision/transforms.h"

namespace anneal::vision {

class ImagePipeline : public data::MediaPipeline {
public:
    /// Errors "pipeline_invalid", "pipeline_newer", "transform_unknown", "parameter_invalid".
    static Result<std::unique_ptr<ImagePipeline>> parse(const OrderedJson& document);
    /// What a pipeline can be told besides its transforms.
    static std::vector<data::Parameter> parameters();

    /// Errors "column_unknown", "column_type".
    Status bind(const arrow::Schema& schema, const data::Mapping& mapping) override;
    Result<data::Cells> vary(const arrow::Table& rows, std::int64_t row, data::Random& random, const Place& place) const override;

    /// Runs the transforms, then leaves out boxes of which too little is to be seen.
    void apply(Picture& picture, data::Random& random) const;

private:
    ImagePipeline(data::PipelineParts<Picture> parts, OrderedJson document)
        : MediaPipeline(std::move(parts.settings), std::move(document)), transforms_(std::move(parts.transforms)) {}
    data::AllOf<Picture> transforms_;
    BoxFormat boxFormat_ = BoxFormat::coco;
    std::optional<ImageFormat> format_;  ///< nothing: as the file was
    int quality_ = 0;
    double minVisibility_ = 0;
    int image_ = -1, boxes_ = -1, points_ = -1;  ///< columns; −1: none
    std::vector<int> besideBoxes_;               ///< columns with lists as long as that of the boxes
};

}  // namespace anneal::vision
