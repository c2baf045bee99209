#include "data/written_summary.h"

#include <arrow/table.h>
#include <arrow/type.h>

namespace anneal::data {

WrittenSummary::WrittenSummary(const arrow::Schema& schema) : names_(schema.field_names()), sketch_(schema), empty_(sketch_) {}

void WrittenSummary::add(const arrow::Table& table) {
    auto own = empty_;
    own.add(table);
    const std::lock_guard lock(mutex_);
    sketch_.merge(own);
}

void WrittenSummary::describe(Manifest& manifest) const {
    auto summaries = sketch_.finish();
    std::vector<ManifestColumn> columns;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        ManifestColumn column{names_[i]};
        for (const auto& known : manifest.columns)
            if (known.name == column.name) column.optional = known.optional;
        column.summary = std::move(summaries[i]);
        columns.push_back(std::move(column));
    }
    manifest.columns = std::move(columns);
}

}  // namespace anneal::data
