#include "data/rows.h"

#include <algorithm>

#include <arrow/io/file.h>
#include <arrow/table.h>
#include <parquet/arrow/reader.h>
#include <parquet/file_reader.h>
#include <parquet/metadata.h>

#include "data/part_result.h"

namespace anneal::data {
namespace {

constexpr std::size_t kPartsOpen = 64;
constexpr std::size_t kGroupsKept = 8;

tl::unexpected<Error> damaged(const std::filesystem::path& file, const std::string& why) {
    return fail("dataset_damaged", file.string() + ": " + why, "import the data again");
}

}  // namespace

struct RowReader::Part {
    std::unique_ptr<parquet::arrow::FileReader> reader;
    std::vector<std::int64_t> begins;  ///< first row of each row group within the part, and the number of rows
};

RowReader::RowReader(Dataset dataset) : dataset_(std::move(dataset)) {
    begins_.push_back(0);
    for (const auto& file : dataset_.manifest().files) begins_.push_back(begins_.back() + file.rows);
}
RowReader::~RowReader() = default;

Result<RowReader::Part*> RowReader::part(std::size_t index) {
    partsUsed_.remove(index);
    partsUsed_.push_front(index);
    if (const auto known = parts_.find(index); known != parts_.end()) return known->second.get();
    const auto file = dataset_.path() / dataset_.manifest().files[index].name;
    try {
        ANNEAL_TRY(input, checkedPart(arrow::io::ReadableFile::Open(file.string()), file.string()));
        parquet::arrow::FileReaderBuilder builder;
        if (const auto status = builder.Open(input); !status.ok()) return damaged(file, status.message());
        ANNEAL_TRY(reader, checkedPart(builder.properties(parquet::ArrowReaderProperties(true))->Build(), file.string()));
        auto part = std::make_unique<Part>();
        part->reader = std::move(reader);
        const auto metadata = part->reader->parquet_reader()->metadata();
        part->begins.push_back(0);
        for (int i = 0; i < metadata->num_row_groups(); ++i)
            part->begins.push_back(part->begins.back() + metadata->RowGroup(i)->num_rows());
        if (part->begins.back() != dataset_.manifest().files[index].rows)
            return damaged(file, "it does not have the rows that the manifest says");
        if (parts_.size() >= kPartsOpen) {
            parts_.erase(partsUsed_.back());
            partsUsed_.pop_back();
        }
        return parts_.emplace(index, std::move(part)).first->second.get();
    } catch (const std::exception& error) {
        return damaged(file, error.what());
    }
}

Result<std::shared_ptr<arrow::Table>> RowReader::group(std::size_t index, int number) {
    const Key key(index, number);
    const auto known = std::find_if(groups_.begin(), groups_.end(), [&](const auto& one) { return one.first == key; });
    if (known != groups_.end()) {
        groups_.splice(groups_.begin(), groups_, known);
        return groups_.front().second;
    }
    ANNEAL_TRY(opened, part(index));
    const auto file = dataset_.path() / dataset_.manifest().files[index].name;
    try {
        ANNEAL_TRY(table, checkedPart(opened->reader->ReadRowGroup(number), file.string()));
        groups_.emplace_front(key, table);
        if (groups_.size() > kGroupsKept) groups_.pop_back();
        return table;
    } catch (const std::exception& error) {
        return damaged(file, error.what());
    }
}

Result<std::shared_ptr<arrow::Table>> RowReader::rows(std::int64_t first, std::int64_t count) {
    std::lock_guard lock(mutex_);
    first = std::clamp<std::int64_t>(first, 0, size());
    count = std::clamp<std::int64_t>(count, 0, size() - first);
    std::vector<std::shared_ptr<arrow::Table>> pieces;
    while (count > 0) {
        const auto index = std::size_t(std::upper_bound(begins_.begin(), begins_.end(), first) - begins_.begin()) - 1;
        ANNEAL_TRY(opened, part(index));
        const auto within = first - begins_[index];
        const auto number = int(std::upper_bound(opened->begins.begin(), opened->begins.end(), within) - opened->begins.begin()) - 1;
        ANNEAL_TRY(table, group(index, number));
        const auto offset = within - opened->begins[std::size_t(number)];
        const auto taken = std::min(count, table->num_rows() - offset);
        pieces.push_back(table->Slice(offset, taken));
        first += taken;
        count -= taken;
    }
    if (pieces.empty()) {
        ANNEAL_TRY(schema, dataset_.schema());
        return checked(arrow::Table::MakeEmpty(schema), dataset_.path().string());
    }
    ANNEAL_TRY(whole, checked(arrow::ConcatenateTables(pieces), dataset_.path().string()));
    return checked(whole->CombineChunks(), dataset_.path().string());
}

}  // namespace anneal::data
