#include "pages/system/system_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>

#include "controls/label.h"
#include "controls/words.h"
#include "pages/system/nav_list.h"
#include "pages/system/section.h"
#include "theme/kind.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kNavWidth = 200;

struct Part {
    QString place;
    const char* icon;
    const char* name;
    Section* (*make)(const Context&);
};

const std::array kParts{
    Part{u"doctor"_s, "stethoscope", QT_TRANSLATE_NOOP("SystemParts", "Doctor"), makeDoctorSection},
    Part{u"hardware"_s, "scale", QT_TRANSLATE_NOOP("SystemParts", "Hardware advice"), makeHardwareSection},
    Part{u"storage"_s, "hard-drive", QT_TRANSLATE_NOOP("SystemParts", "Paths and disk"), makeStorageSection},
    Part{u"general"_s, "sliders-horizontal", QT_TRANSLATE_NOOP("SystemParts", "General"), makeGeneralSection},
    Part{u"shortcuts"_s, "keyboard", QT_TRANSLATE_NOOP("SystemParts", "Shortcuts"), makeShortcutsSection},
    Part{u"licences"_s, "file-text", QT_TRANSLATE_NOOP("SystemParts", "Licences"), makeLicencesSection},
};

QString nameOf(const Part& part) { return QCoreApplication::translate("SystemParts", part.name); }

/// The ground of the list at the left, with a line at its right.
class NavGround : public QWidget {
public:
    NavGround() {
        setFixedWidth(kNavWidth);
        theme::setGround(*this, theme::Role::surface);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        theme::fillRect(painter, rect(), theme::color(theme::Role::surface));
        theme::fillRect(painter, QRectF(width() - 1, 0, 1, height()), theme::color(theme::Role::border));
    }
};

class SystemPage : public Page {
    Q_OBJECT
public:
    explicit SystemPage(const Context& context) : Page(context), nav_(new NavList), stack_(new QStackedWidget), sections_(kParts.size()) {
        auto* title = new controls::Label({}, theme::TextStyle::heading);
        auto* ground = new NavGround;
        auto* left = new QVBoxLayout(ground);
        left->setContentsMargins(theme::space(3), theme::space(6), theme::space(3) + 1, theme::space(4));
        left->setSpacing(theme::space(4));
        auto* heading = new QHBoxLayout;
        heading->setContentsMargins(theme::space(3), 0, 0, 0);
        heading->addWidget(title);
        left->addLayout(heading);
        left->addWidget(nav_);
        left->addStretch();
        auto* row = new QHBoxLayout(this);
        row->setSpacing(0);
        row->addWidget(ground);
        row->addWidget(stack_, 1);
        for (const auto& part : kParts) {
            nav_->add(part.icon);
            stack_->addWidget(new QWidget);  // until it is wanted
            commands_.push_back(
                addCommand(u"system."_s + part.place, part.icon, {}, Reach::page, [this, place = part.place] { goTo(place); }));
        }
        connect(nav_, &NavList::chosenChanged, this, &SystemPage::bring);
        controls::say(*this, [this, title] {
            title->setText(tr("System"));
            nav_->setAccessibleName(tr("Parts of System"));
            for (std::size_t i = 0; i < kParts.size(); ++i) {
                nav_->setName(int(i), nameOf(kParts[i]));
                commands_[i]->setText(nameOf(kParts[i]));
            }
        });
    }

    void activate() override {
        if (nav_->chosen() < 0)
            nav_->choose(0);
        else
            section(nav_->chosen()).open();
    }
    QString place() const override { return nav_->chosen() < 0 ? QString() : kParts[std::size_t(nav_->chosen())].place; }
    void goTo(const QString& place) override {
        const auto part = std::ranges::find(kParts, place, &Part::place);
        nav_->choose(part == kParts.end() ? 0 : int(part - kParts.begin()));
    }
    QStringList breadcrumb() const override {
        return nav_->chosen() < 0 ? QStringList() : QStringList{nameOf(kParts[std::size_t(nav_->chosen())])};
    }

private:
    Section& section(int at) {
        auto*& section = sections_[std::size_t(at)];
        if (section) return *section;
        section = kParts[std::size_t(at)].make({services(), host()});
        delete stack_->widget(at);
        stack_->insertWidget(at, section);
        connect(section, &Section::status, this, [this, at](const PageStatus& status) {
            statuses_[at] = status;
            if (at == nav_->chosen()) setStatus(status);
        });
        return *section;
    }

    void bring(int at) {
        auto& next = section(at);
        stack_->setCurrentWidget(&next);
        next.open();
        setStatus(statuses_.value(at));
        Q_EMIT moved();
    }

    NavList* nav_;
    QStackedWidget* stack_;
    std::vector<Section*> sections_;
    QHash<int, PageStatus> statuses_;
    std::vector<QAction*> commands_;
};

}  // namespace

PageInfo systemPage() {
    return {u"system"_s, "monitor", QT_TRANSLATE_NOOP("Pages", "System"),
            [](const Context& context) -> Page* { return new SystemPage(context); }, true};
}

}  // namespace anneal::pages

#include "system_page.moc"
