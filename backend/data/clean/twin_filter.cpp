#include "data/clean/twin_filter.h"

#include <algorithm>
#include <filesystem>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"

namespace anneal::data {
namespace {

constexpr int kCopyBits = 20;

std::shared_ptr<arrow::Schema> twinsSchema() {
    return arrow::schema({arrow::field("row", arrow::uint64()), arrow::field("other", arrow::uint64()),
                          arrow::field("reference", arrow::boolean()), arrow::field("similarity", arrow::float32())});
}

}  // namespace

RowNumber packed(const RowId& id) { return RowNumber(id.number) << kCopyBits | RowNumber(id.copy); }
RowId unpacked(RowNumber row) { return {std::int64_t(row >> kCopyBits), std::int32_t(row & ((RowNumber(1) << kCopyBits) - 1))}; }

Result<Edit> TwinFilter::apply(const Batch& batch) const {
    Edit edit;
    edit.rows = batch.rows;
    auto twin = std::lower_bound(twins_.begin(), twins_.end(), packed(batch.ids.front()),
                                 [](const Twin& one, RowNumber row) { return one.row < row; });
    for (std::size_t row = 0; row < batch.ids.size() && twin != twins_.end(); ++row) {
        while (twin != twins_.end() && twin->row < packed(batch.ids[row])) ++twin;
        if (twin != twins_.end() && twin->row == packed(batch.ids[row])) edit.drops.push_back({std::int64_t(row), reason(*twin)});
    }
    return edit;
}

Result<Knowledge> TwinFilter::knowledge() const {
    arrow::UInt64Builder rows, others;
    arrow::BooleanBuilder references;
    arrow::FloatBuilder similarities;
    for (const auto& twin : twins_) {
        ANNEAL_CHECK(checked(rows.Append(twin.row), "plan"));
        ANNEAL_CHECK(checked(others.Append(twin.other), "plan"));
        ANNEAL_CHECK(checked(references.Append(twin.reference), "plan"));
        ANNEAL_CHECK(checked(similarities.Append(twin.similarity), "plan"));
    }
    arrow::ArrayVector columns(4);
    ANNEAL_CHECK(checked(rows.Finish(&columns[0]), "plan"));
    ANNEAL_CHECK(checked(others.Finish(&columns[1]), "plan"));
    ANNEAL_CHECK(checked(references.Finish(&columns[2]), "plan"));
    ANNEAL_CHECK(checked(similarities.Finish(&columns[3]), "plan"));
    return Knowledge{OrderedJson::object(), arrow::Table::Make(twinsSchema(), columns)};
}

Status TwinFilter::recall(const Knowledge& knowledge) {
    if (!knowledge.rows || !knowledge.rows->schema()->Equals(*twinsSchema()))
        return fail("plan_invalid", "the plan does not say which rows are twins", "make the plan again");
    twins_.clear();
    if (knowledge.rows->num_rows() == 0) return {};
    const auto column = [&](int index) { return knowledge.rows->column(index)->chunk(0); };
    const auto& rows = static_cast<const arrow::UInt64Array&>(*column(0));
    const auto& others = static_cast<const arrow::UInt64Array&>(*column(1));
    const auto& references = static_cast<const arrow::BooleanArray&>(*column(2));
    const auto& similarities = static_cast<const arrow::FloatArray&>(*column(3));
    for (std::int64_t i = 0; i < rows.length(); ++i)
        twins_.push_back({rows.Value(i), others.Value(i), references.Value(i), similarities.Value(i)});
    return {};
}

std::string TwinFilter::otherRow(const Twin& twin, const std::string& against) {
    auto text = "row " + std::to_string(unpacked(twin.other).number);
    if (twin.reference) text += " of " + std::filesystem::path(against).filename().string();
    return text;
}

}  // namespace anneal::data
