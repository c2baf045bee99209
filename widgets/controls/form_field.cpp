#include "controls/form_field.h"

#include <QVBoxLayout>

#include "controls/label.h"
#include "theme/kind.h"

namespace anneal::controls {

FormField::FormField(const QString& caption, QWidget* control, QWidget* parent)
    : QWidget(parent),
      control_(control),
      caption_(makeCaption({})),
      remark_(new Label({}, theme::TextStyle::caption, theme::Role::textSecondary)),
      error_(new Label({}, theme::TextStyle::caption, theme::Role::dangerText)) {
    caption_->setBuddy(control);
    setCaption(caption);
    remark_->setElided(true);
    remark_->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    error_->setWordWrap(true);
    error_->hide();

    auto* top = new QHBoxLayout;
    top->addWidget(caption_);
    top->addWidget(remark_, 1);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(theme::space(1));
    column->addLayout(top);
    column->addWidget(control);
    column->addWidget(error_);
}

void FormField::setCaption(const QString& caption) {
    // A name of its own says more than the caption.
    const auto named = control_->accessibleName();
    if (named.isEmpty() || named == caption_->text()) control_->setAccessibleName(caption);
    caption_->setText(caption);
}

void FormField::setRemark(const QString& remark) { remark_->setText(remark); }

void FormField::setError(const QString& error) {
    theme::setInvalid(*control_, !error.isEmpty());
    control_->setAccessibleDescription(error);
    error_->setText(error);
    error_->setVisible(!error.isEmpty());
}

}  // namespace anneal::controls
