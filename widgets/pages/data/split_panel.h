#pragma once
// Divides a data set into parts for training, validation and test.

#include <QWidget>

#include "data/split.h"
#include "pages/page.h"

class QComboBox;
class QPushButton;

namespace anneal::controls {
class CountField;
class DecimalField;
class FormField;
class IconButton;
class Label;
}  // namespace anneal::controls

namespace anneal::pages {

class SplitPanel : public QWidget {
    Q_OBJECT
public:
    SplitPanel(const Context& context, data::Dataset dataset);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void judge();
    void run();

    Context context_;
    data::Dataset dataset_;
    controls::Label* title_;
    controls::IconButton* close_;
    controls::Label* reason_;
    std::vector<std::pair<std::string, controls::DecimalField*>> parts_;
    std::vector<controls::FormField*> frames_;
    controls::CountField* seed_;
    QComboBox* stratify_;
    controls::FormField* seedFrame_;
    controls::FormField* stratifyFrame_;
    controls::Label* sum_;
    QPushButton* split_;
};

}  // namespace anneal::pages
