#include "pages/data/token_legend.h"

#include <QHBoxLayout>

#include "controls/flow_layout.h"
#include "controls/label.h"
#include "controls/words.h"
#include "theme/paint.h"

namespace anneal::pages {
namespace {

using theme::Role;

constexpr int kSwatchWidth = 16;
constexpr int kSwatchHeight = 12;

/// One of the fills that tokens have, edged; or a line through nothing.
class Swatch : public QWidget {
public:
    Swatch(Role fill, Role edge, bool struck = false) : fill_(fill), edge_(edge), struck_(struck) {
        setFixedSize(kSwatchWidth, kSwatchHeight);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (struck_) return theme::fillRect(painter, QRectF(0, kSwatchHeight / 2, kSwatchWidth, 1), theme::color(edge_));
        theme::drawBox(painter, QRectF(rect()), {theme::color(fill_), theme::color(edge_), 3});
    }

private:
    Role fill_, edge_;
    bool struck_;
};

}  // namespace

TokenLegend::TokenLegend(QWidget* parent) : QWidget(parent) {
    auto* flow = new controls::FlowLayout(theme::space(2), this);
    flow->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(2));
    const auto add = [&](QWidget* sign) {
        auto* item = new QWidget;
        auto* row = new QHBoxLayout(item);
        row->setContentsMargins(0, 0, theme::space(2), 0);
        row->setSpacing(theme::space(2));
        if (sign) row->addWidget(sign);
        words_.push_back(new controls::Label({}, theme::TextStyle::caption, Role::textSecondary));
        row->addWidget(words_.back());
        flow->addWidget(item);
    };
    add(new Swatch(Role::tokenTrained, Role::success));
    add(new Swatch(Role::tokenPrompt, Role::textDisabled));
    add(new Swatch(Role::tokenSpecial, Role::onTokenSpecial));
    add(new Swatch(Role::surface, Role::textSecondary, true));
    add(nullptr);
    controls::say(*this, [this] {
        const std::array texts{tr("Trained"), tr("Prompt, not trained"), tr("Special token"), tr("Cut off"),
                               tr("Click a token for its id")};
        for (std::size_t i = 0; i < texts.size(); ++i) words_[i]->setText(texts[i]);
    });
}

}  // namespace anneal::pages
