#pragma once
// One setting of RUN.yaml: its name and reason, the control that its kind of value needs, and the way back to the default.

#include <QWidget>

#include "pages/train/draft.h"
#include "pages/train/setting_words.h"

class QComboBox;
class QLineEdit;

namespace anneal::controls {
class IconButton;
class Label;
class Switch;
}  // namespace anneal::controls

namespace anneal::pages {

class SettingRow : public QWidget {
    Q_OBJECT
public:
    SettingRow(Draft& draft, const SettingWords& words);

    /// Whether a search for `words` means this one.
    bool matches(const QString& words) const;
    void refresh();
    void retranslate();

private:
    void take(const QString& text);
    QString problemOf(const QString& text) const;
    QString textOf(const OrderedJson& value) const;

    Draft& draft_;
    const SettingWords& words_;
    controls::Label* name_;
    controls::Label* reason_;
    controls::Label* default_;
    controls::Label* error_;
    controls::IconButton* reset_;
    QLineEdit* edit_ = nullptr;
    QComboBox* box_ = nullptr;
    controls::Switch* switch_ = nullptr;
};

}  // namespace anneal::pages
