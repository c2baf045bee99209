#include "text/tokenizer/split.h"

#include <algorithm>

#include "text/tokenizer/json_fields.h"

namespace anneal::text::tokenizer {
namespace {

/// Joins neighbours in place: `joins(stretch, previous was a match)` says that a stretch belongs to the one before it.
template <class Iterator, class Joins>
Iterator join(Iterator begin, Iterator end, Joins joins) {
    bool previousMatch = false;
    auto out = begin;
    for (auto at = begin; at != end; ++at) {
        const auto stretch = *at;
        if (out != begin && joins(stretch, previousMatch)) {
            auto& last = *(out - 1);
            last.begin = std::min(last.begin, stretch.begin);
            last.end = std::max(last.end, stretch.end);
        } else {
            *out++ = stretch;
        }
        previousMatch = stretch.match;
    }
    return out;
}

void applyBehavior(SplitBehavior behavior, std::vector<Stretch>& stretches) {
    const auto sameKind = [](const Stretch& stretch, bool previousMatch) { return stretch.match == previousMatch; };
    const auto delimiterAfterText = [](const Stretch& stretch, bool previousMatch) { return stretch.match && !previousMatch; };
    switch (behavior) {
        case SplitBehavior::isolated: return;
        case SplitBehavior::removed: std::erase_if(stretches, [](const Stretch& stretch) { return stretch.match; }); return;
        case SplitBehavior::contiguous: stretches.erase(join(stretches.begin(), stretches.end(), sameKind), stretches.end()); return;
        case SplitBehavior::mergedWithPrevious:
            stretches.erase(join(stretches.begin(), stretches.end(), delimiterAfterText), stretches.end());
            return;
        case SplitBehavior::mergedWithNext:
            stretches.erase(stretches.begin(), join(stretches.rbegin(), stretches.rend(), delimiterAfterText).base());
            return;
    }
}

class Splitter final : public PreTokenizer {
public:
    Splitter(std::unique_ptr<const Pattern> pattern, SplitBehavior behavior, bool invert)
        : pattern_(std::move(pattern)), behavior_(behavior), invert_(invert) {}

    void apply(Pieces& pieces) const override {
        auto& out = pieces.spareList;
        out.clear();
        for (const auto& piece : pieces.list) {
            pieces.stretches.clear();
            pattern_->find(pieces.view(piece), pieces.stretches);
            if (invert_)
                for (auto& stretch : pieces.stretches) stretch.match = !stretch.match;
            applyBehavior(behavior_, pieces.stretches);
            for (const auto& stretch : pieces.stretches)
                if (stretch.begin != stretch.end)
                    out.push_back({piece.begin + stretch.begin, piece.begin + stretch.end, piece.first && stretch.begin == 0});
        }
        pieces.list.swap(out);
    }

private:
    std::unique_ptr<const Pattern> pattern_;
    SplitBehavior behavior_;
    bool invert_;
};

}  // namespace

std::unique_ptr<const PreTokenizer> splitter(std::unique_ptr<const Pattern> pattern, SplitBehavior behavior, bool invert) {
    return std::make_unique<Splitter>(std::move(pattern), behavior, invert);
}

Result<SplitBehavior> readBehavior(const Json& component) {
    const auto name = stringField(component, "behavior").value_or("Isolated");
    if (name == "Removed") return SplitBehavior::removed;
    if (name == "Isolated") return SplitBehavior::isolated;
    if (name == "MergedWithPrevious") return SplitBehavior::mergedWithPrevious;
    if (name == "MergedWithNext") return SplitBehavior::mergedWithNext;
    if (name == "Contiguous") return SplitBehavior::contiguous;
    return invalid("\"" + name + "\" is no split behaviour");
}

}  // namespace anneal::text::tokenizer
