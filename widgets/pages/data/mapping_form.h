#pragma once
// What rows are for and which column plays which part: detected, and corrected here.

#include <QWidget>

#include "pages/data/import_probe.h"

class QComboBox;
class QGridLayout;

namespace anneal::controls {
class Chip;
class FormField;
class Label;
}  // namespace anneal::controls

namespace anneal::pages {

class MappingForm : public QWidget {
    Q_OBJECT
public:
    explicit MappingForm(QWidget* parent = nullptr);

    void setProbe(std::shared_ptr<const Probe> probe);
    const data::Mapping& mapping() const { return mapping_; }
    void setMapping(const data::Mapping& mapping);
    /// A part that the shape cannot do without has no column; empty: all is there.
    QString missing() const;

Q_SIGNALS:
    void mappingChanged();

private:
    void chooseShape(int index);
    void fill();
    void judge();
    void write();

    std::shared_ptr<const Probe> probe_;
    data::Mapping mapping_;
    bool corrected_ = false;
    QComboBox* shape_;
    controls::FormField* shapeFrame_;
    controls::Chip* confidence_;
    controls::Label* reason_;
    controls::Label* warnings_;
    QWidget* parts_;
    QGridLayout* grid_;
    std::vector<std::pair<std::string, QComboBox*>> boxes_;
};

}  // namespace anneal::pages
