#include "data/split.h"

#include <algorithm>
#include <map>
#include <tuple>

#include <arrow/array.h>
#include <arrow/builder.h>
#include <arrow/compute/api_vector.h>
#include <arrow/datum.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/mixed_bits.h"
#include "data/split_groups.h"

namespace anneal::data {
namespace {

constexpr std::uint8_t kLeftOut = 255;

Status checkFractions(const SplitOptions& options) {
    double sum = 0;
    for (const auto& [name, fraction] : options.fractions) {
        if (!(fraction >= 0 && fraction <= 1))
            return fail("split_invalid", "the fraction of " + name + " is not between 0 and 1", "e.g. --train 0.9 --validation 0.1");
        sum += fraction;
    }
    if (!options.time.empty() && !options.stratify.empty())
        return fail("split_invalid", "parts that follow time cannot keep the shares of " + options.stratify, "leave one of the two out");
    if (sum <= 0 || sum > 1 + 1e-9)
        return fail("split_invalid", "the fractions sum to " + base::dumpJson(Json(sum)) + ", not to at most 1",
                    "e.g. --train 0.9 --validation 0.1");
    return {};
}

/// A row group and the part that it goes to.
struct Share {
    const RowGroup* group;
    std::uint8_t part = kLeftOut;
};

/// What the parts, and the rows left out, lack of their fractions of `total` rows.
struct Shortfall {
    Shortfall(const SplitOptions& options, std::int64_t total) {
        double sum = 0;
        for (const auto& [name, fraction] : options.fractions) {
            sum += fraction;
            parts.push_back(fraction * double(total));
        }
        leftOut = std::max(0.0, 1 - sum) * double(total);
    }
    std::vector<double> parts;
    double leftOut = 0;
};

std::int64_t rowsIn(const std::vector<Share*>& shares) {
    std::int64_t rows = 0;
    for (const auto* share : shares) rows += share->group->rows;
    return rows;
}

/// Deals the groups of one stratum out, in an order that the seed gives, to the part that lacks most rows.
void dealAtRandom(std::vector<Share*>& shares, const SplitOptions& options) {
    std::sort(shares.begin(), shares.end(), [&](const Share* a, const Share* b) {
        const auto order = [&](const Share* share) {
            return std::pair(mixedBits(share->group->key[0] ^ mixedBits(options.seed)), share->group->key);
        };
        return order(a) < order(b);
    });
    Shortfall missing(options, rowsIn(shares));
    for (auto* share : shares) {
        const auto most = std::max_element(missing.parts.begin(), missing.parts.end());
        if (missing.leftOut > *most) {
            missing.leftOut -= double(share->group->rows);
            continue;
        }
        share->part = std::uint8_t(most - missing.parts.begin());
        *most -= double(share->group->rows);
    }
}

/// The earliest groups go to the first part until it has its rows, and so on; the latest are left out.
void dealByTime(std::vector<Share*>& shares, const SplitOptions& options) {
    std::sort(shares.begin(), shares.end(), [](const Share* a, const Share* b) {
        return std::tie(a->group->time, a->group->key) < std::tie(b->group->time, b->group->key);
    });
    Shortfall missing(options, rowsIn(shares));
    std::size_t part = 0;
    for (auto* share : shares) {
        while (part < missing.parts.size() && missing.parts[part] < 0.5) ++part;
        if (part == missing.parts.size()) return;
        share->part = std::uint8_t(part);
        missing.parts[part] -= double(share->group->rows);
    }
}

class Splitter {
public:
    Splitter(const Dataset& dataset, const SplitOptions& options) : dataset_(dataset), options_(options) {}

    Status assign(const base::ProgressFunction& progress, const base::StopToken& stop) {
        ANNEAL_TRY(schema, dataset_.schema());
        schema_ = schema;
        ANNEAL_TRY(made, groupRows(dataset_, options_, progress, stop));
        std::vector<Share> shares;
        std::map<std::string, std::vector<Share*>> byStratum;
        for (const auto& group : made.groups) shares.push_back({&group});
        for (auto& share : shares) byStratum[share.group->stratum].push_back(&share);
        for (auto& [stratum, members] : byStratum) options_.time.empty() ? dealAtRandom(members, options_) : dealByTime(members, options_);
        for (const auto group : made.groupOf) partOfRow_.push_back(shares[group].part);
        return {};
    }

    /// The rows that went to `part`, in their order.
    Result<SplitPart> write(std::uint8_t part, const base::StopToken& stop) const {
        const auto& [name, fraction] = options_.fractions[part];
        ANNEAL_TRY(writer, DatasetWriter::create(options_.out / name, options_.replace));
        std::vector<WrittenPart> parts;
        TableSketch sketch(*schema_);
        std::size_t index = 0;
        ANNEAL_CHECK(dataset_.forEachPart([&](const arrow::Table& table, std::int64_t first) -> Result<bool> {
            if (stop.stopRequested()) return fail("stopped", "stopped");
            arrow::Int64Builder builder;
            for (std::int64_t row = 0; row < table.num_rows(); ++row)
                if (partOfRow_[std::size_t(first + row)] == part) ANNEAL_CHECK(checked(builder.Append(row), "split"));
            std::shared_ptr<arrow::Array> rows;
            ANNEAL_CHECK(checked(builder.Finish(&rows), "split"));
            if (rows->length() == 0) return true;
            const auto whole = arrow::Table::Make(table.schema(), table.columns(), table.num_rows());
            ANNEAL_TRY(taken, checked(arrow::compute::Take(whole, rows), "split"));
            ANNEAL_TRY(written, writer.write(index++, *taken.table()));
            parts.push_back(std::move(written));
            sketch.add(*taken.table());
            return true;
        }));
        Manifest manifest = dataset_.manifest();
        manifest.rejected = 0;
        std::error_code ignored;
        manifest.provenance = {{"dataset", std::filesystem::absolute(dataset_.path(), ignored).string()},
                               {"dataset_hash", dataset_.manifest().hash},
                               {"split",
                                {{"part", name},
                                 {"fraction", fraction},
                                 {"seed", options_.seed},
                                 {"stratify", options_.stratify},
                                 {"group", options_.group},
                                 {"time", options_.time},
                                 {"near", options_.near}}},
                               {"origin", dataset_.manifest().provenance}};
        ANNEAL_TRY(whole, writer.commit(*schema_, parts, std::move(manifest), sketch.finish()));
        return SplitPart{name, options_.out / name, whole.rows};
    }

private:
    const Dataset& dataset_;
    const SplitOptions& options_;
    std::shared_ptr<arrow::Schema> schema_;
    std::vector<std::uint8_t> partOfRow_;
};

}  // namespace

Result<std::vector<SplitPart>> splitDataset(const Dataset& dataset, const SplitOptions& options, const base::ProgressFunction& progress,
                                            const base::StopToken& stop) {
    ANNEAL_CHECK(checkFractions(options));
    Splitter splitter(dataset, options);
    ANNEAL_CHECK(splitter.assign(progress, stop));
    std::vector<SplitPart> parts;
    for (std::size_t i = 0; i < options.fractions.size(); ++i) {
        if (options.fractions[i].second <= 0) continue;
        ANNEAL_TRY(part, splitter.write(std::uint8_t(i), stop));
        parts.push_back(std::move(part));
        if (progress) progress({std::int64_t(i + 1), std::int64_t(options.fractions.size()), "splitting"});
    }
    return parts;
}

}  // namespace anneal::data
