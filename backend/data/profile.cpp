#include "data/profile.h"

#include <algorithm>
#include <cmath>

#include <arrow/table.h>
#include <arrow/type.h>

#include "base/scratch_folder.h"
#include "data/detect/near_rows.h"
#include "data/leakage.h"
#include "data/number_at.h"
#include "data/pipeline.h"
#include "data/profile/column_profiler.h"
#include "data/profile/correlations.h"
#include "data/profile/row_tallies.h"
#include "data/row_key.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

constexpr std::int64_t kRowsBetweenLooks = 64;
constexpr std::size_t kMostCorrelated = 32;  // columns: 496 pairs

/// Everything one pass gathers.
class Profiler {
public:
    static Result<Profiler> create(const Dataset& dataset, const ProfileOptions& options, const std::filesystem::path& scratch) {
        ANNEAL_TRY(schema, dataset.schema());
        const auto& mapping = dataset.manifest().mapping;
        ANNEAL_TRY(equal, EqualRows::create(scratch));
        ANNEAL_TRY(near, NearRows::create({.threshold = options.near > 0 ? options.near : 1}, scratch));
        ANNEAL_TRY(lengths, Measures::create(scratch, true));
        Profiler profiler(dataset, options, std::move(equal), std::move(near), std::move(lengths));
        for (int i = 0; i < schema->num_fields(); ++i) {
            ANNEAL_TRY(column, ColumnProfiler::create(*schema->field(i), i, scratch));
            profiler.columns_.push_back(std::move(column));
            if (isNumber(*schema->field(i)) && profiler.numbers_.size() < kMostCorrelated) profiler.numbers_.push_back(i);
            profiler.names_.push_back(schema->field(i)->name());
        }
        profiler.key_ = keyColumns(*schema, mapping.content());
        ANNEAL_TRY(content, contentTextColumns(*schema, mapping, {}));
        ANNEAL_TRY(texts, textColumns(*schema, {}));
        profiler.read_ = {std::move(content), std::move(texts), mapping};
        profiler.moments_ = CoMoments(profiler.numbers_.size());
        return profiler;
    }

    Status run(const base::ProgressFunction& progress, const base::StopToken& stop) {
        std::vector<std::int64_t> firsts;
        std::int64_t rows = 0;
        for (const auto& file : dataset_.manifest().files) {
            firsts.push_back(rows);
            rows += file.rows;
        }
        std::size_t started = 0;
        const auto next = [&]() -> Result<std::optional<std::size_t>> {
            if (started >= firsts.size()) return std::nullopt;
            return started++;
        };
        const auto work = [&](std::size_t& part) -> Result<Seen> {
            ANNEAL_TRY(table, dataset_.readPart(part));
            return observe(*table, firsts[part], stop);
        };
        const auto take = [&](Seen& seen) -> Status {
            ANNEAL_CHECK(absorb(seen));
            if (progress) progress({rows_, rows, "profiling"});
            return {};
        };
        return inOrder<std::size_t, Seen>(threads(), stop, next, work, take);
    }

    Result<Profile> finish(const base::ProgressFunction& progress, const base::StopToken& stop) {
        Profile profile;
        profile.rows = rows_;
        ANNEAL_CHECK(finishColumns(profile, stop));
        ANNEAL_CHECK(finishLengths(profile.length, stop));
        ANNEAL_CHECK(finishDuplicates(profile, progress, stop));
        for (std::size_t i = 0; i < numbers_.size(); ++i)
            for (std::size_t j = i + 1; j < numbers_.size(); ++j) {
                const auto& pair = moments_.pair(i, j);
                if (const auto coefficient = pair.correlation())
                    profile.correlations.push_back({nameOf(i), nameOf(j), *coefficient, pair.rows});
            }
        std::stable_sort(profile.correlations.begin(), profile.correlations.end(),
                         [](const Correlation& a, const Correlation& b) { return std::abs(a.coefficient) > std::abs(b.coefficient); });
        tallies_.writeTo(profile, read_.mapping);
        return profile;
    }

private:
    struct Seen {
        std::int64_t rows = 0;
        std::vector<ColumnProfiler::Seen> columns;
        std::vector<RowKey> keys;
        std::vector<NearRows::Sketch> sketches;
        std::vector<double> lengths;
        CoMoments moments;
        RowTallies tallies;
        std::int64_t first = 0;
    };

    Profiler(const Dataset& dataset, const ProfileOptions& options, EqualRows equal, NearRows near, Measures lengths)
        : dataset_(dataset), options_(options), equal_(std::move(equal)), near_(std::move(near)), lengths_(std::move(lengths)) {}
    int threads() const { return options_.threads > 0 ? options_.threads : defaultThreads(); }
    const std::string& nameOf(std::size_t number) const { return names_[std::size_t(numbers_[number])]; }
    bool looksForNear() const { return options_.near > 0 && !read_.content.empty(); }

    Result<Seen> observe(const arrow::Table& table, std::int64_t first, const base::StopToken& stop) const {
        Seen seen;
        seen.rows = table.num_rows();
        seen.first = first;
        seen.moments = CoMoments(numbers_.size());
        for (const auto& column : columns_) {
            ANNEAL_TRY(values, column.observe(table, stop));
            seen.columns.push_back(std::move(values));
        }
        std::vector<std::optional<double>> numbers(numbers_.size());
        for (std::int64_t row = 0; row < table.num_rows(); ++row) {
            if (row % kRowsBetweenLooks == 0 && stop.stopRequested()) return fail("stopped", "stopped");
            seen.keys.push_back(rowKey(table, key_, row));
            seen.lengths.push_back(double(lengthOf(table, row)));
            if (looksForNear()) seen.sketches.push_back(near_.sketch(joinedTexts(table, read_.content, row)));
            for (std::size_t i = 0; i < numbers_.size(); ++i) numbers[i] = numberAt(*table.column(numbers_[i])->chunk(0), row);
            seen.moments.add(numbers);
            seen.tallies.add(table, read_, row, first + row + 1);
        }
        return seen;
    }

    Status absorb(Seen& seen) {
        for (std::size_t i = 0; i < columns_.size(); ++i) ANNEAL_CHECK(columns_[i].absorb(seen.columns[i]));
        for (std::size_t row = 0; row < seen.keys.size(); ++row) {
            const auto number = RowNumber(seen.first) + row;
            ANNEAL_CHECK(equal_.add(seen.keys[row], number));
            if (looksForNear()) ANNEAL_CHECK(near_.add(seen.sketches[row], number));
        }
        moments_.merge(seen.moments);
        tallies_.add(seen.tallies);
        rows_ += seen.rows;
        return lengths_.add(seen.lengths);
    }

    std::int64_t lengthOf(const arrow::Table& table, std::int64_t row) const {
        std::int64_t length = 0;
        for (const int column : key_)
            visitTexts(table, column, row,
                       [&](std::string_view text) { length += options_.countTokens ? options_.countTokens(text) : characterCount(text); });
        return length;
    }

    Status finishColumns(Profile& profile, const base::StopToken& stop) {
        std::size_t started = 0;
        const auto next = [&]() -> Result<std::optional<std::size_t>> {
            if (started >= columns_.size()) return std::nullopt;
            return started++;
        };
        const auto work = [&](std::size_t& column) { return columns_[column].finish(stop); };
        const auto take = [&](ColumnProfile& column) -> Status {
            profile.columns.push_back(std::move(column));
            return {};
        };
        ANNEAL_CHECK((inOrder<std::size_t, ColumnProfile>(threads(), stop, next, work, take)));
        const auto label = read_.mapping.column("label") ? read_.mapping.column("label") : read_.mapping.column("kto_tag");
        for (std::size_t i = 0; label && i < columns_.size(); ++i) {
            const auto& values = columns_[i].values();
            if (names_[i] == *label && values.exact())
                profile.labels = LabelBalance{*label, values.top(values.kept()), profile.columns[i].nulls};
        }
        return {};
    }

    Status finishLengths(LengthProfile& length, const base::StopToken& stop) {
        length.unit = options_.countTokens ? "tokens" : "characters";
        length.cutoff = options_.cutoff;
        if (options_.cutoff) length.overCutoff = 0;
        if (lengths_.empty()) return {};
        ANNEAL_TRY(quantiles, lengths_.quantiles(stop));
        length.quantiles = quantiles;
        length.median = quantiles[std::find(kQuantiles.begin(), kQuantiles.end(), 0.5) - kQuantiles.begin()];
        length.p95 = quantiles[std::find(kQuantiles.begin(), kQuantiles.end(), 0.95) - kQuantiles.begin()];
        length.longest = std::int64_t(lengths_.highest());
        length.histogram = lengths_.histogram();
        if (!options_.cutoff) return {};
        return lengths_.forEach([&](double value) { *length.overCutoff += value > double(*options_.cutoff); }, stop);
    }

    Status finishDuplicates(Profile& profile, const base::ProgressFunction& progress, const base::StopToken& stop) {
        ANNEAL_TRY(equal, equal_.find(false, threads(), stop));
        profile.exactDuplicates = std::int64_t(equal.size());
        if (looksForNear()) {
            ANNEAL_TRY(near, near_.find(threads(), progress, stop));
            profile.nearDuplicates = rowsBesides(near.twins, equal);
        }
        for (const auto& [name, other] : options_.against) {
            ANNEAL_TRY(leaks, findLeaks({{name, other}, {name, dataset_}}, threads(), progress, stop));
            profile.shared.push_back({name, leaks.front().exact, leaks.front().near});
        }
        return {};
    }

    const Dataset& dataset_;
    const ProfileOptions& options_;
    std::vector<ColumnProfiler> columns_;
    std::vector<std::string> names_;
    std::vector<int> numbers_;  ///< columns that are correlated
    std::vector<int> key_;      ///< columns that samples are made from
    RowTallies::Columns read_;
    std::int64_t rows_ = 0;
    EqualRows equal_;
    NearRows near_;
    Measures lengths_;
    CoMoments moments_;
    RowTallies tallies_;
};

}  // namespace

Result<Profile> profileDataset(const Dataset& dataset, const ProfileOptions& options, const base::ProgressFunction& progress,
                               const base::StopToken& stop) {
    const base::ScratchFolder scratch("profile");
    ANNEAL_TRY(profiler, Profiler::create(dataset, options, scratch.path()));
    ANNEAL_CHECK(profiler.run(progress, stop));
    return profiler.finish(progress, stop);
}

}  // namespace anneal::data
