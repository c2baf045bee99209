#include "bridge/jobs.h"

namespace anneal::bridge {
namespace {

constexpr int kMostOver = 50;

bool isOver(const Jobs::Entry& entry) { return jobs::isFinal(entry.now.state); }

}  // namespace

quint64 Jobs::start(JobRequest request, std::function<void()> whenOver) {
    const Entry entry{.id = next_++, .request = std::move(request), .now = {}, .ended = {}, .whenOver = std::move(whenOver)};
    submit(entry);
    if (!entry.request.shown) return entry.id;
    entries_.append(entry);
    Q_EMIT started(entry.id);
    return entry.id;
}

void Jobs::submit(const Entry& entry) {
    auto job = pool_.submit(entry.request.title.toStdString(), entry.request.work);
    const auto heard = bridge_.observer<jobs::JobSnapshot>(*this, [this, id = entry.id](const auto& now) { take(id, now); });
    auto watching = job->onChange(heard);
    // It may have gone on before it was watched.
    heard(job->snapshot());
    running_[entry.id] = {std::move(job), std::move(watching), entry.whenOver};
}

void Jobs::take(quint64 id, const jobs::JobSnapshot& now) {
    const auto running = running_.find(id);
    if (running == running_.end()) return;
    const bool over = jobs::isFinal(now.state);
    if (const auto entry = std::ranges::find(entries_, id, &Entry::id); entry != entries_.end()) {
        entry->now = now;
        if (over) entry->ended = QDateTime::currentDateTime();
    }
    Q_EMIT changed(id);
    if (!over) return;
    const auto whenOver = std::move(running->second.whenOver);
    running_.erase(running);
    if (whenOver) whenOver();
    Q_EMIT ended(id);
    forgetOld();
}

void Jobs::cancel(quint64 id) {
    if (const auto running = running_.find(id); running != running_.end()) running->second.job->cancel();
}

void Jobs::retry(quint64 id) {
    const auto entry = std::ranges::find(entries_, id, &Entry::id);
    if (entry == entries_.end() || !isOver(*entry)) return;
    entry->now = {};
    entry->ended = {};
    submit(*entry);
    Q_EMIT started(id);
}

void Jobs::forget(quint64 id) {
    if (entries_.removeIf([&](const Entry& entry) { return entry.id == id && isOver(entry); }) > 0) Q_EMIT forgotten(id);
}

const Jobs::Entry* Jobs::find(quint64 id) const {
    const auto entry = std::ranges::find(entries_, id, &Entry::id);
    return entry == entries_.end() ? nullptr : &*entry;
}

void Jobs::forgetOld() {
    auto over = std::ranges::count_if(entries_, isOver);
    for (qsizetype i = 0; over > kMostOver && i < entries_.size();)
        if (isOver(entries_[i])) {
            const auto id = entries_.takeAt(i).id;
            --over;
            Q_EMIT forgotten(id);
        } else {
            ++i;
        }
}

}  // namespace anneal::bridge
