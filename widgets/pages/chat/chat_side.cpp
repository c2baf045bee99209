#include "pages/chat/chat_side.h"

#include "runs/model_reference.h"

namespace anneal::pages {
namespace {

Answer::Finish finishOf(const Json& result) {
    return result.value("finish", std::string()) == "length" ? Answer::Finish::length : Answer::Finish::stop;
}

/// A GGUF file is in memory as it is on disk.
std::uint64_t weightBytes(const Json& loaded) {
    if (!loaded.contains("parameters")) {
        std::error_code ignored;
        const auto bytes = std::filesystem::file_size(loaded.value("model", std::string()), ignored);
        return ignored ? 0 : bytes;
    }
    return loaded["parameters"].get<std::uint64_t>() * (loaded.value("dtype", std::string()) == "float32" ? 4 : 2);
}

}  // namespace

ChatSide::ChatSide(bridge::Bridge& bridge, bridge::Jobs& jobs) : jobs_(jobs), engine_(bridge) {}
ChatSide::~ChatSide() = default;

void ChatSide::choose(std::optional<models::ModelChoice> choice) {
    if (choice == chosen_) return;
    if (choice && chosen_ && choice->reference == chosen_->reference) {  // the same, called otherwise
        chosen_ = std::move(choice);
        return Q_EMIT changed();
    }
    unload();
    chosen_ = std::move(choice);
    enter(chosen_ ? State::resting : State::none);
}

void ChatSide::load() {
    if (state_ != State::resting && state_ != State::failed) return;
    loading_.start();
    enter(State::loading);
    resolve();
}

void ChatSide::resolve() {
    const auto work = [reference = chosen_->reference](const jobs::JobContext&) -> Result<Json> {
        ANNEAL_TRY(found, runs::findModel(reference, {}));
        auto arguments = found.arguments();
        if (found.spec) arguments["template"] = found.spec->templateName;
        return arguments;
    };
    const auto turn = ++finding_;
    jobs_.compute<Json>(
        {.title = tr("Find a model"), .work = {}, .page = {}, .place = {}, .shown = false}, work, *this, [this, turn](Result<Json> found) {
            if (turn != finding_) return;
            if (!found) return loadFailed(found.error());
            model_ = std::move(*found);
            asked_ = engine_.ask("load", model_, *this,
                                 {.progress = {}, .token = {}, .answer = [this](const auto& result) { takeLoaded(result); }});
        });
}

void ChatSide::takeLoaded(const Result<Json>& result) {
    if (!result) return loadFailed(result.error());
    loaded_ = {.device = QString::fromStdString(result->value("device", std::string())),
               .dtype = QString::fromStdString(result->value("dtype", std::string())),
               .contextLength = result->value("context_length", 0),
               .bytes = weightBytes(*result)};
    enter(State::ready);
    if (isBusy()) generate();
}

void ChatSide::loadFailed(const Error& error) {
    error_ = error;
    engine_.stop();
    enter(State::failed);
    if (!isBusy()) return;
    answer_.error = QString::fromStdString(error.message);
    answer_.hint = QString::fromStdString(error.hint);
    finish(Answer::Finish::failed);
}

void ChatSide::unload() {
    stop();
    ++finding_;
    engine_.stop();
    loaded_ = {};
    if (chosen_) enter(State::resting);
}

void ChatSide::ask(Json messages, const AnswerSettings& settings, std::function<void(const Answer&)> grown,
                   std::function<void(const Answer&)> ended) {
    messages_ = std::move(messages);
    settings_ = settings;
    grown_ = std::move(grown);
    ended_ = std::move(ended);
    answer_ = {.model = chosen_->name, .seed = settings.seed};
    if (state_ == State::ready) return generate();
    load();
}

void ChatSide::generate() {
    auto arguments = model_;
    arguments.update(settings_.arguments());
    arguments["messages"] = messages_;
    answering_.start();
    const auto take = [this](const Json& token) {
        answer_.text += QString::fromStdString(token.value("text", std::string()));
        const double now = double(answering_.nsecsElapsed()) * 1e-9;
        if (answer_.tokens++ == 0) answer_.firstToken = now;
        answer_.seconds = now;
        grown_(answer_);
    };
    const auto end = [this](const Result<Json>& result) {
        if (!result) {
            answer_.error = QString::fromStdString(result.error().message);
            answer_.hint = QString::fromStdString(result.error().hint);
            // The process is gone, and the model with it.
            if (result.error().code == "engine_ended") enter(State::resting);
            return finish(Answer::Finish::failed);
        }
        answer_.text = QString::fromStdString(result->value("text", std::string()));
        answer_.promptTokens = result->value("prompt_tokens", 0);
        answer_.seconds = result->value("seconds", answer_.seconds);
        finish(finishOf(*result));
    };
    enter(State::answering);
    asked_ = engine_.ask("generate", std::move(arguments), *this, {.progress = {}, .token = take, .answer = end});
}

void ChatSide::stop() {
    if (!isBusy()) return;
    if (state_ == State::loading) {
        ++finding_;
        engine_.stop();
        enter(State::resting);
    } else {
        engine_.cancel(asked_);
    }
    finish(Answer::Finish::stopped);
}

void ChatSide::finish(Answer::Finish finish) {
    answer_.finish = finish;
    grown_ = nullptr;
    const auto ended = std::exchange(ended_, nullptr);
    if (state_ == State::answering) enter(State::ready);
    const auto answer = answer_;  // the next question may be asked before this one is told
    if (ended) ended(answer);
}

void ChatSide::enter(State state) {
    if (state == state_ && state != State::resting) return;
    state_ = state;
    Q_EMIT changed();
}

}  // namespace anneal::pages
