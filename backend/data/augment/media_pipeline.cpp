#include "data/augment/media_pipeline.h"

#include <fstream>

#include <arrow/table.h>
#include <arrow/type.h>

#include "base/files.h"
#include "data/augment/training_rows.h"
#include "data/media.h"
#include "data/render.h"
#include "data/schema.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

Status writeNew(const std::filesystem::path& file, const std::string& bytes) {
    errno = 0;
    std::ofstream out(file, std::ios::binary);
    out << bytes;
    out.close();
    if (!out) return fail(base::errnoError("write_failed", "could not write", file));
    return {};
}

}  // namespace

void MediaPipeline::fill(MediaCopyOptions& options) const {
    options.copies = settings_.count("copies");
    options.seed = std::uint64_t(settings_.count("seed"));
    options.partColumn = settings_.text("part_column");
}

Result<int> MediaPipeline::mediaColumn(const arrow::Schema& schema, const Mapping& mapping, const std::string& parameter,
                                       const char* part) const {
    auto name = settings_.text(parameter);
    if (name.empty()) name = mapping.column(part).value_or("");
    if (name.empty())
        return fail("column_unknown", "no column of the data set is known to name " + std::string(part), "name it under " + parameter);
    ANNEAL_TRY(columns, textColumns(schema, {name}));
    return columns.front();
}

Result<std::string> MediaPipeline::varyFiles(const arrow::Table& rows, std::int64_t row, int column, const Place& place,
                                             const VaryFile& vary) {
    const auto cell = stringAt(*rows.column(column)->chunk(0), row);
    if (cell.empty()) return fail("file_not_found", "the row names no file");
    int files = 0;
    return replaceReferences(cell, isJson(*rows.field(column)), [&](const std::string& reference) -> Result<std::string> {
        if (isRemote(reference)) return fail("media_remote", reference.substr(0, 100) + " is an address or embedded data, not a file");
        const std::filesystem::path path(reference);
        ANNEAL_TRY(bytes, base::readFile(path.is_absolute() ? path : place.root / path));
        auto made = vary(bytes);
        if (!made) return failAt(reference, made.error());
        const auto name = place.stem + (files++ > 0 ? "-" + std::to_string(files) : "") + "." + made->extension;
        ANNEAL_CHECK(writeNew(place.folder / name, made->bytes));
        return (place.target / name).string();
    });
}

std::vector<Parameter> mediaParameters() {
    return {Parameter::count("copies", 1, "Rows made of each row").between(1, 100),
            Parameter::count("seed", 0, "The same seed makes the same rows").atLeast(0), partColumnParameter()};
}

}  // namespace anneal::data
