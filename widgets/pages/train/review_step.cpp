#include <QLineEdit>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "controls/face.h"
#include "controls/form_field.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "data/dataset_info.h"
#include "data/split.h"
#include "pages/train/check_words.h"
#include "pages/train/forecast_cards.h"
#include "pages/train/preflight_list.h"
#include "pages/train/step.h"
#include "runs/run_overview.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kNameWidth = 220;
constexpr int kChecksWidth = 400;
constexpr int kNarrow = 980;  // below, the checks stand under the forecast
constexpr int kSoonMs = 250;
constexpr int kChecksLeast = 360;

class ReviewStep : public Step {
    Q_OBJECT
public:
    explicit ReviewStep(const Desk& desk);

    QString name() const override { return tr("Review"); }
    QString detail() const override { return tr("Forecast and checks"); }
    QString missing() const override;
    QString obstacle() const override;
    QWidget* first() override { return name_; }
    void open() override {
        open_ = true;
        refresh();
    }
    void leave() override {
        open_ = false;
        stop();
    }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    void look(bool measure);
    void take(Result<runs::Assessment> assessed, bool measured);
    void show();
    void follow();
    void fix(const runs::Check& check);
    void splitApart(const runs::Check& check);
    void undo();
    void stop();

    struct Mend {
        QString text;
        OrderedJson before;
    };

    Heading* question_;
    QLineEdit* name_;
    MemoryCard* memory_;
    TimeCard* time_;
    DiskCard* disk_;
    FactsCard* facts_;
    PreflightList* checks_;
    QBoxLayout* columns_;
    controls::Face* busy_;
    controls::Face* wrong_;
    QWidget* full_;
    QStackedLayout* faces_;
    QTimer soon_;
    std::optional<runs::Assessment> seen_;
    OrderedJson looked_;  ///< the keys that seen_, or the look that is under way, is of
    std::optional<Error> error_;
    std::vector<Mend> mends_;
    quint64 job_ = 0;
    int turn_ = 0;  ///< of looks; what an earlier one brings is stale
    bool measuring_ = false, open_ = false;
};

ReviewStep::ReviewStep(const Desk& desk)
    : Step(desk),
      question_(new Heading),
      name_(new QLineEdit),
      memory_(new MemoryCard),
      time_(new TimeCard),
      disk_(new DiskCard),
      facts_(new FactsCard),
      checks_(new PreflightList),
      columns_(new QBoxLayout(QBoxLayout::LeftToRight)),
      busy_(controls::Face::busy({})),
      wrong_(controls::Face::error({}, {}, {})),
      full_(new QWidget),
      faces_(new QStackedLayout) {
    QVBoxLayout* column = nullptr;
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(makeColumn(question_, column));
    auto* caption = controls::makeCaption({});
    name_->setFixedWidth(kNameWidth);
    caption->setBuddy(name_);
    question_->right().addWidget(caption);
    question_->right().addWidget(name_);
    auto* left = new QVBoxLayout;
    left->setSpacing(theme::space(3));
    for (auto* card :
         {static_cast<QWidget*>(memory_), static_cast<QWidget*>(time_), static_cast<QWidget*>(disk_), static_cast<QWidget*>(facts_)})
        left->addWidget(card);
    left->addStretch(1);
    columns_->setSpacing(theme::space(4));
    columns_->addLayout(left, 1);
    columns_->addWidget(checks_);
    checks_->setMinimumHeight(kChecksLeast);
    full_->setLayout(columns_);
    auto* faces = new QWidget;
    faces->setLayout(faces_);
    column->addWidget(faces, 1);
    for (auto* face : {full_, static_cast<QWidget*>(busy_), static_cast<QWidget*>(wrong_)}) faces_->addWidget(face);
    auto& cancel = busy_->addAction({}, [this] { stop(); });
    auto& again = wrong_->addAction({}, [this] { look(false); });

    soon_.setSingleShot(true);
    soon_.setInterval(kSoonMs);
    connect(&soon_, &QTimer::timeout, this, [this] { look(false); });
    connect(name_, &QLineEdit::textEdited, this, [this](const QString& text) { draft().setName(text); });
    connect(checks_, &PreflightList::fixWanted, this, &ReviewStep::fix);
    connect(checks_, &PreflightList::undoWanted, this, &ReviewStep::undo);
    connect(time_, &TimeCard::measureWanted, this, [this] { look(true); });
    connect(&draft(), &Draft::changed, this, &ReviewStep::refresh);
    connect(&desk.services().jobs, &bridge::Jobs::changed, this, [this](quint64 id) {
        if (id == job_) follow();
    });
    controls::say(*this, [this, caption, &cancel, &again] {
        caption->setText(tr("Run name"));
        name_->setAccessibleName(tr("Run name"));
        cancel.setText(tr("Cancel"));
        again.setText(tr("Look again"));
        busy_->setWords(tr("Preparing the data for a look"), {});
        if (error_) wrong_->setWords(QString::fromStdString(error_->message), QString::fromStdString(error_->hint));
        show();
    });
}

void ReviewStep::resizeEvent(QResizeEvent* event) {
    Step::resizeEvent(event);
    const bool narrow = width() < kNarrow;
    columns_->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    checks_->setMinimumWidth(narrow ? 0 : kChecksWidth);
    checks_->setMaximumWidth(narrow ? QWIDGETSIZE_MAX : kChecksWidth);
}

QString ReviewStep::missing() const {
    if (!draft().hasModel()) return tr("Choose a base model first");
    if (!draft().hasData()) return tr("Choose a data set first");
    if (const auto finished = draft().finished(); !finished) return QString::fromStdString(finished.error().message);
    return {};
}

QString ReviewStep::obstacle() const {
    if (!seen_ || draft().keys() != looked_) return {};
    QStringList found;
    for (const auto& check : seen_->checks)
        if (check.level == runs::Check::Level::blocking) found << wordsOf(check).title + u". "_s + wordsOf(check).text;
    return found.join(u'\n');
}

void ReviewStep::refresh() {
    if (!name_->hasFocus()) name_->setText(draft().name());
    name_->setPlaceholderText(draft().nameOrDefault());
    Q_EMIT changed();
    if (!open_) return;
    if (draft().keys() == looked_) return show();
    // Words of the old look stay readable while the new one is made.
    checks_->setBusy(true);
    soon_.start();
}

void ReviewStep::stop() {
    soon_.stop();
    if (job_ == 0) return;
    ++turn_;
    desk().services().jobs.cancel(std::exchange(job_, 0));
    looked_ = nullptr;
    measuring_ = false;
    if (seen_) return show();
    error_ = Error{"stopped", tr("Stopped").toStdString(), tr("The forecast and the checks need the data prepared once.").toStdString()};
    show();
}

void ReviewStep::look(bool measure) {
    if (job_ != 0) desk().services().jobs.cancel(std::exchange(job_, 0));
    looked_ = draft().keys();
    measuring_ = measure;
    const auto finished = draft().finished();
    if (!finished) {
        error_ = finished.error();
        return show();
    }
    error_.reset();
    const auto program = measure ? desk().services().supervisor : std::filesystem::path();
    const auto work = [spec = *finished, program](const jobs::JobContext& job) {
        return runs::assessRun(spec, program, job.progress, job.stop);
    };
    const bridge::JobRequest request{.title = tr("Measure %1").arg(draft().nameOrDefault()), .page = u"train"_s, .shown = measure};
    job_ = desk().services().jobs.compute<runs::Assessment>(request, work, *this,
                                                            [this, measure, turn = ++turn_](Result<runs::Assessment> assessed) {
                                                                if (turn != turn_) return;
                                                                job_ = 0;
                                                                take(std::move(assessed), measure);
                                                            });
    show();
}

void ReviewStep::take(Result<runs::Assessment> assessed, bool measured) {
    measuring_ = false;
    if (assessed) {
        seen_ = std::move(*assessed);
    } else if (measured && seen_) {
        // What was counted still holds.
        desk().context.host.toast({controls::Tone::danger,
                                   QString::fromStdString(assessed.error().message),
                                   QString::fromStdString(assessed.error().hint),
                                   {},
                                   {}});
    } else {
        error_ = assessed.error();
    }
    show();
}

void ReviewStep::follow() {
    const auto* entry = desk().services().jobs.find(job_);
    if (!entry) return;
    const auto& progress = entry->now.progress;
    const double share = progress.total > 0 ? double(progress.done) / double(progress.total) : -1;
    const auto left = entry->now.secondsLeft ? tr("%1 left").arg(controls::formatDuration(*entry->now.secondsLeft)) : QString();
    busy_->setProgress(share, left);
    if (measuring_)
        time_->setMeasuring(true, progress.total > 0 ? tr("Step %1 of %2").arg(progress.done).arg(progress.total) : tr("Starting"));
}

void ReviewStep::show() {
    checks_->setBusy(job_ != 0 && !measuring_);
    time_->setMeasuring(measuring_, tr("Starting"));
    QString text = tr("What it will take, and what is worth a look before it starts.");
    if (error_) {
        wrong_->setWords(QString::fromStdString(error_->message), QString::fromStdString(error_->hint));
        faces_->setCurrentWidget(wrong_);
    } else if (!seen_) {
        faces_->setCurrentWidget(busy_);
    } else {
        faces_->setCurrentWidget(full_);
        memory_->show(seen_->forecast);
        time_->show(seen_->forecast);
        disk_->show(seen_->forecast);
        facts_->show(*seen_, runYaml(draft()));
        QStringList fixed;
        for (const auto& mend : mends_) fixed << mend.text;
        checks_->show(seen_->checks, fixed);
        text = PreflightList::summaryOf(seen_->checks);
    }
    question_->ask(tr("Ready to start"), text);
    Q_EMIT changed();
}

void ReviewStep::fix(const runs::Check& check) {
    if (check.id == "eval_overlap") return splitApart(check);
    mends_.push_back({wordsOf(check).fixed, draft().keys()});
    draft().apply(check.fix);
}

/// Equal rows stay together when the data set is divided by its content.
void ReviewStep::splitApart(const runs::Check& check) {
    const auto spec = draft().spec();
    const auto stem = runs::shortName(spec.dataset.front());
    const double share = spec.valSize > 0 && spec.valSize < 1 ? spec.valSize : 0.05;
    const auto train = data::newDatasetFolder(stem + "-train"), eval = data::newDatasetFolder(stem + "-eval");
    const auto work = [=](const jobs::JobContext& job) -> Result<bool> {
        ANNEAL_TRY(dataset, data::openData(spec.dataset.front(), spec.datasetDir, job.progress, job.stop));
        data::SplitOptions options;
        options.fractions = {{train.filename().string(), 1 - share}, {eval.filename().string(), share}};
        options.seed = spec.seed;
        options.out = train.parent_path();
        ANNEAL_TRY(parts, data::splitDataset(dataset, options, job.progress, job.stop));
        return parts.size() == 2;
    };
    desk().services().jobs.compute<bool>(
        {.title = tr("Split %1").arg(QString::fromStdString(stem))}, work, *this, [this, check, train, eval](Result<bool> split) {
            if (!split)
                return desk().context.host.toast({controls::Tone::danger,
                                                  QString::fromStdString(split.error().message),
                                                  QString::fromStdString(split.error().hint),
                                                  {},
                                                  {}});
            auto& services = desk().services();
            for (const auto& folder : {train, eval})
                services.projects.keep(bridge::Projects::Kind::dataset, QString::fromStdString(folder.filename().string()));
            services.datasets.reload();
            mends_.push_back({wordsOf(check).fixed, draft().keys()});
            draft().apply({{"dataset", OrderedJson::array({train.string()})},
                           {"eval_dataset", OrderedJson::array({eval.string()})},
                           {"val_size", nullptr}});
        });
}

void ReviewStep::undo() {
    if (mends_.empty()) return;
    const auto mend = std::move(mends_.back());
    mends_.pop_back();
    draft().setKeys(mend.before);
}

}  // namespace

Step* makeReviewStep(const Desk& desk) { return new ReviewStep(desk); }

}  // namespace anneal::pages

#include "review_step.moc"
