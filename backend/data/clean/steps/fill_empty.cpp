#include <cmath>
#include <map>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/scalar.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/clean/steps/steps.h"
#include "data/detect/numbers.h"
#include "data/detect/value_counts.h"
#include "data/number_at.h"
#include "data/render.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

enum class Filling { constant, mean, median, mode, previous };

Filling fillingOf(const std::string& name) {
    static const std::map<std::string, Filling> names = {{"constant", Filling::constant},
                                                         {"mean", Filling::mean},
                                                         {"median", Filling::median},
                                                         {"mode", Filling::mode},
                                                         {"previous", Filling::previous}};
    return names.at(name);
}

/// Puts a value where none is. By text on the way; each column's type reads it back.
class FillEmpty : public Step, public Learner {
public:
    explicit FillEmpty(const Settings& settings)
        : columnNames_(settings.texts("columns")),
          filling_(fillingOf(settings.text("with"))),
          value_(settings.text("value")),
          blank_(settings.flag("blank_is_empty")) {}
    Learner* learner() override { return filling_ == Filling::constant ? nullptr : this; }

    Result<std::shared_ptr<arrow::Schema>> bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping&) override {
        ANNEAL_TRY(columns, filling_ == Filling::mean || filling_ == Filling::median ? numberColumns(*schema, columnNames_)
                                                                                     : columnIndices(*schema, columnNames_));
        columns_ = columns;
        fills_.resize(columns.size());
        for (std::size_t i = 0; i < columns.size() && filling_ == Filling::constant; ++i) {
            const auto& field = *schema->field(columns[i]);
            ANNEAL_CHECK(read(field, value_));
            fills_[i].whole = value_;
        }
        return schema;
    }

    /// What a batch shows of one column.
    struct Seen {
        std::vector<double> numbers;
        ValueCounts values;
        bool startsEmpty = false;
        std::optional<std::string> last;
    };
    struct SeenColumns : Observation {
        std::int64_t block = 0;
        std::vector<Seen> columns;
    };
    Status prepare(const Workplace& workplace) override {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            ANNEAL_TRY(numbers, Numbers::create(workplace.scratch));
            numbers_.push_back(std::move(numbers));
        }
        counts_.resize(columns_.size());
        last_.resize(columns_.size());
        return {};
    }
    Result<std::unique_ptr<Observation>> observe(const Batch& batch) const override {
        auto seen = std::make_unique<SeenColumns>();
        seen->block = batch.block;
        for (const int column : columns_) {
            auto& one = seen->columns.emplace_back();
            const auto& values = *batch.rows->column(column)->chunk(0);
            one.startsEmpty = empty(values, 0);
            std::string text;
            for (std::int64_t row = 0; row < values.length(); ++row) {
                if (empty(values, row)) continue;
                text.clear();
                appendPlain(text, values, row);
                if (filling_ == Filling::mode) one.values.add(text);
                if (filling_ == Filling::previous) one.last = text;
                if (filling_ == Filling::mean || filling_ == Filling::median) one.numbers.push_back(*numberAt(values, row));
            }
        }
        return seen;
    }
    Status absorb(Observation& observation) override {
        auto& seen = static_cast<SeenColumns&>(observation);
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto& one = seen.columns[i];
            ANNEAL_CHECK(numbers_[i].add(one.numbers));
            counts_[i].add(one.values);
            if (one.startsEmpty && last_[i]) fills_[i].before[seen.block] = *last_[i];
            if (one.last) last_[i] = std::move(one.last);
        }
        return {};
    }
    Status conclude(const Workplace& workplace) override {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (filling_ == Filling::mode) {
                if (const auto top = counts_[i].top(1); !top.empty()) fills_[i].whole = top.front().value;
            } else if (filling_ != Filling::previous && numbers_[i].count() > 0) {
                ANNEAL_TRY(spread, numbers_[i].spread(workplace.stop));
                std::string text;
                appendReal(text, filling_ == Filling::mean ? spread.mean : spread.median);
                fills_[i].whole = std::move(text);
            }
        }
        numbers_.clear();
        counts_.clear();
        return {};
    }
    Result<Knowledge> knowledge() const override {
        Knowledge known{OrderedJson::array(), nullptr};
        for (const auto& fill : fills_) {
            OrderedJson one = {{"value", nullptr}, {"before", OrderedJson::object()}};
            if (fill.whole) one["value"] = *fill.whole;
            for (const auto& [block, value] : fill.before) one["before"][std::to_string(block)] = value;
            known.facts.push_back(std::move(one));
        }
        return known;
    }
    Status recall(const Knowledge& known) override {
        if (known.facts.size() != fills_.size()) return fail("plan_invalid", "the plan is about other columns", "make the plan again");
        for (std::size_t i = 0; i < fills_.size(); ++i) {
            const auto& one = known.facts[i];
            if (!one.at("value").is_null()) fills_[i].whole = one["value"].get<std::string>();
            for (const auto& [block, value] : one.at("before").items()) fills_[i].before[std::stoll(block)] = value.get<std::string>();
        }
        return {};
    }

    Result<Edit> apply(const Batch& batch) const override {
        Edit edit;
        edit.rows = batch.rows;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const int column = columns_[i];
            const auto& values = *batch.rows->column(column)->chunk(0);
            ANNEAL_TRY(filled, fill(*batch.rows->field(column), values, fills_[i], batch.block));
            if (!filled) continue;
            ANNEAL_TRY(rows, checked(edit.rows->SetColumn(column, edit.rows->field(column), std::make_shared<arrow::ChunkedArray>(filled)),
                                     "clean"));
            edit.rows = rows;
        }
        return edit;
    }

private:
    struct Fill {
        std::optional<std::string> whole;            ///< for every empty cell
        std::map<std::int64_t, std::string> before;  ///< block → the last value before it, where it starts empty
    };

    bool empty(const arrow::Array& values, std::int64_t row) const {
        if (values.IsNull(row)) return true;
        return blank_ && values.type_id() == arrow::Type::STRING &&
               stringAt(values, row).find_first_not_of(" \t\r\n") == std::string_view::npos;
    }
    static Result<std::shared_ptr<arrow::Scalar>> read(const arrow::Field& field, const std::string& text) {
        auto shown = text;
        if (arrow::is_integer(field.type()->id()) && shown.find_first_of(".e") != std::string::npos)
            shown = std::to_string(std::llround(std::strtod(shown.c_str(), nullptr)));
        auto value = arrow::Scalar::Parse(field.type(), shown);
        if (!value.ok())
            return fail("parameter_invalid", "\"" + text + "\" does not fit column \"" + field.name() + "\" of " + field.type()->ToString(),
                        "give a value of that type");
        return *value;
    }
    /// Null if nothing was empty.
    Result<std::shared_ptr<arrow::Array>> fill(const arrow::Field& field, const arrow::Array& values, const Fill& known,
                                               std::int64_t block) const {
        std::shared_ptr<arrow::Array> result;
        std::shared_ptr<arrow::Scalar> now;
        const auto before = known.before.find(block);
        const auto* first = known.whole ? &*known.whole : before == known.before.end() ? nullptr : &before->second;
        if (first) {
            ANNEAL_TRY(scalar, read(field, *first));
            now = scalar;
        }
        ANNEAL_TRY(builder, checked(arrow::MakeBuilder(field.type()), "clean"));
        bool any = false;
        std::int64_t last = -1;
        for (std::int64_t row = 0; row < values.length(); ++row) {
            const bool gap = empty(values, row);
            if (!gap) last = row;
            const bool previous = gap && filling_ == Filling::previous && last >= 0;
            any = any || (gap && (now || previous));
            arrow::Status status;
            if (previous)
                status = builder->AppendArraySlice(*values.data(), last, 1);
            else if (gap && now)
                status = builder->AppendScalar(*now);
            else
                status = builder->AppendArraySlice(*values.data(), row, 1);
            ANNEAL_CHECK(checked(status, "clean"));
        }
        if (any) ANNEAL_CHECK(checked(builder->Finish(&result), "clean"));
        return result;
    }

    std::vector<std::string> columnNames_;
    std::vector<int> columns_;
    Filling filling_;
    std::string value_;
    bool blank_;
    std::vector<Fill> fills_;
    std::vector<Numbers> numbers_;
    std::vector<ValueCounts> counts_;
    std::vector<std::optional<std::string>> last_;
};

}  // namespace

const StepKind& fillEmptyStep() {
    static const StepKind kind = {
        "fill_empty",
        "missing",
        "Put a value where none is",
        {Parameter::columns("Columns to fill; mean and median without one fill all columns of numbers"),
         Parameter::choice("with", {"constant", "mean", "median", "mode", "previous"},
                           "A given value, the column's mean, median or most frequent value, or the last value above"),
         Parameter::text("value", "", "What to put in, for constant"),
         Parameter::flag("blank_is_empty", true, "A text of nothing but white space counts as empty")},
        [](const Settings& settings) -> Result<std::unique_ptr<Step>> {
            const auto with = settings.text("with");
            if (with == "constant" && settings.text("value").empty()) return settings.mistake("value is missing: what to put in");
            if (with != "mean" && with != "median" && settings.texts("columns").empty())
                return settings.mistake("columns is missing: which to fill");
            return std::make_unique<FillEmpty>(settings);
        }};
    return kind;
}

}  // namespace anneal::data
