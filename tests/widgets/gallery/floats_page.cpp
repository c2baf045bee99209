#include <QBoxLayout>
#include <QComboBox>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QStandardItemModel>
#include <QToolTip>
#include <QTreeView>

#include "controls/card.h"
#include "controls/chip.h"
#include "controls/form_field.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/step_delegate.h"
#include "controls/text_area.h"
#include "controls/text_body.h"
#include "theme/icons.h"
#include "theme/kind.h"
#include "widgets/gallery/parts_page.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

using namespace controls;

/// A menu as it looks when open, kept in the page.
QWidget* openMenu() {
    auto* menu = new QMenu;
    menu->setAccessibleName(u"Run"_s);
    menu->addAction(theme::icon("play"), u"Resume"_s)->setShortcut(QKeySequence(u"Ctrl+R"_s));
    menu->addAction(theme::icon("git-compare"), u"Compare with…"_s);
    auto* checked = menu->addAction(u"Follow the log"_s);
    checked->setCheckable(true);
    checked->setChecked(true);
    menu->addSeparator();
    auto* more = menu->addMenu(u"Export"_s);
    more->addAction(u"GGUF"_s);
    menu->addAction(theme::icon("trash-2"), u"Delete run"_s)->setEnabled(false);
    menu->setWindowFlags(Qt::Widget);
    menu->setActiveAction(menu->actions().at(1));
    menu->setFixedSize(menu->sizeHint());
    return menu;
}

QWidget* listCard() {
    auto* card = new Card(0);
    auto* list = new QListView;
    list->setAccessibleName(u"Pages"_s);
    auto* model = new QStandardItemModel(list);
    for (const auto& [text, icon] : {std::pair{u"Doctor"_s, "stethoscope"},
                                     {u"Hardware advice"_s, "scale"},
                                     {u"Paths"_s, "folder"},
                                     {u"Language"_s, "languages"},
                                     {u"语言与字体"_s, "keyboard"}}) {
        auto* item = new QStandardItem(theme::icon(icon), text);
        model->appendRow(item);
    }
    model->item(3)->setEnabled(false);
    auto* checked = new QStandardItem(u"A checked row"_s);
    checked->setCheckable(true);
    checked->setCheckState(Qt::Checked);
    model->appendRow(checked);
    list->setModel(model);
    list->setFrameShape(QFrame::NoFrame);
    list->setCurrentIndex(model->index(0, 0));
    list->setFixedHeight(6 * 32);
    card->body().addWidget(list);
    return card;
}

QWidget* treeCard() {
    auto* card = new Card(0);
    auto* tree = new QTreeView;
    tree->setAccessibleName(u"Settings"_s);
    auto* model = new QStandardItemModel(tree);
    model->setHorizontalHeaderLabels({u"Setting"_s, u"Value"_s});
    auto* group = new QStandardItem(u"Training"_s);
    model->appendRow({group, new QStandardItem});
    group->appendRow({new QStandardItem(u"Learning rate"_s), new QStandardItem(u"2e-4"_s)});
    group->appendRow({new QStandardItem(u"Warm-up"_s), new QStandardItem(u"0.03"_s)});
    model->appendRow({new QStandardItem(u"Hardware"_s), new QStandardItem(u"4 × RTX 6000 Ada"_s)});
    tree->setModel(model);
    tree->setFrameShape(QFrame::NoFrame);
    tree->expandAll();
    tree->setCurrentIndex(model->index(0, 0, group->index()));
    tree->setFixedHeight(32 * 5 + 2);
    card->body().addWidget(tree);
    return card;
}

QWidget* recipeCard() {
    auto* card = new Card(0);
    card->addHeader(u"Recipe"_s).addWidget(new Chip({u"4 steps"_s}));
    card->addRule();
    auto* list = new QListView;
    list->setAccessibleName(u"Recipe"_s);
    auto* model = new QStandardItemModel(list);
    const std::array<RecipeStep, 4> steps{{{u"Normalise text"_s, u"NFC, spaces, broken characters"_s, u"48,212"_s, u"6,914 cells"_s},
                                           {u"Near duplicates"_s, u"MinHash, 0.85 alike"_s, u"43,118"_s, u"−2,855"_s},
                                           {u"Mask personal data"_s, u"Email, phone, name"_s, u"43,081"_s, u"−37"_s},
                                           {u"Keep languages"_s, {}, {}, u"off"_s}}};
    for (const auto& step : steps) {
        auto* item = new QStandardItem(step.name);
        item->setData(QVariant::fromValue(step), Qt::UserRole);
        item->setCheckable(true);
        item->setCheckState(step.options.isEmpty() ? Qt::Unchecked : Qt::Checked);
        model->appendRow(item);
    }
    list->setModel(model);
    list->setFrameShape(QFrame::NoFrame);
    list->setItemDelegate(new StepDelegate(Qt::UserRole, list));
    list->setCurrentIndex(model->index(2, 0));
    list->setFixedHeight(4 * 44);
    card->body().addWidget(list);
    return card;
}

QWidget* textArea(bool enabled) {
    auto* edit = new TextArea(u"Prompt"_s, 2, 6);
    edit->setBody(u"Name the clause type, rate the risk for the customer, and suggest one change.\n"_s.repeated(12));
    edit->setEnabled(enabled);
    return edit;
}

}  // namespace

QWidget* makeFloatsPage() {
    auto* page = new QWidget;
    page->setFixedSize(1440, 640);
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(24, 24, 24, 24);
    row->setSpacing(24);
    const auto stack = [&](std::initializer_list<QWidget*> widgets) {
        auto* column = new QVBoxLayout;
        column->setSpacing(16);
        for (auto* widget : widgets) column->addWidget(widget, 0, Qt::AlignTop);
        column->addStretch();
        row->addLayout(column, 1);
    };
    auto* rate = new RateField(u"Learning rate"_s, 1e-7, 1);
    rate->setValue(2e-4);
    auto* dropout = new DecimalField(u"Dropout"_s, 0, 1, 2);
    dropout->setEnabled(false);
    auto* writable = new QComboBox;
    writable->setEditable(true);
    writable->addItem(u"DeepSeek-R1, from the tokenizer"_s);
    auto* withIcon = new QComboBox;
    withIcon->addItem(theme::icon("database"), u"Contract clauses v7"_s);
    withIcon->setAccessibleName(u"Data set"_s);
    theme::setCompact(*withIcon);
    stack({makeCaption(u"Menu"_s), openMenu()});
    stack({listCard(), treeCard()});
    auto* answer = new TextBody(u"Answer"_s);
    answer->setBody(u"This clause is a termination for convenience. 本条为便利终止条款。"_s);
    stack({textArea(true), textArea(false), answer, recipeCard()});
    stack({new FormField(u"Learning rate"_s, rate), new FormField(u"Dropout"_s, dropout), new FormField(u"Template"_s, writable), withIcon,
           new InlineMessage(Tone::danger, u"The disk was full"_s, u"412 GiB is free now; it continues from step 2,210."_s)});
    return page;
}

}  // namespace anneal::test
