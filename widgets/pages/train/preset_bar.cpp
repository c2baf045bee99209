#include "pages/train/preset_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include "controls/buttons.h"
#include "controls/words.h"
#include "theme/theme.h"

namespace anneal::pages {
namespace {

constexpr int kNameWidth = 220;

}  // namespace

PresetBar::PresetBar()
    : name_(new QLineEdit), save_(controls::makeButton(theme::Kind::secondary, {})), cancel_(controls::makeButton(theme::Kind::quiet, {})) {
    name_->setFixedWidth(kNameWidth);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(theme::space(2));
    for (auto* widget : {static_cast<QWidget*>(name_), static_cast<QWidget*>(save_), static_cast<QWidget*>(cancel_)})
        row->addWidget(widget);
    connect(save_, &QPushButton::clicked, this, &PresetBar::accept);
    connect(cancel_, &QPushButton::clicked, this, &QWidget::hide);
    connect(name_, &QLineEdit::returnPressed, this, &PresetBar::accept);
    connect(name_, &QLineEdit::textChanged, this, [this](const QString& text) { save_->setEnabled(!text.trimmed().isEmpty()); });
    controls::say(*this, [this] {
        name_->setAccessibleName(tr("Name of the preset"));
        name_->setPlaceholderText(tr("Name of the preset"));
        save_->setText(tr("Save preset"));
        cancel_->setText(tr("Cancel"));
    });
    hide();
}

void PresetBar::ask(const QString& proposal) {
    name_->setText(proposal);
    show();
    name_->setFocus(Qt::OtherFocusReason);
    name_->selectAll();
}

void PresetBar::accept() {
    if (name_->text().trimmed().isEmpty()) return;
    hide();
    Q_EMIT named(name_->text().trimmed());
}

void PresetBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return hide();
    QWidget::keyPressEvent(event);
}

}  // namespace anneal::pages
