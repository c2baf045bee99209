#include "pages/runs/settings_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>

#include "controls/buttons.h"
#include "controls/search_field.h"
#include "controls/switch.h"
#include "controls/table.h"
#include "controls/words.h"
#include "pages/runs/compare_cells.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kSearchWidth = 180, kSearchLeast = 90;
constexpr int kOtherWidth = 200;

}  // namespace

SettingsView::SettingsView(const Context& context, QWidget* parent)
    : QWidget(parent),
      context_(context),
      filter_(model_),
      tools_(new QWidget),
      other_(new QComboBox),
      only_(new controls::Switch),
      search_(new controls::SearchField({})),
      copy_(new controls::IconButton("copy", {})),
      table_(new controls::Table({}, controls::Table::Rows::compact)) {
    table_->setHorizontalHeader(new CompareHeader(table_));
    table_->setModel(&filter_);
    table_->setItemDelegate(new CompareCell(table_));
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    makeTools();
    auto* column = new QHBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_);
    connect(&context_.services.runs, &bridge::RunWatcher::changed, this, [this](const QStringList& ids) {
        const auto isNews = [this](const QString& id) {
            const bool listed = other_->findData(id) >= 0 || id.toStdString() == run_.status.id;
            return listed != (context_.services.runs.find(id) != nullptr);
        };
        if (std::ranges::any_of(ids, isNews)) listOthers();
    });
    controls::say(*this, [this] {
        table_->setAccessibleName(tr("Settings"));
        other_->setAccessibleName(tr("Compared with"));
        only_->setText(tr("Only differences"));
        search_->setPurpose(tr("Find a setting"));
        copy_->setName(tr("Copy as RUN.yaml"));
        model_.setNameHeader(tr("Setting"));
        listOthers();
    });
}

void SettingsView::makeTools() {
    auto* row = new QHBoxLayout(tools_);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme::space(3));
    for (auto* each : {static_cast<QWidget*>(other_), static_cast<QWidget*>(search_), static_cast<QWidget*>(copy_)})
        theme::setCompact(*each);
    other_->setFixedWidth(kOtherWidth);
    search_->setMinimumWidth(kSearchLeast);
    search_->setMaximumWidth(kSearchWidth);
    row->addStretch();
    row->addWidget(only_);
    row->addWidget(other_);
    row->addWidget(search_, 1);
    row->addWidget(copy_);
    connect(other_, &QComboBox::activated, this, &SettingsView::write);
    connect(only_, &QCheckBox::toggled, &filter_, &CompareFilter::setDifferingOnly);
    connect(search_, &QLineEdit::textChanged, &filter_, &CompareFilter::setText);
    connect(copy_, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromStdString(run_.spec.toYaml())); });
}

void SettingsView::show(const runs::RunOverview& run) {
    const bool other = run.status.id != run_.status.id;
    const bool same = !other && runs::differingKeys(run.spec, run_.spec).empty() && run.name == run_.name;
    run_ = run;
    if (other) listOthers();
    if (!same && !other) write();
}

void SettingsView::listOthers() {
    const auto chosen = other_->currentData().toString();
    const QSignalBlocker quiet(other_);
    other_->clear();
    other_->addItem(tr("Defaults"), QString());
    for (const auto& run : context_.services.runs.all()) {
        const auto id = QString::fromStdString(run.status.id);
        if (run.status.id != run_.status.id) other_->addItem(QString::fromStdString(run.name), id);
    }
    other_->setCurrentIndex(std::max(0, other_->findData(chosen)));
    write();
}

void SettingsView::write() {
    if (run_.status.id.empty()) return;
    const auto* other = context_.services.runs.find(other_->currentData().toString());
    const auto against = other ? other->spec : CompareTable::defaultsFor(run_.spec);
    auto rows = CompareTable::settingRows({against, run_.spec});
    // What the run has comes first, and is what is marked.
    for (auto& row : rows) std::swap(row.cells[0], row.cells[1]);
    model_.set({{.name = QString::fromStdString(run_.name)}, {.name = other_->currentText()}}, std::move(rows));
}

void SettingsView::find() {
    search_->setFocus(Qt::ShortcutFocusReason);
    search_->selectAll();
}

QJsonObject SettingsView::saveState() const { return {{u"only"_s, only_->isChecked()}, {u"other"_s, other_->currentData().toString()}}; }

void SettingsView::restoreState(const QJsonObject& state) {
    only_->setChecked(state[u"only"_s].toBool());
    if (const int at = other_->findData(state[u"other"_s].toString()); at >= 0) other_->setCurrentIndex(at);
    write();
}

}  // namespace anneal::pages
