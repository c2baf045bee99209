#include "pages/train/setting_row.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

#include "base/yaml.h"
#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/switch.h"
#include "runs/spec_fields.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using Kind = runs::SpecValues::Kind;
using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kControlWidth = 200;
constexpr double kLarge = 1e9;  // a bound above this is none that people meet

}  // namespace

SettingRow::SettingRow(Draft& draft, const SettingWords& words)
    : draft_(draft),
      words_(words),
      name_(new Label({})),
      reason_(new Label({}, TextStyle::caption, Role::textSecondary)),
      default_(new Label({}, TextStyle::caption, Role::textSecondary)),
      error_(new Label({}, TextStyle::caption, Role::dangerText)),
      reset_(new controls::IconButton("undo-2", {})) {
    const auto& values = runs::specField(words.key)->values;
    QWidget* control = nullptr;
    if (values.kind == Kind::flag) {
        control = switch_ = new controls::Switch;
        connect(switch_, &QCheckBox::clicked, this, [this](bool on) { draft_.apply({{words_.key, on}}); });
    } else if (values.kind == Kind::choice) {
        control = box_ = new QComboBox;
        for (const auto& choice : values.choices) box_->addItem(QString(), QString::fromStdString(choice));
        connect(box_, &QComboBox::activated, this, [this] { draft_.apply({{words_.key, box_->currentData().toString().toStdString()}}); });
    } else {
        control = edit_ = new QLineEdit;
        connect(edit_, &QLineEdit::textEdited, this, &SettingRow::take);
        connect(edit_, &QLineEdit::editingFinished, this, [this] {
            if (problemOf(edit_->text()).isEmpty()) refresh();
        });
    }
    if (!switch_) control->setFixedWidth(kControlWidth);
    name_->setTextStyle(TextStyle::body, theme::Weight::medium);
    reason_->setWordWrap(true);
    error_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    error_->hide();
    theme::setCompact(*reset_);
    auto keep = reset_->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    reset_->setSizePolicy(keep);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(name_);
    texts->addWidget(reason_);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::space(3));
    line->addLayout(texts, 1);
    line->addWidget(default_);
    line->addWidget(reset_);
    line->addWidget(control);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    column->setSpacing(theme::space(1));
    column->addLayout(line);
    column->addWidget(error_);
    connect(reset_, &QToolButton::clicked, this, [this] {
        if (edit_) edit_->clear();
        draft_.reset(words_.key);
        refresh();
    });
    retranslate();
}

bool SettingRow::matches(const QString& words) const {
    for (const auto& text : {settingName(words_), settingReason(words_), QString::fromLatin1(words_.key), QString::fromLatin1(words_.name)})
        if (text.contains(words, Qt::CaseInsensitive)) return true;
    return false;
}

void SettingRow::retranslate() {
    const auto name = settingName(words_);
    name_->setText(name);
    name_->setToolTip(QString::fromLatin1(words_.key));
    reason_->setText(settingReason(words_));
    reset_->setName(tr("Reset %1").arg(name));
    for (auto* control : {static_cast<QWidget*>(edit_), static_cast<QWidget*>(box_), static_cast<QWidget*>(switch_)})
        if (control) control->setAccessibleName(name);
    if (box_)
        for (int i = 0; i < box_->count(); ++i) box_->setItemText(i, choiceText(box_->itemData(i).toString().toStdString()));
    refresh();
}

void SettingRow::refresh() {
    const auto value = draft_.value(words_.key);
    const bool set = draft_.isSet(words_.key);
    if (switch_) switch_->setChecked(value == true);
    if (box_) box_->setCurrentIndex(box_->findData(value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString()));
    if (edit_ && !edit_->hasFocus()) {
        edit_->setText(textOf(value));
        theme::setInvalid(*edit_, false);
        error_->hide();
    }
    reset_->setVisible(set);
    const auto usual = textOf(draft_.defaultOf(words_.key));
    default_->setText(set && !usual.isEmpty() ? tr("Default %1").arg(usual) : QString());
}

void SettingRow::take(const QString& text) {
    const auto problem = problemOf(text);
    theme::setInvalid(*edit_, !problem.isEmpty());
    edit_->setAccessibleDescription(problem);
    error_->setText(problem);
    error_->setVisible(!problem.isEmpty());
    if (!problem.isEmpty()) return;
    if (text.trimmed().isEmpty())
        draft_.reset(words_.key);
    else
        (void)draft_.set(words_.key, base::parseYamlScalar(text.trimmed().remove(u',').toStdString()));
}

QString SettingRow::problemOf(const QString& text) const {
    if (text.trimmed().isEmpty()) return {};
    const auto& field = *runs::specField(words_.key);
    runs::RunSpec spec;
    if (field.read(spec, base::parseYamlScalar(text.trimmed().remove(u',').toStdString()))) return {};
    const auto& values = field.values;
    const auto low = controls::formatRate(values.low);
    const auto least = values.low == std::floor(values.low) ? controls::formatCount(std::int64_t(values.low)) : low;
    if (values.kind == Kind::whole && values.high > kLarge) return tr("A whole number of at least %1").arg(least);
    if (values.kind == Kind::whole) return tr("A whole number from %1 to %2").arg(least, controls::formatCount(std::int64_t(values.high)));
    if (values.kind == Kind::real && values.high > kLarge)
        return (values.open ? tr("A number above %1") : tr("A number of at least %1")).arg(least);
    if (values.kind == Kind::real) return tr("A number from %1, below %2").arg(least, controls::formatDecimal(values.high, 0));
    return tr("This cannot be read");
}

QString SettingRow::textOf(const OrderedJson& value) const {
    if (value.is_null()) return {};
    if (value.is_string()) return box_ ? choiceText(value.get<std::string>()) : QString::fromStdString(value.get<std::string>());
    if (value.is_boolean()) return value.get<bool>() ? tr("on") : tr("off");
    if (value.is_number_float()) {
        const double number = value.get<double>();
        return number != 0 && std::abs(number) < 1e-3 ? controls::formatRate(number) : QString::number(number);
    }
    return QString::fromStdString(base::dumpJson(value));
}

}  // namespace anneal::pages
