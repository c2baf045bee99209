#include "data/clean/repairs.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>
#include <xxhash.h>

#include "data/arrow_result.h"

namespace anneal::data {
namespace {

std::uint64_t slotOf(std::int32_t column, std::uint64_t group, std::string_view value) {
    return XXH3_64bits_withSeed(value.data(), value.size(), group * 31 + std::uint64_t(column));
}

std::shared_ptr<arrow::Schema> repairsSchema() {
    return arrow::schema({arrow::field("column", arrow::int32()), arrow::field("group", arrow::uint64()),
                          arrow::field("from", arrow::utf8()), arrow::field("to", arrow::utf8())});
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string digitsOf(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), isDigit);
    return digits;
}

}  // namespace

void Repairs::add(Repair repair) {
    index_.emplace(slotOf(repair.column, repair.group, repair.from), repairs_.size());
    repairs_.push_back(std::move(repair));
}

const std::string* Repairs::find(std::int32_t column, std::uint64_t group, std::string_view value) const {
    const auto [begin, end] = index_.equal_range(slotOf(column, group, value));
    for (auto one = begin; one != end; ++one) {
        const auto& repair = repairs_[one->second];
        if (repair.column == column && repair.group == group && repair.from == value) return &repair.to;
    }
    return nullptr;
}

Result<Knowledge> Repairs::knowledge() const {
    arrow::Int32Builder columns;
    arrow::UInt64Builder groups;
    arrow::StringBuilder from, to;
    for (const auto& repair : repairs_) {
        ANNEAL_CHECK(checked(columns.Append(repair.column), "plan"));
        ANNEAL_CHECK(checked(groups.Append(repair.group), "plan"));
        ANNEAL_CHECK(checked(from.Append(repair.from), "plan"));
        ANNEAL_CHECK(checked(to.Append(repair.to), "plan"));
    }
    arrow::ArrayVector arrays(4);
    ANNEAL_CHECK(checked(columns.Finish(&arrays[0]), "plan"));
    ANNEAL_CHECK(checked(groups.Finish(&arrays[1]), "plan"));
    ANNEAL_CHECK(checked(from.Finish(&arrays[2]), "plan"));
    ANNEAL_CHECK(checked(to.Finish(&arrays[3]), "plan"));
    return Knowledge{OrderedJson::object(), arrow::Table::Make(repairsSchema(), arrays)};
}

Status Repairs::recall(const Knowledge& knowledge) {
    if (!knowledge.rows || !knowledge.rows->schema()->Equals(*repairsSchema()))
        return fail("plan_invalid", "the plan does not say what to repair", "make the plan again");
    repairs_.clear();
    index_.clear();
    if (knowledge.rows->num_rows() == 0) return {};
    const auto column = [&](int index) { return knowledge.rows->column(index)->chunk(0); };
    for (std::int64_t i = 0; i < knowledge.rows->num_rows(); ++i)
        add({static_cast<const arrow::Int32Array&>(*column(0)).Value(i), static_cast<const arrow::UInt64Array&>(*column(1)).Value(i),
             static_cast<const arrow::StringArray&>(*column(2)).GetString(i),
             static_cast<const arrow::StringArray&>(*column(3)).GetString(i)});
    return {};
}

bool mayBeMisspelt(std::string_view value, std::string_view right) { return digitsOf(value) == digitsOf(right); }

}  // namespace anneal::data
