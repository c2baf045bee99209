#include "charts/csv.h"

#include <charconv>
#include <cmath>

#include <QCoreApplication>
#include <QSaveFile>

namespace anneal::charts {
namespace {

constexpr qsizetype kFlushAt = 1 << 20;

/// Quoted where it must be (RFC 4180).
QByteArray field(const QString& text) {
    auto bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r')) return bytes;
    return '"' + bytes.replace('"', "\"\"") + '"';
}

template <class Number>
void append(QByteArray& row, Number value) {
    std::array<char, 32> text;
    row.append(text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr - text.data());
}

QString inWords(const char* text) { return QCoreApplication::translate("Charts", text); }

tl::unexpected<Error> failed(const QSaveFile& file) {
    return fail("write_failed",
                inWords(QT_TRANSLATE_NOOP("Charts", "Could not write %1: %2")).arg(file.fileName(), file.errorString()).toStdString(),
                inWords(QT_TRANSLATE_NOOP("Charts", "Choose another folder, or make room there.")).toStdString());
}

}  // namespace

std::size_t CsvTable::rowCount() const {
    std::size_t count = 0;
    for (const auto& part : parts) count += part.rows.values.size();
    return count;
}

Status writeCsv(const CsvTable& table, const QString& path, CsvProgress& progress) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) return failed(file);
    QByteArray text = "series,step,time (s),tokens," + field(table.valueHeader) + '\n';
    const auto flush = [&] {
        const bool written = file.write(text) == text.size();
        text.resize(0);
        return written;
    };
    std::size_t done = 0;
    for (const auto& part : table.parts) {
        const auto name = field(part.series);
        for (std::size_t i = 0; i < part.rows.values.size(); ++i) {
            text += name;
            append(text += ',', part.rows.steps[i]);
            append(text += ',', part.rows.seconds[i]);
            append(text += ',', part.rows.tokens[i]);
            text += ',';
            if (!std::isnan(part.rows.values[i])) append(text, part.rows.values[i]);
            text += '\n';
            ++done;
            if (text.size() < kFlushAt) continue;
            if (!flush()) return failed(file);
            if (progress.stop)
                return fail("stopped", inWords(QT_TRANSLATE_NOOP("Charts", "Stopped before all rows were written")).toStdString());
            progress.written = done;
        }
    }
    if (!flush() || !file.commit()) return failed(file);
    return {};
}

}  // namespace anneal::charts
