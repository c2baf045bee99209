#include "shell/page_stack.h"

using namespace Qt::StringLiterals;

namespace anneal::shell {
namespace {

constexpr int kSaveEveryMs = 5000;
constexpr int kLongestHistory = 100;

QString stateKey(const QString& id) { return u"page."_s + id; }

}  // namespace

PageStack::PageStack(std::vector<pages::PageInfo> infos, const pages::Context& context) : infos_(std::move(infos)), context_(context) {
    connect(&saving_, &QTimer::timeout, this, [this] { savePage(currentId_); });
    saving_.start(kSaveEveryMs);
}

bool PageStack::has(const QString& id) const { return std::ranges::find(infos_, id, &pages::PageInfo::id) != infos_.end(); }

pages::Page* PageStack::make(const QString& id) {
    if (auto* page = made(id)) return page;
    const auto info = std::ranges::find(infos_, id, &pages::PageInfo::id);
    if (info == infos_.end()) return nullptr;
    auto* page = info->make(context_);
    pages_.insert(id, page);
    addWidget(page);
    page->restoreState(context_.services.state.value(stateKey(id)).toObject());
    connect(page, &pages::Page::moved, this, [this, id] {
        if (id != currentId_) return;
        remember();
        Q_EMIT moved();
    });
    connect(page, &pages::Page::statusChanged, this, [this, id] {
        if (id == currentId_) Q_EMIT statusChanged();
    });
    connect(page, &pages::Page::markedChanged, this, [this, id, page] { Q_EMIT markedChanged(id, page->isMarked()); });
    if (page->isMarked()) Q_EMIT markedChanged(id, true);
    Q_EMIT madePage(page);
    return page;
}

bool PageStack::makeNext() {
    for (const auto& info : infos_)
        if (!made(info.id)) {
            make(info.id);
            break;
        }
    return std::ranges::any_of(infos_, [this](const auto& info) { return !made(info.id); });
}

void PageStack::show(const QString& id, const QString& place) {
    if (!make(id)) return;
    bring(id);
    if (!place.isEmpty()) current()->goTo(place);
    remember();
    Q_EMIT moved();
    Q_EMIT statusChanged();
}

void PageStack::bring(const QString& id) {
    if (id == currentId_) return;
    if (auto* leaving = current()) {
        leaving->deactivate();
        savePage(currentId_);
    }
    currentId_ = id;
    setCurrentWidget(current());
    current()->activate();
}

void PageStack::remember() {
    const Visit visit{currentId_, current()->place()};
    if (stepping_ || history_.value(at_) == visit) return;
    history_.resize(at_ + 1);
    history_.append(visit);
    if (history_.size() > kLongestHistory) history_.removeFirst();
    at_ = history_.size() - 1;
}

void PageStack::step(int by) {
    if (at_ + by < 0 || at_ + by >= history_.size()) return;
    at_ += by;
    const auto visit = history_[at_];
    stepping_ = true;
    bring(visit.page);
    current()->goTo(visit.place);
    stepping_ = false;
    Q_EMIT moved();
    Q_EMIT statusChanged();
}

pages::Page* PageStack::takerOf(const QStringList& files) {
    if (current() && current()->accepts(files)) return current();
    for (const auto& info : infos_)
        if (auto* page = make(info.id); page->accepts(files)) return page;
    return nullptr;
}

bool PageStack::accepts(const QStringList& files) { return takerOf(files) != nullptr; }

bool PageStack::open(const QStringList& files) {
    auto* taker = takerOf(files);
    if (!taker) return false;
    show(pages_.key(taker));
    taker->open(files);
    return true;
}

void PageStack::savePage(const QString& id) {
    const auto* page = made(id);
    if (!page) return;
    const auto state = page->saveState();
    context_.services.state.setValue(stateKey(id), state.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(state));
}

void PageStack::saveState() {
    for (const auto& id : pages_.keys()) savePage(id);
}

}  // namespace anneal::shell
