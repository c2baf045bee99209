#pragma once
// A pipeline of variations as a YAML file has it: what it works on, how many copies, and the transforms.

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "data/augment/media_copies.h"
#include "data/augment/variations.h"

namespace anneal::data {

class MediaPipeline : public MediaVariation {
public:
    OrderedJson described() const override { return document_; }
    /// How many copies, of which rows, by which seed.
    void fill(MediaCopyOptions& options) const;

protected:
    MediaPipeline(Settings settings, OrderedJson document) : settings_(std::move(settings)), document_(std::move(document)) {}
    const Settings& settings() const { return settings_; }

    /// The column named under `parameter`, else the one that plays `part`. Errors "column_unknown", "column_type".
    Result<int> mediaColumn(const arrow::Schema& schema, const Mapping& mapping, const std::string& parameter, const char* part) const;
    /// Makes the file's varied copy: its bytes and the new name's extension.
    struct NewFile {
        std::string bytes, extension;
    };
    using VaryFile = std::function<Result<NewFile>(const std::string& bytes)>;
    /// The cell with each file that it names replaced by a new one. Errors "media_remote", "file_not_found", "disk_full",
    /// "write_failed", those of `vary` with the file's name.
    static Result<std::string> varyFiles(const arrow::Table& rows, std::int64_t row, int column, const Place& place, const VaryFile& vary);

private:
    Settings settings_;
    OrderedJson document_;
};

/// copies, seed and part_column.
std::vector<Parameter> mediaParameters();

/// The document without its transforms, as settings; and the transforms.
template <class Subject>
struct PipelineParts {
    Settings settings;
    AllOf<Subject> transforms;
};
/// Errors "pipeline_invalid", "pipeline_newer", "transform_unknown", "parameter_invalid".
template <class Subject>
Result<PipelineParts<Subject>> readPipeline(OrderedJson document, const std::vector<Parameter>& parameters,
                                            const std::vector<VariationKind<Subject>>& kinds) {
    constexpr int kVersion = 1;
    if (!document.is_object() || !document.contains("transforms"))
        return fail("pipeline_invalid", "the pipeline has no transforms", "e.g. transforms: [" + kinds.front().name + "]");
    if (const auto version = document.value("version", OrderedJson(kVersion)); version != kVersion)
        return fail("pipeline_newer",
                    "the pipeline has version " + base::dumpJson(version) + ", and this program knows " + std::to_string(kVersion),
                    "use a newer Anneal Studio");
    ANNEAL_TRY(transforms, VariationReader<Subject>(kinds).read(document["transforms"]));
    document.erase("transforms");
    document.erase("version");
    ANNEAL_TRY(settings, Settings::read("pipeline", parameters, document));
    return PipelineParts<Subject>{std::move(settings), AllOf<Subject>(std::move(transforms))};
}

}  // namespace anneal::data
