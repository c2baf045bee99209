#include "pages/runs/run_curves.h"

namespace anneal::pages {

RunCurves::RunCurves(Names names, double started) : names_(std::move(names)), started_(started) { make(); }

void RunCurves::make() {
    for (std::size_t i = 0; i < kCurves; ++i) series_[i] = std::make_shared<charts::Series>(names_(Curve(i)), began_);
    ++generation_;
}

void RunCurves::take(std::span<const runs::Metric> rows) {
    if (rows.empty()) return;
    if (began_ == 0) {
        const double first = rows.front().time;
        began_ = started_ > 0 ? std::min(started_, first) : first;
        make();
    }
    for (const auto& row : rows) {
        const auto place = placeOf(row);
        add(train, place, row.loss);
        add(eval, place, row.evalLoss);
        add(rate, place, row.learningRate);
        add(norm, place, row.gradNorm);
        add(speed, place, row.tokensPerSecond);
        last_ = place;
    }
}

charts::Place RunCurves::placeOf(const runs::Metric& row) {
    charts::Place place{row.step, std::max(0.0, row.time - began_), 0};
    if (row.step > last_.step && row.tokensPerSecond) told_ += *row.tokensPerSecond * std::max(0.0, place.seconds - last_.seconds);
    place.tokens = plan_ ? plan_->tokensAt(row.step) : std::int64_t(told_);
    return place;
}

void RunCurves::add(Curve curve, const charts::Place& place, const std::optional<double>& value) {
    auto& series = *series_[curve];
    const bool known = !series.empty() && series.place(series.size() - 1).step >= place.step;
    if (value && !known) series.append(place, *value);
}

void RunCurves::takeMemory(std::int64_t step, double time, double gib) {
    if (began_ == 0) return;
    series_[memory]->append({step, std::max(0.0, time - began_), plan_ ? plan_->tokensAt(step) : last_.tokens}, gib);
}

void RunCurves::clear(double started) {
    started_ = started;
    began_ = 0;
    last_ = {};
    told_ = 0;
    make();
}

void RunCurves::setPlan(std::shared_ptr<const RunPlan> plan) {
    plan_ = std::move(plan);
    rename();
    if (plan_) last_.tokens = plan_->tokensAt(last_.step);
}

void RunCurves::rename() {
    const auto before = series_;
    make();
    for (std::size_t i = 0; i < kCurves; ++i)
        for (std::size_t at = 0; at < before[i]->size(); ++at) {
            auto place = before[i]->place(at);
            if (plan_) place.tokens = plan_->tokensAt(place.step);
            series_[i]->append(place, before[i]->value(at));
        }
}

std::int64_t RunCurves::stepAt(double time) const {
    const auto& series = *series_[train];
    if (series.empty() || time < began_) return 0;
    const auto after = series.firstAt(charts::XAxis::time, time - began_);
    return after == series.size() ? last_.step : after == 0 ? 0 : series.place(after - 1).step;
}

std::optional<std::int64_t> RunCurves::bestStep() const {
    const auto& series = *series_[eval];
    if (series.empty()) return {};
    std::size_t best = 0;
    for (std::size_t i = 1; i < series.size(); ++i)
        if (series.value(i) < series.value(best)) best = i;
    return series.place(best).step;
}

std::optional<std::pair<std::int64_t, double>> RunCurves::valueAt(Curve curve, std::int64_t step) const {
    const auto& series = *series_[curve];
    auto at = series.empty() ? 0 : series.firstAt(charts::XAxis::step, double(step));
    if (at < series.size() && series.place(at).step == step) ++at;
    if (at == 0) return {};
    return std::pair(series.place(at - 1).step, series.value(at - 1));
}

}  // namespace anneal::pages
