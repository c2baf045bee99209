#include "pages/system/check_list.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QPushButton>

#include "controls/buttons.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "theme/kind.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kHeader = 32;
constexpr int kGroup = 28;
constexpr int kRow = 36;
constexpr int kIcon = 44;  // the column of the icon, with its margins
constexpr int kName = 172;

/// Name, found and needed stand in columns of the same widths in every line.
QHBoxLayout* columnsOf(QWidget* name, QWidget* found, QWidget* needed) {
    auto* row = new QHBoxLayout;
    row->setSpacing(theme::space(3));
    name->setFixedWidth(kName);
    row->addWidget(name);
    row->addWidget(found, 3);
    row->addWidget(needed, 2);
    return row;
}

Label* elided(const QString& text, Role role) {
    auto* label = new Label(text, TextStyle::body, role);
    label->setElided(true);
    return label;
}

/// A line with a ground of its own and a rule above it.
class Line : public QWidget {
public:
    explicit Line(Role ground) : ground_(ground) { theme::setGround(*this, ground); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::fillRect(painter, rect(), theme::color(ground_));
        if (y() > 0) theme::fillRect(painter, QRectF(0, 0, width(), 1), theme::color(Role::border));
    }

private:
    Role ground_;
};

}  // namespace

CheckList::CheckList(Host& host) : Card(0), host_(host), column_(nullptr) {}

void CheckList::show(const models::DoctorReport& report) {
    while (auto* item = body().takeAt(0)) {
        delete item->widget();
        delete item;
    }
    auto* header = new Line(Role::header);
    header->setFixedHeight(kHeader);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(kIcon, 0, theme::space(3), 0);
    row->addLayout(columnsOf(controls::makeCaption(tr("Check")), controls::makeCaption(tr("Found")), controls::makeCaption(tr("Needed"))));
    body().addWidget(header);

    const auto open = std::ranges::count_if(report.checks, [](const auto& check) { return !check.ok; });
    if (open > 0) addGroup(tr("Look at these"));
    for (const auto& check : report.checks)
        if (!check.ok) addCheck(check, models::wordsOf(check, report));
    QStringList groups;
    for (const auto& check : report.checks)
        if (const auto group = models::wordsOf(check, report).group; check.ok && !groups.contains(group)) groups << group;
    for (const auto& group : groups) {
        addGroup(group);
        for (const auto& check : report.checks)
            if (const auto words = models::wordsOf(check, report); check.ok && words.group == group) addCheck(check, words);
    }
}

void CheckList::addGroup(const QString& name) {
    auto* line = new Line(Role::header);
    line->setFixedHeight(kGroup);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(theme::space(3), 0, theme::space(3), 0);
    row->addWidget(controls::makeCaption(name));
    body().addWidget(line);
}

void CheckList::addCheck(const system::Check& check, const models::CheckWords& words) {
    auto* line = new Line(Role::surface);
    line->setMinimumHeight(kRow);
    const auto [icon, role] = check.ok         ? std::pair{"circle-check", Role::successText}
                              : check.required ? std::pair{"circle-alert", Role::dangerText}
                                               : std::pair{"triangle-alert", Role::warningText};
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(theme::space(3), theme::space(1), theme::space(3), theme::space(1));
    row->setSpacing(theme::space(4));
    row->addWidget(new controls::IconLabel(icon, role), 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* name = elided(words.name, Role::text);
    name->setTextStyle(TextStyle::body, theme::Weight::medium);
    column->addLayout(columnsOf(name, elided(words.found, Role::text), elided(words.needed, Role::textSecondary)));
    for (auto* part : {row->itemAt(0)->widget(), static_cast<QWidget*>(name)}) part->setFixedHeight(kRow - theme::space(2));
    if (!check.ok) {
        auto* cost = new Label(words.cost, TextStyle::caption, Role::textSecondary);
        cost->setWordWrap(true);
        column->addWidget(cost);
    }
    if (!words.fix.isEmpty()) {
        auto* fix = new Label(words.fix, TextStyle::mono, Role::text);
        fix->setElided(true);
        column->addWidget(fix);
        column->addSpacing(theme::space(1));
    }
    row->addLayout(column, 1);
    if (!words.fix.isEmpty()) {
        auto* copy = controls::makeButton(theme::Kind::secondary, tr("Copy command"), "copy");
        copy->setAccessibleDescription(words.fix);
        theme::setCompact(*copy);
        connect(copy, &QPushButton::clicked, this, [this, command = words.fix] {
            QGuiApplication::clipboard()->setText(command);
            host_.toast(
                {controls::Tone::success, tr("The command is on the clipboard"), tr("Run it in a terminal, then check again."), {}, {}});
        });
        row->addWidget(copy, 0, Qt::AlignTop);
    }
    body().addWidget(line);
}

}  // namespace anneal::pages
