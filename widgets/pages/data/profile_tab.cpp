#include "pages/data/profile_tab.h"

#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QStackedLayout>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/face.h"
#include "controls/gauge.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/stat.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/data/dataset_words.h"
#include "pages/data/shown_text.h"
#include "pages/data/step_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kBarsShown = 8;
constexpr int kBarName = 120;
constexpr int kBarFigure = 96;
constexpr std::array<int, 7> kWidths{180, 132, 80, 88, 88, 184, 96};

QString languageText(const std::string& code) {
    if (code == "und") return ProfileTab::tr("Cannot be told");
    const QLocale locale(QString::fromStdString(code).replace(u'-', u'_'));
    // Its own name would be that of a country's English.
    if (locale.language() == QLocale::English) return ProfileTab::tr("English");
    const auto name = locale.nativeLanguageName();
    return locale.language() == QLocale::C || name.isEmpty() ? QString::fromStdString(code) : name;
}

}  // namespace

void ColumnTable::setProfile(data::Profile profile) {
    beginResetModel();
    profile_ = std::move(profile);
    endResetModel();
}

QVariant ColumnTable::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const auto& column = profile_.columns[std::size_t(index.row())];
    if (role == Qt::TextAlignmentRole) return index.column() >= empty ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    if (role != Qt::DisplayRole) return {};
    const bool isNumber = !column.lowest.is_null();
    switch (index.column()) {
        case name: return QString::fromStdString(column.name);
        case type: return typeText(column.type);
        case empty: return profile_.rows > 0 ? controls::formatPercent(double(column.nulls) / double(profile_.rows), 1) : QString();
        case distinct: return controls::formatCount(column.distinct);
        case median: return column.spread ? shownNumber(column.spread->median) : u"–"_s;
        case range:
            if (isNumber && column.lowest.is_number() && column.highest.is_number())
                return shownNumber(column.lowest.get<double>()) + u"–"_s + shownNumber(column.highest.get<double>());
            return column.spread ? tr("%1–%2 characters").arg(shownNumber(column.spread->lower), shownNumber(column.spread->upper))
                                 : u"–"_s;
        case outliers: return column.spread ? controls::formatCount(column.outliersBoth) : u"–"_s;
        default: return {};
    }
}

QVariant ColumnTable::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole && section >= empty) return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == range) return tr("Lowest and highest; of texts the middle half of the lengths");
    if (role == Qt::ToolTipRole && section == median) return tr("Of texts the length in characters");
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case name: return tr("Column");
        case type: return tr("Type");
        case empty: return tr("Empty");
        case distinct: return tr("Distinct");
        case median: return tr("Median");
        case range: return tr("Range");
        case outliers: return tr("Outliers");
        default: return {};
    }
}

ProfileTab::ProfileTab(const Context& context, data::Dataset dataset)
    : context_(context), dataset_(std::move(dataset)), faces_(new QStackedLayout(this)), busy_(controls::Face::busy({})) {
    faces_->addWidget(busy_);
    faces_->addWidget(makeFull());
    controls::say(*this, [this] {
        busy_->setWords(tr("Looking through the rows"), {});
        findings_->setTitle(tr("Findings"));
        languages_->setTitle(tr("Languages"));
        personal_->setTitle(tr("Personal data"));
        columnsCard_->setTitle(tr("Columns"));
        table_->setAccessibleName(tr("Columns with their figures"));
        columns_.retranslate();
        write();
    });
    measure();
}

ProfileTab::~ProfileTab() {
    if (job_ != 0) context_.services.jobs.cancel(job_);
}

QWidget* ProfileTab::makeFull() {
    auto* area = new controls::ScrollColumn;
    auto* stats = new controls::Card(16);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(6));
    for (int i = 0; i < 6; ++i) {
        stats_.push_back(new controls::Stat({}));
        row->addWidget(stats_.back());
    }
    row->addStretch();
    stats->body().addLayout(row);
    findings_ = new controls::Card(0);
    findings_->addHeader({}, 40);
    languages_ = new controls::Card(0);
    languages_->addHeader({}, 40);
    personal_ = new controls::Card(0);
    personal_->addHeader({}, 40);
    columnsCard_ = new controls::Card(0);
    columnsCard_->addHeader({}, 40);
    table_ = new controls::Table({});
    table_->setModel(&columns_);
    for (std::size_t i = 0; i < kWidths.size(); ++i) table_->setColumnWidth(int(i), kWidths[i]);
    table_->stretch(ColumnTable::name);
    table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    columnsCard_->body().addWidget(table_);
    auto* bars = new QHBoxLayout;
    bars->setSpacing(theme::space(4));
    bars->addWidget(languages_, 1);
    bars->addWidget(personal_, 1);
    auto& column = area->column();
    column.setContentsMargins(0, 0, theme::space(2), theme::space(4));
    column.setSpacing(theme::space(4));
    column.addWidget(stats);
    column.addWidget(findings_);
    column.addWidget(columnsCard_);
    column.addLayout(bars);
    column.addStretch();
    return area;
}

void ProfileTab::measure() {
    faces_->setCurrentIndex(0);
    const auto tell = context_.services.bridge.observer<double>(
        *this, [this](double share) { busy_->setProgress(share, controls::formatPercent(share)); });
    const auto work = [dataset = dataset_, tell](const jobs::JobContext& context) -> Result<Findings> {
        auto heard = context;
        const auto last = std::make_shared<std::atomic<int>>(-1);
        heard.progress = [&context, tell, last](const base::Progress& now) {
            if (context.progress) context.progress(now);
            const int percent = now.total > 0 ? int(100 * now.done / now.total) : 0;
            if (last->exchange(percent) != percent) tell(double(percent) / 100);
        };
        return findIn(dataset, heard);
    };
    const auto name = QString::fromStdString(dataset_.path().filename().string());
    job_ = context_.services.jobs.compute<Findings>(
        {.title = tr("Profile of %1").arg(name), .page = u"data"_s, .place = name}, work, *this, [this](Result<Findings> found) {
            job_ = 0;
            if (found) return show(std::move(*found));
            delete error_;
            error_ = controls::Face::error(tr("The profile could not be made"),
                                           QString::fromStdString(found.error().message + "\n" + found.error().hint),
                                           QString::fromStdString(found.error().code + ": " + found.error().message));
            error_->addAction(tr("Try again"), [this] { measure(); });
            faces_->addWidget(error_);
            faces_->setCurrentWidget(error_);
        });
}

void ProfileTab::show(Findings found) {
    found_ = std::move(found);
    columns_.setProfile(found_->profile);
    table_->setFixedHeight(theme::px(theme::Size::tableHeader) + columns_.rowCount() * theme::px(theme::Size::tableRow));
    faces_->setCurrentIndex(1);
    write();
}

QWidget* ProfileTab::makeFinding(const Finding& finding) {
    auto* row = new QWidget;
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(theme::space(4), theme::space(2), theme::space(3), theme::space(2));
    line->setSpacing(theme::space(3));
    line->addWidget(new controls::IconLabel("triangle-alert", Role::warningText));
    const auto kind = data::findStepKind(finding.step);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    QString columns;
    if (finding.given.contains("columns") && finding.given["columns"].is_array() && !finding.given["columns"].empty())
        columns = u" · "_s + QString::fromStdString(finding.given["columns"][0].get<std::string>());
    auto* name = new Label(stepText(finding.step) + columns);
    auto* reason = new Label(kind ? stepReason(**kind) : QString(), TextStyle::caption, Role::textSecondary);
    reason->setElided(true);
    words->addWidget(name);
    words->addWidget(reason);
    line->addLayout(words, 1);
    line->addWidget(
        new Label(finding.exact ? tr("%n row(s)", nullptr, int(finding.rows)) : tr("%n of the rows looked at", nullptr, int(finding.rows)),
                  TextStyle::body, Role::textSecondary));
    if (finding.example > 0) {
        auto* example = controls::makeButton(theme::Kind::link, tr("Example"));
        example->setAccessibleName(tr("Example for %1").arg(stepText(finding.step)));
        connect(example, &QPushButton::clicked, this, [this, at = finding.example] { Q_EMIT rowWanted(at); });
        line->addWidget(example);
    }
    auto* add = controls::makeButton(theme::Kind::secondary, tr("Add step"), "plus");
    theme::setCompact(*add);
    add->setAccessibleName(tr("Add %1").arg(stepText(finding.step) + columns));
    connect(add, &QPushButton::clicked, this, [this, finding] { Q_EMIT stepWanted(finding.step, finding.given); });
    line->addWidget(add);
    return row;
}

void ProfileTab::fill(controls::Card& card, const std::vector<std::pair<QString, std::int64_t>>& bars) {
    auto* rows = new QWidget;
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(4));
    column->setSpacing(theme::space(2));
    std::int64_t sum = 0;
    for (const auto& [name, count] : bars) sum += count;
    for (std::size_t i = 0; i < bars.size() && i < std::size_t(kBarsShown); ++i) {
        const auto& [name, count] = bars[i];
        auto* label = new Label(name);
        label->setElided(true);
        label->setFixedWidth(kBarName);
        auto* bar = new controls::Gauge(name);
        bar->setShare(sum > 0 ? double(count) / double(sum) : 0);
        auto* figure = new Label(controls::formatCount(count), TextStyle::body, Role::textSecondary);
        figure->setFixedWidth(kBarFigure);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* line = new QHBoxLayout;
        line->setSpacing(theme::space(3));
        line->addWidget(label);
        line->addWidget(bar, 1);
        line->addWidget(figure);
        column->addLayout(line);
    }
    column->addStretch();
    card.body().addWidget(rows, 1);
    (&card == languages_ ? languageRows_ : personalRows_) = rows;
}

void ProfileTab::write() {
    if (!found_) return;
    const auto& profile = found_->profile;
    const auto name = [](controls::Stat* stat, const QString& label, const QString& figure, const QString& origin) {
        stat->setLabel(label);
        stat->setFigure(figure, origin);
    };
    const auto share = profile.rows > 0 ? double(profile.exactDuplicates) / double(profile.rows) : 0;
    name(stats_[0], tr("Rows"), controls::formatCount(profile.rows), {});
    name(stats_[1], tr("Columns"), controls::formatCount(std::int64_t(profile.columns.size())), {});
    name(stats_[2], tr("Exact duplicates"), controls::formatCount(profile.exactDuplicates), controls::formatPercent(share, 1));
    name(stats_[3], tr("Median length"), controls::formatCount(std::llround(profile.length.median)), tr("characters"));
    name(stats_[4], tr("95 of 100 under"), controls::formatCount(std::llround(profile.length.p95)), tr("characters"));
    name(stats_[5], tr("Longest"), controls::formatCount(profile.length.longest), tr("characters"));
    for (auto** rows : {&findingRows_, &languageRows_, &personalRows_}) delete std::exchange(*rows, nullptr);
    findingRows_ = new QWidget;
    auto* column = new QVBoxLayout(findingRows_);
    column->setSpacing(0);
    column->setContentsMargins(0, 0, 0, theme::space(2));
    for (const auto& finding : found_->findings) column->addWidget(makeFinding(finding));
    if (found_->findings.empty()) {
        auto* fine = new Label(tr("Nothing to mend was found."), TextStyle::body, Role::textSecondary);
        fine->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
        column->addWidget(fine);
    }
    findings_->body().addWidget(findingRows_);
    std::vector<std::pair<QString, std::int64_t>> bars;
    for (const auto& [code, count] : found_->languages) bars.emplace_back(languageText(code), count);
    languages_->setVisible(!bars.empty());
    fill(*languages_, bars);
    bars.clear();
    for (const auto& [kind, count] : found_->personal) bars.emplace_back(optionText(kind), count);
    personal_->setVisible(!bars.empty());
    fill(*personal_, bars);
}

}  // namespace anneal::pages
