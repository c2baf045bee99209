#include "data/augment/training_part.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "data/augment/origin_columns.h"

namespace anneal::data {
namespace {

using Names = std::array<std::string_view, 8>;
constexpr Names kTraining = {"train", "training"};
constexpr Names kOther = {"validation", "valid", "val", "dev", "test", "testing", "eval", "evaluation"};

bool holds(const Names& names, std::string_view name) {
    return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

RowPart rowPart(std::string_view value) {
    const auto name = base::toLower(base::trim(value));
    if (holds(kTraining, name)) return RowPart::training;
    return holds(kOther, name) ? RowPart::other : RowPart::unknown;
}

Status mayAugment(const Dataset& dataset) {
    for (const auto* origin = &dataset.manifest().provenance; origin->is_object();) {
        if (origin->contains("split")) {
            const auto part = origin->at("split").value("part", "");
            if (rowPart(part) == RowPart::training) return {};
            return fail("not_training_part", "the data set is the " + part + " part of a split, and only rows for training are augmented",
                        "augment the part \"train\" of the same split");
        }
        const auto next = origin->find("origin");
        if (next == origin->end()) break;
        origin = &*next;
    }
    return {};
}

Status maySplit(const Dataset& dataset) {
    for (const auto& column : dataset.manifest().columns)
        if (column.name == kMethodColumn && column.nulls < dataset.manifest().rows)
            return fail("augmented", "the data set holds rows that augmentation made of others, which must not be measured by those",
                        "split the data set as it was before, then augment the part \"train\"");
    return {};
}

}  // namespace anneal::data
