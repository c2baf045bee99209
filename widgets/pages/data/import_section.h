#pragma once
// From a source to a data set: what was found in its first rows, corrected where needed, then imported.

#include <QWidget>

#include "pages/data/head_table.h"
#include "pages/data/rejected_table.h"
#include "pages/data/source_card.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace anneal::controls {
class Face;
class FormField;
class Label;
class PageHeader;
class Switch;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

class MappingForm;

class ImportSection : public QWidget {
    Q_OBJECT
public:
    explicit ImportSection(const Context& context);

    SourceCard& source() { return *source_; }
    /// Files that were dropped.
    void open(const QStringList& files);
    void loadMapping();
    void saveMapping();
    QJsonObject saveState() const { return source_->saveState(); }
    void restoreState(const QJsonObject& state) { source_->restoreState(state); }

Q_SIGNALS:
    void backWanted();
    void imported(const QString& id);

private:
    QWidget* makeFound();
    QWidget* makeReading();
    QWidget* makeReport();
    void look();
    void takeProbe(quint64 turn, Result<Probe> found);
    void run();
    void takeImport(Result<data::ImportReport> report);
    void judge();
    void write();
    data::ImportOptions options() const;

    Context context_;
    controls::PageHeader* header_;
    SourceCard* source_;
    QStackedWidget* faces_;
    controls::Face* start_;
    controls::Face* busy_;
    controls::Face* error_ = nullptr;
    QWidget* found_;
    QWidget* report_;
    controls::Label* format_;
    QComboBox* encoding_;
    QComboBox* delimiter_;
    controls::Switch* firstRow_;
    controls::FormField* encodingFrame_;
    controls::FormField* delimiterFrame_;
    MappingForm* mapping_;
    HeadTable head_;
    controls::Table* headTable_;
    controls::Label* headFacts_;
    QLineEdit* name_;
    controls::FormField* nameFrame_;
    QPushButton* import_;
    QPushButton* load_;
    QPushButton* save_;
    controls::Label* reportTitle_;
    controls::Label* reportFacts_;
    RejectedTable rejected_;
    controls::Table* rejectedTable_;
    QPushButton* openImported_;
    QPushButton* another_;
    std::shared_ptr<const Probe> probe_;
    data::SourceOptions reading_;
    QString made_;
    quint64 turn_ = 0, job_ = 0;
};

}  // namespace anneal::pages
