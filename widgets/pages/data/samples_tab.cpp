#include "pages/data/samples_tab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QListView>
#include <QPushButton>
#include <QRandomGenerator>
#include <QStackedLayout>
#include <QStyledItemDelegate>
#include <QToolTip>
#include <QVBoxLayout>

#include "controls/bar.h"
#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/cell.h"
#include "controls/chip.h"
#include "controls/face.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/token_view.h"
#include "controls/words.h"
#include "pages/data/length_chart.h"
#include "pages/data/token_legend.h"
#include "text/template_names.h"
#include "theme/icons.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kListWidth = 208;
constexpr int kFiguresWidth = 288;
constexpr int kItemHeight = 44;
constexpr int kMostTokens = 1'000'000;
constexpr std::int64_t kMeasuredAtOnce = 20'000;  // rows; more are measured when asked
constexpr std::int64_t kStride = 256;

/// A sample's number, its tokens, and a bar: prompt grey, trained green, the cutoff as a tick.
class SampleDelegate : public QStyledItemDelegate {
public:
    SampleDelegate(const std::shared_ptr<SampleLens>& lens, QObject* parent) : QStyledItemDelegate(parent), lens_(lens) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, kItemHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        controls::drawCellGround(*painter, option, index);
        const auto inside = controls::cellContents(option);
        const QRectF line(inside.left(), inside.top() + 6, inside.width(), theme::lineHeight(TextStyle::body));
        theme::drawText(*painter, line, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(), theme::font(TextStyle::body),
                        controls::cellInk(option, theme::color(Role::text)));
        const auto known = index.data(SampleList::length);
        if (!known.isValid() || !lens_) return;
        const auto length = known.value<SampleLength>();
        const auto cutoff = lens_->options().cutoff;
        const auto ink = controls::cellInk(option, theme::color(length.failed               ? Role::dangerText
                                                                : length.hasProblem(cutoff) ? Role::warningText
                                                                                            : Role::textSecondary));
        const auto words = length.failed ? SamplesTab::tr("no sample") : SamplesTab::tr("%n token(s)", nullptr, length.tokens);
        theme::drawText(*painter, line, Qt::AlignRight | Qt::AlignVCenter, words, theme::font(TextStyle::caption), ink);
        if (length.failed) return;
        const double whole = double(std::max<std::int64_t>(cutoff * 9 / 8, 1));
        const QRectF bar(inside.left(), inside.bottom() - 12, inside.width(), 4);
        controls::drawBar(*painter, bar, 4,
                          {{std::min(1.0, double(length.tokens - length.trained) / whole), Role::textDisabled},
                           {std::min(1.0, double(length.trained) / whole), Role::success}});
        theme::fillRect(*painter, QRectF(bar.left() + bar.width() * double(cutoff) / whole, bar.top() - 2, 1, 8),
                        theme::color(Role::warning));
    }

private:
    const std::shared_ptr<SampleLens>& lens_;
};

std::pair<Label*, Label*> addFact(controls::Card& card) {
    auto* name = new Label({}, TextStyle::body, Role::textSecondary);
    auto* value = new Label({}, TextStyle::body);
    auto* row = new QHBoxLayout;
    row->addWidget(name);
    row->addStretch();
    row->addWidget(value);
    card.body().addLayout(row);
    return {name, value};
}

}  // namespace

SamplesTab::SamplesTab(const Context& context, data::Dataset dataset)
    : context_(context),
      dataset_(std::move(dataset)),
      samples_(context.services.bridge),
      faces_(new QStackedLayout(this)),
      none_(controls::Face::empty("box", {}, {})),
      busy_(controls::Face::busy({})) {
    auto* full = new QWidget;
    auto* row = new QHBoxLayout(full);
    row->setSpacing(theme::space(4));
    row->addWidget(makeList());
    row->addWidget(makeSample(), 1);
    row->addWidget(makeFigures());
    for (auto* face : {static_cast<QWidget*>(none_), static_cast<QWidget*>(busy_), full}) faces_->addWidget(face);
    if (context.host.has(u"models"_s)) models_ = &none_->addAction({}, [this] { context_.host.go(u"models"_s); });
    fillModels();
    connect(&context.services.models, &bridge::ModelList::changed, this, &SamplesTab::fillModels);
    controls::say(*this, [this] { write(); });
}

SamplesTab::~SamplesTab() {
    if (measuring_ != 0) context_.services.jobs.cancel(measuring_);
}

QWidget* SamplesTab::makeList() {
    auto* card = new controls::Card(0);
    card->setFixedWidth(kListWidth);
    which_ = new QComboBox;
    which_->addItems({QString(), QString()});
    theme::setCompact(*which_);
    list_ = new QListView;
    list_->setModel(&samples_);
    list_->setItemDelegate(new SampleDelegate(lens_, list_));
    list_->setUniformItemSizes(true);
    list_->setFrameShape(QFrame::NoFrame);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->viewport()->setAutoFillBackground(false);
    list_->setMouseTracking(true);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme::space(2), theme::space(2), theme::space(2), theme::space(2));
    top->addWidget(which_);
    card->body().addLayout(top);
    card->addRule();
    card->body().addWidget(list_, 1);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (index.isValid()) showRow(samples_.rowAt(index.row()));
    });
    connect(which_, &QComboBox::activated, this, [this](int which) {
        if (which == 0) return samples_.setOrder({});
        if (!lengths_) return measure();
        showLengths();
    });
    return card;
}

QWidget* SamplesTab::makeSample() {
    auto* card = new controls::Card(0);
    title_ = new Label({}, TextStyle::body);
    title_->setTextStyle(TextStyle::body, theme::Weight::semibold);
    problem_ = new controls::Chip({});
    previous_ = new controls::IconButton("chevron-up", {}, theme::Kind::secondary);
    next_ = new controls::IconButton("chevron-down", {}, theme::Kind::secondary);
    random_ = new controls::IconButton("refresh-cw", {}, theme::Kind::secondary);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(theme::space(4), theme::space(2), theme::space(3), theme::space(2));
    top->setSpacing(theme::space(2));
    top->addWidget(title_);
    top->addWidget(problem_);
    top->addStretch();
    for (auto* button : {random_, previous_, next_}) {
        theme::setCompact(*button);
        top->addWidget(button);
    }
    tokens_ = new controls::TokenView({});
    tokens_->document()->setDocumentMargin(theme::space(4));
    tokens_->viewport()->setAutoFillBackground(false);
    trouble_ = new Label({}, TextStyle::body, Role::dangerText);
    trouble_->setWordWrap(true);
    trouble_->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
    card->body().addLayout(top);
    card->addRule();
    card->body().addWidget(trouble_);
    card->body().addWidget(tokens_, 1);
    card->addRule();
    card->body().addWidget(new TokenLegend);
    connect(previous_, &QAbstractButton::clicked, this, [this] { step(-1); });
    connect(next_, &QAbstractButton::clicked, this, [this] { step(1); });
    connect(random_, &QAbstractButton::clicked, this, &SamplesTab::random);
    connect(tokens_, &controls::TokenView::tokenClicked, this, [this](std::size_t index, const QPoint& at) {
        if (!shown_ || index >= shown_->tokens.size()) return;
        const auto& token = shown_->tokens[index];
        QToolTip::showText(at, tr("Token %1, id %2").arg(controls::formatCount(std::int64_t(index + 1)), controls::formatCount(token.id)),
                           tokens_);
    });
    return card;
}

QWidget* SamplesTab::makeFigures() {
    auto* area = new controls::ScrollColumn;
    area->setFixedWidth(kFiguresWidth);
    sampleCard_ = new controls::Card(16);
    lengthsCard_ = new controls::Card(16);
    renderCard_ = new controls::Card(16);
    auto& column = area->column();
    column.setSpacing(theme::space(3));
    for (auto* card : {renderCard_, sampleCard_, lengthsCard_}) {
        card->body().setSpacing(theme::space(2));
        card->addHeader({}, 24);
        column.addWidget(card);
    }
    column.addStretch();
    for (int i = 0; i < 4; ++i) facts_.push_back(addFact(*sampleCard_));
    chart_ = new LengthChart;
    measure_ = controls::makeButton(theme::Kind::secondary, {}, "gauge");
    theme::setCompact(*measure_);
    lengthsCard_->body().addWidget(chart_);
    for (int i = 0; i < 3; ++i) lengthFacts_.push_back(addFact(*lengthsCard_));
    lengthsCard_->body().addWidget(measure_);
    model_ = new QComboBox;
    template_ = new QComboBox;
    template_->addItem({}, QString());
    for (const auto& name : text::templateNames()) template_->addItem(QString::fromStdString(name), QString::fromStdString(name));
    cutoff_ = new controls::CountField({}, 1, kMostTokens);
    cutoff_->setValue(2048);
    cutoff_->setKeyboardTracking(false);
    prompt_ = new QCheckBox;
    modelFrame_ = new controls::FormField({}, model_);
    templateFrame_ = new controls::FormField({}, template_);
    cutoffFrame_ = new controls::FormField({}, cutoff_);
    for (auto* box : {model_, template_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
    }
    for (auto* frame : {modelFrame_, templateFrame_, cutoffFrame_}) renderCard_->body().addWidget(frame);
    renderCard_->body().addWidget(prompt_);
    connect(model_, &QComboBox::activated, this, &SamplesTab::openLens);
    connect(template_, &QComboBox::activated, this, &SamplesTab::openLens);
    connect(cutoff_, &QSpinBox::valueChanged, this, &SamplesTab::openLens);
    connect(prompt_, &QCheckBox::clicked, this, &SamplesTab::openLens);
    connect(measure_, &QPushButton::clicked, this, &SamplesTab::measure);
    return area;
}

void SamplesTab::fillModels() {
    const auto before = model_->currentText();
    model_->clear();
    for (const auto& each : context_.services.models.all())
        model_->addItem(QString::fromStdString(each.name), QString::fromStdString(each.path.string()));
    if (model_->count() == 0) return faces_->setCurrentWidget(none_);
    model_->setCurrentIndex(std::max(0, model_->findText(before)));
    if (!lens_ || before != model_->currentText()) openLens();
}

void SamplesTab::openLens() {
    if (model_->count() == 0) return;
    const auto turn = ++turn_;
    if (measuring_ != 0) context_.services.jobs.cancel(std::exchange(measuring_, 0));
    LensOptions options{model_->currentData().toString().toStdString(), template_->currentData().toString().toStdString(), cutoff_->value(),
                        prompt_->isChecked()};
    if (!lens_) faces_->setCurrentWidget(busy_);
    using Lens = std::shared_ptr<SampleLens>;
    const auto work = [dataset = dataset_, options](const jobs::JobContext&) { return SampleLens::open(dataset, options); };
    context_.services.jobs.compute<Lens>({.title = tr("Read the tokenizer"), .shown = false}, work, *this,
                                         [this, turn](Result<Lens> lens) { takeLens(turn, std::move(lens)); });
}

void SamplesTab::takeLens(quint64 turn, Result<std::shared_ptr<SampleLens>> lens) {
    if (turn != turn_) return;
    if (!lens) return fail(lens.error());
    const auto row = shown_ ? shown_->row - 1 : 0;
    lens_ = std::move(*lens);
    lengths_.reset();
    which_->setCurrentIndex(0);
    samples_.setLens(lens_);
    faces_->setCurrentIndex(2);
    if (const int index = samples_.indexOf(row); index >= 0) list_->setCurrentIndex(samples_.index(index));
    if (lens_->size() <= kMeasuredAtOnce) measure();
    showLengths();
}

void SamplesTab::fail(const Error& error) {
    delete error_;
    error_ = controls::Face::error(tr("The samples cannot be shown"), QString::fromStdString(error.message + "\n" + error.hint),
                                   QString::fromStdString(error.code + ": " + error.message));
    error_->addAction(tr("Use the model's own template"), [this] {
        template_->setCurrentIndex(0);
        openLens();
    });
    faces_->addWidget(error_);
    faces_->setCurrentWidget(error_);
}

void SamplesTab::showRow(std::int64_t row) {
    const auto turn = ++rowTurn_;
    const auto work = [lens = lens_, row](const jobs::JobContext&) { return lens->sample(row); };
    context_.services.jobs.compute<ShownSample>({.title = tr("Show a sample"), .shown = false}, work, *this,
                                                [this, turn](Result<ShownSample> sample) {
                                                    if (turn != rowTurn_) return;
                                                    if (!sample) return fail(sample.error());
                                                    show(*sample);
                                                });
}

void SamplesTab::show(const ShownSample& sample) {
    shown_ = sample;
    tokens_->setTokens(sample.tokens);
    tokens_->moveCursor(QTextCursor::Start);
    write();
}

void SamplesTab::step(int by) {
    const int rows = samples_.rowCount();
    if (rows > 0) list_->setCurrentIndex(samples_.index(std::clamp(list_->currentIndex().row() + by, 0, rows - 1)));
}

void SamplesTab::random() {
    const int rows = samples_.rowCount();
    if (rows > 0) list_->setCurrentIndex(samples_.index(int(QRandomGenerator::global()->bounded(rows))));
}

void SamplesTab::measure() {
    if (measuring_ != 0 || !lens_) return;
    const auto work = [lens = lens_](const jobs::JobContext& context) -> Result<SampleLengths> {
        SampleLengths lengths;
        while (lengths.rows < lens->size()) {
            if (context.stop.stopRequested()) return anneal::fail("stopped", "stopped");
            ANNEAL_TRY(some, lens->lengths(lengths.rows, kStride));
            for (const auto& length : some) {
                if (!length.failed) lengths.tokens.push_back(length.tokens);
                if (length.hasProblem(lens->options().cutoff)) lengths.problems.push_back(std::int32_t(lengths.rows));
                ++lengths.rows;
            }
            context.progress({lengths.rows, lens->size(), {}});
        }
        std::ranges::sort(lengths.tokens);
        return lengths;
    };
    const auto name = QString::fromStdString(dataset_.path().filename().string());
    const auto turn = turn_;
    measuring_ = context_.services.jobs.compute<SampleLengths>(
        {.title = tr("Measure the samples of %1").arg(name), .page = u"data"_s, .place = name, .shown = lens_->size() > kMeasuredAtOnce},
        work, *this, [this, turn](Result<SampleLengths> lengths) {
            if (turn != turn_) return;
            measuring_ = 0;
            if (lengths) lengths_ = std::move(*lengths);
            showLengths();
        });
    showLengths();
}

void SamplesTab::showLengths() {
    measure_->setVisible(!lengths_ && measuring_ == 0);
    chart_->setVisible(lengths_.has_value());
    for (auto& [name, value] : lengthFacts_) {
        name->setVisible(lengths_.has_value());
        value->setVisible(lengths_.has_value());
    }
    if (!lengths_) return write();
    const auto& tokens = lengths_->tokens;
    const auto& problems = lengths_->problems;
    if (which_->currentIndex() == 1) samples_.setOrder(problems);
    const auto at = [&](double share) {
        return tokens.empty() ? std::int64_t(0) : std::int64_t(tokens[std::size_t(double(tokens.size() - 1) * share)]);
    };
    lengthFacts_[0].second->setText(controls::formatCount(at(0.5)));
    lengthFacts_[1].second->setText(controls::formatCount(at(0.95)));
    const auto share = lengths_->rows > 0 ? double(problems.size()) / double(lengths_->rows) : 0.0;
    lengthFacts_[2].second->setText(
        u"%1 (%2)"_s.arg(controls::formatCount(std::int64_t(problems.size())), controls::formatPercent(share, 1)));
    lengthFacts_[2].second->setRole(problems.empty() ? Role::text : Role::warningText);
    chart_->setLengths(tokens, lens_->options().cutoff);
    write();
}

void SamplesTab::write() {
    none_->setWords(tr("No model to read the rows with"), tr("Samples show as a model sees them. Add a model's folder first."));
    busy_->setWords(tr("Reading the tokenizer"), {});
    if (models_) models_->setText(tr("Models"));
    list_->setAccessibleName(tr("Samples"));
    which_->setAccessibleName(tr("Which samples"));
    which_->setItemText(0, tr("File order"));
    which_->setItemText(1, tr("Problems only"));
    previous_->setName(tr("Previous sample"));
    next_->setName(tr("Next sample"));
    random_->setName(tr("A sample by chance"));
    tokens_->setAccessibleName(tr("The sample as tokens"));
    chart_->setAccessibleName(tr("Lengths of all samples"));
    sampleCard_->setTitle(tr("This sample"));
    lengthsCard_->setTitle(measuring_ != 0 ? tr("Measuring all samples") : tr("Length, all samples"));
    renderCard_->setTitle(tr("How it is rendered"));
    modelFrame_->setCaption(tr("Model"));
    templateFrame_->setCaption(tr("Template"));
    cutoffFrame_->setCaption(tr("Cutoff"));
    controls::setUnit(*cutoff_, tr("tokens"));
    template_->setItemText(0, tr("The model's own"));
    prompt_->setText(tr("Train on prompts too"));
    measure_->setText(tr("Measure all samples"));
    const std::array names{tr("Tokens"), tr("Trained"), tr("Cut off"), tr("End token")};
    for (std::size_t i = 0; i < names.size(); ++i) facts_[i].first->setText(names[i]);
    const std::array lengthNames{tr("Median"), tr("95 of 100 under"), tr("Problems")};
    for (std::size_t i = 0; i < lengthNames.size(); ++i) lengthFacts_[i].first->setText(lengthNames[i]);
    const bool failed = shown_ && shown_->error;
    trouble_->setVisible(failed);
    tokens_->setVisible(!failed);
    problem_->setVisible(false);
    if (!shown_) return;
    title_->setText(tr("Sample %1").arg(controls::formatCount(shown_->row)));
    if (failed)
        return trouble_->setText(
            controls::sentences({QString::fromStdString(shown_->error->message), QString::fromStdString(shown_->error->hint)}));
    const auto& length = shown_->length;
    const auto cut = std::max<std::int64_t>(0, length.tokens - lens_->options().cutoff);
    if (cut > 0)
        problem_->setLook({.text = tr("Longer than the cutoff"), .tone = controls::Tone::warning, .icon = "scissors"});
    else if (length.mute)
        problem_->setLook({.text = tr("No answer to learn"), .tone = controls::Tone::warning, .icon = "triangle-alert"});
    problem_->setVisible(length.hasProblem(lens_->options().cutoff));
    facts_[0].second->setText(controls::formatCount(length.tokens));
    facts_[1].second->setText(u"%1 (%2)"_s.arg(controls::formatCount(length.trained),
                                               controls::formatPercent(length.tokens > 0 ? double(length.trained) / length.tokens : 0)));
    facts_[2].second->setText(cut == 0 ? tr("none")
                                       : tr("%1, %2 trained").arg(controls::formatCount(cut), controls::formatCount(length.trainedCut)));
    facts_[2].second->setRole(cut > 0 ? Role::warningText : Role::text);
    facts_[3].second->setText(shown_->endsWithStop ? tr("trained") : length.trainedCut > 0 ? tr("lost to the cutoff") : tr("none"));
    facts_[3].second->setRole(shown_->endsWithStop ? Role::text : Role::warningText);
}

}  // namespace anneal::pages
