#include "data/features/frame.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "data/features/stopped.h"

namespace anneal::data::features {
namespace {

/// pandas keeps the order of a column's words until several outputs are made of it.
bool keepsOrder(const Feature& feature) {
    return feature.form != Feature::Form::output && (feature.bases.empty() || keepsOrder(*feature.bases.front()));
}

}  // namespace

Frame::Frame(const Moment& moment, int entity, std::vector<std::int32_t> rows) : moment_(moment), entity_(entity), rows_(std::move(rows)) {}

const std::vector<double>& Frame::values(const Feature& feature) {
    if (const auto found = known_.find(&feature); found != known_.end()) return found->second;
    checkStop(moment_.stop());
    std::vector<double> values;
    if (looksAtWhole(feature)) {
        values.reserve(rows_.size());
        for (const auto row : rows_) values.push_back(moment_.whole(feature, row));
    } else {
        values = compute(feature);
    }
    return known_.emplace(&feature, std::move(values)).first->second;
}

const std::vector<double>& Frame::computeWhole(const Feature& feature) {
    return known_.emplace(&feature, transformed(feature)).first->second;
}

std::vector<double> Frame::compute(const Feature& feature) {
    switch (feature.form) {
        case Feature::Form::column: return columnValues(feature);
        case Feature::Form::direct: return parentValues(feature);
        case Feature::Form::aggregation: return aggregated(feature);
        case Feature::Form::transform: return transformed(feature);
        case Feature::Form::equals: return equalTo(feature);
        case Feature::Form::output: return outputOf(feature);
    }
    return {};
}

std::vector<double> Frame::columnValues(const Feature& feature) const {
    const auto& column = moment_.tables().tables[std::size_t(entity_)].columns[std::size_t(feature.place)].values;
    const bool always = moment_.set().entities[std::size_t(entity_)].secondaryTimes.empty();
    std::vector<double> values;
    values.reserve(rows_.size());
    for (const auto row : rows_) values.push_back(always || moment_.knew(entity_, feature.place, row) ? column[std::size_t(row)] : kNone);
    return values;
}

std::vector<double> Frame::parentValues(const Feature& feature) {
    auto& above = parents(feature.path.front());
    const auto& base = above.values(*feature.bases.front());
    std::vector<double> values;
    values.reserve(rows_.size());
    for (const auto place : above.places_) values.push_back(place < 0 ? feature.absent : base[std::size_t(place)]);
    return values;
}

std::vector<double> Frame::transformed(const Feature& feature) {
    const auto& first = values(*feature.bases.front());
    const auto& second = feature.bases.size() > 1 ? values(*feature.bases[1]) : first;
    std::vector<double> out(rows_.size());
    feature.primitive->transform({first, second, moment_.now(), wordsOf(*feature.bases.front(), moment_.tables()), moment_.stop()}, out);
    return out;
}

std::vector<double> Frame::equalTo(const Feature& feature) {
    const auto& base = *feature.bases.front();
    const auto& wanted = feature.value;
    double sought = kNone;
    if (const auto* words = wordsOf(base, moment_.tables()); words && wanted.is_string()) {
        const auto text = wanted.get<std::string>();
        for (std::size_t place = 0; place < words->size(); ++place)
            if ((*words)[place] == text) sought = double(place);
    } else if (!words && (wanted.is_number() || wanted.is_boolean())) {
        sought = wanted.is_boolean() ? double(wanted.get<bool>()) : wanted.get<double>();
    }
    std::vector<double> out;
    out.reserve(rows_.size());
    for (const double value : values(base)) out.push_back(value == sought ? 1 : 0);
    return out;
}

std::vector<double> Frame::outputOf(const Feature& feature) {
    const auto& all = values(*feature.bases.front());
    const auto begin = all.begin() + std::ptrdiff_t(std::size_t(feature.place) * rows_.size());
    return {begin, begin + std::ptrdiff_t(rows_.size())};
}

std::vector<double> Frame::aggregated(const Feature& feature) {
    const auto& primitive = *feature.primitive;
    const auto& groups = grouping(feature.path, feature.where);
    // Inputs in the order of the groups.
    std::vector<double> moved[2];
    const std::vector<double>* inputs[2] = {nullptr, nullptr};
    for (std::size_t i = 0; primitive.readsValues && i < feature.bases.size(); ++i) {
        const auto& values = groups.below->values(*feature.bases[i]);
        inputs[i] = &values;
        if (groups.order.empty()) continue;
        moved[i].reserve(groups.order.size());
        for (const auto place : groups.order) moved[i].push_back(values[std::size_t(place)]);
        inputs[i] = &moved[i];
    }
    const bool words = keepsOrder(*feature.bases.front()) && wordsOf(*feature.bases.front(), moment_.tables());
    const auto outputs = std::size_t(primitive.outputs);
    std::vector<double> out(rows_.size() * outputs, feature.absent), single(outputs);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if ((i & 0x3FF) == 0) checkStop(moment_.stop());
        const auto begin = std::size_t(groups.begins[i]), count = std::size_t(groups.begins[i + 1]) - begin;
        if (count == 0) continue;
        Group group{{}, {}, count, moment_.now(), words, moment_.stop()};
        if (inputs[0]) group.values = {inputs[0]->data() + begin, count};
        if (inputs[1]) group.times = {inputs[1]->data() + begin, count};
        primitive.aggregate(group, single);
        for (std::size_t k = 0; k < outputs; ++k)
            if (!std::isnan(single[k])) out[k * rows_.size() + i] = single[k];
    }
    return out;
}

Frame& Frame::children(int relationship) {
    auto& frame = children_[relationship];
    if (frame) return *frame;
    const auto& links = moment_.tables().links[std::size_t(relationship)];
    const int child = moment_.set().relationships[std::size_t(relationship)].child;
    std::vector<std::int32_t> rows;
    std::vector<std::int64_t> begins = {0};
    begins.reserve(rows_.size() + 1);
    for (const auto row : rows_) {
        checkStop(moment_.stop());
        for (auto i = links.begins[std::size_t(row)]; i < links.begins[std::size_t(row) + 1]; ++i)
            if (const auto below = links.children[std::size_t(i)]; moment_.has(child, below)) rows.push_back(below);
        begins.push_back(std::int64_t(rows.size()));
    }
    frame = std::make_unique<Frame>(moment_, child, std::move(rows));
    frame->begins_ = std::move(begins);
    return *frame;
}

Frame& Frame::parents(int relationship) {
    auto& frame = parents_[relationship];
    if (frame) return *frame;
    const auto& links = moment_.tables().links[std::size_t(relationship)];
    const int parent = moment_.set().relationships[std::size_t(relationship)].parent;
    std::vector<std::int32_t> rows, places;
    for (const auto row : rows_)
        if (const auto above = links.parents[std::size_t(row)]; above >= 0 && moment_.has(parent, above)) rows.push_back(above);
    std::sort(rows.begin(), rows.end(), CheckedLess(moment_.stop()));
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    places.reserve(rows_.size());
    for (const auto row : rows_) {
        const auto above = links.parents[std::size_t(row)];
        const auto found = std::lower_bound(rows.begin(), rows.end(), above);
        places.push_back(found != rows.end() && *found == above ? std::int32_t(found - rows.begin()) : -1);
    }
    frame = std::make_unique<Frame>(moment_, parent, std::move(rows));
    frame->places_ = std::move(places);
    return *frame;
}

const Frame::Grouping& Frame::grouping(const Path& path, const FeaturePtr& where) {
    const auto [place, fresh] = groupings_.try_emplace({path, where.get()});
    auto& grouping = place->second;
    if (!fresh) return grouping;
    std::vector<std::int64_t> begins(rows_.size() + 1);
    std::iota(begins.begin(), begins.end(), 0);
    Frame* below = this;
    for (const int relationship : path) {
        below = &below->children(relationship);
        for (auto& begin : begins) begin = below->begins_[std::size_t(begin)];
    }
    grouping.below = below;
    if (path.size() == 1 && !where) {
        grouping.begins = std::move(begins);
        return grouping;
    }
    // Rows from several tables down come parent by parent; features have them in the order of their table.
    const auto* holds = where ? &below->values(*where) : nullptr;
    grouping.begins.push_back(0);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const auto first = grouping.order.size();
        for (auto row = begins[i]; row < begins[i + 1]; ++row)
            if (!holds || (*holds)[std::size_t(row)] == 1) grouping.order.push_back(std::int32_t(row));
        const auto earlier = [&](std::int32_t a, std::int32_t b) { return below->rows_[std::size_t(a)] < below->rows_[std::size_t(b)]; };
        if (path.size() > 1)
            std::sort(grouping.order.begin() + std::ptrdiff_t(first), grouping.order.end(), CheckedLess(moment_.stop(), earlier));
        grouping.begins.push_back(std::int64_t(grouping.order.size()));
    }
    return grouping;
}

}  // namespace anneal::data::features
