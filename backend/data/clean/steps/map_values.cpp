#include <map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/steps/steps.h"
#include "data/detect/fold.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

/// Replaces whole values by others. A column of another type becomes text.
class MapValues : public Step {
public:
    explicit MapValues(const Settings& settings) : columnNames_(settings.texts("columns")), others_(settings.text("others")) {
        folding_.ignoreCase = settings.flag("ignore_case");
        if (folding_.ignoreCase) folding_.space = Folding::Space::collapse;
        for (const auto& [from, to] : settings.mapping("map")) map_.emplace(folded(from), to);
    }
    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(columns, columnIndices(*schema, columnNames_));
        columns_ = columns;
        auto after = schema;
        for (const int column : columns) {
            if (isText(*schema->field(column))) continue;
            ANNEAL_TRY(changed, checked(after->SetField(column, arrow::field(schema->field(column)->name(), arrow::utf8())), "clean"));
            after = changed;
        }
        return after;
    }
    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        std::vector<bool> dropped(batch.ids.size(), false);
        for (const int column : columns_) {
            const auto& values = *batch.rows->column(column)->chunk(0);
            arrow::StringBuilder builder;
            std::string text;
            for (std::int64_t row = 0; row < values.length(); ++row) {
                text.clear();
                appendPlain(text, values, row);
                const auto found = values.IsNull(row) ? map_.end() : map_.find(folded(text));
                const bool other = found == map_.end() && !values.IsNull(row);
                if (other && others_ == "drop" && !dropped[std::size_t(row)]) {
                    dropped[std::size_t(row)] = true;
                    edit.drops.push_back({row, batch.rows->field(column)->name() + " is \"" + text + "\", which the map has not"});
                }
                const bool null = values.IsNull(row) || (other && others_ == "empty");
                ANNEAL_CHECK(checked(null ? builder.AppendNull() : builder.Append(found == map_.end() ? text : found->second), "clean"));
            }
            std::shared_ptr<arrow::Array> mapped;
            ANNEAL_CHECK(checked(builder.Finish(&mapped), "clean"));
            auto field = batch.rows->field(column);
            if (!isText(*field)) field = arrow::field(field->name(), arrow::utf8());
            ANNEAL_TRY(rows, checked(edit.rows->SetColumn(column, field, std::make_shared<arrow::ChunkedArray>(mapped)), "clean"));
            edit.rows = rows;
        }
        std::sort(edit.drops.begin(), edit.drops.end(), [](const Drop& a, const Drop& b) { return a.index < b.index; });
        return edit;
    }

private:
    std::string folded(std::string_view value) const {
        std::string out;
        fold(value, folding_, out);
        return out;
    }
    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    std::map<std::string, std::string> map_;
    std::string others_;
    Folding folding_;
};

}  // namespace

const StepKind& mapValuesStep() {
    static const StepKind kind = {
        "map_values",
        "values",
        "Replace whole values by others",
        {Parameter::columns("Columns to work on").required(), Parameter::mapping("map", "old: new, a pair a value").required(),
         Parameter::choice("others", {"keep", "empty", "drop"}, "Values that the map has not: leave them, empty them, or drop the row"),
         Parameter::flag("ignore_case", false, "Case and extra white space in the old value do not count")},
        makeStep<MapValues>};
    return kind;
}

}  // namespace anneal::data
