#include "data/dataset.h"

#include <algorithm>

#include <arrow/io/file.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <parquet/arrow/reader.h>

#include "base/hash.h"
#include "base/text.h"
#include "data/part_result.h"
#include "data/schema.h"

namespace anneal::data {

Result<Dataset> Dataset::open(const std::filesystem::path& folder) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        return fail("dataset_not_found", folder.string() + " is not a data set", "import it first: anneal data import FILE --out FOLDER");
    if (!base::isComplete(folder))
        return fail("dataset_incomplete", folder.string() + " is not a whole data set: its DONE file is missing", "import the data again");
    Dataset dataset;
    dataset.path_ = folder;
    ANNEAL_TRY(manifest, readManifest(folder));
    dataset.manifest_ = std::move(manifest);
    return dataset;
}

Result<std::shared_ptr<arrow::Table>> Dataset::readPart(std::size_t index) const {
    const auto file = path_ / manifest_.files.at(index).name;
    try {
        ANNEAL_TRY(input, checkedPart(arrow::io::ReadableFile::Open(file.string()), file.string()));
        ANNEAL_TRY(reader, checkedPart(parquet::arrow::OpenFile(input, arrow::default_memory_pool()), file.string()));
        ANNEAL_TRY(table, checkedPart(reader->ReadTable(), file.string()));
        // One chunk a column, so that rows can be taken by index.
        return checked(table->CombineChunks(), file.string());
    } catch (const std::exception& thrown) {
        return fail("dataset_damaged", file.string() + ": " + thrown.what(), "import the data again");
    }
}

Result<std::shared_ptr<arrow::Schema>> Dataset::schema() const {
    if (!manifest_.files.empty()) {
        const auto file = path_ / manifest_.files.front().name;
        try {
            ANNEAL_TRY(input, checkedPart(arrow::io::ReadableFile::Open(file.string()), file.string()));
            ANNEAL_TRY(reader, checkedPart(parquet::arrow::OpenFile(input, arrow::default_memory_pool()), file.string()));
            std::shared_ptr<arrow::Schema> schema;
            ANNEAL_CHECK(checked(reader->GetSchema(&schema), file.string()));
            return schema;
        } catch (const std::exception& thrown) {
            return fail("dataset_damaged", file.string() + ": " + thrown.what(), "import the data again");
        }
    }
    arrow::FieldVector fields;
    for (const auto& column : manifest_.columns)
        fields.push_back(makeField(column.name, column.type == "json" ? ColumnType::json : ColumnType::text));
    return arrow::schema(fields);
}

Status Dataset::forEachPart(const std::function<Result<bool>(const arrow::Table&, std::int64_t)>& visit) const {
    std::int64_t row = 0;
    for (std::size_t i = 0; i < parts(); ++i) {
        ANNEAL_TRY(table, readPart(i));
        ANNEAL_TRY(more, visit(*table, row));
        if (!more) break;
        row += table->num_rows();
    }
    return {};
}

Status Dataset::verify() const {
    auto sealed = manifest_;
    sealed.seal();
    if (sealed.hash != manifest_.hash)
        return fail("dataset_damaged", path_.string() + ": the manifest does not match its hash", "import the data again");
    for (const auto& file : manifest_.files) {
        ANNEAL_TRY(hash, base::sha256File(path_ / file.name));
        if (hash != file.sha256)
            return fail("dataset_damaged", (path_ / file.name).string() + " is not what was written",
                        "import the data again, or restore the file");
    }
    return {};
}

bool Dataset::optional(const std::string& column) const {
    for (const auto& one : manifest_.columns)
        if (one.name == column) return one.optional;
    return false;
}

std::filesystem::path datasetsHome() { return base::dataHome() / "datasets"; }

std::filesystem::path newDatasetFolder(const std::string& stem) {
    const auto home = datasetsHome();
    auto folder = home / stem;
    for (int n = 2; std::filesystem::exists(folder); ++n) folder = home / (stem + "-" + std::to_string(n));
    return folder;
}

Result<std::filesystem::path> findDataset(const std::string& pathOrId) {
    std::error_code error;
    if (std::filesystem::is_directory(pathOrId, error)) return std::filesystem::path(pathOrId);
    const auto home = datasetsHome();
    if (!pathOrId.empty() && pathOrId.find('/') == std::string::npos && std::filesystem::is_directory(home / pathOrId, error))
        return home / pathOrId;
    std::vector<std::string> ids;
    for (const auto& entry : std::filesystem::directory_iterator(home, error))
        if (base::isComplete(entry.path())) ids.push_back(entry.path().filename().string());
    const auto near = base::nearest(pathOrId, ids);
    return fail("dataset_not_found", "there is no data set \"" + pathOrId + "\"",
                near ? "did you mean \"" + *near + "\"?" : "import it first: anneal data import FILE --out FOLDER");
}

}  // namespace anneal::data
