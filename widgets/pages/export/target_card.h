#pragma once
// The targets, one a row: whether it is wanted, in which form, how large, how far it is. Below GGUF its types.

#include "controls/card.h"
#include "pages/export/export_runner.h"
#include "pages/export/gguf_table.h"

class QCheckBox;
class QComboBox;

namespace anneal::controls {
class Chip;
class Label;
class Table;
}  // namespace anneal::controls

namespace anneal::pages {

class TargetCard : public controls::Card {
    Q_OBJECT
public:
    explicit TargetCard(const ExportRunner& runner);

    /// The model and its shapes, which may come later.
    void setSource(const std::optional<models::ModelChoice>& choice, const std::optional<catalogue::ModelConfig>& config,
                   std::uint64_t adapterBytes);
    void setMeasured(std::vector<ExportRecord> records);
    void setPlan(const ExportPlan& plan);
    ExportPlan plan() const { return plan_; }
    /// Of all that is chosen; 0 while the shapes are read.
    std::uint64_t forecast() const;
    void refresh();

Q_SIGNALS:
    void planChanged();

private:
    struct Row {
        Target target;
        QCheckBox* wanted;
        controls::Label* remark;
        controls::Label* form;
        controls::Label* size;
        controls::Label* stage;
        controls::Chip* state;
    };

    Row makeRow(Target target, QWidget* formControl);
    std::uint64_t forecast(Target target) const;
    void refreshRow(const Row& row);

    const ExportRunner& runner_;
    ExportPlan plan_;
    std::optional<models::ModelChoice> choice_;
    std::optional<catalogue::ModelConfig> config_;
    std::uint64_t adapterBytes_ = 0;
    std::vector<ExportRecord> measured_;
    std::vector<Row> rows_;
    QComboBox* dtype_;
    GgufTable types_;
    controls::Table* table_;
};

}  // namespace anneal::pages
