#include "data/block_reader.h"

#include <algorithm>

#include <arrow/table.h>
#include <arrow/type.h>

#include "data/pipeline.h"

namespace anneal::data {
namespace {

constexpr int kMostPasses = 6;  // a type widens at most three times: null, integer, real, json

}  // namespace

BlockReader::BlockReader(Source& source, const DatasetWriter& writer, Options options, const base::ProgressFunction& progress,
                         const base::StopToken& stop)
    : source_(source), writer_(writer), options_(std::move(options)), progress_(progress), stop_(stop) {
    if (options_.rows > 0) options_.threads = 1;
}

Status BlockReader::run(Block first, std::shared_ptr<arrow::Schema> expected, RejectionLog& rejections) {
    schema_ = std::move(expected);
    for (int number = 0; number < kMostPasses; ++number) {
        const bool again = number > 0;
        ANNEAL_CHECK(pass(again ? std::nullopt : std::optional(std::move(first)), again ? nullptr : &rejections));
        auto joined = schema_;
        for (const auto& outcome : outcomes_) joined = join(*joined, *outcome.schema, source_.conflict());
        const bool agreed =
            std::all_of(outcomes_.begin(), outcomes_.end(), [&](const auto& outcome) { return sameColumns(*outcome.schema, *joined); });
        schema_ = joined;
        if (agreed) return {};
        std::erase_if(sketches_, [&](const auto& one) { return !sameColumns(*one.first, *joined); });
        ANNEAL_CHECK(source_.rewind());
    }
    return fail("data_unreadable", "the columns' types could not be settled", "name the format or convert the file first");
}

Status BlockReader::pass(std::optional<Block> first, RejectionLog* rejections) {
    std::size_t started = 0;
    const bool again = !rejections;
    room_ = options_.rows;
    const auto next = [&]() -> Result<std::optional<NumberedBlock>> {
        if (options_.rows > 0 && room_ == 0) return std::nullopt;
        if (first) {
            NumberedBlock item{started++, std::move(*first)};
            first.reset();
            return item;
        }
        ANNEAL_TRY(block, source_.next());
        if (!block) return std::nullopt;
        return NumberedBlock{started++, std::move(*block)};
    };
    const auto work = [&](NumberedBlock& item) -> Result<Fresh> {
        if (!again || !sameColumns(*outcomes_[item.index].schema, *schema_)) return read(item);
        room_ -= options_.rows > 0 ? outcomes_[item.index].part.file.rows : 0;
        return Fresh{item.index, outcomes_[item.index], {}, false, {}};
    };
    const auto take = [&](Fresh& fresh) -> Status {
        if (rejections) {
            ANNEAL_CHECK(rejections->add(fresh.parsed.rejected, fresh.first, fresh.parsed.rows, fresh.parsed.lines));
            outcomes_.emplace_back();
        }
        nulls_.merge(fresh.parsed.nulls);
        keepSketch(fresh);
        outcomes_[fresh.index] = std::move(fresh.outcome);
        if (progress_) progress_({std::int64_t(source_.position() * 1000), 1000, "reading"});
        return {};
    };
    return inOrder<NumberedBlock, Fresh>(options_.threads, stop_, next, work, take);
}

Result<BlockReader::Fresh> BlockReader::read(const NumberedBlock& item) {
    ANNEAL_TRY(parsed, source_.parse(item.block, *schema_));
    if (options_.filter) ANNEAL_CHECK(options_.filter(parsed));
    if (options_.rows > 0) {
        parsed.table = parsed.table->Slice(0, room_);
        room_ -= parsed.table->num_rows();
    }
    Fresh fresh{item.index, {parsed.table->schema(), {}}, {}, item.block.first, {}};
    if (parsed.table->num_rows() > 0) {
        ANNEAL_TRY(part, writer_.write(item.index, *parsed.table));
        fresh.outcome.part = std::move(part);
        fresh.sketch.emplace(*parsed.table->schema());
        fresh.sketch->add(*parsed.table);
    }
    parsed.table.reset();
    fresh.parsed = std::move(parsed);
    return fresh;
}

void BlockReader::keepSketch(Fresh& fresh) {
    if (!fresh.sketch) return;
    for (auto& [schema, sketch] : sketches_) {
        if (!sameColumns(*schema, *fresh.outcome.schema)) continue;
        sketch.merge(*fresh.sketch);
        return;
    }
    sketches_.emplace_back(fresh.outcome.schema, std::move(*fresh.sketch));
}

std::vector<WrittenPart> BlockReader::parts() const {
    std::vector<WrittenPart> parts;
    for (const auto& outcome : outcomes_) parts.push_back(outcome.part);
    return parts;
}

std::vector<ColumnSummary> BlockReader::summaries() const {
    return sketches_.empty() ? std::vector<ColumnSummary>() : sketches_.front().second.finish();
}

}  // namespace anneal::data
