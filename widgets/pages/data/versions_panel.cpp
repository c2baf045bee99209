#include "pages/data/versions_panel.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/chip.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "models/run_words.h"
#include "pages/data/dataset_words.h"
#include "pages/data/new_version.h"
#include "pages/data/step_words.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kTopHeight = 52;

QString words(const char* text) { return QCoreApplication::translate("Versions", text); }
QString words(const char* text, std::int64_t count) { return QCoreApplication::translate("Versions", text, nullptr, int(count)); }

}  // namespace

QStringList storyOf(const bridge::DatasetEntry& entry) {
    const auto& from = entry.manifest.provenance;
    if (!from.is_object() || !from.contains("dataset")) return {originText(entry.manifest)};
    if (from.contains("restored"))
        return {words(QT_TRANSLATE_NOOP("Versions", "The rows of %1 again"))
                    .arg(QString::fromStdString(std::filesystem::path(from.value("restored", "")).filename().string()))};
    QStringList lines;
    if (!from.contains("steps") || !from["steps"].is_array()) return lines;
    for (const auto& step : from["steps"]) {
        QStringList did;
        if (const auto rows = step.value("dropped", std::int64_t(0)); rows > 0)
            did << words(QT_TRANSLATE_N_NOOP("Versions", "%n row(s) dropped"), rows);
        if (const auto rows = step.value("added", std::int64_t(0)); rows > 0)
            did << words(QT_TRANSLATE_N_NOOP("Versions", "%n row(s) added"), rows);
        if (const auto rows = step.value("changed", std::int64_t(0)); rows > 0)
            did << words(QT_TRANSLATE_N_NOOP("Versions", "%n row(s) changed"), rows);
        if (did.isEmpty()) did << words(QT_TRANSLATE_NOOP("Versions", "nothing to do"));
        lines << stepText(step.value("step", "")) + u": "_s + did.join(u", "_s);
    }
    return lines;
}

VersionsPanel::VersionsPanel(const Context& context, const QString& id)
    : context_(context),
      id_(id),
      title_(new Label({}, TextStyle::title)),
      close_(new controls::IconButton("x", {})),
      list_(new controls::ScrollColumn) {
    auto* top = new QWidget;
    top->setFixedHeight(kTopHeight);
    auto* row = new QHBoxLayout(top);
    row->setContentsMargins(theme::space(4), 0, theme::space(2), 0);
    row->addWidget(title_, 1);
    row->addWidget(close_);
    list_->column().setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(4));
    list_->column().setSpacing(theme::space(3));
    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(list_, 1);
    connect(close_, &QAbstractButton::clicked, this, &VersionsPanel::closed);
    connect(&context_.services.datasets, &bridge::DatasetList::changed, this, [this] {
        if (isVisible()) refresh();
    });
    controls::say(*this, [this] {
        title_->setText(tr("Versions"));
        close_->setName(tr("Close the versions"));
        refresh();
    });
}

void VersionsPanel::refresh() {
    while (auto* item = list_->column().takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto families = familiesOf(context_.services.datasets.all());
    if (const auto* family = familyOf(families, id_))
        for (auto version = family->versions.rbegin(); version != family->versions.rend(); ++version)
            list_->column().addWidget(makeCard(*family, **version));
    list_->column().addStretch();
}

QWidget* VersionsPanel::makeCard(const Family& family, const bridge::DatasetEntry& entry) {
    auto* card = new controls::Card(12);
    const bool isHere = entry.id == id_;
    if (isHere) card->setEmphasis(controls::Card::Emphasis::active);
    auto* name = new Label(entry.id);
    name->setTextStyle(TextStyle::body, theme::Weight::semibold);
    name->setElided(true);
    auto* top = new QHBoxLayout;
    top->setSpacing(theme::space(2));
    top->addWidget(name, 1);
    top->addWidget(new controls::Chip(
        {.text = u"v%1"_s.arg(family.versionOf(entry.id)), .tone = isHere ? controls::Tone::accent : controls::Tone::neutral}));
    card->body().setSpacing(theme::space(1));
    card->body().addLayout(top);
    card->body().addWidget(new Label(tr("%n row(s)", nullptr, int(entry.manifest.rows)) + u" · "_s + models::timeText(entry.made),
                                     TextStyle::caption, Role::textSecondary));
    for (const auto& line : storyOf(entry)) {
        auto* label = new Label(line, TextStyle::caption, Role::textSecondary);
        label->setWordWrap(true);
        card->body().addWidget(label);
    }
    const bool isNewest = entry.id == family.newest().id;
    if (isHere && isNewest) return card;
    auto* acts = new QHBoxLayout;
    acts->setSpacing(theme::space(2));
    const auto act = [&](const QString& text, std::string_view icon, std::function<void()> run) {
        auto* button = controls::makeButton(theme::Kind::secondary, text, icon);
        theme::setCompact(*button);
        button->setAccessibleName(text + u' ' + entry.id);
        connect(button, &QPushButton::clicked, this, std::move(run));
        acts->addWidget(button);
    };
    if (!isHere) act(tr("Open"), "table", [this, id = entry.id] { context_.host.go(u"data"_s, id); });
    if (!isNewest) act(tr("Restore"), "undo-2", [this, id = entry.id] { restore(id); });
    acts->addStretch();
    card->body().addSpacing(theme::space(1));
    card->body().addLayout(acts);
    return card;
}

void VersionsPanel::restore(const QString& id) {
    const auto families = familiesOf(context_.services.datasets.all());
    const auto* family = familyOf(families, id);
    const auto* entry = context_.services.datasets.find(id);
    if (!family || !entry) return;
    restoreVersion(context_.services, *entry, *family, *this, [this](Result<QString> made) {
        if (made) return context_.host.go(u"data"_s, *made);
        context_.host.toast(
            {controls::Tone::danger, QString::fromStdString(made.error().message), QString::fromStdString(made.error().hint), {}, {}});
    });
}

void VersionsPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT closed();
    QWidget::keyPressEvent(event);
}

void VersionsPanel::showEvent(QShowEvent* event) {
    refresh();
    QWidget::showEvent(event);
}

}  // namespace anneal::pages
