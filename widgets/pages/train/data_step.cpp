#include <QComboBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/chip.h"
#include "controls/face.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/segments.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/train/cutoff_chart.h"
#include "pages/train/dataset_choice.h"
#include "pages/train/sample_preview.h"
#include "pages/train/step.h"
#include "runs/run_overview.h"
#include "text/template_names.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr std::int64_t kPreviewRows = 400;
constexpr int kTableRows = 6;
constexpr int kEmptyHeight = 160;
constexpr int kViewHeight = 200;
constexpr std::array<double, 4> kShares{0, 0.02, kUsualEvalShare, 0.1};

class DataStep : public Step {
    Q_OBJECT
public:
    explicit DataStep(const Desk& desk);

    QString name() const override { return tr("Data"); }
    QString detail() const override;
    QString missing() const override { return draft().hasData() ? QString() : tr("Choose a data set first"); }
    QWidget* first() override { return table_; }
    void open() override {
        open_ = true;
        refresh();
    }
    void leave() override { open_ = false; }

private:
    QWidget* makePreview();
    void fillTable();
    void pick();
    void refresh();
    void preview();
    void showPreview();
    runs::RunSpec previewSpec() const;
    void step(int by);

    Heading* question_;
    QPushButton* import_;
    DatasetChoice choice_;
    controls::Table* table_;
    controls::Face* empty_;
    controls::Segments* held_;
    controls::FormField* heldField_;
    QComboBox* template_;
    controls::FormField* templateField_;
    controls::CountField* cutoff_;
    controls::FormField* cutoffField_;
    controls::Card* card_;
    controls::Chip* shape_;
    Label* facts_;
    CutoffChart* chart_;
    controls::TokenView* tokens_;
    controls::IconButton* back_;
    controls::IconButton* next_;
    controls::Face* busy_;
    controls::Face* wrong_;
    QWidget* seen_ = nullptr;
    QStackedLayout* faces_;
    QTimer soon_;
    std::optional<SamplePreview> found_;
    OrderedJson asked_;
    quint64 job_ = 0;
    std::size_t at_ = 0;
    bool open_ = false, filling_ = false;
};

DataStep::DataStep(const Desk& desk)
    : Step(desk),
      question_(new Heading),
      import_(controls::makeButton(theme::Kind::secondary, {}, "upload")),
      table_(new controls::Table({})),
      empty_(controls::Face::empty("database", {}, {})),
      held_(new controls::Segments({}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s})),
      heldField_(new controls::FormField({}, held_)),
      template_(new QComboBox),
      templateField_(new controls::FormField({}, template_)),
      cutoff_(new controls::CountField({}, 2, 1 << 20)),
      cutoffField_(new controls::FormField({}, cutoff_)) {
    QVBoxLayout* column = nullptr;
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(makeColumn(question_, column));
    question_->right().addWidget(import_, 0, Qt::AlignBottom);
    import_->setVisible(desk.context.host.has(u"data"_s));
    auto* card = new controls::Card(0);
    table_->setModel(&choice_);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->stretch(0);
    for (std::size_t i = 0; i < DatasetChoice::kWidths.size(); ++i) table_->setColumnWidth(int(i), DatasetChoice::kWidths[i]);
    card->body().addWidget(table_);
    card->body().addWidget(empty_);
    empty_->setMinimumHeight(kEmptyHeight);
    auto* fields = new QHBoxLayout;
    fields->setSpacing(theme::space(4));
    fields->addWidget(heldField_, 2);
    fields->addWidget(templateField_, 2);
    fields->addWidget(cutoffField_, 1);
    held_->setEqualWidths();
    controls::setUnit(*cutoff_, u" "_s);
    column->addWidget(card);
    column->addLayout(fields);
    column->addWidget(makePreview());
    column->addStretch(1);

    template_->addItem(QString(), QString());
    for (const auto& known : text::templateNames()) template_->addItem(QString::fromStdString(known), QString::fromStdString(known));
    auto& bring = empty_->addAction({}, [this] { this->desk().context.host.go(u"data"_s, u"import"_s); });
    bring.setVisible(desk.context.host.has(u"data"_s));
    connect(import_, &QPushButton::clicked, this, [this] { this->desk().context.host.go(u"data"_s, u"import"_s); });
    connect(&choice_, &DatasetChoice::chosenChanged, this, &DataStep::pick);
    connect(table_, &QAbstractItemView::clicked, &choice_, &DatasetChoice::toggle);
    connect(table_, &controls::Table::opened, &choice_, &DatasetChoice::toggle);
    connect(held_, &controls::Segments::chosenChanged, this, [this](int chosen) {
        draft().apply({{"val_size", chosen == 0 ? OrderedJson() : OrderedJson(kShares[std::size_t(chosen)])}, {"eval_dataset", nullptr}});
    });
    connect(template_, &QComboBox::activated, this, [this] {
        const auto name = template_->currentData().toString().toStdString();
        draft().apply({{"template", name.empty() ? OrderedJson() : OrderedJson(name)}});
    });
    connect(cutoff_, &QSpinBox::valueChanged, this, [this](int tokens) {
        if (!filling_) draft().apply({{"cutoff_len", tokens}});
    });
    soon_.setSingleShot(true);
    soon_.setInterval(150);
    connect(&soon_, &QTimer::timeout, this, &DataStep::preview);
    connect(&desk.services().datasets, &bridge::DatasetList::changed, this, &DataStep::fillTable);
    connect(&desk.services().projects, &bridge::Projects::membersChanged, this, &DataStep::fillTable);
    connect(&desk.draft, &Draft::changed, this, &DataStep::refresh);
    connect(&desk.models, &bridge::BaseModels::changed, this, &DataStep::refresh);
    controls::say(*this, [this, &bring] {
        question_->ask(tr("What should it learn from?"),
                       tr("One data set or several; rows that are held out measure how well it does on what it has not seen."));
        import_->setText(tr("Import data"));
        empty_->setWords(tr("No data set yet"),
                         tr("A data set is a table of examples: a question and an answer in each row, a conversation, or plain text."));
        bring.setText(tr("Import data"));
        table_->setAccessibleName(tr("Data sets"));
        held_->setAccessibleName(tr("Held out for evaluation"));
        heldField_->setCaption(tr("Held out for evaluation"));
        const std::array names{tr("None"), u"2 %"_s, u"5 %"_s, u"10 %"_s};
        for (std::size_t i = 0; i < names.size(); ++i) held_->setText(int(i), names[i]);
        templateField_->setCaption(tr("Template"));
        template_->setItemText(0, tr("The model's own"));
        cutoffField_->setCaption(tr("Cutoff"));
        controls::setUnit(*cutoff_, tr("tokens"));
        card_->setTitle(tr("As the model will read it"));
        chart_->setAccessibleName(tr("Lengths of the samples"));
        tokens_->setAccessibleName(tr("Tokens of the sample"));
        back_->setName(tr("Previous sample"));
        next_->setName(tr("Next sample"));
        busy_->setWords(tr("Reading the first rows"), {});
        choice_.retranslate();
        fillTable();
    });
}

QWidget* DataStep::makePreview() {
    card_ = new controls::Card(0);
    shape_ = new controls::Chip({});
    facts_ = new Label({}, TextStyle::caption, Role::textSecondary);
    facts_->setElided(true);
    chart_ = new CutoffChart;
    tokens_ = new controls::TokenView({});
    back_ = new controls::IconButton("chevron-left", {});
    next_ = new controls::IconButton("chevron-right", {});
    busy_ = controls::Face::busy({});
    wrong_ = controls::Face::error({}, {}, {});
    faces_ = new QStackedLayout;
    auto& top = card_->addHeader({});
    top.addWidget(shape_);
    top.addWidget(facts_, 1);
    for (auto* button : {back_, next_}) {
        theme::setCompact(*button);
        top.addWidget(button);
    }
    tokens_->setFixedHeight(kViewHeight);
    seen_ = new QWidget;
    auto* inside = new QVBoxLayout(seen_);
    inside->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(4));
    inside->setSpacing(theme::space(3));
    inside->addWidget(tokens_);
    inside->addWidget(chart_);
    auto* body = new QWidget;
    body->setLayout(faces_);
    card_->body().addWidget(body);
    for (auto* face : {seen_, static_cast<QWidget*>(busy_), static_cast<QWidget*>(wrong_)}) faces_->addWidget(face);
    connect(back_, &QToolButton::clicked, this, [this] { step(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { step(1); });
    return card_;
}

QString DataStep::detail() const {
    const auto spec = draft().spec();
    if (!draft().hasData()) return tr("To choose");
    const auto first = QString::fromStdString(runs::shortName(spec.dataset.front()));
    return spec.dataset.size() == 1 ? first : tr("%1 and %2 more").arg(first).arg(spec.dataset.size() - 1);
}

void DataStep::fillTable() {
    std::vector<const bridge::DatasetEntry*> entries;
    for (const auto& entry : desk().services().datasets.all())
        if (desk().services().projects.shows(bridge::Projects::Kind::dataset, entry.id)) entries.push_back(&entry);
    choice_.setEntries(entries, draft().hasData() ? draft().spec().dataset : std::vector<std::string>());
    table_->setVisible(choice_.rowCount() > 0);
    empty_->setVisible(choice_.rowCount() == 0);
    const int rows = std::clamp(choice_.rowCount(), 3, kTableRows);
    table_->setFixedHeight(theme::px(theme::Size::tableHeader) + rows * theme::px(theme::Size::tableRow) + 2);
    if (!table_->currentIndex().isValid() && choice_.rowCount() > 0)
        table_->selectionModel()->setCurrentIndex(choice_.index(std::max(0, choice_.firstChosen()), 0), QItemSelectionModel::NoUpdate);
    refresh();
}

void DataStep::pick() { draft().chooseData(choice_.chosen()); }

void DataStep::refresh() {
    filling_ = true;
    const auto spec = draft().spec();
    choice_.setChosen(draft().hasData() ? spec.dataset : std::vector<std::string>());
    const auto share = std::ranges::find(kShares, spec.valSize);
    held_->choose(share != kShares.end() && spec.evalDataset.empty() ? int(share - kShares.begin()) : -1);
    const auto [rows, held] = rowsOf(spec, desk().services().datasets);
    heldField_->setRemark(rows + held == 0 ? QString()
                                           : tr("%1 train, %2 held out").arg(controls::formatCount(rows), controls::formatCount(held)));
    template_->setCurrentIndex(std::max(0, template_->findData(QString::fromStdString(spec.templateName))));
    templateField_->setVisible(spec.stage == runs::Stage::sft);
    if (!cutoff_->hasFocus() || cutoff_->value() != spec.cutoffLen) cutoff_->setValue(spec.cutoffLen);
    card_->setVisible(draft().hasData());
    filling_ = false;
    Q_EMIT changed();
    if (!open_ || !draft().hasData()) return;
    const auto asks = previewSpec().toJson();
    if (asks == asked_) {
        if (found_) {
            markCutoff(*found_, spec.cutoffLen);
            showPreview();
        }
        return;
    }
    soon_.start();
}

/// Of the draft all that the preview depends on; without a model yet, any that is here shows the words.
runs::RunSpec DataStep::previewSpec() const {
    auto spec = draft().spec();
    runs::RunSpec asked;
    asked.dataset = spec.dataset;
    asked.stage = spec.stage;
    asked.templateName = spec.templateName;
    asked.trainOnPrompt = spec.trainOnPrompt;
    asked.maskHistory = spec.maskHistory;
    asked.appendEos = spec.appendEos;
    asked.datasetDir = spec.datasetDir;
    asked.modelNameOrPath = spec.modelNameOrPath;
    const auto* model = desk().model();
    if (!draft().hasModel() || (model && !model->isHere())) {
        asked.modelNameOrPath.clear();
        for (const auto& each : desk().models.all())
            if (each.isHere()) {
                asked.modelNameOrPath = each.path.string();
                break;
            }
    }
    return asked;
}

void DataStep::preview() {
    auto spec = previewSpec();
    asked_ = spec.toJson();
    at_ = 0;
    if (spec.modelNameOrPath.empty()) {
        wrong_->setWords(tr("No model on this machine yet"),
                         tr("The preview needs a tokenizer. Choose a base model in the next step and come back."));
        return faces_->setCurrentWidget(wrong_);
    }
    spec.cutoffLen = draft().spec().cutoffLen;
    if (!found_) faces_->setCurrentWidget(busy_);
    if (job_ != 0) desk().services().jobs.cancel(job_);
    const auto work = [spec](const jobs::JobContext& job) { return previewSamples(spec, kPreviewRows, job.progress, job.stop); };
    job_ = desk().services().jobs.compute<SamplePreview>(
        {.title = tr("First samples"), .shown = false}, work, *this, [this, asked = asked_](Result<SamplePreview> preview) {
            if (asked != asked_) return;
            job_ = 0;
            if (preview) {
                found_ = std::move(*preview);
                return showPreview();
            }
            found_.reset();
            wrong_->setWords(QString::fromStdString(preview.error().message), QString::fromStdString(preview.error().hint));
            faces_->setCurrentWidget(wrong_);
        });
}

void DataStep::showPreview() {
    if (!found_ || found_->samples.empty()) return;
    faces_->setCurrentWidget(seen_);
    at_ = std::min(at_, found_->samples.size() - 1);
    const auto& sample = found_->samples[at_];
    tokens_->setTokens(sample.tokens);
    const auto count = std::int64_t(sample.tokens.size());
    QStringList facts{tr("Sample %1").arg(at_ + 1)};
    if (sample.refused.isEmpty())
        facts << tr("%1 tokens, %2 trained").arg(controls::formatCount(count), controls::formatCount(sample.trained));
    else
        facts << sample.refused;
    const auto* reader = desk().models.find(previewSpec().modelNameOrPath);
    facts << tr("read by %1").arg(reader ? reader->name.section(u'/', -1) : found_->model);
    facts_->setText(facts.join(u" · "_s));
    shape_->setLook(!sample.refused.isEmpty() ? controls::ChipLook{.text = tr("Left out"), .tone = controls::Tone::danger}
                    : sample.cut              ? controls::ChipLook{.text = tr("Cut"), .tone = controls::Tone::warning}
                                              : controls::ChipLook{.text = tr("Whole"), .tone = controls::Tone::success});
    chart_->show(found_->lengths, draft().spec().cutoffLen);
    back_->setEnabled(at_ > 0);
    next_->setEnabled(at_ + 1 < found_->samples.size());
    const auto over = std::ranges::count_if(found_->lengths, [&](auto length) { return length > draft().spec().cutoffLen; });
    cutoffField_->setRemark(over == 0 ? tr("none is longer")
                                      : tr("%1 are longer").arg(controls::formatPercent(double(over) / double(found_->lengths.size()), 1)));
}

void DataStep::step(int by) {
    at_ = std::size_t(std::clamp(int(at_) + by, 0, int(found_ ? found_->samples.size() : 1) - 1));
    showPreview();
}

}  // namespace

Step* makeDataStep(const Desk& desk) { return new DataStep(desk); }

}  // namespace anneal::pages

#include "data_step.moc"
