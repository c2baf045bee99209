#pragma once
// What the export button of a chart offers: the picture and the numbers, into a file or onto the clipboard. Numbers are written
// in the background; the menu then says how far it is and can stop it.

#include <memory>

#include <QObject>

#include "charts/csv.h"
#include "charts/scene.h"

class QMenu;
class QAction;

namespace anneal::charts {

class Plot;

class ExportMenu : public QObject {
    Q_OBJECT
public:
    ExportMenu(QMenu& menu, Plot& plot, Scene& scene);
    ~ExportMenu() override;

    /// These write at once, without asking where.
    void savePicture(const QString& file);
    void saveDrawing(const QString& file);
    void saveNumbers(const QString& file);
    void copyPicture();

Q_SIGNALS:
    void saved(const QString& file);
    void failed(const QString& message, const QString& hint);

private:
    void fill();
    void ask(const QString& title, const QString& suffix, void (ExportMenu::*save)(const QString&));
    void tell(const QString& file, const Status& status);

    QMenu& menu_;
    Plot& plot_;
    Scene& scene_;
    std::shared_ptr<CsvProgress> writing_;  ///< while numbers are written
    std::size_t rows_ = 0;
};

}  // namespace anneal::charts
