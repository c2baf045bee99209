#include "pages/system/paths_card.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

#include "base/files.h"
#include "controls/buttons.h"
#include "controls/label.h"
#include "controls/words.h"
#include "theme/kind.h"

namespace anneal::pages {
namespace {

constexpr int kName = 160;

struct Path {
    const char* name;
    std::filesystem::path path;
};

QString words(const char* text) { return QCoreApplication::translate("Paths", text); }

}  // namespace

controls::Card* makePathsCard(Host& host) {
    auto* card = new controls::Card(0);
    card->addHeader({});
    const std::array paths{Path{QT_TRANSLATE_NOOP("Paths", "Data, runs and models"), base::dataHome()},
                           Path{QT_TRANSLATE_NOOP("Paths", "Cache"), base::cacheHome()},
                           Path{QT_TRANSLATE_NOOP("Paths", "Training engine"), base::siblingProgram("anneal-engine")},
                           Path{QT_TRANSLATE_NOOP("Paths", "Log of this window"), base::dataHome() / "studio.log"}};
    for (const auto& [name, path] : paths) {
        const auto text = QString::fromStdString(path.string());
        auto* label = new controls::Label({});
        label->setFixedWidth(kName);
        auto* place = new controls::Label(text, theme::TextStyle::mono, theme::Role::textSecondary);
        place->setElided(true);
        auto* copy = new controls::IconButton("copy", {});
        auto* show = new controls::IconButton("folder-open", {});
        for (auto* button : {copy, show}) theme::setCompact(*button);
        auto* row = new QHBoxLayout;
        row->setContentsMargins(theme::space(4), theme::space(1), theme::space(3), theme::space(1));
        for (auto* part : {static_cast<QWidget*>(label)}) row->addWidget(part);
        row->addWidget(place, 1);
        row->addWidget(copy);
        row->addWidget(show);
        card->addRule();
        card->body().addLayout(row);
        QObject::connect(copy, &QToolButton::clicked, card, [text] { QGuiApplication::clipboard()->setText(text); });
        QObject::connect(show, &QToolButton::clicked, card, [&host, text] { host.reveal(text); });
        controls::say(*card, [label, copy, show, name] {
            label->setText(words(name));
            copy->setName(words(QT_TRANSLATE_NOOP("Paths", "Copy the path: %1")).arg(words(name)));
            show->setName(words(QT_TRANSLATE_NOOP("Paths", "Show in the file manager: %1")).arg(words(name)));
        });
    }
    controls::say(*card, [card] { card->setTitle(words(QT_TRANSLATE_NOOP("Paths", "Paths"))); });
    return card;
}

}  // namespace anneal::pages
