#include "controls/face.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

#include "controls/accessible_role.h"
#include "controls/buttons.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/spinner.h"

namespace anneal::controls {
namespace {

constexpr int kMark = 24;
constexpr int kWidest = 320;

}  // namespace

Face* Face::empty(std::string_view icon, const QString& title, const QString& text, QWidget* parent) {
    auto* face = new Face(new IconLabel(icon, theme::Role::textSecondary, kMark), title, text, parent);
    face->primary_ = true;
    return face;
}

Face* Face::busy(const QString& title, QWidget* parent) {
    auto* spinner = new Spinner(title, kMark);
    auto* face = new Face(spinner, title, {}, parent);
    face->spinner_ = spinner;
    return face;
}

Face* Face::error(const QString& title, const QString& text, const QString& details, QWidget* parent) {
    auto* face = new Face(new IconLabel("circle-alert", theme::Role::dangerText, kMark), title, text, parent);
    face->offerDetails(details);
    return face;
}

Face::Face(QWidget* mark, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent),
      title_(new Label({})),
      text_(new Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      actions_(new QHBoxLayout) {
    setAccessibleRole(*this, QAccessible::Note);
    title_->setTextStyle(theme::TextStyle::body, theme::Weight::semibold);
    title_->setAlignment(Qt::AlignCenter);
    title_->setWordWrap(true);
    text_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    text_->setWordWrap(true);
    text_->setMaximumWidth(kWidest);
    actions_->setSpacing(theme::space(2));
    actions_->addStretch();
    actions_->addStretch();

    auto* column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(mark, 0, Qt::AlignHCenter);
    column->addSpacing(theme::space(1));
    column->addWidget(title_);
    column->addSpacing(theme::space(1));
    column->addWidget(text_, 0, Qt::AlignHCenter);
    column->addSpacing(theme::space(2));
    column->addLayout(actions_);
    column->addStretch();
    setWords(title, text);
}

void Face::setWords(const QString& title, const QString& text) {
    title_->setText(title);
    text_->setText(text);
    setAccessibleName(title);
    setAccessibleDescription(text);
}

QPushButton& Face::addAction(const QString& text, std::function<void()> act) {
    auto* button = makeButton(primary_ ? theme::Kind::primary : theme::Kind::secondary, text);
    theme::setCompact(*button);
    primary_ = false;
    connect(button, &QPushButton::clicked, this, std::move(act));
    // Copy details stays the last.
    actions_->insertWidget(actions_->count() - (details_ ? 2 : 1), button);
    return *button;
}

void Face::setProgress(double share, const QString& text) {
    if (spinner_) spinner_->setShare(share);
    text_->setText(text);
    setAccessibleDescription(text);
}

void Face::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && details_) details_->setText(tr("Copy details"));
}

void Face::offerDetails(const QString& details) {
    details_ = makeButton(theme::Kind::quiet, tr("Copy details"), "copy");
    theme::setCompact(*details_);
    connect(details_, &QPushButton::clicked, this, [details] { QGuiApplication::clipboard()->setText(details); });
    actions_->insertWidget(1, details_);
}

}  // namespace anneal::controls
