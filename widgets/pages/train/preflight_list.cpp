#include "pages/train/preflight_list.h"

#include <QPushButton>

#include "controls/accessible_role.h"
#include "controls/buttons.h"
#include "controls/chip.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/scroll_column.h"
#include "controls/spinner.h"
#include "controls/words.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using runs::Check;
using theme::Role;
using theme::TextStyle;

/// A line of the list; a finding's is divided from the next, a mended one's is lit.
class Row : public QWidget {
public:
    enum class Look { finding, mended, passed };

    Row(Look look, std::string_view icon, Role iconRole, const QString& title, const QString& text) : look_(look) {
        controls::setAccessibleRole(*this, QAccessible::Grouping);
        setAccessibleName(title);
        auto* name = new Label(title);
        name->setWordWrap(true);
        if (look != Look::passed) name->setTextStyle(TextStyle::body, theme::Weight::medium);
        words_ = new QVBoxLayout;
        words_->setSpacing(2);
        words_->addWidget(name);
        if (!text.isEmpty()) {
            auto* detail = new Label(text, TextStyle::caption, Role::textSecondary);
            detail->setWordWrap(true);
            words_->addWidget(detail);
        }
        row_ = new QHBoxLayout(this);
        const int around = look == Look::passed ? theme::space(1) : theme::space(3);
        row_->setContentsMargins(theme::space(4), around, theme::space(4), around);
        row_->setSpacing(theme::space(3));
        const auto along = look == Look::mended ? Qt::AlignVCenter : Qt::AlignTop;
        row_->addWidget(new controls::IconLabel(icon, iconRole), 0, along);
        row_->addLayout(words_, 1);
        if (look == Look::mended) row_->setAlignment(words_, along);
        theme::setGround(*this, look == Look::mended ? Role::accentSubtle : Role::surface);
    }
    QVBoxLayout& words() { return *words_; }
    QHBoxLayout& row() { return *row_; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (look_ == Look::mended) theme::fillRect(painter, rect(), theme::color(Role::accentSubtle));
        if (look_ != Look::passed) theme::fillRect(painter, QRectF(0, height() - 1, width(), 1), theme::color(Role::border));
    }

private:
    Look look_;
    QVBoxLayout* words_;
    QHBoxLayout* row_;
};

}  // namespace

PreflightList::PreflightList()
    : Card(0),
      warnings_(new controls::Chip({})),
      mended_(new controls::Chip({})),
      passed_(new controls::Chip({})),
      spinner_(new controls::Spinner({})) {
    auto& top = addHeader({});
    top.addWidget(spinner_);
    for (auto* chip : {warnings_, mended_, passed_}) top.addWidget(chip);
    auto* area = new controls::ScrollColumn;
    rows_ = &area->column();
    body().addWidget(area, 1);
    spinner_->hide();
    controls::say(*this, [this] {
        setTitle(tr("Checks"));
        spinner_->setAccessibleName(tr("Looking"));
    });
}

void PreflightList::setBusy(bool busy) { spinner_->setVisible(busy); }

QString PreflightList::summaryOf(const std::vector<Check>& checks) {
    const auto count = [&](auto level) { return int(std::ranges::count(checks, level, &Check::level)); };
    const int blocking = count(Check::Level::blocking), others = count(Check::Level::warning) + count(Check::Level::note);
    if (blocking > 0) return tr("%n finding(s) would stop the run.", nullptr, blocking);
    if (others > 0) return tr("%n finding(s) worth a look. Nothing blocks the run.", nullptr, others);
    return tr("All checks passed.");
}

void PreflightList::clear() {
    while (auto* item = rows_->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

void PreflightList::show(const std::vector<Check>& checks, const QStringList& fixed) {
    clear();
    int found = 0, passed = 0;
    bool blocking = false;
    for (const auto& check : checks) {
        if (check.level == Check::Level::passed) continue;
        ++found;
        blocking |= check.level == Check::Level::blocking;
        const auto words = wordsOf(check);
        const auto tone = toneOf(check.level);
        auto* row = new Row(Row::Look::finding, controls::iconOf(tone), controls::textRole(tone), words.title, words.text);
        if (!words.fix.isEmpty()) {
            auto* fix = controls::makeButton(theme::Kind::secondary, words.fix);
            fix->setAccessibleDescription(words.title);
            theme::setCompact(*fix);
            auto* acts = new QHBoxLayout;
            acts->addWidget(fix);
            acts->addStretch();
            row->words().addSpacing(theme::space(1));
            row->words().addLayout(acts);
            connect(
                fix, &QPushButton::clicked, this, [this, check] { Q_EMIT fixWanted(check); }, Qt::QueuedConnection);
        }
        rows_->addWidget(row);
    }
    for (qsizetype i = fixed.size() - 1; i >= 0; --i) {
        auto* row = new Row(Row::Look::mended, "wrench", Role::accentText, tr("Fixed: %1").arg(fixed[i]), {});
        if (i == fixed.size() - 1) {
            auto* undo = controls::makeButton(theme::Kind::link, tr("Undo"));
            undo->setAccessibleDescription(fixed[i]);
            row->row().addWidget(undo, 0, Qt::AlignVCenter);
            connect(undo, &QPushButton::clicked, this, &PreflightList::undoWanted, Qt::QueuedConnection);
        }
        rows_->addWidget(row);
    }
    rows_->addSpacing(theme::space(2));
    for (const auto& check : checks) {
        if (check.level != Check::Level::passed) continue;
        ++passed;
        const auto words = wordsOf(check);
        auto* row = new Row(Row::Look::passed, "check", Role::successText, words.title, {});
        row->row().addWidget(new Label(words.figure, TextStyle::caption, Role::textSecondary));
        rows_->addWidget(row);
    }
    rows_->addStretch();
    const auto put = [](controls::Chip& chip, int count, const QString& text, controls::Tone tone) {
        chip.setLook({.text = text, .tone = tone});
        chip.setVisible(count > 0);
    };
    put(*warnings_, found, tr("%n finding(s)", nullptr, found), blocking ? controls::Tone::danger : controls::Tone::warning);
    put(*mended_, int(fixed.size()), tr("%n fixed", nullptr, int(fixed.size())), controls::Tone::accent);
    put(*passed_, passed, tr("%n passed", nullptr, passed), controls::Tone::success);
}

}  // namespace anneal::pages
