#include "pages/data/split_panel.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "base/scratch_folder.h"
#include "controls/buttons.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kTopHeight = 52;
constexpr int kMostSeed = 1'000'000'000;
constexpr std::int64_t kMostStrata = 100;

QString partName(const std::string& part) {
    if (part == "train") return SplitPanel::tr("Training");
    return part == "validation" ? SplitPanel::tr("Validation") : SplitPanel::tr("Test");
}

/// The parts made aside, then each a data set of its own beside the others.
Result<QStringList> splitInto(const data::Dataset& dataset, data::SplitOptions options, const jobs::JobContext& context) {
    const auto stem = dataset.path().filename().string();
    const auto aside = data::datasetsHome() / ("." + stem + "-" + base::randomUuid());
    options.out = aside;
    std::error_code error;
    const auto parts = data::splitDataset(dataset, options, context.progress, context.stop);
    QStringList made;
    if (parts)
        for (const auto& part : *parts) {
            const auto folder = data::newDatasetFolder(stem + "-" + part.name);
            std::filesystem::rename(part.dataset, folder, error);
            if (error) break;
            made << QString::fromStdString(folder.filename().string());
        }
    std::error_code ignored;
    std::filesystem::remove_all(aside, ignored);
    if (!parts) return fail(parts.error());
    if (error) return fail("write_failed", error.message(), "check the data folder");
    return made;
}

}  // namespace

SplitPanel::SplitPanel(const Context& context, data::Dataset dataset)
    : context_(context),
      dataset_(std::move(dataset)),
      title_(new Label({}, TextStyle::title)),
      close_(new controls::IconButton("x", {})),
      reason_(new Label({}, TextStyle::body, Role::textSecondary)),
      seed_(new controls::CountField({}, 0, kMostSeed)),
      stratify_(new QComboBox),
      seedFrame_(new controls::FormField({}, seed_)),
      stratifyFrame_(new controls::FormField({}, stratify_)),
      sum_(new Label({}, TextStyle::caption, Role::textSecondary)),
      split_(controls::makeButton(theme::Kind::primary, {}, "scissors")) {
    auto* top = new QWidget;
    top->setFixedHeight(kTopHeight);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(4), 0, theme::space(2), 0);
    row->addWidget(title_, 1);
    row->addWidget(close_);
    reason_->setWordWrap(true);
    sum_->setWordWrap(true);
    seed_->setValue(42);
    stratify_->addItem({}, QString());
    for (const auto& column : dataset_.manifest().columns)
        if (column.summary && column.summary->exact && column.summary->distinct > 1 && column.summary->distinct <= kMostStrata)
            stratify_->addItem(QString::fromStdString(column.name), QString::fromStdString(column.name));
    auto* form = new QVBoxLayout;
    form->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(4));
    form->setSpacing(theme::space(3));
    form->addWidget(reason_);
    for (const auto& [part, share] : data::SplitOptions{}.fractions) {
        auto* field = new controls::DecimalField({}, 0, 100, 1);
        controls::setUnit(*field, u"%"_s);
        field->setValue(share * 100);
        connect(field, &QDoubleSpinBox::valueChanged, this, &SplitPanel::judge);
        parts_.emplace_back(part, field);
        frames_.push_back(new controls::FormField({}, field));
        form->addWidget(frames_.back());
    }
    form->addWidget(sum_);
    form->addWidget(seedFrame_);
    form->addWidget(stratifyFrame_);
    form->addWidget(split_);
    form->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(top);
    column->addLayout(form, 1);
    connect(close_, &QAbstractButton::clicked, this, &SplitPanel::closed);
    connect(split_, &QPushButton::clicked, this, &SplitPanel::run);
    controls::say(*this, [this] {
        title_->setText(tr("Split"));
        close_->setName(tr("Close splitting"));
        reason_->setText(tr("Equal rows stay together, so that nothing of the test is trained. Each part becomes a data set."));
        for (std::size_t i = 0; i < parts_.size(); ++i) frames_[i]->setCaption(partName(parts_[i].first));
        seedFrame_->setCaption(tr("Seed"));
        seedFrame_->setRemark(tr("the same gives the same parts"));
        stratifyFrame_->setCaption(tr("Keep the shares of"));
        stratify_->setItemText(0, tr("No column"));
        split_->setText(tr("Split"));
        judge();
    });
}

void SplitPanel::judge() {
    double sum = 0;
    for (const auto& [part, field] : parts_) sum += field->value();
    const auto rows = double(dataset_.manifest().rows);
    QStringList counts;
    for (const auto& [part, field] : parts_)
        counts << partName(part) + u' ' + controls::formatCount(std::llround(rows * field->value() / 100));
    const bool tooMuch = sum > 100 + 1e-6;
    sum_->setRole(tooMuch ? Role::dangerText : Role::textSecondary);
    sum_->setText(tooMuch ? tr("The parts are more than everything") : counts.join(u" · "_s));
    controls::disableBecause(*split_, tooMuch    ? tr("The parts are more than everything")
                                      : sum <= 0 ? tr("Give a part its share")
                                                 : QString());
}

void SplitPanel::run() {
    data::SplitOptions options;
    options.fractions.clear();
    for (const auto& [part, field] : parts_)
        if (field->value() > 0) options.fractions.emplace_back(part, field->value() / 100);
    options.seed = std::uint64_t(seed_->value());
    options.stratify = stratify_->currentData().toString().toStdString();
    const auto name = QString::fromStdString(dataset_.path().filename().string());
    const auto work = [dataset = dataset_, options](const jobs::JobContext& context) { return splitInto(dataset, options, context); };
    context_.services.jobs.compute<QStringList>(
        {.title = tr("Split %1").arg(name), .page = u"data"_s}, work, *this, [this, name](Result<QStringList> made) {
            context_.services.datasets.reload();
            if (!made) {
                if (made.error().code != "stopped")
                    context_.host.toast({controls::Tone::danger,
                                         QString::fromStdString(made.error().message),
                                         QString::fromStdString(made.error().hint),
                                         {},
                                         {}});
                return;
            }
            for (const auto& id : *made) context_.services.projects.keep(bridge::Projects::Kind::dataset, id);
            context_.host.toast({controls::Tone::success, tr("%1 is split").arg(name), made->join(u", "_s), tr("Show"),
                                 [host = &context_.host] { host->go(u"data"_s, u"list"_s); }});
            Q_EMIT closed();
        });
}

void SplitPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT closed();
    QWidget::keyPressEvent(event);
}

}  // namespace anneal::pages
