#include "pages/data/step_form.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include "controls/flow_layout.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/switch.h"
#include "controls/words.h"
#include "pages/data/columns_field.h"
#include "pages/data/step_words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using data::ParameterKind;

constexpr int kSettleMs = 350;
constexpr int kMappingHeight = 88;

QString textOf(const OrderedJson& value) {
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_null()) return {};
    if (value.is_number_float()) return QString::number(value.get<double>(), 'g', 12);
    if (value.is_array()) {
        QStringList texts;
        for (const auto& each : value) texts << textOf(each);
        return texts.join(u", "_s);
    }
    return QString::fromStdString(base::dumpJson(value));
}

QStringList listOf(const QString& text) {
    QStringList list;
    for (const auto& each : text.split(u','))
        if (const auto name = each.trimmed(); !name.isEmpty()) list << name;
    return list;
}

OrderedJson jsonOf(const QStringList& texts) {
    auto list = OrderedJson::array();
    for (const auto& each : texts) list.push_back(each.toStdString());
    return list;
}

/// A number as it was typed; what is none stays text, and so is refused with a reason.
OrderedJson numberOf(const QString& text, ParameterKind kind) {
    const auto bare = QString(text).remove(u',').trimmed();
    if (bare.isEmpty()) return nullptr;
    bool is = false;
    if (kind == ParameterKind::count)
        if (const auto count = bare.toLongLong(&is); is) return count;
    if (const auto number = bare.toDouble(&is); is) return number;
    return text.toStdString();
}

/// "old: new" a line.
OrderedJson mappingOf(const QString& text) {
    auto map = OrderedJson::object();
    for (const auto& line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const auto at = line.indexOf(u':');
        if (at > 0) map[line.left(at).trimmed().toStdString()] = line.mid(at + 1).trimmed().toStdString();
    }
    return map;
}

QString mappingText(const OrderedJson& value) {
    QStringList lines;
    if (value.is_object())
        for (const auto& [key, each] : value.items()) lines << QString::fromStdString(key) + u": "_s + textOf(each);
    return lines.join(u'\n');
}

}  // namespace

StepForm::StepForm(const bridge::Services& services, const data::RecipeStep& step, const std::vector<std::string>& columns, QWidget* parent)
    : QWidget(parent), kind_(*step.kind), error_(new controls::Label({}, theme::TextStyle::caption, theme::Role::dangerText)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(3), theme::space(2), theme::space(3), theme::space(3));
    column->setSpacing(theme::space(3));
    auto* reason = new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary);
    reason->setWordWrap(true);
    column->addWidget(reason);
    error_->setWordWrap(true);
    error_->hide();
    for (const auto& parameter : kind_.parameters) add(parameter, step.settings.values().at(parameter.name), columns, services);
    column->addWidget(error_);
    last_ = values();
    settle_.setSingleShot(true);
    settle_.setInterval(kSettleMs);
    connect(&settle_, &QTimer::timeout, this, &StepForm::check);
    controls::say(*this, [this, reason] {
        reason->setText(stepReason(kind_));
        for (auto& field : fields_) {
            const auto caption = parameterText(field.parameter.name);
            if (field.frame) field.frame->setCaption(caption);
            if (auto* toggle = qobject_cast<controls::Switch*>(field.control)) toggle->setText(caption);
        }
    });
}

void StepForm::add(const data::Parameter& parameter, const OrderedJson& value, const std::vector<std::string>& columns,
                   const bridge::Services& services) {
    Field field{parameter, nullptr, nullptr, {}};
    const auto later = [this] { settle_.start(); };
    const auto now = [this] { check(); };
    const auto choose = [&](QComboBox* box, const QString& chosen) {
        if (box->findData(chosen) < 0 && !chosen.isEmpty()) box->addItem(chosen, chosen);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        connect(box, &QComboBox::activated, this, now);
        field.control = box;
        field.read = [box]() -> OrderedJson {
            const auto data = box->currentData().toString();
            return data.isEmpty() ? OrderedJson() : OrderedJson(data.toStdString());
        };
    };
    const auto edit = [&](const QString& text, std::function<OrderedJson(const QString&)> read) {
        auto* line = new QLineEdit(text);
        connect(line, &QLineEdit::textEdited, this, later);
        connect(line, &QLineEdit::editingFinished, this, now);
        field.control = line;
        field.read = [line, read = std::move(read)] { return read(line->text()); };
        return line;
    };
    switch (parameter.kind) {
        case ParameterKind::flag: {
            auto* toggle = new controls::Switch;
            toggle->setChecked(value.is_boolean() && value.get<bool>());
            connect(toggle, &QAbstractButton::clicked, this, now);
            field.control = toggle;
            field.read = [toggle]() -> OrderedJson { return toggle->isChecked(); };
            break;
        }
        case ParameterKind::count:
        case ParameterKind::number: {
            auto* line = edit(textOf(value), [kind = parameter.kind](const QString& text) { return numberOf(text, kind); });
            if (parameter.fallback.is_null() && !parameter.needed) line->setPlaceholderText(tr("Not set"));
            break;
        }
        case ParameterKind::choice: {
            auto* box = new QComboBox;
            for (const auto& option : parameter.options) box->addItem(optionText(option), QString::fromStdString(option));
            choose(box, textOf(value));
            break;
        }
        case ParameterKind::choices: {
            auto* group = new QWidget;
            auto* flow = new controls::FlowLayout(theme::space(3), group);
            std::vector<std::pair<std::string, QCheckBox*>> boxes;
            for (const auto& option : parameter.options) {
                auto* box = new QCheckBox(optionText(option));
                box->setChecked(std::find(value.begin(), value.end(), OrderedJson(option)) != value.end());
                connect(box, &QCheckBox::clicked, this, now);
                flow->addWidget(box);
                boxes.emplace_back(option, box);
            }
            field.control = group;
            field.read = [boxes]() -> OrderedJson {
                auto chosen = OrderedJson::array();
                for (const auto& [option, box] : boxes)
                    if (box->isChecked()) chosen.push_back(option);
                return chosen;
            };
            break;
        }
        case ParameterKind::text: edit(textOf(value), [](const QString& text) -> OrderedJson { return text.toStdString(); }); break;
        case ParameterKind::texts: edit(textOf(value), [](const QString& text) { return jsonOf(listOf(text)); }); break;
        case ParameterKind::column: {
            auto* box = new QComboBox;
            if (!parameter.needed || value.is_null()) box->addItem(tr("None"), QString());
            for (const auto& column : columns) box->addItem(QString::fromStdString(column), QString::fromStdString(column));
            choose(box, textOf(value));
            break;
        }
        case ParameterKind::columns: {
            auto* chooser = new ColumnsField(columns, parameter.needed);
            QStringList chosen;
            if (value.is_array())
                for (const auto& each : value) chosen << textOf(each);
            chooser->choose(chosen);
            connect(chooser, &ColumnsField::chosenChanged, this, now);
            field.control = chooser;
            field.read = [chooser] { return jsonOf(chooser->chosen()); };
            break;
        }
        case ParameterKind::mapping: {
            auto* lines = new QPlainTextEdit(mappingText(value));
            lines->setPlaceholderText(tr("old: new"));
            lines->setFixedHeight(kMappingHeight);
            lines->setTabChangesFocus(true);
            connect(lines, &QPlainTextEdit::textChanged, this, later);
            field.control = lines;
            field.read = [lines] { return mappingOf(lines->toPlainText()); };
            break;
        }
        case ParameterKind::tokenizer: {
            auto* box = new QComboBox;
            box->addItem(tr("None"), QString());
            for (const auto& model : services.models.all())
                box->addItem(QString::fromStdString(model.name), QString::fromStdString(model.path.string()));
            choose(box, textOf(value));
            break;
        }
        case ParameterKind::dataset: {
            auto* box = new QComboBox;
            box->addItem(tr("None"), QString());
            for (const auto& each : services.datasets.all()) box->addItem(each.id, QString::fromStdString(each.path.string()));
            choose(box, textOf(value));
            break;
        }
    }
    field.control->setToolTip(QString::fromStdString(parameter.reason));
    auto* column = static_cast<QVBoxLayout*>(layout());
    if (parameter.kind == ParameterKind::flag) {
        column->addWidget(field.control);
    } else {
        field.frame = new controls::FormField(parameterText(parameter.name), field.control);
        column->addWidget(field.frame);
    }
    theme::setCompact(*field.control);
    fields_.push_back(std::move(field));
}

OrderedJson StepForm::values() const {
    auto given = OrderedJson::object();
    for (const auto& field : fields_)
        if (auto value = field.read(); !value.is_null()) given[field.parameter.name] = std::move(value);
    return given;
}

void StepForm::setError(const QString& error) {
    error_->setText(error);
    error_->setVisible(!error.isEmpty());
}

void StepForm::check() {
    settle_.stop();
    bool right = true;
    for (auto& field : fields_) {
        auto value = field.read();
        // Asked for alone, a field says what is wrong with it and nothing else.
        auto given = OrderedJson::object();
        if (!value.is_null()) given[field.parameter.name] = std::move(value);
        const auto alone = data::Settings::read(kind_.name, {field.parameter}, given);
        if (field.frame) field.frame->setError(alone ? QString() : QString::fromStdString(alone.error().message));
        right = right && alone.has_value();
    }
    if (!right) return;
    const auto given = values();
    if (const auto whole = data::Settings::read(kind_.name, kind_.parameters, given); !whole)
        return setError(QString::fromStdString(whole.error().message));
    setError({});
    if (given == last_) return;
    last_ = given;
    Q_EMIT edited(given);
}

}  // namespace anneal::pages
