#include "audio/sound_pipeline.h"

#include <arrow/table.h>
#include <arrow/type.h>

namespace anneal::audio {

std::vector<data::Parameter> SoundPipeline::parameters() {
    auto all = data::mediaParameters();
    all.push_back(data::Parameter::column("audio_column", "Column that names the sounds; found by the data set's mapping"));
    return all;
}

Result<std::unique_ptr<SoundPipeline>> SoundPipeline::parse(const OrderedJson& document) {
    ANNEAL_TRY(parts, data::readPipeline(document, parameters(), effectKinds()));
    return std::unique_ptr<SoundPipeline>(new SoundPipeline(std::move(parts), document));
}

Status SoundPipeline::bind(const arrow::Schema& schema, const data::Mapping& mapping) {
    ANNEAL_TRY(column, mediaColumn(schema, mapping, "audio_column", "audios"));
    column_ = column;
    return {};
}

Result<data::Cells> SoundPipeline::vary(const arrow::Table& rows, std::int64_t row, data::Random& random, const Place& place) const {
    ANNEAL_TRY(cell, varyFiles(rows, row, column_, place, [&](const std::string& bytes) -> Result<NewFile> {
                   ANNEAL_TRY(sound, decodeSound(bytes));
                   effects_.apply(sound, random);
                   ANNEAL_TRY(encoded, encodeSound(sound));
                   return NewFile{std::move(encoded), extension(sound)};
               }));
    return data::Cells{{column_, std::move(cell)}};
}

}  // namespace anneal::audio
