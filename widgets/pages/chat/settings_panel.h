#pragma once
// The panel at the right: how both answer, and the prompt kept as an evaluation case.

#include <QWidget>

#include "pages/chat/answer_settings.h"

class QCheckBox;
class QLineEdit;
class QSlider;
class QPushButton;
class QSpinBox;
class QDoubleSpinBox;

namespace anneal::controls {
class DecimalField;
class CountField;
class Label;
class Switch;
class TextArea;
}  // namespace anneal::controls

namespace anneal::pages {

class Talk;

class SettingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPanel(Talk& talk);

    /// What a right answer to the last prompt is.
    QString expected() const;
    void setExpected(const QString& text);
    bool freesMemory() const;
    void setFreesMemory(bool frees);

Q_SIGNALS:
    /// The last prompt is to be kept as a case.
    void caseWanted();
    void freeWanted();

private:
    QWidget* makeKeep();
    QWidget* makeMemory();
    void show();
    void take();
    void refresh();

    Talk& talk_;
    controls::Switch* greedy_;
    QSlider* temperatureSlider_;
    QSlider* topPSlider_;
    controls::DecimalField* temperature_;
    controls::DecimalField* topP_;
    controls::CountField* seed_;
    controls::CountField* maxTokens_;
    controls::CountField* topK_;
    controls::DecimalField* repetition_;
    controls::DecimalField* minP_;
    QLineEdit* stop_;
    QPushButton* reset_;
    controls::TextArea* expected_;
    QPushButton* save_;
    controls::Label* memory_;
    QPushButton* free_;
    controls::Switch* frees_;
    bool showing_ = false;
};

}  // namespace anneal::pages
