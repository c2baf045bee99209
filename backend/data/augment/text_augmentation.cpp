#include "data/augment/text_augmentation.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr std::uint64_t kDraws = 5;  ///< for a copy unlike those there are

}  // namespace

TextAugmentation::TextAugmentation(std::string name, const Settings& settings)
    : name_(std::move(name)),
      columnNames_(settings.texts("columns")),
      partName_(settings.text("part_column")),
      copies_(settings.count("copies")),
      alpha_(settings.number("alpha")),
      seed_(std::uint64_t(settings.count("seed"))) {
    for (const char c : name_) key_ = mixedBits(key_ ^ static_cast<unsigned char>(c));
}

Result<std::shared_ptr<arrow::Schema>> TextAugmentation::bind(const std::shared_ptr<arrow::Schema>& schema, const Mapping& mapping) {
    auto names = columnNames_;
    for (const auto* part : {"tokens", "text", "prompt"})
        if (const auto column = mapping.column(part); names.empty() && column) names = {*column};
    if (names.empty())
        return fail("column_unknown", "rows of the shape " + std::string(shapeName(mapping.shape)) + " have no one text to vary",
                    "name the columns to vary under columns");
    ANNEAL_TRY(columns, textColumns(*schema, names));
    std::sort(columns.begin(), columns.end());
    targets_.clear();
    for (const int column : columns) {
        ANNEAL_TRY(target, TextTarget::of(*schema, mapping, column));
        targets_.push_back(std::move(target));
    }
    return training_.bind(schema, partName_);
}

std::size_t TextAugmentation::share(const WordSequence& words) const {
    return std::max<std::size_t>(1, std::size_t(alpha_ * double(words.words().size())));
}

std::vector<Cells> TextAugmentation::copiesOf(const Batch& batch, std::int64_t row) const {
    const auto& id = batch.ids[std::size_t(row)];
    std::vector<Cells> copies;
    for (std::int64_t copy = 0; copy < copies_; ++copy) {
        for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
            Random random({seed_, key_, std::uint64_t(id.number), std::uint64_t(id.copy), std::uint64_t(copy), draw});
            Cells cells;
            const VaryWords varied = [&](WordSequence& words) {
                if (!words.words().empty()) vary(words, random);
            };
            for (const auto& target : targets_) target.vary(*batch.rows, row, varied, cells);
            if (cells.empty() || std::find(copies.begin(), copies.end(), cells) != copies.end()) continue;
            copies.push_back(std::move(cells));
            break;
        }
    }
    return copies;
}

Result<Edit> TextAugmentation::apply(const Batch& batch) const {
    Edit edit;
    RowCopies rows;
    for (std::int64_t row = 0; row < std::int64_t(batch.ids.size()); ++row) {
        if (batch.stop.stopRequested()) return fail("stopped", "stopped");
        rows.add(row);
        ANNEAL_TRY(training, training_.has(*batch.rows, row, batch.ids[std::size_t(row)]));
        if (!training) continue;
        auto copies = copiesOf(batch, row);
        if (const auto missing = copies_ - std::int64_t(copies.size()); missing > 0) edit.tally["not varied"] += missing;
        for (auto& cells : copies) rows.add(row, std::move(cells));
    }
    ANNEAL_TRY(table, rows.table(batch.rows));
    ANNEAL_TRY(filled, training_.origin().fill(table, batch, rows.sources(), name_));
    edit.rows = filled;
    edit.sources = rows.sources();
    return edit;
}

StepKind augmentationKind(std::string name, std::string summary, double alpha, std::string meaning,
                          std::function<Result<std::unique_ptr<Step>>(const Settings&)> make) {
    return {.name = std::move(name),
            .family = "augment",
            .summary = std::move(summary),
            .parameters = {Parameter::columns("Columns whose texts are varied; when none is named, the tokens, the text or the prompt"),
                           Parameter::number("alpha", alpha, std::move(meaning)).between(0.01, 1),
                           Parameter::count("copies", 1, "Rows made of each row").between(1, 100),
                           Parameter::count("seed", 0, "The same seed makes the same rows").atLeast(0), partColumnParameter()},
            .make = std::move(make),
            .trainingOnly = true};
}

}  // namespace anneal::data
