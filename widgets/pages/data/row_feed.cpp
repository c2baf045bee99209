#include "pages/data/row_feed.h"

namespace anneal::pages {
namespace {

constexpr std::size_t kMostWaiting = 4;

}  // namespace

RowFeed::RowFeed(bridge::Bridge& bridge, data::Dataset dataset)
    : bridge_(bridge), windows_(std::make_shared<RowWindows>(std::move(dataset))), pool_(std::make_unique<jobs::JobPool>(1)) {}

RowFeed::~RowFeed() = default;

void RowFeed::ask(const Showing& showing, qint64 first, int count) {
    waiting_.push_back({showing, first, count});
    if (waiting_.size() > kMostWaiting) {
        const auto oldest = waiting_.front().first;
        waiting_.pop_front();
        Q_EMIT passed(oldest);
    }
    if (!reading_) next();
}

void RowFeed::next() {
    if (waiting_.empty()) return;
    reading_ = true;
    auto asked = std::move(waiting_.back());
    waiting_.pop_back();
    auto done = bridge_.observer<std::shared_ptr<Result<std::vector<ShownRow>>>>(
        *this, [this, showing = asked.showing, first = asked.first](const auto& rows) {
            reading_ = false;
            if (*rows)
                Q_EMIT came(showing, first, **rows);
            else if (rows->error().code != "stopped")
                Q_EMIT failed(rows->error());
            next();
        });
    pool_->submit("rows", [windows = windows_, asked = std::move(asked), done](const jobs::JobContext& context) -> Status {
        done(std::make_shared<Result<std::vector<ShownRow>>>(windows->rows(asked.showing, asked.first, asked.count, context.stop)));
        return {};
    });
}

void RowFeed::askCell(const Showing& showing, RowPlace place, const std::string& column, std::function<void(Result<WholeCell>)> take) {
    auto done =
        bridge_.observer<std::shared_ptr<Result<WholeCell>>>(*this, [take = std::move(take)](const auto& cell) { take(std::move(*cell)); });
    pool_->submit("cell", [windows = windows_, showing, place, column, done](const jobs::JobContext& context) -> Status {
        done(std::make_shared<Result<WholeCell>>(windows->cell(showing, place, column, context.stop)));
        return {};
    });
}

}  // namespace anneal::pages
