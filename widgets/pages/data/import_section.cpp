#include "pages/data/import_section.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/face.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/scroll_column.h"
#include "controls/switch.h"
#include "controls/table.h"
#include "controls/words.h"
#include "data/dataset.h"
#include "data/mapping_file.h"
#include "pages/data/dataset_words.h"
#include "pages/data/mapping_form.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kSourceWidth = 304;
constexpr int kRowsHeight = 240;  // of the first rows, at the least
constexpr int kLeastColumnWidth = 128;
constexpr int kColumnWidth = 216;
constexpr int kReadingWidth = 148;
constexpr std::array kEncodings{"UTF-8",     "UTF-16LE", "UTF-16BE",     "GB18030",      "Big5",
                                "Shift_JIS", "EUC-KR",   "windows-1251", "windows-1252", "ISO-8859-1"};

struct Delimiter {
    char sign;
    const char* name;
};
constexpr std::array kDelimiters{
    Delimiter{',', QT_TRANSLATE_NOOP("ImportSection", "Comma")}, Delimiter{';', QT_TRANSLATE_NOOP("ImportSection", "Semicolon")},
    Delimiter{'\t', QT_TRANSLATE_NOOP("ImportSection", "Tab")}, Delimiter{'|', QT_TRANSLATE_NOOP("ImportSection", "Bar")}};

QString stemOf(const std::filesystem::path& source) {
    const auto name = source.filename().string();
    auto stem = name.substr(0, name.find('.'));
    if (const auto mark = stem.find('?'); mark != std::string::npos) stem.resize(mark);
    return stem.empty() ? u"data"_s : QString::fromStdString(stem);
}

}  // namespace

ImportSection::ImportSection(const Context& context)
    : context_(context),
      header_(new controls::PageHeader({})),
      source_(new SourceCard(context)),
      faces_(new QStackedWidget),
      start_(controls::Face::empty("table", {}, {})),
      busy_(controls::Face::busy({})) {
    found_ = makeFound();
    report_ = makeReport();
    source_->setFixedWidth(kSourceWidth);
    for (auto* face : {static_cast<QWidget*>(start_), static_cast<QWidget*>(busy_), found_, report_}) faces_->addWidget(face);
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(4));
    row->addWidget(source_);
    row->addWidget(faces_, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
    column->setSpacing(theme::space(4));
    column->addWidget(header_);
    column->addLayout(row, 1);
    connect(header_, &controls::PageHeader::trailClicked, this, &ImportSection::backWanted);
    connect(source_, &SourceCard::chosen, this, [this] {
        reading_ = {};
        look();
    });
    controls::say(*this, [this] { write(); });
}

QWidget* ImportSection::makeReading() {
    auto* reading = new QWidget;
    encoding_ = new QComboBox;
    for (const auto* name : kEncodings) encoding_->addItem(QString::fromLatin1(name));
    delimiter_ = new QComboBox;
    for (const auto& each : kDelimiters) delimiter_->addItem(QString(), QChar::fromLatin1(each.sign));
    firstRow_ = new controls::Switch;
    encodingFrame_ = new controls::FormField({}, encoding_);
    delimiterFrame_ = new controls::FormField({}, delimiter_);
    for (auto* frame : {encodingFrame_, delimiterFrame_}) frame->setFixedWidth(kReadingWidth);
    auto* row = new QHBoxLayout(reading);
    row->setSpacing(theme::space(3));
    row->addWidget(encodingFrame_);
    row->addWidget(delimiterFrame_);
    row->addWidget(firstRow_, 0, Qt::AlignBottom);
    row->addStretch();
    connect(encoding_, &QComboBox::activated, this, [this] {
        reading_.encoding = encoding_->currentText().toStdString();
        look();
    });
    connect(delimiter_, &QComboBox::activated, this, [this] {
        reading_.delimiter = delimiter_->currentData().toChar().toLatin1();
        look();
    });
    connect(firstRow_, &QAbstractButton::clicked, this, [this](bool on) {
        reading_.header = on;
        look();
    });
    return reading;
}

QWidget* ImportSection::makeFound() {
    auto* page = new QWidget;
    auto* card = new controls::Card(16);
    format_ = new Label({}, TextStyle::body, Role::textSecondary);
    format_->setElided(true);
    mapping_ = new MappingForm;
    card->body().setSpacing(theme::space(3));
    card->body().addWidget(format_);
    card->body().addWidget(makeReading());
    card->body().addWidget(mapping_);
    auto* rows = new controls::Card(0);
    headFacts_ = new Label({}, TextStyle::caption, Role::textSecondary);
    auto& top = rows->addHeader({}, 40);
    top.addWidget(headFacts_);
    headTable_ = new controls::Table({}, controls::Table::Rows::compact);
    headTable_->setHorizontalHeader(new RoleHeader(headTable_));
    headTable_->setModel(&head_);
    rows->body().addWidget(headTable_, 1);
    controls::say(*rows, [rows] { rows->setTitle(tr("The first rows")); });
    name_ = new QLineEdit;
    nameFrame_ = new controls::FormField({}, name_);
    load_ = controls::makeButton(theme::Kind::quiet, {}, "folder-open");
    save_ = controls::makeButton(theme::Kind::quiet, {}, "save");
    import_ = controls::makeButton(theme::Kind::primary, {}, "upload");
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    acts->addWidget(nameFrame_, 1);
    for (auto* button : {load_, save_, import_}) acts->addWidget(button, 0, Qt::AlignBottom);
    rows->setMinimumHeight(kRowsHeight);
    auto* area = new controls::ScrollColumn;
    area->column().setContentsMargins(0, 0, 0, 0);
    area->column().setSpacing(theme::space(4));
    area->column().addWidget(card);
    area->column().addWidget(rows, 1);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(theme::space(4));
    column->addWidget(area, 1);
    column->addLayout(acts);
    connect(mapping_, &MappingForm::mappingChanged, this, [this] {
        head_.setMapping(mapping_->mapping());
        headTable_->horizontalHeader()->viewport()->update();
        judge();
    });
    connect(name_, &QLineEdit::textChanged, this, &ImportSection::judge);
    connect(load_, &QPushButton::clicked, this, &ImportSection::loadMapping);
    connect(save_, &QPushButton::clicked, this, &ImportSection::saveMapping);
    connect(import_, &QPushButton::clicked, this, &ImportSection::run);
    return page;
}

QWidget* ImportSection::makeReport() {
    auto* page = new QWidget;
    reportTitle_ = new Label({}, TextStyle::title);
    reportFacts_ = new Label({}, TextStyle::body, Role::textSecondary);
    reportFacts_->setWordWrap(true);
    openImported_ = controls::makeButton(theme::Kind::primary, {}, "table");
    another_ = controls::makeButton(theme::Kind::secondary, {}, "plus");
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    acts->addWidget(openImported_);
    acts->addWidget(another_);
    acts->addStretch();
    rejectedTable_ = new controls::Table({}, controls::Table::Rows::compact);
    rejectedTable_->setModel(&rejected_);
    rejectedTable_->setColumnWidth(RejectedTable::row, 88);
    rejectedTable_->setColumnWidth(RejectedTable::line, 88);
    rejectedTable_->setColumnWidth(RejectedTable::reason, 320);
    auto* card = new controls::Card(0);
    card->addHeader({}, 40);
    card->body().addWidget(rejectedTable_, 1);
    controls::say(*card, [card] { card->setTitle(tr("Rows that were left out")); });
    auto* column = new QVBoxLayout(page);
    column->setSpacing(theme::space(3));
    column->addWidget(reportTitle_);
    column->addWidget(reportFacts_);
    column->addLayout(acts);
    column->addWidget(card, 1);
    connect(openImported_, &QPushButton::clicked, this, [this] { Q_EMIT imported(made_); });
    connect(another_, &QPushButton::clicked, this, [this] {
        if (!source_->next()) faces_->setCurrentWidget(start_);
    });
    return page;
}

void ImportSection::write() {
    header_->setTitle(tr("Import data"));
    header_->setTrail(tr("Data"));
    start_->setWords(tr("Choose what to import"), tr("The first rows show here with what was detected. You correct it, then import."));
    busy_->setWords(tr("Reading the first rows"), {});
    encodingFrame_->setCaption(tr("Encoding"));
    delimiterFrame_->setCaption(tr("Values are divided by"));
    firstRow_->setText(tr("First row is names"));
    for (std::size_t i = 0; i < kDelimiters.size(); ++i)
        delimiter_->setItemText(int(i), QCoreApplication::translate("ImportSection", kDelimiters[i].name));
    nameFrame_->setCaption(tr("Name of the data set"));
    headTable_->setAccessibleName(tr("The first rows"));
    load_->setText(tr("Load mapping"));
    save_->setText(tr("Save mapping"));
    import_->setText(tr("Import"));
    openImported_->setText(tr("Open the data set"));
    another_->setText(tr("Import more"));
    rejectedTable_->setAccessibleName(tr("Rows that were left out"));
    rejected_.retranslate();
    if (probe_) {
        format_->setText(formatText(probe_->details));
        headFacts_->setText(tr("%n row(s) looked at", nullptr, int(probe_->rowsSeen)));
        if (!probe_->rejected.empty())
            headFacts_->setText(headFacts_->text() + u" · "_s + tr("%n cannot be read", nullptr, int(probe_->rejected.size())));
    }
    judge();
}

void ImportSection::open(const QStringList& files) { source_->choose(files); }

data::ImportOptions ImportSection::options() const {
    data::ImportOptions options;
    options.source = source_->source();
    options.reading = reading_;
    options.reading.query = source_->query();
    return options;
}

void ImportSection::look() {
    if (const auto job = std::exchange(job_, 0)) context_.services.jobs.cancel(job);
    const auto turn = ++turn_;
    if (faces_->currentWidget() != found_) faces_->setCurrentWidget(busy_);
    const auto work = [options = options()](const jobs::JobContext& context) { return probe(options, context); };
    job_ = context_.services.jobs.compute<Probe>({.title = tr("Look at the first rows"), .shown = false}, work, *this,
                                                 [this, turn](Result<Probe> found) { takeProbe(turn, std::move(found)); });
}

void ImportSection::takeProbe(quint64 turn, Result<Probe> found) {
    if (turn != turn_) return;
    job_ = 0;
    if (!found) {
        delete error_;
        const auto& why = found.error();
        error_ = controls::Face::error(tr("This cannot be read"), QString::fromStdString(why.message + "\n" + why.hint),
                                       QString::fromStdString(why.code + ": " + why.message));
        error_->addAction(tr("Choose something else"), [this] { faces_->setCurrentWidget(start_); });
        faces_->addWidget(error_);
        return faces_->setCurrentWidget(error_);
    }
    probe_ = std::make_shared<Probe>(std::move(*found));
    const auto& details = probe_->details;
    const auto textAt = [](const OrderedJson& from, const char* key) {
        return from.is_object() && from.contains(key) && from[key].is_string() ? QString::fromStdString(from[key].get<std::string>())
                                                                               : QString();
    };
    const auto encoding = textAt(details, "encoding");
    encodingFrame_->setVisible(!encoding.isEmpty());
    if (encoding_->findText(encoding) < 0 && !encoding.isEmpty()) encoding_->addItem(encoding);
    encoding_->setCurrentText(encoding);
    const bool dialect = details.contains("dialect");
    delimiterFrame_->setVisible(dialect);
    firstRow_->setVisible(dialect);
    if (dialect) {
        const auto sign = textAt(details["dialect"], "delimiter");
        const auto known = delimiter_->findData(sign.isEmpty() ? QChar() : sign == u"tab"_s ? QChar(u'\t') : sign.front());
        delimiter_->setCurrentIndex(known);
        firstRow_->setChecked(details["dialect"].value("header", false));
    }
    mapping_->setProbe(probe_);
    head_.setProbe(probe_);
    const int fit = faces_->width() / std::max(1, head_.columnCount());
    for (int column = 0; column < head_.columnCount(); ++column)
        headTable_->setColumnWidth(column, std::clamp(fit, kLeastColumnWidth, kColumnWidth));
    std::error_code ignored;
    auto name = stemOf(source_->source());
    for (int again = 2; std::filesystem::exists(data::datasetsHome() / name.toStdString(), ignored); ++again)
        name = stemOf(source_->source()) + u'-' + QString::number(again);
    name_->setText(name);
    faces_->setCurrentWidget(found_);
    write();
}

void ImportSection::judge() {
    const auto name = name_->text().trimmed();
    std::error_code ignored;
    const bool taken = !name.isEmpty() && std::filesystem::exists(data::datasetsHome() / name.toStdString(), ignored);
    const bool wrong = name.isEmpty() || name.contains(u'/') || name.startsWith(u'.');
    nameFrame_->setError(taken ? tr("Another data set has this name") : wrong && probe_ ? tr("Give it a name without a slash") : QString());
    controls::disableBecause(*import_, !probe_          ? tr("Choose a source first")
                                       : taken || wrong ? tr("Give it another name")
                                                        : mapping_->missing());
}

void ImportSection::loadMapping() {
    context_.host.chooseFiles({.title = tr("Load a mapping"), .filter = tr("Mappings (*.yaml *.yml *.json)")},
                              [this](const QStringList& files) {
                                  const auto mapping = data::readMapping(files.front().toStdString());
                                  if (mapping) return mapping_->setMapping(*mapping);
                                  context_.host.toast({controls::Tone::danger,
                                                       QString::fromStdString(mapping.error().message),
                                                       QString::fromStdString(mapping.error().hint),
                                                       {},
                                                       {}});
                              });
}

void ImportSection::saveMapping() {
    context_.host.chooseFiles({.title = tr("Save the mapping"), .saveAs = name_->text() + u"-mapping.yaml"_s},
                              [this](const QStringList& files) {
                                  const auto written = data::writeMapping(mapping_->mapping(), files.front().toStdString());
                                  const auto tone = written ? controls::Tone::success : controls::Tone::danger;
                                  context_.host.toast({tone,
                                                       written ? tr("Mapping saved") : QString::fromStdString(written.error().message),
                                                       written ? files.front() : QString::fromStdString(written.error().hint),
                                                       {},
                                                       {}});
                              });
}

void ImportSection::run() {
    auto options = this->options();
    const auto name = name_->text().trimmed();
    options.out = data::datasetsHome() / name.toStdString();
    options.mapping = mapping_->mapping();
    const auto work = [options](const jobs::JobContext& context) { return data::importDataset(options, context.progress, context.stop); };
    context_.services.jobs.compute<data::ImportReport>({.title = tr("Import %1").arg(name), .page = u"data"_s, .place = name}, work, *this,
                                                       [this](Result<data::ImportReport> report) { takeImport(std::move(report)); });
    busy_->setWords(tr("Importing %1").arg(name), tr("It goes on in the background; the job tray shows how far it is."));
    faces_->setCurrentWidget(busy_);
}

void ImportSection::takeImport(Result<data::ImportReport> report) {
    context_.services.datasets.reload();
    if (!report) {
        faces_->setCurrentWidget(found_);
        write();
        if (report.error().code != "stopped")
            context_.host.toast({controls::Tone::danger,
                                 QString::fromStdString(report.error().message),
                                 QString::fromStdString(report.error().hint),
                                 {},
                                 {}});
        return;
    }
    made_ = QString::fromStdString(report->dataset.filename().string());
    context_.services.projects.keep(bridge::Projects::Kind::dataset, made_);
    const auto rows = tr("%n row(s)", nullptr, int(report->manifest.rows));
    // A copy of what was pasted is in the data set now.
    if (source_->source().filename().string().starts_with("pasted.")) {
        std::error_code ignored;
        std::filesystem::remove_all(source_->source().parent_path(), ignored);
    }
    if (report->manifest.rejected == 0 && source_->waiting().isEmpty()) {
        context_.host.toast({controls::Tone::success, tr("%1 imported").arg(made_), rows, {}, {}});
        faces_->setCurrentWidget(start_);
        probe_ = nullptr;
        return Q_EMIT imported(made_);
    }
    QStringList facts{rows, tr("%n row(s) left out", nullptr, int(report->manifest.rejected))};
    if (report->reasons.is_array())
        for (const auto& reason : report->reasons)
            if (facts.size() < 5)
                facts << QString::fromStdString(reason.value("reason", "")) + u" ("_s +
                             controls::formatCount(reason.value("count", std::int64_t(0))) + u')';
    reportTitle_->setText(tr("%1 imported").arg(made_));
    reportFacts_->setText(facts.join(u" · "_s));
    rejected_.setRows(report->rejected);
    faces_->setCurrentWidget(report_);
}

}  // namespace anneal::pages
