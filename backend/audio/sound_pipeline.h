#pragma once
// A pipeline of effects run over the sounds that a data set's rows name.

#include <memory>

#include "audio/effects.h"
#include "data/augment/media_pipeline.h"

namespace anneal::audio {

class SoundPipeline : public data::MediaPipeline {
public:
    /// Errors "pipeline_invalid", "pipeline_newer", "transform_unknown", "parameter_invalid".
    static Result<std::unique_ptr<SoundPipeline>> parse(const OrderedJson& document);
    /// What a pipeline can be told besides its transforms.
    static std::vector<data::Parameter> parameters();

    /// Errors "column_unknown", "column_type".
    Status bind(const arrow::Schema& schema, const data::Mapping& mapping) override;
    Result<data::Cells> vary(const arrow::Table& rows, std::int64_t row, data::Random& random, const Place& place) const override;

private:
    SoundPipeline(data::PipelineParts<Sound> parts, OrderedJson document)
        : MediaPipeline(std::move(parts.settings), std::move(document)), effects_(std::move(parts.transforms)) {}
    data::AllOf<Sound> effects_;
    int column_ = -1;
};

}  // namespace anneal::audio
