#pragma once
// Rows as the table shows them, read and worked out window by window on a worker's thread.

#include <list>
#include <memory>

#include "controls/marked_text.h"
#include "data/rows.h"
#include "pages/data/counted_recipe.h"

namespace anneal::pages {

/// What the table shows: rows as they are, or what a recipe makes of them.
struct Showing {
    enum class Mode { before, after, changes };

    Mode mode = Mode::before;
    std::shared_ptr<const CountedRecipe> recipe;  ///< nothing: rows as they are
    int step = -1;                                ///< the rows as they stand after this enabled step; -1: after all
    std::shared_ptr<const RowOrder> order;        ///< which rows; nothing: all, in order

    bool operator==(const Showing&) const = default;
};

struct ShownCell {
    std::vector<controls::TextPart> parts;  ///< one line
    bool null = false;
    bool changed = false;
};

struct ShownRow {
    RowPlace place;
    std::vector<ShownCell> cells;
    QString dropped;  ///< why; empty: it stays
};

/// A cell's whole text, and what it was before the recipe.
struct WholeCell {
    QString before, after;
    bool isNull = false;
};

/// Any thread, one at a time.
class RowWindows {
public:
    explicit RowWindows(data::Dataset dataset) : reader_(std::move(dataset)), blocks_(blocksOf(reader_.dataset())) {}

    const data::Dataset& dataset() const { return reader_.dataset(); }
    std::int64_t size(const Showing& showing) const { return showing.order ? std::int64_t(showing.order->size()) : reader_.size(); }
    /// Rows `first` to `first + count` of what shows. Errors: "dataset_damaged", those of the steps, "stopped".
    Result<std::vector<ShownRow>> rows(const Showing& showing, std::int64_t first, std::int64_t count, const base::StopToken& stop);
    Result<WholeCell> cell(const Showing& showing, RowPlace place, const std::string& column, const base::StopToken& stop);
    data::RowReader& reader() { return reader_; }

private:
    struct Block {
        std::int64_t first = 0;  ///< row, from 0
        std::int64_t rows = 0;
    };
    /// What a recipe made of one block.
    struct Outcome;

    static std::vector<Block> blocksOf(const data::Dataset& dataset);
    Result<std::shared_ptr<const Outcome>> outcome(const Showing& showing, std::size_t block, const base::StopToken& stop);
    std::size_t blockOf(std::int64_t row) const;
    ShownRow shownRow(const Showing& showing, const Outcome& outcome, RowPlace place) const;

    data::RowReader reader_;
    std::vector<Block> blocks_;
    std::list<std::shared_ptr<const Outcome>> outcomes_;  ///< last used first
};

}  // namespace anneal::pages
