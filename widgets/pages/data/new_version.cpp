#include "pages/data/new_version.h"

#include <QCoreApplication>
#include <QPointer>

#include <arrow/table.h>
#include <arrow/type.h>

#include "data/clean/cleaner.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using Work = std::function<Status(const std::filesystem::path& out, const jobs::JobContext&)>;

QString words(const char* text) { return QCoreApplication::translate("NewVersion", text); }

quint64 make(bridge::Services& services, const QString& title, const Family& family, QObject& receiver, Work work, VersionMade made) {
    const auto out = nextVersionFolder(family);
    const auto id = QString::fromStdString(out.filename().string());
    return services.jobs.compute<QString>(
        {.title = title, .page = u"data"_s, .place = id},
        [out, id, work = std::move(work)](const jobs::JobContext& context) -> Result<QString> {
            ANNEAL_CHECK(work(out, context));
            return id;
        },
        services.datasets,
        [&services, receiver = QPointer<QObject>(&receiver), made = std::move(made)](Result<QString> id) {
            if (id) services.projects.keep(bridge::Projects::Kind::dataset, *id);
            services.datasets.reload();
            if (receiver) made(std::move(id));
        });
}

Status copyRows(const data::Dataset& earlier, const OrderedJson& head, const std::filesystem::path& out, const jobs::JobContext& context) {
    ANNEAL_TRY(schema, earlier.schema());
    ANNEAL_TRY(writer, data::DatasetWriter::create(out));
    std::vector<data::WrittenPart> parts;
    data::TableSketch sketch(*schema);
    for (std::size_t part = 0; part < earlier.parts(); ++part) {
        if (context.stop.stopRequested()) return fail("stopped", "stopped");
        ANNEAL_TRY(table, earlier.readPart(part));
        ANNEAL_TRY(written, writer.write(part, *table));
        parts.push_back(std::move(written));
        sketch.add(*table);
        context.progress({std::int64_t(part + 1), std::int64_t(earlier.parts()), {}});
    }
    auto manifest = earlier.manifest();
    manifest.rejected = 0;
    manifest.provenance = head;
    ANNEAL_CHECK(writer.commit(*schema, parts, std::move(manifest), sketch.finish()));
    return {};
}

}  // namespace

quint64 makeVersion(bridge::Services& services, const bridge::DatasetEntry& from, const Family& family, const data::Recipe& recipe,
                    QObject& receiver, VersionMade made) {
    const auto work = [path = from.path, recipe](const std::filesystem::path& out, const jobs::JobContext& context) -> Status {
        ANNEAL_TRY(dataset, data::Dataset::open(path));
        ANNEAL_CHECK(data::cleanDataset(dataset, recipe, {.out = out}, context.progress, context.stop));
        return {};
    };
    return make(services, words(QT_TRANSLATE_NOOP("NewVersion", "Clean %1")).arg(from.id), family, receiver, work, std::move(made));
}

quint64 restoreVersion(bridge::Services& services, const bridge::DatasetEntry& earlier, const Family& family, QObject& receiver,
                       VersionMade made) {
    const auto& newest = family.newest();
    const OrderedJson head = {{"dataset", newest.path.string()},
                              {"dataset_hash", newest.manifest.hash},
                              {"restored", earlier.path.string()},
                              {"origin", newest.manifest.provenance}};
    const auto work = [path = earlier.path, head](const std::filesystem::path& out, const jobs::JobContext& context) -> Status {
        ANNEAL_TRY(dataset, data::Dataset::open(path));
        return copyRows(dataset, head, out, context);
    };
    return make(services, words(QT_TRANSLATE_NOOP("NewVersion", "Restore %1")).arg(earlier.id), family, receiver, work, std::move(made));
}

}  // namespace anneal::pages
