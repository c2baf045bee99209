#include <QPushButton>
#include <QVBoxLayout>

#include "base/files.h"
#include "bridge/demo_project.h"
#include "bridge/languages.h"
#include "bridge/run_start.h"
#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/icon_label.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/segments.h"
#include "controls/spinner.h"
#include "controls/words.h"
#include "models/doctor_report.h"
#include "shell/welcome.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr std::array kChoices{theme::Choice::system, theme::Choice::light, theme::Choice::dark, theme::Choice::highContrast};

/// A name, what it means, and what one can do about it, on a card.
struct Offer {
    controls::Card* card = nullptr;
    Label* name = nullptr;
    Label* text = nullptr;
    QHBoxLayout* row = nullptr;
};

Offer addOffer(QVBoxLayout& column, const char* icon) {
    Offer offer{new controls::Card(16), new Label({}), new Label({}, TextStyle::body, Role::textSecondary), new QHBoxLayout};
    offer.name->setTextStyle(TextStyle::body, theme::Weight::semibold);
    offer.text->setWordWrap(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(offer.name);
    words->addWidget(offer.text);
    offer.row->setSpacing(theme::space(4));
    offer.row->addWidget(new controls::IconLabel(icon, Role::accentText, 24), 0, Qt::AlignTop);
    offer.row->addLayout(words, 1);
    offer.card->body().addLayout(offer.row);
    column.addWidget(offer.card);
    return offer;
}

class LookStep : public QWidget {
    Q_OBJECT
public:
    explicit LookStep(bridge::Settings& settings) {
        QStringList tongues;
        for (const auto& each : bridge::languages()) tongues << each.name;
        auto* language = new controls::Segments({}, tongues);
        auto* appearance = new controls::Segments({}, {u"1"_s, u"2"_s, u"3"_s, u"4"_s});
        auto* column = new QVBoxLayout(this);
        column->setSpacing(theme::space(3));
        const auto first = addOffer(*column, "languages"), second = addOffer(*column, "sparkles");
        first.row->addWidget(language);
        second.row->addWidget(appearance);
        column->addStretch();
        const auto code = settings.language().isEmpty() ? bridge::systemLanguage() : settings.language();
        const auto all = bridge::languages();
        language->choose(int(std::ranges::find(all, code, &bridge::LanguageChoice::code) - all.begin()));
        appearance->choose(int(std::ranges::find(kChoices, settings.appearance()) - kChoices.begin()));
        connect(language, &controls::Segments::chosenChanged, this,
                [&settings, all](int chosen) { settings.setLanguage(all[chosen].code); });
        connect(appearance, &controls::Segments::chosenChanged, this,
                [&settings](int chosen) { settings.setAppearance(kChoices[std::size_t(chosen)]); });
        controls::say(*this, [=] {
            first.name->setText(tr("Language"));
            first.text->setText(tr("Both can be changed later."));
            second.name->setText(tr("Appearance"));
            second.text->setText(tr("As the desktop asks, or always the same."));
            language->setAccessibleName(tr("Language"));
            appearance->setAccessibleName(tr("Appearance"));
            const std::array names{tr("System"), tr("Light"), tr("Dark"), tr("High contrast")};
            for (std::size_t i = 0; i < names.size(); ++i) appearance->setText(int(i), names[i]);
        });
    }
};

class MachineStep : public QWidget {
    Q_OBJECT
public:
    MachineStep(const pages::Context& context, std::function<void(const QString&)> homeChosen)
        : context_(context), ring_(new controls::Spinner({}, 24)), mark_(new controls::IconLabel("shield-check", Role::successText, 24)) {
        auto* column = new QVBoxLayout(this);
        column->setSpacing(theme::space(3));
        home_ = addOffer(*column, "hard-drive");
        machine_ = addOffer(*column, "monitor");
        column->addStretch();
        auto* choose = controls::makeButton(theme::Kind::secondary, {}, "folder-open");
        home_.row->addWidget(choose, 0, Qt::AlignTop);
        choose->setVisible(!base::dataHomeIsFixed());
        for (auto* sign : {static_cast<QWidget*>(ring_), static_cast<QWidget*>(mark_)}) machine_.row->addWidget(sign, 0, Qt::AlignTop);
        connect(choose, &QPushButton::clicked, this, [this, homeChosen = std::move(homeChosen)] {
            context_.host.chooseFiles({.title = tr("Where data is to live"), .folder = true},
                                      [homeChosen](const QStringList& folders) { homeChosen(folders.first()); });
        });
        controls::say(*this, [this, choose] {
            choose->setText(tr("Choose another"));
            home_.name->setText(tr("Data, runs and models live here"));
            const auto home = base::dataHome();
            home_.text->setText(
                tr("%1, with %2 free").arg(QString::fromStdString(home.string()), controls::formatBytes(base::freeBytes(home))));
            machine_.name->setText(tr("This machine"));
            ring_->setAccessibleName(tr("Looking at this machine"));
            show();
        });
        show();
    }

protected:
    void showEvent(QShowEvent*) override {
        if (report_ || std::exchange(asked_, true)) return;
        const auto work = [](const jobs::JobContext&) -> Result<models::DoctorReport> { return models::examine(); };
        context_.services.jobs.compute<models::DoctorReport>({.title = tr("Check this machine"), .shown = false}, work, *this,
                                                             [this](auto report) {
                                                                 if (report) report_ = std::move(*report);
                                                                 show();
                                                             });
    }

private:
    void show() {
        ring_->setVisible(!report_);
        mark_->setVisible(report_.has_value());
        if (!report_) return machine_.text->setText(tr("The training engine is started once, to see that it starts."));
        const bool ready = models::isReady(*report_);
        mark_->setIcon(ready ? "shield-check" : "circle-alert", ready ? Role::successText : Role::dangerText);
        machine_.name->setText(models::verdictOf(*report_));
        QStringList lines{models::summaryOf(*report_)};
        for (const auto& check : report_->checks)
            if (!check.ok && check.required) lines << models::wordsOf(check, *report_).cost;
        machine_.text->setText(controls::sentences(lines));
    }

    pages::Context context_;
    Offer home_;
    Offer machine_;
    controls::Spinner* ring_;
    controls::IconLabel* mark_;
    std::optional<models::DoctorReport> report_;
    bool asked_ = false;
};

class BeginStep : public QWidget {
    Q_OBJECT
public:
    BeginStep(const pages::Context& context, std::function<void()> done)
        : context_(context),
          done_(std::move(done)),
          open_(controls::makeButton(theme::Kind::primary, {})),
          ring_(new controls::Spinner({}, 24)) {
        auto* column = new QVBoxLayout(this);
        column->setSpacing(theme::space(3));
        demo_ = addOffer(*column, "flask-conical");
        demo_.row->addWidget(ring_, 0, Qt::AlignTop);
        demo_.row->addWidget(open_, 0, Qt::AlignTop);
        const auto own = addOffer(*column, "database");
        auto* import = controls::makeButton(theme::Kind::secondary, {}, "upload");
        own.row->addWidget(import, 0, Qt::AlignTop);
        own.card->setVisible(context.host.has(u"data"_s));
        auto* later = controls::makeButton(theme::Kind::link, {});
        column->addWidget(later, 0, Qt::AlignLeft);
        column->addStretch();
        connect(open_, &QPushButton::clicked, this, [this] { opened_ ? train() : open(); });
        connect(import, &QPushButton::clicked, this, [this] {
            done_();
            context_.host.go(u"data"_s, u"import"_s);
        });
        connect(later, &QPushButton::clicked, this, [this] { done_(); });
        connect(&context_.services.jobs, &bridge::Jobs::changed, this, &BeginStep::progress);
        controls::say(*this, [=, this] {
            own.name->setText(tr("Your own data"));
            own.text->setText(tr("A table, JSON lines or a folder of text; what it is for is found by itself."));
            import->setText(tr("Import"));
            later->setText(tr("Look around first"));
            ring_->setAccessibleName(tr("Opening the demo"));
            show();
        });
    }

private:
    void show() {
        const bool busy = job_ != 0;
        ring_->setVisible(busy);
        open_->setVisible(!busy);
        open_->setText(opened_ ? tr("Train it now") : tr("Open the demo"));
        demo_.name->setText(opened_ ? tr("The demo is ready") : tr("The demo project"));
        if (busy) return;
        demo_.text->setText(opened_ ? tr("The table is cleaned and the base model is in place. Training takes about a minute.")
                                    : tr("A messy table of contract clauses and a small base model: the whole loop, about a minute."));
    }

    void open() {
        job_ = bridge::openDemo(context_.services, *this, [this](const auto& opened) {
            job_ = 0;
            opened_ = opened.has_value();
            if (!opened) tell(opened.error());
            show();
            open_->setFocus(Qt::OtherFocusReason);
        });
        show();
    }

    void train() {
        auto spec = bridge::demoRun();
        if (!spec) return tell(spec.error());
        bridge::startRun(context_.services, std::move(*spec), *this);
        done_();
    }

    void progress(quint64 id) {
        const auto* entry = id == job_ ? context_.services.jobs.find(id) : nullptr;
        if (!entry) return;
        const auto& now = entry->now.progress;
        ring_->setShare(now.total > 0 ? double(now.done) / double(now.total) : -1);
        demo_.text->setText(now.total > 0 ? tr("%1 of %2 rows").arg(controls::formatCount(now.done), controls::formatCount(now.total))
                                          : tr("Reading the table"));
    }

    void tell(const Error& error) {
        context_.host.toast({controls::Tone::danger, QString::fromStdString(error.message), QString::fromStdString(error.hint), {}, {}});
    }

    pages::Context context_;
    std::function<void()> done_;
    Offer demo_;
    QPushButton* open_;
    controls::Spinner* ring_;
    quint64 job_ = 0;
    bool opened_ = false;
};

}  // namespace

QWidget* makeLookStep(bridge::Settings& settings) { return new LookStep(settings); }

QWidget* makeMachineStep(const pages::Context& context, std::function<void(const QString&)> homeChosen) {
    return new MachineStep(context, std::move(homeChosen));
}

QWidget* makeBeginStep(const pages::Context& context, std::function<void()> done) { return new BeginStep(context, std::move(done)); }

}  // namespace anneal::shell

#include "welcome_steps.moc"
