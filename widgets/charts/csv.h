#pragma once
// The exact numbers of a chart as a table: one row a point, so that series of unlike steps stand in one file.

#include <atomic>
#include <vector>

#include "base/result.h"
#include "charts/data/series.h"

namespace anneal::charts {

struct CsvTable {
    struct Part {
        QString series;
        Series::Rows rows;
    };

    QString valueHeader;  ///< with the unit: "Throughput (tokens/s)"
    std::vector<Part> parts;

    std::size_t rowCount() const;
};

struct CsvProgress {
    std::atomic<std::size_t> written = 0;
    std::atomic<bool> stop = false;
};

/// Writes `file` whole or not at all: series, step, time (s), tokens, value; shortest digits that read back the same, gaps empty.
/// Errors: "write_failed", "stopped". On any thread.
Status writeCsv(const CsvTable& table, const QString& file, CsvProgress& progress);

}  // namespace anneal::charts
