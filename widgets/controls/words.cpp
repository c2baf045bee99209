#include "controls/words.h"

#include <vector>

#include <QEvent>
#include <QLocale>
#include <QWidget>

namespace anneal::controls {
namespace {

class Words : public QObject {
    Q_OBJECT
public:
    explicit Words(QWidget& owner) : QObject(&owner) { owner.installEventFilter(this); }

    void add(std::function<void()> words) {
        words();
        words_.push_back(std::move(words));
    }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::LanguageChange)
            for (const auto& words : words_) words();
        return false;
    }

private:
    std::vector<std::function<void()>> words_;
};

}  // namespace

void say(QWidget& owner, std::function<void()> words) {
    auto* kept = owner.findChild<Words*>({}, Qt::FindDirectChildrenOnly);
    (kept ? kept : new Words(owner))->add(std::move(words));
}

QString sentences(const QStringList& each) { return each.join(QLocale().language() == QLocale::Chinese ? QString() : QStringLiteral(" ")); }

}  // namespace anneal::controls

#include "words.moc"
