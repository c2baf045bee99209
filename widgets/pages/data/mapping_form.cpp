#include "pages/data/mapping_form.h"

#include <QComboBox>
#include <QGridLayout>

#include "controls/chip.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/words.h"
#include "pages/data/dataset_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kColumns = 3;
constexpr int kWarningsShown = 3;
constexpr double kSure = 0.8, kLikely = 0.5;
constexpr std::array kShapes{data::Shape::alpaca, data::Shape::messages,         data::Shape::sharegpt, data::Shape::preference,
                             data::Shape::kto,    data::Shape::promptCompletion, data::Shape::text,     data::Shape::classification,
                             data::Shape::tokens, data::Shape::images,           data::Shape::audio,    data::Shape::table};

}  // namespace

MappingForm::MappingForm(QWidget* parent)
    : QWidget(parent),
      shape_(new QComboBox),
      shapeFrame_(new controls::FormField({}, shape_)),
      confidence_(new controls::Chip({})),
      reason_(new Label({}, TextStyle::caption, Role::textSecondary)),
      warnings_(new Label({}, TextStyle::caption, Role::warningText)),
      parts_(new QWidget),
      grid_(new QGridLayout(parts_)) {
    for (const auto shape : kShapes) shape_->addItem({}, int(shape));
    reason_->setWordWrap(true);
    warnings_->setWordWrap(true);
    grid_->setHorizontalSpacing(theme::space(3));
    grid_->setVerticalSpacing(theme::space(3));
    grid_->setContentsMargins(0, 0, 0, 0);
    for (int column = 0; column < kColumns; ++column) grid_->setColumnStretch(column, 1);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(3));
    top->addWidget(shapeFrame_, 1);
    auto* beside = new QVBoxLayout;
    beside->setSpacing(theme::space(1));
    beside->addWidget(confidence_, 0, Qt::AlignLeft);
    beside->addWidget(reason_);
    top->addLayout(beside, 2);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::space(3));
    column->addLayout(top);
    column->addWidget(parts_);
    column->addWidget(warnings_);
    connect(shape_, &QComboBox::activated, this, &MappingForm::chooseShape);
    controls::say(*this, [this] { write(); });
}

void MappingForm::setProbe(std::shared_ptr<const Probe> probe) {
    probe_ = std::move(probe);
    corrected_ = false;
    mapping_ = probe_ ? probe_->detection.mapping : data::Mapping{};
    fill();
}

void MappingForm::setMapping(const data::Mapping& mapping) {
    mapping_ = mapping;
    corrected_ = true;
    fill();
    Q_EMIT mappingChanged();
}

void MappingForm::chooseShape(int index) {
    const auto shape = data::Shape(shape_->itemData(index).toInt());
    if (shape == mapping_.shape) return;
    const auto before = mapping_;
    mapping_ = {};
    mapping_.shape = shape;
    mapping_.tags = before.tags;
    // What both shapes know keeps its column; of the rest those with the part's own name.
    for (const auto& part : partsOf(shape)) {
        if (const auto column = before.column(part))
            mapping_.columns[part] = *column;
        else if (std::ranges::find(probe_->columns, part, &data::ColumnSample::name) != probe_->columns.end())
            mapping_.columns[part] = part;
    }
    corrected_ = true;
    fill();
    Q_EMIT mappingChanged();
}

void MappingForm::fill() {
    for (auto& [part, box] : boxes_) delete box->parentWidget();
    boxes_.clear();
    int at = 0;
    for (const auto& part : partsOf(mapping_.shape)) {
        auto* box = new QComboBox;
        box->addItem(tr("None"), QString());
        if (probe_)
            for (const auto& column : probe_->columns)
                box->addItem(QString::fromStdString(column.name), QString::fromStdString(column.name));
        const auto column = mapping_.column(part);
        box->setCurrentIndex(column ? std::max(0, box->findData(QString::fromStdString(*column))) : 0);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::activated, this, [this, part = part, box] {
            const auto chosen = box->currentData().toString().toStdString();
            if (chosen.empty())
                mapping_.columns.erase(part);
            else
                mapping_.columns[part] = chosen;
            corrected_ = true;
            judge();
            Q_EMIT mappingChanged();
        });
        grid_->addWidget(new controls::FormField(partText(part), box), at / kColumns, at % kColumns);
        boxes_.emplace_back(part, box);
        ++at;
    }
    parts_->setVisible(at > 0);
    shape_->setCurrentIndex(std::max(0, shape_->findData(int(mapping_.shape))));
    write();
}

QString MappingForm::missing() const {
    if (mapping_.shape == data::Shape::table || !probe_) return {};
    if (mapping_.required().empty()) return tr("Choose the columns that the rows are made of");
    for (const auto& part : {"response", "messages", "chosen", "text", "tokens", "images", "audios"}) {
        const auto parts = partsOf(mapping_.shape);
        if (std::ranges::find(parts, part) == parts.end()) continue;
        if (mapping_.column(part)) return {};
    }
    return tr("Choose the column that is trained");
}

void MappingForm::judge() {
    if (!probe_) return warnings_->hide();
    double share = probe_->detection.confidence;
    QStringList texts;
    const auto check = checkMapping(*probe_, mapping_);
    if (!check) {
        share = 0;
        texts << QString::fromStdString(check.error().message);
    } else {
        if (corrected_) share = check->share;
        for (const auto& warning : check->warnings)
            if (texts.size() < kWarningsShown) texts << QString::fromStdString(warning);
    }
    if (const auto lack = missing(); !lack.isEmpty()) texts.prepend(lack);
    warnings_->setText(texts.join(u'\n'));
    warnings_->setVisible(!texts.isEmpty());
    const auto tone = share >= kSure ? controls::Tone::success : share >= kLikely ? controls::Tone::warning : controls::Tone::danger;
    const auto words =
        corrected_ ? tr("%1 of the first rows fit").arg(controls::formatPercent(share)) : tr("%1 sure").arg(controls::formatPercent(share));
    confidence_->setLook({.text = words, .tone = tone, .icon = std::string(controls::iconOf(tone))});
    confidence_->setVisible(mapping_.shape != data::Shape::table);
}

void MappingForm::write() {
    shapeFrame_->setCaption(tr("Rows are"));
    for (int index = 0; index < shape_->count(); ++index)
        shape_->setItemText(index, shapeText(data::Shape(shape_->itemData(index).toInt())));
    reason_->setText(shapeReason(mapping_.shape));
    for (auto& [part, box] : boxes_) {
        static_cast<controls::FormField*>(box->parentWidget())->setCaption(partText(part));
        box->setItemText(0, tr("None"));
    }
    judge();
}

}  // namespace anneal::pages
