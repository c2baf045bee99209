#include <QVBoxLayout>

#include "controls/card.h"
#include "controls/label.h"
#include "controls/scroll_column.h"
#include "controls/words.h"
#include "pages/shortcut_list.h"
#include "pages/system/section.h"
#include "theme/theme.h"

namespace anneal::pages {
namespace {

constexpr int kWidest = 640;

class ShortcutsSection : public Section {
    Q_OBJECT
public:
    explicit ShortcutsSection(const Context& context) : host_(context.host), list_(new ShortcutList) {
        auto* title = new controls::Label({}, theme::TextStyle::heading);
        auto* card = new controls::Card(16);
        card->body().addWidget(list_);
        card->setMaximumWidth(kWidest);
        auto* area = new controls::ScrollColumn;
        auto& column = area->column();
        column.setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
        column.setSpacing(theme::space(4));
        column.addWidget(title);
        column.addWidget(card);
        column.addStretch();
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(area);
        controls::say(*this, [this, title] {
            title->setText(tr("Shortcuts"));
            open();
        });
    }

    void open() override { list_->show(host_.shortcuts()); }

private:
    Host& host_;
    ShortcutList* list_;
};

}  // namespace

Section* makeShortcutsSection(const Context& context) { return new ShortcutsSection(context); }

}  // namespace anneal::pages

#include "shortcuts_section.moc"
