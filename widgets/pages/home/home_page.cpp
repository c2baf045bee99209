#include "pages/home/home_page.h"

#include <QVBoxLayout>

#include "controls/page_header.h"
#include "controls/words.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

class HomePage : public Page {
    Q_OBJECT
public:
    explicit HomePage(const Context& context) : Page(context), header_(new controls::PageHeader({})) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
        column->addWidget(header_);
        column->addStretch();
        controls::say(*this, [this] { header_->setTitle(tr("Home")); });
    }

private:
    controls::PageHeader* header_;
};

}  // namespace

PageInfo homePage() {
    return {u"home"_s, "house", QT_TRANSLATE_NOOP("Pages", "Home"), [](const Context& context) -> Page* { return new HomePage(context); }};
}

}  // namespace anneal::pages

#include "home_page.moc"
