#include "widgets/gallery/parts_page.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFocusFrame>
#include <QGridLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QStyleOptionButton>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/chip.h"
#include "controls/choice_card.h"
#include "controls/face.h"
#include "controls/forecast_bar.h"
#include "controls/form_field.h"
#include "controls/gauge.h"
#include "controls/inline_message.h"
#include "controls/label.h"
#include "controls/number_field.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/segments.h"
#include "controls/spinner.h"
#include "controls/stat.h"
#include "controls/switch.h"
#include "controls/toast.h"
#include "theme/icons.h"
#include "theme/paint.h"

using namespace Qt::StringLiterals;

namespace anneal::test {
namespace {

using namespace controls;
using theme::Kind;
using theme::Role;
using theme::TextStyle;

/// A button that always looks as it does in `state`.
class FrozenButton : public QPushButton {
public:
    FrozenButton(Kind kind, const QString& text, std::string_view icon, QStyle::StateFlag state) : QPushButton(text), state_(state) {
        theme::setKind(*this, kind);
        if (!icon.empty()) setIcon(theme::icon(icon));
        setEnabled(state != QStyle::State_None);
    }

protected:
    void initStyleOption(QStyleOptionButton* option) const override {
        QPushButton::initStyleOption(option);
        option->state |= state_;
    }

private:
    QStyle::StateFlag state_;
};

QWidget* buttonsCard() {
    auto* card = new Card(16);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(12);
    const std::array<std::pair<QString, QStyle::StateFlag>, 5> states{{{u"Rest"_s, QStyle::State_Active},
                                                                       {u"Hover"_s, QStyle::State_MouseOver},
                                                                       {u"Pressed"_s, QStyle::State_Sunken},
                                                                       {u"Focus"_s, QStyle::State_Active},
                                                                       {u"Disabled"_s, QStyle::State_None}}};
    struct Row {
        QString name;
        Kind kind;
        QString text;
        const char* icon;
    };
    const std::array<Row, 5> rows{{{u"Primary"_s, Kind::primary, u"Start"_s, "play"},
                                   {u"Secondary"_s, Kind::secondary, u"Export"_s, "download"},
                                   {u"Quiet"_s, Kind::quiet, u"Cancel"_s, ""},
                                   {u"Danger"_s, Kind::danger, u"Stop"_s, "square"},
                                   {u"Link"_s, Kind::link, u"Show all"_s, ""}}};
    for (std::size_t column = 0; column < states.size(); ++column)
        grid->addWidget(new Label(states[column].first, TextStyle::caption, Role::textSecondary), 0, int(column) + 1);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        grid->addWidget(new Label(rows[row].name, TextStyle::body, Role::textSecondary), int(row) + 1, 0);
        for (std::size_t column = 0; column < states.size(); ++column) {
            auto* button = new FrozenButton(rows[row].kind, rows[row].text, rows[row].icon, states[column].second);
            grid->addWidget(button, int(row) + 1, int(column) + 1, Qt::AlignLeft);
            button->setProperty(kFocused, column == 3);
        }
    }
    grid->setColumnStretch(5, 1);
    card->body().addLayout(grid);
    return card;
}

QLineEdit* lineEdit(const QString& text) {
    auto* edit = new QLineEdit(text);
    edit->setMinimumWidth(80);
    return edit;
}

QWidget* fieldsCard() {
    auto* card = new Card(16);
    card->body().setSpacing(12);
    auto* first = new QHBoxLayout;
    first->setSpacing(12);
    auto* focused = lineEdit(u"contracts-lora16"_s);
    auto* refused = new FormField(u"Error"_s, lineEdit(u"contracts lora16"_s));
    refused->setError(u"Use letters, digits, - _"_s);
    auto* disabled = lineEdit(u"contracts-lora16"_s);
    disabled->setEnabled(false);
    for (auto* field : {new FormField(u"Field"_s, lineEdit(u"contracts-lora16"_s)), new FormField(u"Focus"_s, focused), refused,
                        new FormField(u"Disabled"_s, disabled)})
        first->addWidget(field, 1, Qt::AlignTop);
    focused->setProperty(kFocused, true);
    card->body().addLayout(first);

    auto* second = new QHBoxLayout;
    second->setSpacing(12);
    auto* number = new CountField(u"Cutoff"_s, 1, 131072);
    number->setValue(2048);
    setUnit(*number, u"tokens"_s);
    auto* choice = new QComboBox;
    choice->addItems({u"Cosine"_s, u"Linear"_s, u"Constant"_s});
    auto* segments = new Segments(u"X axis"_s, {u"Step"_s, u"Time"_s});
    segments->setEqualWidths();
    auto* marks = new QWidget;
    auto* row = new QHBoxLayout(marks);
    auto* checked = new QCheckBox;
    auto* chosen = new QRadioButton;
    auto* on = new Switch;
    checked->setChecked(true);
    on->setChecked(true);
    chosen->setAutoExclusive(false);
    chosen->setChecked(true);
    for (auto* mark : std::initializer_list<QAbstractButton*>{checked, new QCheckBox, chosen, new QRadioButton, on, new Switch}) {
        mark->setAccessibleName(u"Mark"_s);
        row->addWidget(mark);
    }
    marks->setFixedHeight(32);
    second->addWidget(new FormField(u"Number"_s, number), 3);
    second->addWidget(new FormField(u"Choice"_s, choice), 3);
    second->addWidget(new FormField(u"Segments"_s, segments), 3);
    second->addWidget(new FormField(u"Check, radio, switch"_s, marks), 4);
    card->body().addLayout(second);
    return card;
}

QWidget* chipsCard() {
    auto* card = new Card(12);
    auto* row = new QHBoxLayout;
    const auto solid = ChipLook::Shape::solid, subtle = ChipLook::Shape::subtle, outline = ChipLook::Shape::outline;
    for (const auto& look : std::initializer_list<ChipLook>{{u"Running"_s, Tone::accent, subtle, true},
                                                            {u"Done"_s, Tone::success, subtle, true},
                                                            {u"Stopped early"_s, Tone::neutral, subtle, true},
                                                            {u"Failed"_s, Tone::danger, subtle, true},
                                                            {u"Tight"_s, Tone::warning, subtle, true},
                                                            {u"New"_s, Tone::accent, solid},
                                                            {u"step 1,430"_s, Tone::neutral, outline},
                                                            {u"Best"_s, Tone::success, subtle, false, "star"}})
        row->addWidget(new Chip(look));
    row->addStretch();
    row->setContentsMargins(4, 0, 4, 0);
    card->body().addLayout(row);
    return card;
}

QWidget* facesCard() {
    auto* card = new Card(16);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    const auto framed = [&](const QString& name, Face* face) {
        auto* column = new QVBoxLayout;
        column->addWidget(makeCaption(name));
        auto* frame = new Card(8);
        frame->body().addWidget(face);
        column->addWidget(frame, 1);
        row->addLayout(column, 1);
    };
    auto* empty = Face::empty("database", u"No data yet"_s, u"Drop files here, or import a table or folder."_s);
    empty->addAction(u"Import data"_s, [] {});
    auto* busy = Face::busy(u"Reading rows"_s);
    busy->setProgress(29891.0 / 48212, u"29,891 of 48,212,\n4 s left"_s);
    busy->addAction(u"Cancel"_s, [] {});
    auto* error = Face::error(u"Line 812 is not JSON"_s, u"A quote is missing.\nMend it or skip the line."_s, u"{\"a: 1}"_s);
    error->addAction(u"Skip line"_s, [] {});
    framed(u"Empty"_s, empty);
    framed(u"Busy"_s, busy);
    framed(u"Error"_s, error);
    card->body().addLayout(row);
    return card;
}

QWidget* barsCard() {
    auto* card = new Card(16);
    Forecast forecast{
        {{u"Weights"_s, 14.2, u"14.2"_s, 0}, {u"Activations"_s, 6.7, u"6.7"_s, 2}, {u"Rest"_s, 1.8, u"1.8"_s, 1}}, 2.1, 48, u"2.1"_s};
    auto* bar = new ForecastBar(u"Memory per GPU"_s);
    auto* legend = new ForecastLegend;
    bar->setForecast(forecast);
    legend->setForecast(forecast);
    card->body().addWidget(makeCaption(u"Forecast bar"_s));
    card->body().addWidget(bar);
    card->body().addWidget(legend);
    card->body().addWidget(makeCaption(u"Gauge"_s));
    auto* row = new QHBoxLayout;
    auto* gauge = new Gauge(u"Compute"_s);
    gauge->setShare(0.62, 0.12);
    gauge->setLimit(0.9);
    row->addWidget(new Label(u"Compute"_s, TextStyle::caption, Role::textSecondary));
    row->addWidget(gauge, 1);
    row->addWidget(new Label(formatPercent(0.62), TextStyle::caption));
    card->body().addLayout(row);
    card->body().addWidget(makeCaption(u"Progress"_s));
    auto* progress = new QProgressBar;
    progress->setAccessibleName(u"Progress"_s);
    progress->setValue(64);
    card->body().addWidget(progress);
    card->body().addWidget(makeCaption(u"Slider"_s));
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setAccessibleName(u"Temperature"_s);
    slider->setValue(40);
    card->body().addWidget(slider);
    return card;
}

class SeriesRow : public QWidget {
public:
    explicit SeriesRow(std::size_t index) : index_(index) { setFixedHeight(24); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const auto& series = theme::series(index_);
        {
            const theme::Painting painting(painter);
            QPen pen(series.color, 2, Qt::SolidLine, Qt::FlatCap);
            QList<qreal> dash;
            for (const qreal length : series.dash) dash << length / pen.widthF();
            if (!dash.isEmpty()) pen.setDashPattern(dash);
            painter.setPen(pen);
            painter.drawLine(QPointF(0, height() / 2.0), QPointF(48, height() / 2.0));
        }
        theme::drawText(painter, QRectF(56, 0, 200, height()), Qt::AlignLeft | Qt::AlignVCenter,
                        u"%1 %2"_s.arg(index_ + 1).arg(series.name), theme::font(TextStyle::caption), theme::color(Role::text));
        theme::drawText(painter, rect(), Qt::AlignRight | Qt::AlignVCenter, series.color.name().toUpper(), theme::font(TextStyle::mono),
                        theme::color(Role::textSecondary));
    }

private:
    std::size_t index_;
};

QWidget* seriesCard() {
    auto* card = new Card(16);
    card->body().setSpacing(0);
    card->body().addWidget(makeCaption(u"Chart series, colour and dash"_s));
    for (std::size_t i = 0; i < 8; ++i) card->body().addWidget(new SeriesRow(i));
    card->body().addSpacing(8);
    card->addRule();
    card->body().addSpacing(12);
    card->body().addWidget(makeCaption(u"Type"_s));
    const auto line = [&](std::initializer_list<std::pair<QString, TextStyle>> words) {
        auto* row = new QHBoxLayout;
        row->setSpacing(16);
        for (const auto& [text, style] : words)
            row->addWidget(new Label(text, style, style == TextStyle::caption ? Role::textSecondary : Role::text));
        row->addStretch();
        card->body().addLayout(row);
    };
    line({{u"25 Display"_s, TextStyle::display}, {u"20 Heading"_s, TextStyle::heading}});
    line({{u"16 Title"_s, TextStyle::title}, {u"13 Body 0123456789"_s, TextStyle::body}, {u"11 Caption"_s, TextStyle::caption}});
    line({{u"12 Mono 5.96e-05 -> =="_s, TextStyle::mono}});
    card->body().addStretch();
    return card;
}

QWidget* choiceCard() {
    auto* card = new ChoiceCard({u"Full"_s,
                                 u"Trains every weight, sharded over 4 GPUs. For teaching new knowledge."_s,
                                 {u"Tight"_s, Tone::warning, ChipLook::Shape::subtle, true},
                                 38.9 / 48,
                                 u"38.9 GiB"_s,
                                 {{{u"Trains"_s, u"7.62 B"_s, {}}, {u"Time"_s, u"2 h 48 min"_s, {}}, {u"File"_s, u"14.2 GiB"_s, {}}}},
                                 {}});
    return card;
}

QWidget* statsCard() {
    auto* card = new Card(16);
    auto* row = new QHBoxLayout;
    const auto add = [&](const QString& label, const QString& figure, const QString& origin) {
        auto* stat = new Stat(label);
        stat->setFigure(figure, origin);
        row->addWidget(stat, 1);
    };
    add(u"Eval loss"_s, formatDecimal(0.836, 3), u"Best, step 910"_s);
    add(u"Learning rate"_s, formatRate(5.96e-5), u"cosine from 2e-4"_s);
    add(u"Peak memory"_s, u"22.4 GiB"_s, u"Forecast 22.7"_s);
    card->body().addLayout(row);
    return card;
}

}  // namespace

void showFocus(QWidget& page) {
    for (auto* widget : page.findChildren<QWidget*>())
        if (widget->property(kFocused).toBool()) (new QFocusFrame(widget))->setWidget(widget);
}

QWidget* makePartsPage() {
    auto* page = new QWidget;
    page->setFixedSize(1440, 900);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(96, 64, 24, 44);
    column->setSpacing(12);
    auto* header = new PageHeader(u"Parts"_s);
    header->setFacts(u"One size, one radius, one accent. Every state drawn once."_s);
    column->addWidget(header);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    column->addLayout(columns, 1);
    const auto stack = [&](int width, std::initializer_list<QWidget*> cards) {
        auto* stacked = new QVBoxLayout;
        stacked->setSpacing(12);
        for (auto* card : cards) {
            card->setFixedWidth(width);
            stacked->addWidget(card);
        }
        columns->addLayout(stacked);
        return stacked;
    };
    stack(600, {buttonsCard(), fieldsCard(), chipsCard(), facesCard()})->setStretch(3, 1);
    stack(328, {barsCard(), seriesCard()})->setStretch(1, 1);
    auto* message = new InlineMessage(Tone::success, u"Passed"_s, u"The file answers as the trained model did."_s);
    auto* warning = new InlineMessage(Tone::warning, u"12 eval rows are also in the training rows"_s,
                                      u"They are 0.9 alike or more, so eval loss would look better than it is."_s);
    auto* note = new InlineMessage(Tone::neutral, {}, u"Not sure? Stay with LoRA. QLoRA suits cards under 24 GiB."_s);
    stack(360, {new Toast({Tone::success, u"Q4_K_M passed its gate"_s, u"4.36 GiB, 512 samples compared"_s, u"Reveal"_s, {}}),
                new Toast({Tone::warning, u"37 rows dropped"_s, u"Mask personal data, step 5"_s, u"Undo"_s, {}}), message, warning, note,
                choiceCard(), statsCard()})
        ->addStretch();
    showFocus(*page);
    return page;
}

}  // namespace anneal::test
