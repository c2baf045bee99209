#include "charts/parts/export_menu.h"

#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>

#include "charts/plot/plot.h"
#include "charts/sheet.h"
#include "controls/numbers.h"
#include "theme/icons.h"

using namespace Qt::StringLiterals;

namespace anneal::charts {
namespace {

constexpr qreal kClipboardScale = 2;

CsvTable tableOf(const Scene& scene) {
    CsvTable table;
    table.valueHeader = scene.unit.name.isEmpty() ? scene.title : u"%1 (%2)"_s.arg(scene.title, scene.unit.name);
    for (const auto& line : scene.lines)
        if (!line.look.planned) table.parts.push_back({line.series->name(), line.series->rows()});
    return table;
}

QString fileName(QString title) {
    for (auto& letter : title)
        if (!letter.isLetterOrNumber()) letter = u'-';
    return title.toLower();
}

}  // namespace

ExportMenu::ExportMenu(QMenu& menu, Plot& plot, Scene& scene) : QObject(&menu), menu_(menu), plot_(plot), scene_(scene) {
    connect(&menu_, &QMenu::aboutToShow, this, &ExportMenu::fill);
}

ExportMenu::~ExportMenu() {
    if (writing_) writing_->stop = true;
}

void ExportMenu::fill() {
    menu_.clear();
    menu_.addAction(theme::icon("image"), tr("Picture, PNG…"), this,
                    [this] { ask(tr("Save picture"), u"png"_s, &ExportMenu::savePicture); });
    menu_.addAction(theme::icon("chart-spline"), tr("Drawing, SVG…"), this,
                    [this] { ask(tr("Save drawing"), u"svg"_s, &ExportMenu::saveDrawing); });
    if (writing_) {
        const auto share = controls::formatPercent(rows_ > 0 ? double(writing_->written) / double(rows_) : 0);
        menu_.addAction(theme::icon("x"), tr("Stop writing numbers, %1").arg(share), this, [this] {
            if (writing_) writing_->stop = true;
        });
    } else {
        menu_.addAction(theme::icon("table"), tr("Numbers, CSV…"), this,
                        [this] { ask(tr("Save numbers"), u"csv"_s, &ExportMenu::saveNumbers); });
    }
    menu_.addSeparator();
    menu_.addAction(theme::icon("copy"), tr("Copy picture"), this, &ExportMenu::copyPicture);
}

void ExportMenu::savePicture(const QString& file) { tell(file, writePng(plot_, scene_, file)); }

void ExportMenu::saveDrawing(const QString& file) { tell(file, writeSvg(plot_, scene_, file)); }

void ExportMenu::saveNumbers(const QString& file) {
    if (writing_) return;
    writing_ = std::make_shared<CsvProgress>();
    auto table = std::make_shared<CsvTable>(tableOf(scene_));
    rows_ = table->rowCount();
    QThreadPool::globalInstance()->start([self = QPointer(this), file, table, progress = writing_] {
        auto status = writeCsv(*table, file, *progress);
        QMetaObject::invokeMethod(qApp, [self, file, status = std::move(status)] {
            if (!self) return;
            self->writing_.reset();
            self->tell(file, status);
        });
    });
}

void ExportMenu::copyPicture() { QGuiApplication::clipboard()->setImage(pictureOf(plot_, scene_, kClipboardScale)); }

void ExportMenu::ask(const QString& title, const QString& suffix, void (ExportMenu::*save)(const QString&)) {
    auto* dialog = new QFileDialog(&plot_, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(u"%1.%2"_s.arg(fileName(scene_.title), suffix));
    connect(dialog, &QFileDialog::fileSelected, this, save);
    dialog->open();
}

void ExportMenu::tell(const QString& file, const Status& status) {
    if (status) return Q_EMIT saved(file);
    if (status.error().code != "stopped")
        Q_EMIT failed(QString::fromStdString(status.error().message), QString::fromStdString(status.error().hint));
}

}  // namespace anneal::charts
