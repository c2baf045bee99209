#include "pages/chat/cases_view.h"

#include <QFile>
#include <QHeaderView>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/face.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/table.h"
#include "controls/text_area.h"
#include "controls/text_body.h"
#include "controls/words.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

const auto kCases = QString::fromLatin1(kCaseKind);
constexpr int kDetailWidth = 340;

ChatCase caseOf(const bridge::Document& document) { return ChatCase::fromJson(document.id, document.body); }

Status writeFile(const QString& path, const QByteArray& text) {
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) return {};
    return fail("write_failed",
                QCoreApplication::translate("ChatCases", "%1 could not be written: %2").arg(path, file.errorString()).toStdString(),
                QCoreApplication::translate("ChatCases", "Choose another place").toStdString());
}

Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail("read_failed",
                    QCoreApplication::translate("ChatCases", "%1 could not be read: %2").arg(path, file.errorString()).toStdString());
    return file.readAll();
}

}  // namespace

CasesView::CasesView(const Context& context)
    : context_(context),
      model_(context.services.documents, kCases, DocumentTable::Order::byName),
      table_(new controls::Table({})),
      faces_(new QStackedLayout(this)),
      compare_(controls::makeButton(theme::Kind::primary, {}, "scale")),
      ask_(controls::makeButton(theme::Kind::secondary, {}, "arrow-right")),
      remove_(controls::makeButton(theme::Kind::danger, {}, "trash-2")),
      what_(new controls::Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      prompt_(new controls::TextBody({})),
      expected_(new controls::TextArea({}, 3, 12)),
      detail_(makeDetail()) {
    auto* empty = controls::Face::empty("bookmark", {}, {});
    auto& emptyImport = empty->addAction({}, [this] { chooseImport(); });
    auto* card = new controls::Card(0);
    auto& acts = card->addHeader({});
    auto* import = controls::makeButton(theme::Kind::secondary, {}, "upload");
    auto* save = controls::makeButton(theme::Kind::secondary, {}, "download");
    for (auto* button : {import, save, compare_}) {
        theme::setCompact(*button);
        acts.addWidget(button);
    }
    card->body().addWidget(table_, 1);
    table_->setModel(&model_);
    auto* full = new QWidget;
    auto* row = new QHBoxLayout(full);
    row->setSpacing(theme::space(3));
    row->addWidget(card, 1);
    row->addWidget(detail_);
    faces_->addWidget(empty);
    faces_->addWidget(full);
    connect(import, &QPushButton::clicked, this, &CasesView::chooseImport);
    connect(save, &QPushButton::clicked, this, &CasesView::chooseExport);
    connect(compare_, &QPushButton::clicked, this, &CasesView::compareWanted);
    connect(table_, &controls::Table::opened, this, [this] {
        if (const auto wanted = chosen()) Q_EMIT askWanted(*wanted);
    });
    connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CasesView::refresh);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model_, signal, this, [this] {
            refresh();
            Q_EMIT countChanged();
        });
    controls::say(*this, [=, this, &emptyImport] {
        empty->setWords(tr("No evaluation case yet"),
                        tr("Keep a prompt from a conversation, or bring a file of them. Cases are asked of two models and judged blind."));
        emptyImport.setText(tr("Import cases"));
        card->setTitle(tr("Evaluation cases"));
        import->setText(tr("Import"));
        save->setText(tr("Export"));
        table_->setAccessibleName(tr("Evaluation cases"));
        model_.setColumns(
            {{tr("Prompt"), [](const bridge::Document& document) { return document.name; }},
             {tr("Expected answer"), [](const bridge::Document& document) { return firstLine(document.body[u"expected"_s].toString()); }}});
        table_->stretch(0);
        table_->setColumnWidth(1, 200);
        table_->setColumnWidth(2, 120);
        refresh();
    });
}

QWidget* CasesView::makeDetail() {
    auto* card = new controls::Card(16);
    card->setFixedWidth(kDetailWidth);
    auto* caption = controls::makeCaption({});
    auto* expected = new controls::FormField({}, expected_);
    auto* area = new controls::ScrollColumn;
    auto& column = area->column();
    column.setSpacing(theme::space(2));
    column.addWidget(caption);
    column.addWidget(prompt_);
    column.addWidget(what_);
    column.addSpacing(theme::space(2));
    column.addWidget(expected);
    column.addStretch();
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(2));
    row->addWidget(ask_);
    row->addStretch();
    row->addWidget(remove_);
    card->body().addWidget(area, 1);
    card->body().addLayout(row);
    what_->setWordWrap(true);
    connect(ask_, &QPushButton::clicked, this, [this] {
        if (const auto wanted = chosen()) Q_EMIT askWanted(*wanted);
    });
    connect(remove_, &QPushButton::clicked, this, &CasesView::remove);
    connect(expected_, &QTextEdit::textChanged, this, &CasesView::saveExpected);
    controls::say(*card, [this, caption, expected] {
        caption->setText(tr("Prompt"));
        prompt_->setAccessibleName(tr("Prompt"));
        expected->setCaption(tr("Expected answer"));
        expected_->setPlaceholderText(tr("What a right answer says; may be empty"));
        ask_->setText(tr("Ask it"));
        remove_->setText(tr("Delete"));
    });
    return card;
}

std::vector<ChatCase> CasesView::cases() const {
    std::vector<ChatCase> all;
    for (int row = 0; row < model_.rowCount(); ++row) all.push_back(caseOf(model_.document(row)));
    return all;
}

std::optional<ChatCase> CasesView::chosen() const {
    const auto rows = table_->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(caseOf(model_.document(rows.first().row())));
}

void CasesView::keep(const ChatCase& wanted) {
    auto& documents = context_.services.documents;
    for (const auto& each : cases())
        if (each.sameQuestion(wanted)) return documents.change(each.id, wanted.name(), wanted.json());
    documents.add(kCases, wanted.name(), wanted.json());
}

void CasesView::setCompare(bool begun, const QString& blocked) {
    compare_->setText(begun ? tr("Go on judging") : tr("Compare blind"));
    controls::disableBecause(*compare_, blocked);
}

void CasesView::refresh() {
    faces_->setCurrentIndex(model_.rowCount() > 0 ? 1 : 0);
    const auto wanted = chosen();
    detail_->setVisible(wanted.has_value());
    const auto id = wanted ? wanted->id : QString();
    if (id != shown_) {
        shown_.clear();
        prompt_->setBody(wanted ? wanted->prompt() : QString());
        expected_->setBody(wanted ? wanted->expected : QString());
        shown_ = id;
    }
    if (wanted) {
        const bool system = wanted->messages.front().value("role", std::string()) == "system";
        const int before = int(wanted->messages.size()) - (system ? 2 : 1);
        QStringList facts;
        if (system) facts << tr("With a system prompt");
        if (before > 0) facts << tr("%n message(s) before it", nullptr, before);
        what_->setText(facts.join(u" · "_s));
        what_->setVisible(!facts.isEmpty());
    }
}

void CasesView::saveExpected() {
    if (shown_.isEmpty()) return;
    const auto document = context_.services.documents.find(shown_);
    if (!document) return;
    auto changed = caseOf(*document);
    if (changed.expected == expected_->body()) return;
    changed.expected = expected_->body();
    context_.services.documents.change(shown_, changed.name(), changed.json());
}

void CasesView::remove() {
    const auto wanted = chosen();
    if (!wanted) return;
    auto& documents = context_.services.documents;
    documents.remove(wanted->id);
    context_.host.toast({controls::Tone::success, tr("Deleted the case"), wanted->name(), tr("Undo"),
                         [&documents, id = wanted->id] { documents.restore(id); }});
}

void CasesView::chooseImport() {
    context_.host.chooseFiles(
        {.title = tr("Import cases"), .filter = tr("JSON Lines (*.jsonl *.json *.txt)"), .folder = false, .many = false, .saveAs = {}},
        [this](const QStringList& files) { importFile(files.first()); });
}

void CasesView::importFile(const QString& file) {
    const auto work = [file](const jobs::JobContext&) -> Result<std::vector<ChatCase>> {
        ANNEAL_TRY(text, readFile(file));
        return casesFromJsonLines(text);
    };
    const bridge::JobRequest request{
        .title = tr("Import %1").arg(QFileInfo(file).fileName()), .work = {}, .page = {}, .place = {}, .shown = false};
    context_.services.jobs.compute<std::vector<ChatCase>>(request, work, *this, [this](Result<std::vector<ChatCase>> read) {
        if (!read)
            return context_.host.toast(
                {controls::Tone::danger, QString::fromStdString(read.error().message), QString::fromStdString(read.error().hint), {}, {}});
        for (const auto& each : *read) keep(each);
        context_.host.toast({controls::Tone::success, tr("Imported %n case(s)", nullptr, int(read->size())), {}, {}, {}});
    });
}

void CasesView::chooseExport() {
    if (count() == 0) return;
    context_.host.chooseFiles(
        {.title = tr("Export cases"), .filter = tr("JSON Lines (*.jsonl)"), .folder = false, .many = false, .saveAs = u"cases.jsonl"_s},
        [this](const QStringList& files) { write(files.first()); });
}

void CasesView::write(const QString& file) {
    const auto text = toJsonLines(cases());
    const int count = this->count();
    const auto work = [file, text](const jobs::JobContext&) -> Result<bool> {
        ANNEAL_CHECK(writeFile(file, text));
        return true;
    };
    const bridge::JobRequest request{
        .title = tr("Export %1").arg(QFileInfo(file).fileName()), .work = {}, .page = {}, .place = {}, .shown = false};
    context_.services.jobs.compute<bool>(request, work, *this, [this, file, count](Result<bool> wrote) {
        if (!wrote)
            return context_.host.toast({controls::Tone::danger,
                                        QString::fromStdString(wrote.error().message),
                                        QString::fromStdString(wrote.error().hint),
                                        {},
                                        {}});
        context_.host.toast({controls::Tone::success, tr("Exported %n case(s)", nullptr, count), QFileInfo(file).fileName(),
                             tr("Show in folder"), [this, file] { context_.host.reveal(file); }});
    });
}

}  // namespace anneal::pages
