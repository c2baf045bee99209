#include "data/augment/word_sequence.h"

#include <algorithm>

#include "base/text.h"
#include "data/augment/segments.h"

namespace anneal::data {
namespace {

constexpr std::string_view kOutside = "O";

bool isUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool isLower(char c) { return c >= 'a' && c <= 'z'; }
char upper(char c) { return isLower(c) ? char(c - 'a' + 'A') : c; }
bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool opens(char c) { return c == '(' || c == '[' || c == '{'; }

std::string writtenAs(std::string_view model, std::string_view text) {
    std::string written(text);
    if (model.empty() || written.empty() || !isUpper(model.front())) return written;
    written.front() = upper(written.front());
    if (model.size() > 1 && std::none_of(model.begin(), model.end(), isLower))
        std::transform(written.begin(), written.end(), written.begin(), upper);
    return written;
}

/// What stands between two words once the word between the gaps is gone.
std::string joined(std::string gap, std::string_view next, bool last) {
    if (!gap.empty() && isBlank(gap.back()) && (last || !next.empty())) gap.pop_back();
    if (!gap.empty() && opens(gap.back()) && !next.empty() && isBlank(next.front())) next.remove_prefix(1);
    return gap.append(next);
}

/// The same before what becomes the first word.
std::string leading(std::string gap, std::string_view next) {
    return gap.append(next.substr(std::min(next.find_first_not_of(" \t\n,;:.!?"), next.size())));
}

std::vector<ByteRange> merged(std::vector<ByteRange> ranges) {
    std::sort(ranges.begin(), ranges.end());
    std::vector<ByteRange> whole;
    for (const auto& range : ranges)
        if (!whole.empty() && range.first < whole.back().second)
            whole.back().second = std::max(whole.back().second, range.second);
        else
            whole.push_back(range);
    return whole;
}

}  // namespace

WordSequence WordSequence::ofText(std::string_view text, std::vector<ByteRange> entities) {
    WordSequence sequence;
    entities = merged(std::move(entities));
    const auto places = wordPlaces(text);
    std::size_t done = 0;
    const auto add = [&](std::size_t begin, std::size_t end, bool han, bool entity) {
        Unit unit;
        unit.gap = text.substr(done, begin - done);
        unit.text = text.substr(begin, end - begin);
        unit.han = han;
        unit.entity = entity;
        unit.word = !entity;
        unit.begin = begin;
        unit.end = done = end;
        sequence.units_.push_back(std::move(unit));
    };
    auto entity = entities.begin();
    for (const auto& place : places) {
        for (; entity != entities.end() && entity->first < place.end; ++entity)
            add(entity->first, entity->second, place.han && entity->second > place.begin, true);
        if (place.begin >= done) add(place.begin, place.end, place.han, false);
    }
    for (; entity != entities.end(); ++entity) add(entity->first, entity->second, false, true);
    sequence.tail_ = text.substr(done);
    sequence.index();
    return sequence;
}

WordSequence WordSequence::ofTokens(const std::vector<std::string>& tokens, const std::vector<std::string>& tags) {
    WordSequence sequence;
    sequence.tokens_ = true;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Unit unit;
        unit.text = tokens[i];
        unit.tag = tags[i];
        unit.entity = tags[i] != kOutside;
        const auto places = wordPlaces(tokens[i]);
        unit.han = !places.empty() && places.front().han;
        unit.word = !unit.entity && !places.empty();
        sequence.units_.push_back(std::move(unit));
    }
    sequence.index();
    return sequence;
}

void WordSequence::index() {
    words_.clear();
    for (std::size_t i = 0; i < units_.size(); ++i)
        if (units_[i].word) words_.push_back(i);
}

std::vector<std::size_t> WordSequence::gaps() const {
    std::vector<std::size_t> gaps;
    for (std::size_t i = 0; i < units_.size(); ++i)
        if (!tokens_ || i == 0 || !units_[i].entity || !units_[i - 1].entity) gaps.push_back(i);
    return gaps;
}

void WordSequence::replace(std::size_t index, std::string_view text) {
    auto& unit = units_[index];
    unit.text = writtenAs(unit.text, text);
    unit.fresh = true;
}

void WordSequence::swap(std::size_t a, std::size_t b) {
    std::swap(units_[a].text, units_[b].text);
    std::swap(units_[a].fresh, units_[b].fresh);
}

void WordSequence::insert(std::size_t index, std::string_view text) {
    Unit unit;
    auto& next = units_[index];
    unit.text = text;
    unit.tag = kOutside;
    unit.han = next.han;
    unit.word = unit.fresh = true;
    unit.gap = std::move(next.gap);
    next.gap = next.han ? "" : " ";
    units_.insert(units_.begin() + std::ptrdiff_t(index), std::move(unit));
    this->index();
}

void WordSequence::erase(const std::vector<std::size_t>& indices) {
    for (auto index = indices.rbegin(); index != indices.rend(); ++index) {
        const bool last = *index + 1 == units_.size();
        auto& next = last ? tail_ : units_[*index + 1].gap;
        auto& gap = units_[*index].gap;
        next = *index == 0 && !last ? leading(std::move(gap), next) : joined(std::move(gap), next, last);
        units_.erase(units_.begin() + std::ptrdiff_t(*index));
    }
    index();
}

std::string WordSequence::text() const {
    std::string text;
    for (const auto& unit : units_) text.append(unit.gap).append(unit.text);
    return text.append(tail_);
}

std::pair<std::vector<std::string>, std::vector<std::string>> WordSequence::tokens() const {
    std::pair<std::vector<std::string>, std::vector<std::string>> list;
    for (const auto& unit : units_) {
        const auto parts = unit.fresh ? base::split(unit.text, ' ') : std::vector{unit.text};
        for (const auto& part : parts) {
            list.first.push_back(part);
            list.second.push_back(unit.tag);
        }
    }
    return list;
}

std::int64_t WordSequence::shiftOf(std::size_t begin) const {
    std::size_t at = 0;
    for (const auto& unit : units_) {
        at += unit.gap.size();
        if (unit.entity && unit.begin <= begin && begin < unit.end) return std::int64_t(at) - std::int64_t(unit.begin);
        at += unit.text.size();
    }
    return 0;
}

}  // namespace anneal::data
