#include "data/shape_check.h"

#include <algorithm>

#include <arrow/array.h>
#include <arrow/table.h>

#include "data/row_text.h"
#include "data/samples.h"
#include "data/token_labels.h"

namespace anneal::data {
namespace {

constexpr std::size_t kWarnings = 3;

/// Nothing, or why the row makes no sample.
std::string mistake(const Mapping& mapping, const OrderedJson& row, std::int64_t number) {
    switch (mapping.shape) {
        case Shape::table: return {};
        case Shape::tokens: {
            const auto labels = toTokenLabels(mapping, row, number);
            return labels ? std::string() : labels.error().message;
        }
        case Shape::classification:
        case Shape::images:
        case Shape::audio:
        case Shape::text: break;
        default: {
            const auto sample = toSample(mapping, row, number);
            if (!sample) return sample.error().message;
            for (const auto& message : sample->messages)
                if (message.content.empty() && message.toolCalls.is_null())
                    return "row " + std::to_string(number) + ": a turn of the " + message.role + " is empty";
        }
    }
    // A conversation is required by one of several parts, of which a row needs only what its shape asks for.
    for (const auto& column : mapping.required()) {
        const bool empty = !row.contains(column) || row[column].is_null() || row[column] == "";
        if (empty) return "row " + std::to_string(number) + ": " + column + " is empty";
    }
    return {};
}

}  // namespace

ShapeCheck checkShape(const Mapping& mapping, const arrow::Table& rows, std::int64_t most) {
    ShapeCheck check;
    const auto count = std::min(rows.num_rows(), most);
    const auto whole = rows.Slice(0, count)->CombineChunks();
    if (count == 0 || !whole.ok()) return check;
    const RowText texts(**whole, {});
    std::int64_t fit = 0;
    std::string text;
    for (std::int64_t row = 0; row < count; ++row) {
        text.clear();
        texts.appendJson(text, row);
        const auto parsed = OrderedJson::parse(text, nullptr, false);
        auto why = parsed.is_discarded() ? "row " + std::to_string(row + 1) + " is damaged" : mistake(mapping, parsed, row + 1);
        if (why.empty())
            ++fit;
        else if (check.warnings.size() < kWarnings)
            check.warnings.push_back(std::move(why));
    }
    check.share = double(fit) / double(count);
    return check;
}

}  // namespace anneal::data
