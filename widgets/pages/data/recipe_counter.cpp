#include "pages/data/recipe_counter.h"

namespace anneal::pages {
namespace {

constexpr int kSettleMs = 250;
constexpr std::int64_t kRowsForTray = 200'000;  // below, it is over before anyone looks there

}  // namespace

RecipeCounter::RecipeCounter(bridge::Services& services, data::Dataset dataset) : services_(services), dataset_(std::move(dataset)) {
    soon_.setSingleShot(true);
    soon_.setInterval(kSettleMs);
    connect(&soon_, &QTimer::timeout, this, &RecipeCounter::start);
}

RecipeCounter::~RecipeCounter() { cancel(); }

void RecipeCounter::count(const data::Recipe& recipe) {
    cancel();
    recipe_ = recipe;
    last_ = nullptr;
    if (std::ranges::none_of(recipe.steps, &data::RecipeStep::enabled)) {
        Q_EMIT counted();
        return Q_EMIT busyChanged();
    }
    soon_.start();
    Q_EMIT busyChanged();
}

void RecipeCounter::cancel() {
    soon_.stop();
    ++turn_;
    if (const auto job = std::exchange(job_, 0)) services_.jobs.cancel(job);
}

void RecipeCounter::start() {
    using Counted = std::shared_ptr<const CountedRecipe>;
    const auto turn = turn_;
    const auto tell = services_.bridge.observer<double>(*this, [this, turn](double share) {
        if (turn == turn_) Q_EMIT progress(share);
    });
    const auto work = [dataset = dataset_, recipe = recipe_, tell](const jobs::JobContext& context) -> Result<Counted> {
        auto heard = context;
        const auto last = std::make_shared<std::atomic<int>>(-1);
        heard.progress = [&context, tell, last](const base::Progress& now) {
            if (context.progress) context.progress(now);
            const int percent = now.total > 0 ? int(100 * now.done / now.total) : 0;
            if (last->exchange(percent) != percent) tell(double(percent) / 100);
        };
        return countRecipe(dataset, recipe, heard);
    };
    const auto name = QString::fromStdString(dataset_.path().filename().string());
    job_ = services_.jobs.compute<Counted>({.title = tr("Preview of %1").arg(name),
                                            .page = QStringLiteral("data"),
                                            .place = name,
                                            .shown = dataset_.manifest().rows > kRowsForTray},
                                           work, *this, [this, turn](Result<Counted> result) { take(turn, std::move(result)); });
    Q_EMIT progress(-1);
}

void RecipeCounter::take(quint64 turn, Result<std::shared_ptr<const CountedRecipe>> result) {
    if (turn != turn_) return;
    job_ = 0;
    if (result) {
        last_ = std::move(*result);
        Q_EMIT counted();
    } else {
        Q_EMIT failed(result.error());
    }
    Q_EMIT busyChanged();
}

}  // namespace anneal::pages
