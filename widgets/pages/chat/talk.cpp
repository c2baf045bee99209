#include "pages/chat/talk.h"

using namespace Qt::StringLiterals;

namespace anneal::pages {
namespace {

constexpr int kTellEveryMs = 33;

const auto kTalkKind = QString::fromLatin1(kConversationKind);

}  // namespace

Talk::Talk(bridge::Services& services) : services_(services) {
    for (auto& side : sides_) {
        side = std::make_unique<ChatSide>(services.bridge, services.jobs);
        connect(side.get(), &ChatSide::changed, this, &Talk::stateChanged);
    }
    telling_.setSingleShot(true);
    telling_.setInterval(kTellEveryMs);
    connect(&telling_, &QTimer::timeout, this, &Talk::tell);
}

void Talk::setSettings(const AnswerSettings& settings) {
    if (settings == settings_) return;
    settings_ = settings;
    Q_EMIT settingsChanged();
}

void Talk::setPaired(bool paired) {
    if (paired == paired_) return;
    paired_ = paired;
    if (!paired) sides_[kBase]->stop();
    Q_EMIT turnsChanged();
    Q_EMIT stateChanged();
}

bool Talk::isBusy() const { return std::ranges::any_of(sides_, &ChatSide::isBusy); }

bool Talk::canAsk() const {
    for (std::size_t side = 0; side < kSides; ++side)
        if (isShown(side) && sides_[side]->state() == ChatSide::State::none) return false;
    return true;
}

void Talk::send(const QString& prompt) {
    if (isBusy() || !canAsk() || prompt.trimmed().isEmpty()) return;
    conversation_.turns.push_back({.prompt = prompt, .answers = {}});
    const auto turn = conversation_.turns.size() - 1;
    keep();
    Q_EMIT turnsChanged();
    for (std::size_t side = 0; side < kSides; ++side)
        if (isShown(side)) ask(side, turn, settings_.seed);
    Q_EMIT stateChanged();
}

void Talk::again(std::size_t side) {
    if (conversation_.isEmpty() || sides_[side]->isBusy() || !sides_[side]->chosen()) return;
    const auto turn = conversation_.turns.size() - 1;
    const auto& before = conversation_.turns[turn].answers[side];
    ask(side, turn, before && before->isUsable() ? before->seed + 1 : settings_.seed);
    Q_EMIT stateChanged();
}

void Talk::ask(std::size_t side, std::size_t turn, quint32 seed) {
    auto settings = settings_;
    settings.seed = seed;
    auto& answer = conversation_.turns[turn].answers[side];
    answer = Answer{.model = sides_[side]->chosen()->name, .seed = seed};
    Q_EMIT answerChanged(turn, side);
    sides_[side]->ask(
        conversation_.messages(side, turn), settings, [this, side, turn](const Answer& now) { grow(side, turn, now); },
        [this, side, turn](const Answer& last) {
            grow(side, turn, last);
            tell();
            keep();
            Q_EMIT stateChanged();
        });
}

void Talk::grow(std::size_t side, std::size_t turn, const Answer& answer) {
    if (turn >= conversation_.turns.size()) return;
    conversation_.turns[turn].answers[side] = answer;
    grown_[side] = turn;
    if (!telling_.isActive()) telling_.start();
}

void Talk::tell() {
    for (std::size_t side = 0; side < kSides; ++side)
        if (const auto turn = std::exchange(grown_[side], std::nullopt)) Q_EMIT answerChanged(*turn, side);
}

void Talk::stop() {
    for (auto& side : sides_) side->stop();
}

void Talk::setSystem(const QString& system) {
    if (system == conversation_.system) return;
    conversation_.system = system;
    if (!id_.isEmpty()) keep();
}

void Talk::begin() {
    stop();
    const auto system = conversation_.system;
    conversation_ = {.system = system, .turns = {}};
    id_.clear();
    grown_ = {};
    Q_EMIT turnsChanged();
}

void Talk::open(const QString& id) {
    const auto document = services_.documents.find(id);
    if (!document || document->kind != kTalkKind || id == id_) return;
    stop();
    conversation_ = Conversation::fromJson(document->body);
    id_ = id;
    grown_ = {};
    Q_EMIT turnsChanged();
}

Conversation Talk::cut(std::size_t turn) {
    stop();
    auto whole = conversation_;
    conversation_.turns.resize(std::min(turn, conversation_.turns.size()));
    grown_ = {};
    keep();
    Q_EMIT turnsChanged();
    return whole;
}

void Talk::restore(Conversation conversation) {
    stop();
    conversation_ = std::move(conversation);
    keep();
    Q_EMIT turnsChanged();
}

void Talk::keep() {
    if (conversation_.isEmpty()) {
        if (!id_.isEmpty()) services_.documents.remove(std::exchange(id_, {}));
    } else if (id_.isEmpty()) {
        id_ = services_.documents.add(kTalkKind, conversation_.title(), conversation_.json());
    } else {
        services_.documents.change(id_, conversation_.title(), conversation_.json());
    }
}

}  // namespace anneal::pages
