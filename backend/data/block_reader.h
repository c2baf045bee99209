#pragma once
// All blocks of a source as parts of a data set, parsed on several threads until they agree on the columns.

#include <set>
#include <vector>

#include "base/stop_token.h"
#include "data/column_summary.h"
#include "data/dataset.h"
#include "data/rejection_log.h"
#include "data/sources/source.h"

namespace anneal::data {

class BlockReader {
public:
    struct Options {
        int threads = 1;
        std::int64_t rows = 0;                  ///< so many of the first, read by one thread; 0: all
        std::function<Status(Parsed&)> filter;  ///< takes rows out of what was parsed before it is written
    };
    BlockReader(Source& source, const DatasetWriter& writer, Options options, const base::ProgressFunction& progress,
                const base::StopToken& stop);

    /// `first` is the source's first block, which was read to know most types. A block whose types turn out too narrow is read again.
    /// Errors: those of the source and of writing, "stopped".
    Status run(Block first, std::shared_ptr<arrow::Schema> expected, RejectionLog& rejections);

    const std::shared_ptr<arrow::Schema>& schema() const { return schema_; }
    std::vector<WrittenPart> parts() const;
    std::vector<ColumnSummary> summaries() const;
    /// False for columns in which no row wrote null: rows without a value left the key out.
    bool nullsWritten(const std::string& column) const { return nulls_.count(column) > 0; }

private:
    struct Outcome {
        std::shared_ptr<arrow::Schema> schema;
        WrittenPart part;
    };
    struct Fresh {
        std::size_t index = 0;
        Outcome outcome;
        Parsed parsed;  ///< without its table
        bool first = false;
        std::optional<TableSketch> sketch;
    };
    struct NumberedBlock {
        std::size_t index = 0;
        Block block;
    };
    Status pass(std::optional<Block> first, RejectionLog* rejections);
    Result<Fresh> read(const NumberedBlock& item);
    void keepSketch(Fresh& fresh);

    Source& source_;
    const DatasetWriter& writer_;
    Options options_;
    std::int64_t room_ = 0;  ///< rows that may still come
    const base::ProgressFunction& progress_;
    const base::StopToken& stop_;
    std::shared_ptr<arrow::Schema> schema_;
    std::vector<Outcome> outcomes_;
    std::set<std::string> nulls_;
    /// Blocks that agree on the columns share a sketch; when such blocks are read again theirs goes.
    std::vector<std::pair<std::shared_ptr<arrow::Schema>, TableSketch>> sketches_;
};

}  // namespace anneal::data
