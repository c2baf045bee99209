#include <QBoxLayout>
#include <QLineEdit>
#include <QStandardItemModel>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/choice_card.h"
#include "controls/delegates.h"
#include "controls/label.h"
#include "controls/marked_text.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/profile_header.h"
#include "controls/search_field.h"
#include "controls/segments.h"
#include "controls/sparkline.h"
#include "controls/stepper.h"
#include "controls/table.h"
#include "controls/tabs.h"
#include "controls/token_view.h"
#include "theme/theme.h"
#include "widgets/gallery/parts_page.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

using namespace controls;
using theme::Kind;

constexpr int kCell = Qt::UserRole;

/// Columns that carry a profile, as a data set's model will.
class ProfiledModel : public QStandardItemModel {
public:
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (role != kCell) return QStandardItemModel::headerData(section, orientation, role);
        switch (section) {
            case 1:
                return QVariant::fromValue(ColumnProfile{"tag", {41, 35, 30, 26, 20, 15, 11, 9, 8, 7, 5, 4, 3, 3, 2}, u"41 values"_s, 0.0});
            case 2:
                return QVariant::fromValue(ColumnProfile{
                    "type", {2, 9, 20, 28, 32, 34, 33, 30, 27, 24, 22, 19, 17, 15, 13, 12, 10, 9, 8, 6, 5}, u"Median 182 tokens"_s, 0.0});
            case 3: return QVariant::fromValue(ColumnProfile{"calendar", {1, 2, 3, 5, 8, 11, 14, 17, 19, 22}, u"2009–2026"_s, 0.021});
            default: return {};
        }
    }
};

QWidget* dataCard() {
    using Mark = TextPart::Mark;
    auto* card = new Card(0);
    auto* table = new Table(u"Rows"_s);
    auto* model = new ProfiledModel;
    model->setParent(table);
    model->setHorizontalHeaderLabels({u"#"_s, u"clause_type"_s, u"clause"_s, u"signed_on"_s});
    model->setHeaderData(0, Qt::Horizontal, int(Qt::AlignRight), Qt::TextAlignmentRole);
    const std::array<MarkedCell, 6> clauses{
        {{{{u"Recipient shall hold all Confidential Information"_s}}},
         {{{u"Notices to "_s}, {u"[NAME]"_s, Mark::mask}, {u" at "_s}, {u"[EMAIL]"_s, Mark::mask}}, MarkedCell::State::changed},
         {{{u"Either party may terminate for convenience"_s}}},
         {{{u"Signed: Maria Keller, CFO"_s}}, MarkedCell::State::dropped},
         {{{u"Notices to "_s}, {u"Anna Lindqvist"_s, Mark::removed}, {u" at "_s}, {u"[EMAIL]"_s, Mark::added}}},
         {{{u"联系人 "_s}, {u"[NAME]"_s, Mark::mask}, {u"，双方应严格保密"_s}}, MarkedCell::State::changed}}};
    const QStringList types{u"Confidentiality"_s, u"Notices"_s, u"Termination"_s, u"Signature block"_s, u"Indemnity"_s, u"保密条款"_s};
    for (int row = 0; row < int(clauses.size()); ++row) {
        auto* number = new QStandardItem(formatCount(20511 + row));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* clause = new QStandardItem;
        clause->setData(QVariant::fromValue(clauses[std::size_t(row)]), kCell);
        model->appendRow({number, new QStandardItem(types[row]), clause, new QStandardItem(u"2021-03-1%1"_s.arg(row))});
    }
    table->setModel(model);
    table->setHorizontalHeader(new ProfileHeader(kCell, table));
    table->setItemDelegateForColumn(2, new MarkedDelegate(kCell, table));
    table->setColumnWidth(0, 80);
    table->setColumnWidth(1, 150);
    table->setColumnWidth(2, 330);
    table->selectRow(2);
    table->setFixedHeight(100 + 6 * 32 + 1);
    card->body().addWidget(table);
    return card;
}

QWidget* runsCard() {
    auto* card = new Card(0);
    card->addHeader(u"Recent runs"_s).addWidget(makeButton(Kind::link, u"All runs"_s));
    auto* table = new Table(u"Runs"_s);
    auto* model = new QStandardItemModel(table);
    model->setHorizontalHeaderLabels({u"Run"_s, u"State"_s, u"Eval loss"_s, u"Best"_s, u"Progress"_s});
    model->setHeaderData(3, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
    struct Row {
        QString name, id;
        ChipLook state;
        SparklineValues loss;
        double best;
        ProgressValue progress;
    };
    const auto subtle = ChipLook::Shape::subtle;
    const std::array<Row, 4> rows{{{u"contracts-lora16"_s,
                                    u"c7e41a"_s,
                                    {u"Running"_s, Tone::accent, subtle, true},
                                    {{1.7, 1.2, 1.0, 0.9, 0.85, 0.84}, 0.55, Tone::accent},
                                    0.836,
                                    {0.64, u"31 min left"_s}},
                                   {u"contracts-qlora16"_s,
                                    u"8b02d9"_s,
                                    {u"Done"_s, Tone::success, subtle, true},
                                    {{1.7, 1.3, 1.0, 0.9, 0.83, 0.82, 0.82}, 1, Tone::success},
                                    0.819,
                                    {-1, u"1 h 54 min · Yesterday"_s}},
                                   {u"contracts-lora16-lr1e-3"_s,
                                    u"e90a56"_s,
                                    {u"Stopped early"_s, Tone::neutral, subtle, true},
                                    {{1.7, 1.0, 0.9, 0.95, 1.1}, 0.45, Tone::neutral},
                                    0.902,
                                    {-1, u"44 min · Mon 18:20"_s}},
                                   {u"risk-dpo"_s,
                                    u"2dd814"_s,
                                    {u"Failed"_s, Tone::danger, subtle, true},
                                    {{0.7, 0.66, 0.6, 0.55, 0.51}, 0.65, Tone::danger},
                                    0.508,
                                    {0.72, u"Disk was full"_s, Tone::danger}}}};
    for (const auto& row : rows) {
        auto* name = new QStandardItem(row.name);
        name->setData(row.id, kCell);
        const auto cell = [](const QVariant& value) {
            auto* item = new QStandardItem;
            item->setData(value, kCell);
            return item;
        };
        auto* best = new QStandardItem(formatDecimal(row.best, 3));
        best->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model->appendRow({name, cell(QVariant::fromValue(row.state)), cell(QVariant::fromValue(row.loss)), best,
                          cell(QVariant::fromValue(row.progress))});
    }
    table->setModel(model);
    table->setItemDelegateForColumn(0, new NamedDelegate(kCell, true, table));
    table->setItemDelegateForColumn(1, new ChipDelegate(kCell, table));
    table->setItemDelegateForColumn(2, new SparklineDelegate(kCell, table));
    table->setItemDelegateForColumn(4, new ProgressDelegate(kCell, table));
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSortIndicator(3, Qt::AscendingOrder);
    table->setSortingEnabled(true);
    theme::setHoveredRow(*table, 1);
    table->setFixedHeight(32 + 4 * 32);
    card->body().addWidget(table);
    return card;
}

QWidget* tokensCard() {
    using Kind = Token::Kind;
    auto* card = new Card(0);
    auto& header = card->addHeader(u"Sample 20,518"_s, 44);
    header.addWidget(new Chip({u"Longer than the cutoff"_s, Tone::warning, ChipLook::Shape::subtle, false, "scissors"}));
    auto* segments = new Segments(u"View"_s, {u"Tokens"_s, u"Text"_s, u"Ids"_s});
    segments->setCompact();
    header.addWidget(segments);
    card->addRule();
    auto* view = new TokenView(u"Tokens"_s);
    std::vector<Token> tokens{{u"<|User|>"_s, Kind::special}};
    for (const auto& word : u"12.1 Limitation of liability. Except for the Excluded Claims, the total liability of Supplier"_s.split(u' '))
        tokens.push_back({u' ' + word, Kind::prompt});
    tokens.push_back({u"\n"_s, Kind::prompt});
    tokens.push_back({u"<|Assistant|>"_s, Kind::special});
    for (const auto& word : u"The cap is three months of fees, which is short for a service with a yearly term."_s.split(u' '))
        tokens.push_back({u' ' + word, Kind::trained});
    for (const auto& word : u"Change: EUR 1,000,000, except"_s.split(u' ')) tokens.push_back({u' ' + word, Kind::trained, true});
    view->setTokens(std::move(tokens));
    view->setFixedHeight(120);
    auto* frame = new QWidget;
    auto* inset = new QVBoxLayout(frame);
    inset->setContentsMargins(16, 12, 16, 12);
    inset->addWidget(view);
    card->body().addWidget(frame);
    return card;
}

QWidget* stepperCard() {
    auto* card = new Card(16);
    auto* stepper = new Stepper(u"Steps of a new run"_s);
    stepper->setSteps({{u"Goal"_s, u"Answer instructions"_s},
                       {u"Data"_s, u"Contract clauses v7"_s},
                       {u"Base model"_s, u"R1-Distill-Qwen-7B"_s},
                       {u"Method"_s, u"LoRA r16"_s},
                       {u"Settings"_s, u"5 that matter"_s},
                       {u"Review"_s, u"Forecast and checks"_s}});
    stepper->setCurrent(3, 4);
    stepper->setFixedHeight(6 * 52);
    card->body().addWidget(stepper);
    return card;
}

QWidget* choicesRow() {
    auto* row = new QWidget;
    auto* column = new QVBoxLayout(row);
    column->setSpacing(12);
    Choice lora{u"LoRA"_s,
                u"Adds small trained matrices beside every linear layer. The base stays as it is."_s,
                {u"Fits"_s, Tone::success, ChipLook::Shape::subtle, true},
                22.7 / 48,
                u"22.7 GiB"_s,
                {{{u"Trains"_s, u"40.4 M"_s, u"0.53\u2009% of 7.62 B"_s},
                  {u"Memory per GPU"_s, u"22.7 GiB"_s, u"of 48"_s},
                  {u"Time"_s, u"1 h 26 min"_s, u"on 4 GPUs"_s}}},
                u"Close to full training at your data size, with half the card free, and the adapter is a 77 MiB file."_s};
    auto* wide = new ChoiceCard(lora);
    wide->setChecked(true);
    column->addWidget(wide);
    auto* pair = new QHBoxLayout;
    pair->setSpacing(12);
    lora.reason.clear();
    lora.name = u"QLoRA"_s;
    lora.text = u"LoRA on a 4-bit (NF4) base. Saves memory, takes longer."_s;
    lora.facts = {{{u"Trains"_s, u"40.4 M"_s, {}}, {u"Time"_s, u"1 h 55 min"_s, {}}, {u"File"_s, u"77 MiB"_s, {}}}};
    pair->addWidget(new ChoiceCard(lora));
    lora.name = u"Full"_s;
    auto* off = new ChoiceCard(lora);
    disableBecause(*off, u"Needs 84 GiB"_s);
    pair->addWidget(off);
    column->addLayout(pair);
    return row;
}

}  // namespace

QWidget* makeRowsPage() {
    auto* page = new QWidget;
    page->setFixedSize(1440, 900);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    auto* header = new PageHeader(u"Contract clauses"_s);
    header->setTrail(u"Data"_s);
    header->setChip({u"v7 draft"_s, Tone::warning});
    header->setFacts(u"48,212 rows in, 42,603 out · 9 columns · from clauses.parquet"_s);
    header->addAction(makeButton(Kind::secondary, u"Export"_s, "download"));
    header->addAction(makeButton(Kind::primary, u"Save as v7"_s));
    column->addWidget(header);
    auto* tabs = new Tabs(u"Views"_s);
    tabs->add(u"Table"_s, "table");
    tabs->add(u"Profile"_s, "chart-spline");
    tabs->add(u"Samples"_s, "whole-word");
    tabs->add(u"Images"_s, "image");
    tabs->setTabEnabled(3, false);
    column->addWidget(tabs);
    auto* tools = new QHBoxLayout;
    auto* search = new SearchField(u"Filter rows, for example risk = high"_s);
    search->setShortcutHint(u"Ctrl F"_s);
    theme::setCompact(*search);
    search->setFixedWidth(300);
    tools->addWidget(search);
    auto* columns = makeButton(Kind::secondary, u"Columns"_s, "columns-3");
    auto* touched = makeButton(Kind::quiet, u"Only touched rows"_s, "eye");
    for (auto* button : {columns, touched}) {
        theme::setCompact(*button);
        tools->addWidget(button);
    }
    tools->addStretch();
    for (const auto* name : {"undo-2", "redo-2", "ellipsis"}) tools->addWidget(new IconButton(name, QString::fromLatin1(name)));
    tools->addWidget(new IconButton("chevron-right", u"Next"_s, Kind::secondary));
    column->addLayout(tools);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(16);
    column->addLayout(halves, 1);
    auto* left = new QVBoxLayout;
    left->setSpacing(12);
    for (auto* card : {dataCard(), runsCard(), tokensCard()}) left->addWidget(card);
    left->addStretch();
    auto* right = new QVBoxLayout;
    right->setSpacing(12);
    for (auto* card : {choicesRow(), stepperCard()}) right->addWidget(card);
    right->addStretch();
    halves->addLayout(left, 3);
    halves->addLayout(right, 2);
    return page;
}

}  // namespace anneal::test
