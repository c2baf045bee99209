#pragma once
// F1: every shortcut of the window and its pages.

#include "controls/scroll_column.h"
#include "pages/shortcut_list.h"
#include "shell/layers.h"

namespace anneal::shell {

class ShortcutSheet : public Layer {
    Q_OBJECT
public:
    ShortcutSheet();
    void show(const std::vector<pages::ShortcutGroup>& groups) { list_->show(groups); }
    QWidget* firstFocus() override { return area_; }
    QSize sizeHint() const override;

private:
    pages::ShortcutList* list_;
    controls::ScrollColumn* area_;
};

}  // namespace anneal::shell
