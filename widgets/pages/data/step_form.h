#pragma once
// The parameters of a cleaning step as a form, drawn from what the step says of itself and checked while people type.

#include <QTimer>
#include <QWidget>

#include "bridge/services.h"
#include "data/clean/recipe.h"

namespace anneal::controls {
class FormField;
class Label;
}  // namespace anneal::controls

namespace anneal::pages {

class StepForm : public QWidget {
    Q_OBJECT
public:
    /// `columns` are those before the step.
    StepForm(const bridge::Services& services, const data::RecipeStep& step, const std::vector<std::string>& columns,
             QWidget* parent = nullptr);

    /// What the fields say now.
    OrderedJson values() const;
    /// What is wrong besides single values: a column that is not there any more.
    void setError(const QString& error);

Q_SIGNALS:
    /// All values are right and some are others than before.
    void edited(const OrderedJson& values);

private:
    struct Field {
        data::Parameter parameter;
        controls::FormField* frame = nullptr;  ///< none around a switch
        QWidget* control = nullptr;
        std::function<OrderedJson()> read;
    };

    void add(const data::Parameter& parameter, const OrderedJson& value, const std::vector<std::string>& columns,
             const bridge::Services& services);
    void check();

    const data::StepKind& kind_;
    std::vector<Field> fields_;
    controls::Label* error_;
    OrderedJson last_;
    QTimer settle_;
};

}  // namespace anneal::pages
