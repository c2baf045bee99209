#include "pages/data/source_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "base/files.h"
#include "base/hash.h"
#include "controls/buttons.h"
#include "controls/form_field.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/segments.h"
#include "controls/words.h"
#include "data/sql/sql_source.h"
#include "data/sql/sql_url.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kQueryHeight = 96;

/// By how the text begins: import then knows how to read it.
const char* endingOf(const QString& text) {
    const auto bare = text.trimmed();
    if (bare.startsWith(u'[')) return ".json";
    if (bare.startsWith(u'{')) return bare.section(u'\n', 0, 0).trimmed().endsWith(u'}') ? ".jsonl" : ".json";
    if (bare.startsWith(u'<')) return ".xml";
    const auto first = bare.section(u'\n', 0, 0);
    if (first.contains(u'\t')) return ".tsv";
    return first.contains(u',') || first.contains(u';') || first.contains(u'|') ? ".csv" : ".txt";
}

/// Where what was pasted is kept until it is imported.
std::filesystem::path pasteFolder() { return base::cacheHome() / "pasted"; }

}  // namespace

SourceCard::SourceCard(const Context& context)
    : Card(16), context_(context), way_(new controls::Segments({}, {QString(), QString(), QString()})), ways_(new QStackedWidget) {
    way_->setEqualWidths();
    ways_->addWidget(makeFiles());
    ways_->addWidget(makePasted());
    ways_->addWidget(makeDatabase());
    body().setSpacing(theme::space(4));
    body().addWidget(way_);
    body().addWidget(ways_, 1);
    connect(way_, &controls::Segments::chosenChanged, ways_, &QStackedWidget::setCurrentIndex);
    controls::say(*this, [this] {
        way_->setAccessibleName(tr("Where the rows come from"));
        way_->setText(files, tr("Files"));
        way_->setText(pasted, tr("Paste"));
        way_->setText(database, tr("Database"));
        dropWords_->setText(tr("Drop files here, or choose them. CSV, JSON, Parquet, Excel, text and more; packed or in folders."));
        chooseFiles_->setText(tr("Choose files"));
        chooseFolder_->setText(tr("Choose a folder"));
        text_->setPlaceholderText(tr("Paste rows: a table, CSV or JSON"));
        text_->setAccessibleName(tr("Pasted rows"));
        fromClipboard_->setText(tr("Paste"));
        usePasted_->setText(tr("Use these rows"));
        urlFrame_->setCaption(tr("Address"));
        passwordFrame_->setCaption(tr("Password"));
        passwordFrame_->setRemark(tr("used once, kept nowhere"));
        queryFrame_->setCaption(tr("Query"));
        test_->setText(tr("Test"));
        useDatabase_->setText(tr("Read the first rows"));
        showFile();
    });
}

QWidget* SourceCard::makeFiles() {
    auto* page = new QWidget;
    dropWords_ = new Label({}, TextStyle::body, Role::textSecondary);
    dropWords_->setWordWrap(true);
    file_ = new Label({}, TextStyle::body);
    file_->setElided(true);
    chooseFiles_ = controls::makeButton(theme::Kind::secondary, {}, "file-text");
    chooseFolder_ = controls::makeButton(theme::Kind::secondary, {}, "folder-open");
    connect(chooseFiles_, &QPushButton::clicked, this, [this] { chooseFiles(false); });
    connect(chooseFolder_, &QPushButton::clicked, this, [this] { chooseFiles(true); });
    auto* column = new QVBoxLayout(page);
    column->setSpacing(theme::space(3));
    column->addWidget(new controls::IconLabel("upload", Role::textSecondary, 24), 0, Qt::AlignLeft);
    column->addWidget(dropWords_);
    column->addWidget(chooseFiles_);
    column->addWidget(chooseFolder_);
    column->addWidget(file_);
    column->addStretch();
    return page;
}

QWidget* SourceCard::makePasted() {
    auto* page = new QWidget;
    text_ = new QPlainTextEdit;
    text_->setTabChangesFocus(true);
    text_->setLineWrapMode(QPlainTextEdit::NoWrap);
    text_->setFont(theme::font(TextStyle::mono));
    fromClipboard_ = controls::makeButton(theme::Kind::secondary, {}, "copy");
    usePasted_ = controls::makeButton(theme::Kind::secondary, {}, "arrow-right");
    connect(fromClipboard_, &QPushButton::clicked, this, &SourceCard::paste);
    connect(usePasted_, &QPushButton::clicked, this, &SourceCard::usePasted);
    connect(text_, &QPlainTextEdit::textChanged, this, [this] { usePasted_->setEnabled(!text_->document()->isEmpty()); });
    usePasted_->setEnabled(false);
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    acts->addWidget(fromClipboard_);
    acts->addWidget(usePasted_, 1);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(theme::space(3));
    column->addWidget(text_, 1);
    column->addLayout(acts);
    return page;
}

QWidget* SourceCard::makeDatabase() {
    auto* page = new QWidget;
    url_ = new QLineEdit;
    url_->setPlaceholderText(u"postgresql://user@host/name"_s);
    password_ = new QLineEdit;
    password_->setEchoMode(QLineEdit::Password);
    query_ = new QPlainTextEdit;
    query_->setPlaceholderText(u"SELECT question, answer FROM faq"_s);
    query_->setTabChangesFocus(true);
    query_->setFixedHeight(kQueryHeight);
    query_->setFont(theme::font(TextStyle::mono));
    urlFrame_ = new controls::FormField({}, url_);
    passwordFrame_ = new controls::FormField({}, password_);
    queryFrame_ = new controls::FormField({}, query_);
    queryFrame_->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    test_ = controls::makeButton(theme::Kind::secondary, {}, "zap");
    useDatabase_ = controls::makeButton(theme::Kind::secondary, {}, "arrow-right");
    answer_ = new Label({}, TextStyle::caption, Role::textSecondary);
    answer_->setWordWrap(true);
    connect(test_, &QPushButton::clicked, this, &SourceCard::test);
    connect(useDatabase_, &QPushButton::clicked, this, &SourceCard::useDatabase);
    connect(url_, &QLineEdit::textEdited, this, [this] {
        urlFrame_->setError({});
        answer_->setText({});
    });
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    acts->addWidget(test_);
    acts->addWidget(useDatabase_, 1);
    auto* column = new QVBoxLayout(page);
    column->setSpacing(theme::space(3));
    for (auto* frame : {urlFrame_, passwordFrame_, queryFrame_}) column->addWidget(frame);
    column->addLayout(acts);
    column->addWidget(answer_);
    column->addStretch();
    return page;
}

std::string SourceCard::query() const { return way_->chosen() == database ? query_->toPlainText().trimmed().toStdString() : std::string(); }

void SourceCard::take(const std::filesystem::path& source) {
    source_ = source;
    showFile();
    Q_EMIT chosen();
}

void SourceCard::showFile() {
    const auto name = way_->chosen() == files ? QString::fromStdString(source_.filename().string()) : QString();
    file_->setText(waiting_.isEmpty() ? name : tr("%1, then %n more", nullptr, int(waiting_.size())).arg(name));
    file_->setToolTip(way_->chosen() == files ? QString::fromStdString(source_.string()) : QString());
}

void SourceCard::choose(const QStringList& chosenFiles) {
    if (chosenFiles.isEmpty()) return;
    way_->choose(files);
    ways_->setCurrentIndex(files);
    waiting_ = chosenFiles.mid(1);
    take(chosenFiles.front().toStdString());
}

bool SourceCard::next() {
    if (waiting_.isEmpty()) return false;
    choose(QStringList(waiting_));
    return true;
}

void SourceCard::chooseFiles(bool folder) {
    way_->choose(files);
    ways_->setCurrentIndex(files);
    context_.host.chooseFiles({.title = folder ? tr("Choose a folder of data") : tr("Choose data"), .folder = folder, .many = !folder},
                              [this](const QStringList& chosenFiles) { choose(chosenFiles); });
}

void SourceCard::paste() {
    way_->choose(pasted);
    ways_->setCurrentIndex(pasted);
    text_->setPlainText(QGuiApplication::clipboard()->text());
    text_->setFocus(Qt::OtherFocusReason);
}

void SourceCard::usePasted() {
    const auto folder = pasteFolder() / base::randomUuid();
    std::error_code ignored;
    std::filesystem::create_directories(folder, ignored);
    const auto text = text_->toPlainText();
    const auto file = folder / (std::string("pasted") + endingOf(text));
    if (const auto written = base::writeFileAtomically(file, text.toStdString()); !written)
        return context_.host.toast({controls::Tone::danger,
                                    QString::fromStdString(written.error().message),
                                    QString::fromStdString(written.error().hint),
                                    {},
                                    {}});
    waiting_.clear();
    take(file);
}

std::string SourceCard::address() const {
    auto address = url_->text().trimmed();
    if (password_->text().isEmpty()) return address.toStdString();
    // Between the user and the host, as addresses have it.
    const auto host = address.indexOf(u'@');
    if (host < 0) return address.toStdString();
    return address.insert(host, u':' + QString::fromLatin1(QUrl::toPercentEncoding(password_->text()))).toStdString();
}

void SourceCard::test() {
    const auto turn = ++turn_;
    answer_->setRole(Role::textSecondary);
    answer_->setText(tr("Asking the server"));
    const auto ask = [address = address()](const jobs::JobContext&) { return data::tryServer(address); };
    context_.services.jobs.compute<data::SqlServer>(
        {.title = tr("Test the database"), .shown = false}, ask, *this, [this, turn](Result<data::SqlServer> server) {
            if (turn != turn_) return;
            answer_->setRole(server ? Role::successText : Role::dangerText);
            if (!server)
                return answer_->setText(
                    controls::sentences({QString::fromStdString(server.error().message), QString::fromStdString(server.error().hint)}));
            QStringList tables;
            for (const auto& table : server->tables) tables << QString::fromStdString(table);
            answer_->setText(
                tr("%1 answers. Tables: %2")
                    .arg(QString::fromStdString(server->name), tables.isEmpty() ? tr("none") : tables.mid(0, 20).join(u", "_s)));
        });
}

void SourceCard::useDatabase() {
    const auto url = data::parseSqlUrl(address());
    urlFrame_->setError(url ? QString() : QString::fromStdString(url.error().message));
    const bool asked = !query_->toPlainText().trimmed().isEmpty();
    queryFrame_->setError(asked ? QString() : tr("Write a query"));
    if (!url || !asked) return;
    waiting_.clear();
    take(address());
}

QJsonObject SourceCard::saveState() const {
    const auto url = data::parseSqlUrl(url_->text().toStdString());
    return {{u"way"_s, way_->chosen()},
            {u"url"_s, url ? QString::fromStdString(url->shown()) : QString()},
            {u"query"_s, query_->toPlainText()}};
}

void SourceCard::restoreState(const QJsonObject& state) {
    way_->choose(std::clamp(state.value(u"way"_s).toInt(), 0, 2));
    ways_->setCurrentIndex(way_->chosen());
    url_->setText(state.value(u"url"_s).toString());
    query_->setPlainText(state.value(u"query"_s).toString());
}

}  // namespace anneal::pages
