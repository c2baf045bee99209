#include "pages/models/model_view.h"

#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include "controls/buttons.h"
#include "controls/card.h"
#include "controls/form_field.h"
#include "controls/label.h"
#include "controls/numbers.h"
#include "controls/page_header.h"
#include "controls/scroll_column.h"
#include "controls/stat.h"
#include "controls/tabs.h"
#include "controls/words.h"
#include "models/model_words.h"
#include "pages/models/model_download.h"
#include "theme/kind.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

using controls::Label;
using theme::Role;
using theme::TextStyle;

constexpr int kSoonMs = 120;
constexpr int kTextHeight = 96;
constexpr int kTokensHeight = 120;
constexpr int kIdsHeight = 72;
constexpr int kSourceHeight = 320;
constexpr int kWidest = 1040;
constexpr std::size_t kProblemsShown = 8;
const auto kAddress = u"models.address"_s;

QWidget* makeTab(QVBoxLayout*& column) {
    auto* area = new controls::ScrollColumn;
    column = &area->column();
    column->setContentsMargins(0, theme::space(4), theme::space(6), theme::space(6));
    column->setSpacing(theme::space(4));
    return area;
}

QString yesNo(bool yes) { return yes ? ModelView::tr("Yes") : ModelView::tr("No"); }

}  // namespace

ModelView::ModelView(const Context& context)
    : context_(context),
      header_(new controls::PageHeader({})),
      train_(controls::makeButton(theme::Kind::primary, {}, "graduation-cap")),
      reveal_(controls::makeButton(theme::Kind::secondary, {}, "folder-open")),
      remove_(controls::makeButton(theme::Kind::quiet, {}, "trash-2")),
      tabs_(new controls::Tabs({})),
      stack_(new QStackedWidget) {
    for (auto* button : {remove_, reveal_, train_}) header_->addAction(button);
    for (int i = 0; i < 3; ++i) tabs_->add({});
    stack_->addWidget(makeOverview());
    stack_->addWidget(makeTemplate());
    stack_->addWidget(makeTokenizer());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme::space(6), theme::space(5), 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(0, 0, theme::space(6), 0);
    top->addWidget(header_);
    column->addLayout(top);
    column->addSpacing(theme::space(3));
    column->addWidget(tabs_);
    column->addWidget(stack_, 1);
    train_->setVisible(context.host.has(u"train"_s));
    soon_.setSingleShot(true);
    soon_.setInterval(kSoonMs);
    connect(&soon_, &QTimer::timeout, this, &ModelView::tokenise);
    connect(tabs_, &QTabBar::currentChanged, stack_, &QStackedWidget::setCurrentIndex);
    connect(header_, &controls::PageHeader::trailClicked, this, &ModelView::backWanted);
    connect(reveal_, &QPushButton::clicked, this, [this] { context_.host.reveal(QString::fromStdString(model_.path.string())); });
    connect(remove_, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(model_.name); });
    connect(train_, &QPushButton::clicked, this,
            [this] { context_.host.go(u"train"_s, u"new/"_s + QString::fromStdString(model_.reference())); });
    connect(&context.services.gauges, &bridge::GaugeFeed::machineKnown, this, &ModelView::showFits);
    controls::say(*this, [this] { say(); });
}

void ModelView::say() {
    header_->setTrail(tr("Models"));
    train_->setText(tr("New run"));
    reveal_->setText(tr("Show folder"));
    remove_->setText(tr("Forget"));
    remove_->setToolTip(tr("The folder stays where it is"));
    tabs_->setAccessibleName(tr("Parts of the model"));
    const std::array names{tr("Overview"), tr("Template"), tr("Tokenizer")};
    for (std::size_t i = 0; i < names.size(); ++i) tabs_->setTabText(int(i), names[i]);
    fetch_->setTitle(tr("Download"));
    addressField_->setCaption(tr("Address of the server"));
    addressField_->setRemark(tr("one that speaks Hugging Face's interface"));
    config_->setTitle(tr("Configuration"));
    const std::array facts{tr("Parameters"), tr("Size"),       tr("Context"),         tr("Family"),
                           tr("Layers"),     tr("Width"),      tr("Heads"),           tr("Key-value heads"),
                           tr("Vocabulary"), tr("Weights in"), tr("Tied embeddings"), tr("Licence")};
    for (std::size_t i = 0; i < facts.size(); ++i) stats_[i]->setLabel(facts[i]);
    fits_->setTitle(tr("What fits this machine"));
    check_->setTitle(tr("Check of the folder"));
    exchangeCard_->setTitle(tr("A question and an answer as the model reads them"));
    exchange_->setAccessibleName(tr("Tokens of the exchange"));
    sourceCard_->setTitle(tr("Source"));
    source_->setAccessibleName(tr("Source of the template"));
    noTemplate_->setText(tr("It brings no chat template. Instruction tuning takes a named one: the data step of a run has the list."));
    textField_->setCaption(tr("Text"));
    tokensCard_->setTitle(tr("Tokens"));
    idsField_->setCaption(tr("Ids"));
    tokens_->setAccessibleName(tr("Tokens of the text"));
    if (!model_.name.isEmpty()) show(model_);
}

QWidget* ModelView::makeOverview() {
    QVBoxLayout* column = nullptr;
    auto* tab = makeTab(column);
    fetch_ = new controls::Card(0);
    fetch_->addHeader({});
    address_ = new QLineEdit;
    address_->setPlaceholderText(u"https://"_s);
    addressField_ = new controls::FormField({}, address_);
    download_ = controls::makeButton(theme::Kind::secondary, {}, "download");
    fetchNote_ = new Label({}, TextStyle::caption, Role::textSecondary);
    fetchNote_->setWordWrap(true);
    bar_ = new QProgressBar;
    bar_->setTextVisible(false);
    auto* line = new QHBoxLayout;
    line->setSpacing(theme::space(3));
    line->addWidget(addressField_, 1);
    line->addWidget(download_, 0, Qt::AlignBottom);
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(theme::space(4), theme::space(2), theme::space(4), theme::space(4));
    inside->setSpacing(theme::space(3));
    inside->addLayout(line);
    inside->addWidget(bar_);
    licence_ = new Label({}, TextStyle::caption, Role::textSecondary);
    licence_->setWordWrap(true);
    inside->addWidget(fetchNote_);
    inside->addWidget(licence_);
    fetch_->body().addLayout(inside);
    connect(download_, &QPushButton::clicked, this, [this] {
        if (share_ >= 0) return Q_EMIT cancelWanted(model_.name);
        context_.services.state.setValue(kAddress, address_->text().trimmed());
        Q_EMIT fetchWanted(model_.name, address_->text().trimmed());
    });
    connect(address_, &QLineEdit::returnPressed, download_, &QPushButton::click);
    connect(address_, &QLineEdit::textChanged, this, [this] { setDownload(share_, {}); });

    config_ = new controls::Card(0);
    config_->addHeader({});
    auto* grid = new QGridLayout;
    grid->setContentsMargins(theme::space(4), theme::space(1), theme::space(4), theme::space(4));
    grid->setHorizontalSpacing(theme::space(4));
    grid->setVerticalSpacing(theme::space(3));
    for (int i = 0; i < int(stats_.size()); ++i) {
        stats_[std::size_t(i)] = new controls::Stat({});
        grid->addWidget(stats_[std::size_t(i)], i / 4, i % 4);
    }
    for (int i = 0; i < 4; ++i) grid->setColumnStretch(i, 1);
    config_->body().addLayout(grid);

    fits_ = new controls::Card(0);
    fits_->addHeader({});
    auto* lines = new QVBoxLayout;
    lines->setContentsMargins(theme::space(4), theme::space(1), theme::space(4), theme::space(4));
    lines->setSpacing(theme::space(2));
    auto* rows = new QGridLayout;
    rows->setHorizontalSpacing(theme::space(3));
    rows->setVerticalSpacing(theme::space(2));
    rows->setColumnStretch(1, 1);
    for (auto& [chip, reason] : fitLines_) {
        chip = new controls::Chip({});
        reason = new Label({}, TextStyle::body, Role::textSecondary);
        const int row = rows->rowCount();
        rows->addWidget(chip, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        rows->addWidget(reason, row, 1);
    }
    lines->addLayout(rows);
    fitNote_ = new Label({}, TextStyle::caption, Role::textSecondary);
    fitNote_->setWordWrap(true);
    lines->addWidget(fitNote_);
    fits_->body().addLayout(lines);

    check_ = new controls::Card(0);
    checkChip_ = new controls::Chip({});
    check_->addHeader({}).addWidget(checkChip_);
    checkText_ = new Label({}, TextStyle::body, Role::textSecondary);
    checkText_->setWordWrap(true);
    auto* text = new QVBoxLayout;
    text->setContentsMargins(theme::space(4), 0, theme::space(4), theme::space(4));
    text->addWidget(checkText_);
    check_->body().addLayout(text);
    for (auto* card : {fetch_, config_, fits_, check_}) {
        card->setMaximumWidth(kWidest);
        column->addWidget(card);
    }
    column->addStretch(1);
    return tab;
}

QWidget* ModelView::makeTemplate() {
    QVBoxLayout* column = nullptr;
    auto* tab = makeTab(column);
    exchangeCard_ = new controls::Card(0);
    exchangeCard_->addHeader({});
    exchange_ = new controls::TokenView({});
    exchange_->setFixedHeight(kTokensHeight);
    sourceCard_ = new controls::Card(0);
    sourceCard_->addHeader({});
    source_ = new QPlainTextEdit;
    source_->setReadOnly(true);
    source_->setTabChangesFocus(true);
    source_->setFont(theme::font(TextStyle::mono));
    source_->setFixedHeight(kSourceHeight);
    noTemplate_ = new Label({}, TextStyle::body, Role::textSecondary);
    noTemplate_->setWordWrap(true);
    for (const auto& [card, content] :
         {std::pair{exchangeCard_, static_cast<QWidget*>(exchange_)}, std::pair{sourceCard_, static_cast<QWidget*>(source_)}}) {
        auto* inside = new QVBoxLayout;
        inside->setContentsMargins(theme::space(4), theme::space(1), theme::space(4), theme::space(4));
        inside->addWidget(content);
        card->body().addLayout(inside);
        card->setMaximumWidth(kWidest);
        column->addWidget(card);
    }
    column->addWidget(noTemplate_);
    column->addStretch(1);
    return tab;
}

QWidget* ModelView::makeTokenizer() {
    QVBoxLayout* column = nullptr;
    auto* tab = makeTab(column);
    text_ = new QPlainTextEdit;
    text_->setTabChangesFocus(true);
    text_->setFixedHeight(kTextHeight);
    textField_ = new controls::FormField({}, text_);
    textField_->setMaximumWidth(kWidest);
    tokensCard_ = new controls::Card(0);
    count_ = new Label({}, TextStyle::caption, Role::textSecondary);
    picked_ = new Label({}, TextStyle::caption, Role::textSecondary);
    auto& top = tokensCard_->addHeader({});
    top.addWidget(picked_);
    top.addWidget(count_);
    tokens_ = new controls::TokenView({});
    tokens_->setFixedHeight(kTokensHeight);
    ids_ = new QPlainTextEdit;
    ids_->setReadOnly(true);
    ids_->setTabChangesFocus(true);
    ids_->setFont(theme::font(TextStyle::mono));
    ids_->setFixedHeight(kIdsHeight);
    idsField_ = new controls::FormField({}, ids_);
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(theme::space(4), theme::space(1), theme::space(4), theme::space(4));
    inside->setSpacing(theme::space(3));
    inside->addWidget(tokens_);
    inside->addWidget(idsField_);
    tokensCard_->body().addLayout(inside);
    tokensCard_->setMaximumWidth(kWidest);
    column->addWidget(textField_);
    column->addWidget(tokensCard_);
    column->addStretch(1);
    connect(text_, &QPlainTextEdit::textChanged, &soon_, qOverload<>(&QTimer::start));
    connect(tokens_, &controls::TokenView::tokenClicked, this, [this](std::size_t at, const QPoint&) {
        if (at < shown_.size())
            picked_->setText(tr("Token %1: id %2").arg(controls::formatCount(std::int64_t(at) + 1), QString::number(shown_[at].id)));
    });
    return tab;
}

void ModelView::show(const bridge::BaseModel& model) {
    const bool another = model.name != model_.name || model.path != model_.path;
    model_ = model;
    header_->setTitle(model.name.section(u'/', -1));
    header_->setFacts(models::aboutText(model.known, model.config));
    header_->setChip(model.isHere() ? controls::ChipLook{.text = tr("On this machine"), .tone = controls::Tone::success, .icon = "check"}
                                    : controls::ChipLook{});
    for (auto* button : {reveal_, remove_}) button->setVisible(model.isHere());
    train_->setVisible(model.isHere() && context_.host.has(u"train"_s));
    tabs_->setVisible(model.isHere());
    fetch_->setVisible(!model.isHere());
    check_->setVisible(model.isHere());
    if (another) {
        tabs_->setCurrentIndex(0);
        look_.reset();
        problem_.reset();
        if (address_->text().isEmpty())
            address_->setText(context_.services.state.value(kAddress, qEnvironmentVariable("HF_ENDPOINT")).toString());
        if (model.isHere()) look();
        if (text_->toPlainText().isEmpty()) text_->setPlainText(tr("Annealing takes the strain out of steel, one degree at a time."));
        soon_.start();
    }
    showFacts();
    showFits();
    showLook();
    setDownload(share_, {});
}

void ModelView::showFacts() {
    const auto& config = model_.config;
    const std::array figures{controls::formatCount(config.parameterCount()),
                             controls::formatBytes(model_.bytes),
                             config.contextLength > 0 ? controls::formatCount(config.contextLength) : u"–"_s,
                             QString::fromUtf8(catalogue::familyName(config.family)),
                             controls::formatCount(config.layers),
                             controls::formatCount(config.hiddenSize),
                             controls::formatCount(config.heads),
                             controls::formatCount(config.kvHeads),
                             controls::formatCount(config.vocabSize),
                             QString::fromStdString(config.dtype),
                             yesNo(config.tiedEmbeddings),
                             model_.known ? QString::fromStdString(model_.known->licence) : u"–"_s};
    for (std::size_t i = 0; i < figures.size(); ++i) stats_[i]->setFigure(figures[i]);
    stats_.back()->setToolTip(model_.known ? QString::fromStdString(model_.known->licenceUrl) : QString());
    licence_->setVisible(model_.known && !model_.isHere());
    if (model_.known) licence_->setText(models::licenceText(*model_.known));
}

void ModelView::showFits() {
    const auto& machine = context_.services.gauges.machine();
    fits_->setVisible(machine.has_value());
    if (!machine || model_.name.isEmpty()) return;
    const auto device = fitDevice(*machine);
    const auto fits = fitsOf(model_.config, device);
    for (std::size_t i = 0; i < fits.size(); ++i) {
        fitLines_[i].first->setLook(fitChip(fits[i]));
        fitLines_[i].second->setText(fitReason(fits[i], device));
    }
    fitNote_->setText(tr("On %1, %2 tokens at once, activations computed again. A run's own figures are in its review.")
                          .arg(device.name, controls::formatCount(kFitTokens)));
}

void ModelView::look() {
    const auto work = [folder = model_.path, name = model_.known ? model_.known->templateName : std::string()](const jobs::JobContext&) {
        return lookAt(folder, name);
    };
    context_.services.jobs.compute<ModelLook>({.title = tr("Look at %1").arg(model_.name), .shown = false}, work, *this,
                                              [this, path = model_.path](Result<ModelLook> look) {
                                                  if (path != model_.path) return;
                                                  if (look)
                                                      look_ = std::move(*look);
                                                  else
                                                      problem_ = look.error();
                                                  showLook();
                                              });
}

void ModelView::showLook() {
    const bool hasTemplate = look_ && !look_->templateSource.isEmpty();
    for (auto* card : {exchangeCard_, sourceCard_}) card->setVisible(hasTemplate);
    noTemplate_->setVisible(look_ && !hasTemplate);
    if (hasTemplate) {
        exchange_->setTokens(look_->exchange);
        source_->setPlainText(look_->templateSource);
    }
    if (problem_) {
        checkChip_->setLook({.text = tr("Cannot be read"), .tone = controls::Tone::danger, .icon = "circle-alert"});
        return checkText_->setText(QString::fromStdString(problem_->message + "\n" + problem_->hint));
    }
    if (!look_) {
        checkChip_->setLook({.text = tr("Looking")});
        return checkText_->setText(tr("The shapes of all tensors are held against config.json."));
    }
    const auto& check = look_->check;
    if (check.ok()) {
        checkChip_->setLook({.text = tr("All fits"), .tone = controls::Tone::success, .icon = "check"});
        QStringList lines{tr("Every tensor has the shape that config.json asks for, and the tokenizer fits the embedding.")};
        for (const auto& note : check.notes) lines << QString::fromStdString(note);
        return checkText_->setText(lines.join(u'\n'));
    }
    checkChip_->setLook(
        {.text = tr("%n misfit(s)", nullptr, int(check.problems.size())), .tone = controls::Tone::danger, .icon = "circle-alert"});
    QStringList lines;
    for (const auto& problem : check.problems)
        if (lines.size() < qsizetype(kProblemsShown)) lines << QString::fromStdString(problem.text());
    if (check.problems.size() > kProblemsShown) lines << tr("and %1 more").arg(check.problems.size() - kProblemsShown);
    checkText_->setText(lines.join(u'\n'));
}

void ModelView::tokenise() {
    if (!model_.isHere()) return;
    const auto text = text_->toPlainText().toStdString();
    const auto work = [folder = model_.path, text](const jobs::JobContext&) { return tokensOf(folder, text); };
    context_.services.jobs.compute<std::vector<controls::Token>>(
        {.title = tr("Tokens"), .shown = false}, work, *this, [this, text](Result<std::vector<controls::Token>> tokens) {
            if (text != text_->toPlainText().toStdString()) return;
            textField_->setError(tokens ? QString() : QString::fromStdString(tokens.error().message));
            if (!tokens) return;
            shown_ = std::move(*tokens);
            tokens_->setTokens(shown_);
            count_->setText(
                tr("%1 tokens, %2 characters")
                    .arg(controls::formatCount(std::int64_t(shown_.size())), controls::formatCount(QString::fromStdString(text).size())));
            picked_->setText({});
            QStringList ids;
            for (const auto& token : shown_) ids << QString::number(token.id);
            ids_->setPlainText(ids.join(u' '));
        });
}

void ModelView::setDownload(double share, const QString& text) {
    share_ = share;
    const bool running = share >= 0;
    download_->setText(running ? tr("Cancel") : tr("Download"));
    address_->setEnabled(!running);
    bar_->setVisible(running);
    bar_->setAccessibleName(tr("Download"));
    bar_->setRange(0, 1000);
    bar_->setValue(int(std::max(0.0, share) * 1000));
    const QUrl address(address_->text().trimmed());
    const bool usable = address.isValid() && (address.scheme() == u"https"_s || address.scheme() == u"http"_s) && !address.host().isEmpty();
    controls::disableBecause(*download_, running || usable ? QString() : tr("Give the server's address first"));
    if (running) return fetchNote_->setText(text);
    const auto here = model_.name.isEmpty() ? 0 : downloadedBytes(downloadFolder(model_.name.toStdString()));
    fetchNote_->setText(here > 0 ? tr("%1 of %2 are here already; it goes on from there. Every file is checked by size and SHA-256.")
                                       .arg(controls::formatBytes(here), controls::formatBytes(model_.bytes))
                                 : tr("%1, kept among Anneal Studio's data. An interrupted download goes on where it was; every file is "
                                      "checked by size and SHA-256.")
                                       .arg(controls::formatBytes(model_.bytes)));
}

}  // namespace anneal::pages
