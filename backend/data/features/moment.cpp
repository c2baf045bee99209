#include "data/features/moment.h"

#include <algorithm>
#include <cmath>

#include "data/features/frame.h"
#include "data/features/stopped.h"

namespace anneal::data::features {

/// All rows that the moment has.
struct Moment::Whole {
    std::unique_ptr<Frame> frame;
    std::vector<std::int32_t> places;  ///< a row of the table: where it is in the frame
};

const TextList* wordsOf(const Feature& feature, const Tables& tables) {
    const auto* column = feature.handsOn();
    return column ? tables.tables[std::size_t(column->entity)].columns[std::size_t(column->place)].words.get() : nullptr;
}

bool looksAtWhole(const Feature& feature) { return feature.form == Feature::Form::transform && feature.primitive->wholeTable; }

Moment::Moment(const EntitySet& set, const Tables& tables, const std::vector<FeaturePtr>& features, double now, double window,
               const base::StopToken& stop)
    : set_(set), tables_(tables), stop_(stop), now_(now), window_(window) {
    std::set<const Feature*> seen;
    for (const auto& feature : features)
        visitAll(feature, seen, [&](const Feature& one) {
            if (looksAtWhole(one)) wholeValues_[&one] = &wholeFrame(one.entity).computeWhole(one);
        });
}

Moment::~Moment() = default;

Frame& Moment::wholeFrame(int entity) {
    auto& whole = whole_[entity];
    if (whole) return *whole->frame;
    whole = std::make_unique<Whole>();
    std::vector<std::int32_t> rows;
    const auto count = std::int32_t(tables_.tables[std::size_t(entity)].rows);
    whole->places.assign(std::size_t(count), -1);
    for (std::int32_t row = 0; row < count; ++row) {
        if ((row & 0xFFFF) == 0) checkStop(stop_);
        if (!has(entity, row)) continue;
        whole->places[std::size_t(row)] = std::int32_t(rows.size());
        rows.push_back(row);
    }
    whole->frame = std::make_unique<Frame>(*this, entity, std::move(rows));
    return *whole->frame;
}

double Moment::timeOf(int entity, std::int32_t row) const {
    const int column = set_.entities[std::size_t(entity)].timeIndex;
    return column < 0 ? kNone : tables_.tables[std::size_t(entity)].columns[std::size_t(column)].values[std::size_t(row)];
}

bool Moment::within(int entity, std::int32_t row) const {
    const double time = timeOf(entity, row);
    if (time > now_) return false;
    if (time > now_ - window_) return true;
    for (const int relationship : set_.toChildren(entity)) {
        const auto& links = tables_.links[std::size_t(relationship)];
        const int child = set_.relationships[std::size_t(relationship)].child;
        // The latest come last.
        for (auto i = links.begins[std::size_t(row) + 1]; i > links.begins[std::size_t(row)]; --i)
            if (within(child, links.children[std::size_t(i - 1)])) return true;
    }
    return false;
}

bool Moment::has(int entity, std::int32_t row) const {
    if (set_.entities[std::size_t(entity)].timeIndex < 0) return true;
    if (!(timeOf(entity, row) <= now_)) return false;
    return window_ <= 0 || within(entity, row);
}

bool Moment::knew(int entity, int column, std::int32_t row) const {
    for (const auto& secondary : set_.entities[std::size_t(entity)].secondaryTimes) {
        if (std::find(secondary.columns.begin(), secondary.columns.end(), column) == secondary.columns.end()) continue;
        const auto& times = tables_.tables[std::size_t(entity)].columns[std::size_t(secondary.column)].values;
        if (times[std::size_t(row)] >= now_) return false;
    }
    return true;
}

double Moment::whole(const Feature& feature, std::int32_t row) const {
    return (*wholeValues_.at(&feature))[std::size_t(whole_.at(feature.entity)->places[std::size_t(row)])];
}

}  // namespace anneal::data::features
