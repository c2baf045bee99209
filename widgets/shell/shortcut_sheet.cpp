#include "shell/shortcut_sheet.h"

#include <QVBoxLayout>

#include "controls/label.h"
#include "controls/words.h"
#include "theme/theme.h"

namespace anneal::shell {
namespace {

constexpr int kWidth = 480;
constexpr int kMostHeight = 560;
constexpr int kHeader = 48;

}  // namespace

ShortcutSheet::ShortcutSheet() : list_(new pages::ShortcutList), area_(new controls::ScrollColumn) {
    auto* title = new controls::Label({}, theme::TextStyle::title);
    title->setFixedHeight(kHeader);
    area_->column().addWidget(list_);
    area_->column().addStretch();
    area_->setFocusPolicy(Qt::StrongFocus);  // the arrows scroll it
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(5), theme::space(2), theme::space(4), theme::space(4));
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(area_, 1);
    controls::say(*this, [this, title] {
        title->setText(tr("Shortcuts"));
        setAccessibleName(tr("Shortcuts"));
        area_->setAccessibleName(tr("Shortcuts"));
    });
}

QSize ShortcutSheet::sizeHint() const { return {kWidth, std::min(kMostHeight, kHeader + list_->sizeHint().height() + theme::space(7))}; }

}  // namespace anneal::shell
