#pragma once
// The rows as a model of this machine will read them: template rendered, tokens coloured, the cutoff marked.

#include <QWidget>

#include "pages/data/sample_list.h"
#include "pages/page.h"

class QComboBox;
class QListView;
class QPushButton;
class QStackedLayout;

namespace anneal::controls {
class Card;
class Chip;
class CountField;
class Face;
class FormField;
class IconButton;
class Label;
class TokenView;
}  // namespace anneal::controls

namespace anneal::pages {

class LengthChart;

/// All samples measured.
struct SampleLengths {
    std::int64_t rows = 0;
    std::vector<std::int32_t> tokens;    ///< of the rows that make a sample, ascending
    std::vector<std::int32_t> problems;  ///< rows, from 0, with a problem
};

class SamplesTab : public QWidget {
    Q_OBJECT
public:
    SamplesTab(const Context& context, data::Dataset dataset);
    ~SamplesTab() override;

private:
    QWidget* makeList();
    QWidget* makeSample();
    QWidget* makeFigures();
    void fillModels();
    void openLens();
    void takeLens(quint64 turn, Result<std::shared_ptr<SampleLens>> lens);
    void showRow(std::int64_t row);
    void show(const ShownSample& sample);
    void step(int by);
    void random();
    void measure();
    void showLengths();
    void write();
    void fail(const Error& error);

    Context context_;
    data::Dataset dataset_;
    SampleList samples_;
    std::shared_ptr<SampleLens> lens_;
    std::optional<ShownSample> shown_;
    std::optional<SampleLengths> lengths_;
    QStackedLayout* faces_;
    controls::Face* none_;
    controls::Face* busy_;
    controls::Face* error_ = nullptr;
    QPushButton* models_ = nullptr;
    QListView* list_;
    QComboBox* which_;
    QComboBox* model_;
    QComboBox* template_;
    controls::CountField* cutoff_;
    QCheckBox* prompt_;
    controls::FormField* modelFrame_;
    controls::FormField* templateFrame_;
    controls::FormField* cutoffFrame_;
    controls::Label* title_;
    controls::Chip* problem_;
    controls::IconButton* previous_;
    controls::IconButton* next_;
    controls::IconButton* random_;
    controls::TokenView* tokens_;
    controls::Label* trouble_;
    controls::Card* sampleCard_;
    controls::Card* lengthsCard_;
    controls::Card* renderCard_;
    std::vector<std::pair<controls::Label*, controls::Label*>> facts_;
    std::vector<std::pair<controls::Label*, controls::Label*>> lengthFacts_;
    LengthChart* chart_;
    QPushButton* measure_;
    quint64 turn_ = 0, rowTurn_ = 0, measuring_ = 0;
};

}  // namespace anneal::pages
