#include <QButtonGroup>
#include <QComboBox>
#include <QVBoxLayout>

#include "base/offline.h"
#include "bridge/languages.h"
#include "controls/card.h"
#include "controls/label.h"
#include "controls/scroll_column.h"
#include "controls/segments.h"
#include "controls/switch.h"
#include "controls/words.h"
#include "pages/system/section.h"
#include "theme/theme.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kWidest = 720;
constexpr std::array kChoices{theme::Choice::system, theme::Choice::light, theme::Choice::dark, theme::Choice::highContrast};

/// A setting: what it is, what it does, and the control that changes it.
struct Row {
    Label* name = nullptr;
    Label* text = nullptr;
};

class GeneralSection : public Section {
    Q_OBJECT
public:
    explicit GeneralSection(const Context& context)
        : context_(context),
          appearance_(new controls::Segments({}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s})),
          motion_(new controls::Switch),
          language_(new QComboBox),
          offline_(new controls::Switch) {
        auto* title = new Label({}, TextStyle::heading);
        auto* look = new controls::Card(0);
        auto* network = new controls::Card(0);
        look->addHeader({});
        network->addHeader({});
        const auto language = addRow(*look, language_), appearance = addRow(*look, appearance_), motion = addRow(*look, motion_);
        const auto offline = addRow(*network, offline_);
        auto* area = new controls::ScrollColumn;
        auto& column = area->column();
        column.setContentsMargins(theme::space(6), theme::space(5), theme::space(6), theme::space(6));
        column.setSpacing(theme::space(4));
        column.addWidget(title);
        for (auto* card : {look, network}) {
            card->setMaximumWidth(kWidest);
            column.addWidget(card);
        }
        column.addStretch();
        auto* whole = new QVBoxLayout(this);
        whole->addWidget(area);

        language_->addItem(QString(), QString());
        for (const auto& choice : bridge::languages()) language_->addItem(choice.name, choice.code);
        connect(language_, &QComboBox::activated, this, [this] { settings().setLanguage(language_->currentData().toString()); });
        connect(appearance_, &controls::Segments::chosenChanged, this,
                [this](int chosen) { settings().setAppearance(kChoices[std::size_t(chosen)]); });
        connect(motion_, &QCheckBox::clicked, this, [this](bool reduces) { settings().setReducesMotion(reduces); });
        connect(offline_, &QCheckBox::clicked, this, &GeneralSection::setOffline);
        controls::say(*this, [=, this] {
            title->setText(tr("General"));
            look->setTitle(tr("Look and language"));
            network->setTitle(tr("Network"));
            const auto put = [](const Row& row, QWidget& control, const QString& name, const QString& text) {
                row.name->setText(name);
                row.text->setText(text);
                control.setAccessibleName(name);
            };
            put(language, *language_, tr("Language"), tr("At once, without a restart."));
            put(appearance, *appearance_, tr("Appearance"), tr("As the desktop asks, or always the same."));
            put(motion, *motion_, tr("Reduce motion"), tr("Panels and toasts appear without sliding in."));
            put(offline, *offline_, tr("Stay offline"),
                tr("Nothing is fetched and no database on another machine is asked, here and on the command line."));
            language_->setItemText(0, tr("As the desktop"));
            const std::array names{tr("System"), tr("Light"), tr("Dark"), tr("High contrast")};
            for (std::size_t i = 0; i < names.size(); ++i) appearance_->setText(int(i), names[i]);
        });
    }

    void open() override {
        language_->setCurrentIndex(std::max(0, language_->findData(settings().language())));
        appearance_->choose(int(std::ranges::find(kChoices, settings().appearance()) - kChoices.begin()));
        motion_->setChecked(settings().reducesMotion());
        offline_->setChecked(base::isOffline());
    }

private:
    bridge::Settings& settings() { return context_.services.settings; }

    static Row addRow(controls::Card& card, QWidget* control) {
        card.addRule();
        Row row{new Label({}), new Label({}, TextStyle::caption, Role::textSecondary)};
        row.name->setTextStyle(TextStyle::body, theme::Weight::medium);
        row.text->setWordWrap(true);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addWidget(row.name);
        words->addWidget(row.text);
        auto* line = new QHBoxLayout;
        line->setContentsMargins(theme::space(4), theme::space(3), theme::space(4), theme::space(3));
        line->setSpacing(theme::space(6));
        line->addLayout(words, 1);
        line->addWidget(control);
        card.body().addLayout(line);
        return row;
    }

    void setOffline(bool offline) {
        const auto set = base::setOffline(offline);
        if (set) return;
        offline_->setChecked(base::isOffline());
        context_.host.toast(
            {controls::Tone::danger, QString::fromStdString(set.error().message), QString::fromStdString(set.error().hint), {}, {}});
    }

    Context context_;
    controls::Segments* appearance_;
    controls::Switch* motion_;
    QComboBox* language_;
    controls::Switch* offline_;
};

}  // namespace

Section* makeGeneralSection(const Context& context) { return new GeneralSection(context); }

}  // namespace anneal::pages

#include "general_section.moc"
