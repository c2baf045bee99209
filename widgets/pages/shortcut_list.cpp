#include "pages/shortcut_list.h"

#include <QVBoxLayout>

#include "controls/accessible_role.h"
#include "controls/key_hint.h"
#include "controls/label.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

constexpr int kRow = 28;
constexpr int kKeysWidth = 160;

class Keys : public QWidget {
public:
    Keys(QStringList keys, const QString& text) : keys_(std::move(keys)) {
        controls::setAccessibleRole(*this, QAccessible::StaticText);
        setAccessibleName(text + QStringLiteral(": ") + keys_.join(u'+'));
        setFixedSize(kKeysWidth, kRow);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        controls::drawKeys(painter, rect(), keys_);
    }

private:
    QStringList keys_;
};

}  // namespace

ShortcutList::ShortcutList(QWidget* parent) : QWidget(parent), column_(new QVBoxLayout(this)) {}

void ShortcutList::show(const std::vector<ShortcutGroup>& groups) {
    delete inside_;
    inside_ = new QWidget;
    auto* column = new QVBoxLayout(inside_);
    column->setSpacing(0);
    for (const auto& group : groups) {
        auto* name = controls::makeCaption(group.name);
        name->setFixedHeight(kRow);
        if (column->count() > 0) column->addSpacing(theme::space(3));
        column->addWidget(name);
        for (const auto& row : group.rows) {
            auto* text = new controls::Label(row.text);
            text->setElided(true);
            auto* line = new QHBoxLayout;
            line->addWidget(text, 1);
            line->addWidget(new Keys(row.keys, row.text));
            column->addLayout(line);
        }
    }
    column_->addWidget(inside_);
}

}  // namespace anneal::pages
