#include "pages/data/import_probe.h"

#include <arrow/array.h>
#include <arrow/table.h>
#include <arrow/type.h>

#include "data/arrow_result.h"
#include "data/render.h"
#include "pages/data/shown_text.h"

namespace anneal::pages {
namespace {

constexpr std::int64_t kRowsShown = 100;
constexpr std::size_t kProbeBytes = std::size_t(2) << 20;

}  // namespace

Result<Probe> probe(const data::ImportOptions& options, const jobs::JobContext& context) {
    auto reading = options.reading;
    reading.stop = context.stop;
    reading.blockBytes = std::min(reading.blockBytes, kProbeBytes);
    ANNEAL_TRY(source, data::openSource(options.source, reading));
    ANNEAL_TRY(block, source->next());
    if (!block) return fail("no_rows", "it holds no rows", "choose a file with rows");
    ANNEAL_TRY(parsed, source->parse(*block, *arrow::schema({})));
    Probe found;
    found.rowsSeen = parsed.rows;
    found.rejected = std::move(parsed.rejected);
    found.details = {{"format", source->format()}};
    found.details.update(source->details());
    ANNEAL_TRY(whole, data::checked(parsed.table->Slice(0, kRowsProbed)->CombineChunks(), "probe"));
    found.head = whole;
    if (found.head->num_rows() == 0) {
        const auto why =
            found.rejected.empty() ? std::string("it holds no rows") : "no row could be read: " + found.rejected.front().reason;
        return fail("no_rows", why, "correct how it is read");
    }
    found.columns = data::sampleColumns(*found.head, std::size_t(kRowsProbed));
    found.detection = data::detectShape(found.columns);
    const auto check = data::checkShape(found.detection.mapping, *found.head, kRowsProbed);
    found.detection.confidence *= check.share;
    found.detection.warnings = check.warnings;
    for (std::int64_t row = 0; row < std::min(kRowsShown, found.head->num_rows()); ++row) {
        QStringList texts;
        for (const auto& column : found.head->columns()) {
            std::string text;
            if (column->num_chunks() > 0) data::appendPlain(text, *column->chunk(0), row);
            texts << shownLine(text);
        }
        found.rows.push_back(std::move(texts));
    }
    return found;
}

Result<data::ShapeCheck> checkMapping(const Probe& probe, const data::Mapping& mapping) {
    ANNEAL_CHECK(data::overrideMapping(data::Mapping{}, {}, mapping.columns, probe.columns));
    return data::checkShape(mapping, *probe.head, kRowsProbed);
}

std::string roleOf(const data::Mapping& mapping, const std::string& column) {
    for (const auto& [part, name] : mapping.columns)
        if (name == column) return part;
    return {};
}

}  // namespace anneal::pages
