#pragma once
// The GGUF types by what they weigh and what they cost: forecasts beside what an earlier export measured.

#include <set>

#include <QAbstractTableModel>

#include "catalogue/model_config.h"
#include "pages/export/export_record.h"

namespace anneal::pages {

class GgufTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { type, size, bits, note, divergence, sameToken };
    static constexpr int kColumns = sameToken + 1;

    explicit GgufTable(QObject* parent = nullptr);

    /// Shapes of the model; none while they are read.
    void setConfig(std::optional<catalogue::ModelConfig> config);
    /// What was exported from the same model, newest first.
    void setMeasured(std::vector<ExportRecord> records);
    void setTypes(const QStringList& types);
    QStringList types() const;
    std::uint64_t forecast(const QString& type) const;
    QString recommended() const;
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void chosenChanged();

private:
    const ExportRecord* measured(int row) const;
    QString display(int row, int column) const;

    std::optional<catalogue::ModelConfig> config_;
    std::vector<ExportRecord> measured_;
    std::set<int> chosen_;
};

/// What a type gives up, in a few words.
QString typeNote(const QString& type);

}  // namespace anneal::pages
