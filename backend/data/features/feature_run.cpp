#include "data/features/feature_run.h"

#include <cmath>
#include <map>

#include <arrow/builder.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/features/frame.h"
#include "data/features/stopped.h"
#include "data/pipeline.h"

namespace anneal::data::features {
namespace {

constexpr std::size_t kInstancesABlock = 4096;
constexpr std::int64_t kRowsABlock = 1 << 18;  // of the tables right below the target

std::string freeName(std::string name, const std::vector<FeatureColumn>& columns) {
    const auto taken = [&] { return std::any_of(columns.begin(), columns.end(), [&](const auto& one) { return one.name == name; }); };
    while (taken()) name += "_";
    return name;
}

}  // namespace

FeatureRun::FeatureRun(const EntitySet& set, const Tables& tables, int target, const Cutoffs& cutoffs, double window,
                       std::vector<FeaturePtr> features, std::optional<FeatureText> text)
    : set_(set),
      tables_(tables),
      target_(target),
      cutoffs_(cutoffs),
      window_(window),
      features_(std::move(features)),
      columns_(columnsOf(features_)),
      text_(std::move(text)) {
    const auto& entity = set.entities[std::size_t(target)];
    const auto& keys = tables.tables[std::size_t(target)].keys;
    arrow::FieldVector fields = {
        arrow::field(freeName(entity.columns[std::size_t(entity.index)].name, columns_), keys.texts() ? arrow::utf8() : arrow::int64())};
    if (cutoffs.perInstance) fields.push_back(arrow::field(freeName("cutoff_time", columns_), arrow::timestamp(arrow::TimeUnit::MICRO)));
    if (cutoffs.labels)
        for (const auto& field : cutoffs.labels->schema()->fields()) fields.push_back(field->WithName(freeName(field->name(), columns_)));
    for (const auto& column : columns_) fields.push_back(fieldOf(column, tables));
    if (text_) fields.push_back(arrow::field("features_text", arrow::utf8()));
    schema_ = arrow::schema(std::move(fields));
}

FeatureRun::Block FeatureRun::blockFrom(std::size_t begin) const {
    std::int64_t below = 0;
    const auto relationships = set_.toChildren(target_);
    std::size_t end = begin;
    while (end < cutoffs_.instances.size() && end - begin < kInstancesABlock && (end == begin || below < kRowsABlock)) {
        const auto row = std::size_t(cutoffs_.instances[end++].row);
        for (const int relationship : relationships) {
            const auto& begins = tables_.links[std::size_t(relationship)].begins;
            below += begins[row + 1] - begins[row];
        }
    }
    return {begin, end};
}

std::shared_ptr<const Moment> FeatureRun::momentAt(double time, const base::StopToken& stop) {
    std::lock_guard lock(mutex_);
    if (!moment_ || moment_->now() != time) moment_ = std::make_shared<const Moment>(set_, tables_, features_, time, window_, stop);
    return moment_;
}

Result<arrow::ArrayVector> FeatureRun::leading(const Block& block) const {
    const auto& table = tables_.tables[std::size_t(target_)];
    arrow::ArrayVector arrays;
    arrow::StringBuilder texts;
    arrow::Int64Builder numbers;
    arrow::TimestampBuilder times(arrow::timestamp(arrow::TimeUnit::MICRO), arrow::default_memory_pool());
    for (auto i = block.begin; i < block.end; ++i) {
        const auto key = std::size_t(table.keyOfRow[std::size_t(cutoffs_.instances[i].row)]);
        ANNEAL_CHECK(checked(table.keys.texts() ? texts.Append(table.keys.text(key)) : numbers.Append(table.keys.number(key)), "features"));
        if (cutoffs_.perInstance) ANNEAL_CHECK(checked(times.Append(std::int64_t(cutoffs_.instances[i].time)), "features"));
    }
    ANNEAL_TRY(keys, checked(table.keys.texts() ? texts.Finish() : numbers.Finish(), "features"));
    arrays.push_back(keys);
    if (cutoffs_.perInstance) {
        ANNEAL_TRY(moments, checked(times.Finish(), "features"));
        arrays.push_back(moments);
    }
    if (cutoffs_.labels) {
        const auto slice = cutoffs_.labels->Slice(std::int64_t(block.begin), std::int64_t(block.end - block.begin));
        ANNEAL_TRY(whole, checked(slice->CombineChunks(), "features"));
        for (const auto& column : whole->columns()) arrays.push_back(column->chunk(0));
    }
    return arrays;
}

Result<std::shared_ptr<arrow::Table>> FeatureRun::compute(const Block& block, const base::StopToken& stop) {
    const auto rows = block.end - block.begin;
    std::vector<std::vector<double>> values;
    for (const auto& column : columns_) values.emplace_back(rows, column.feature->absent);
    std::map<double, std::vector<std::size_t>> byTime;
    for (auto i = block.begin; i < block.end; ++i) byTime[cutoffs_.instances[i].time].push_back(i);
    try {
        for (const auto& [time, instances] : byTime) {
            const auto moment = momentAt(time, stop);
            std::vector<std::int32_t> wanted;
            for (const auto i : instances)
                if (moment->has(target_, cutoffs_.instances[i].row)) wanted.push_back(cutoffs_.instances[i].row);
            std::sort(wanted.begin(), wanted.end());
            wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
            Frame frame(*moment, target_, std::move(wanted));
            std::vector<std::pair<std::size_t, std::size_t>> places;  // in the frame, in the block
            for (const auto i : instances) {
                const auto found = std::lower_bound(frame.rows().begin(), frame.rows().end(), cutoffs_.instances[i].row);
                if (found != frame.rows().end() && *found == cutoffs_.instances[i].row)
                    places.emplace_back(std::size_t(found - frame.rows().begin()), i - block.begin);
            }
            for (std::size_t column = 0; column < columns_.size(); ++column) {
                const auto& all = frame.values(*columns_[column].feature);
                const auto output = std::size_t(columns_[column].output) * frame.rows().size();
                for (const auto& [from, to] : places) values[column][to] = all[output + from];
            }
        }
    } catch (const Stopped&) {
        return stopped();
    }
    ANNEAL_TRY(arrays, leading(block));
    for (std::size_t column = 0; column < columns_.size(); ++column) {
        ANNEAL_TRY(array, arrayOf(columns_[column], values[column], tables_));
        arrays.push_back(array);
    }
    if (text_) {
        const std::vector<std::span<const double>> spans(values.begin(), values.end());
        arrow::StringBuilder builder;
        for (std::size_t row = 0; row < rows; ++row)
            ANNEAL_CHECK(checked(builder.Append(text_->write(spans, row, columns_, tables_)), "features"));
        ANNEAL_TRY(texts, checked(builder.Finish(), "features"));
        arrays.push_back(texts);
    }
    return arrow::Table::Make(schema_, arrays, std::int64_t(rows));
}

Status FeatureRun::run(int threads, const std::function<Status(const std::shared_ptr<arrow::Table>&)>& take,
                       const base::ProgressFunction& progress, const base::StopToken& stop) {
    std::size_t next = 0;
    std::int64_t done = 0;
    const auto all = std::int64_t(cutoffs_.instances.size());
    return inOrder<Block, std::shared_ptr<arrow::Table>>(
        threads > 0 ? threads : defaultThreads(), stop,
        [&]() -> Result<std::optional<Block>> {
            if (next >= cutoffs_.instances.size()) return std::nullopt;
            const auto block = blockFrom(next);
            next = block.end;
            return block;
        },
        [&](Block& block) { return compute(block, stop); },
        [&](std::shared_ptr<arrow::Table>& table) -> Status {
            ANNEAL_CHECK(take(table));
            done += table->num_rows();
            if (progress) progress({done, all, "making features"});
            return {};
        });
}

}  // namespace anneal::data::features
