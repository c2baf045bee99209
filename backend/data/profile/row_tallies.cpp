#include "data/profile/row_tallies.h"

#include <algorithm>

#include <arrow/table.h>
#include <arrow/type.h>

#include "base/text.h"
#include "data/clean/mojibake.h"
#include "data/detect/conversation.h"
#include "data/detect/language.h"
#include "data/detect/pii.h"
#include "data/detect/refusal.h"
#include "data/samples.h"
#include "data/texts.h"

namespace anneal::data {
namespace {

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

void RowTallies::count(Tallies& tallies, std::string_view name, std::int64_t number, std::int64_t places) {
    auto found = tallies.find(name);
    if (found == tallies.end()) found = tallies.emplace(name, Tally{std::string(name)}).first;
    auto& tally = found->second;
    ++tally.rows;
    tally.places += places;
    if (tally.first == 0) tally.first = number;
}

void RowTallies::add(const arrow::Table& table, const Columns& columns, std::int64_t row, std::int64_t number) {
    std::array<std::int64_t, kAllPii.size()> personal{};
    bool misread = false, damaged = false;
    for (const int column : columns.texts)
        visitTexts(table, column, row, [&](std::string_view text) {
            for (const auto& span : findPii(text)) ++personal[std::size_t(span.kind)];
            if (isAscii(text)) return;
            const auto repaired = repairMojibake(text);
            misread = misread || repaired != text;
            damaged = damaged || looksDamaged(repaired);
        });
    for (const auto kind : kAllPii)
        if (const auto places = personal[std::size_t(kind)]; places > 0) count(personal_, piiName(kind), number, places);
    if (misread) count(encoding_, "misread", number);
    if (damaged) count(encoding_, "damaged", number);
    if (!columns.content.empty()) count(languages_, detectLanguage(joinedTexts(table, columns.content, row)).code, number);
    if (hasAnswers(columns.mapping.shape)) addSample(table, columns.mapping, row, number);
}

void RowTallies::addSample(const arrow::Table& table, const Mapping& mapping, std::int64_t row, std::int64_t number) {
    const auto sample = sampleOf(table, mapping, row, number);
    for (const auto problem : templateProblems(sample)) count(conversations_, problemName(problem), number);
    if (!sample) return;
    const auto answers = answersOf(*sample);
    if (std::any_of(answers.begin(), answers.end(), refusalIn)) count(answers_, "refused", number);
    if (std::any_of(answers.begin(), answers.end(), [](auto answer) { return base::trim(answer).empty(); }))
        count(answers_, "empty", number);
}

void RowTallies::add(const RowTallies& later) {
    for (auto member :
         {&RowTallies::languages_, &RowTallies::personal_, &RowTallies::encoding_, &RowTallies::answers_, &RowTallies::conversations_})
        for (const auto& [name, tally] : later.*member) {
            auto& own = (this->*member)[name];
            own.name = name;
            own.rows += tally.rows;
            own.places += tally.places;
            if (own.first == 0) own.first = tally.first;
        }
}

void RowTallies::writeTo(Profile& profile, const Mapping& mapping) const {
    // What was looked for and not found is told as well.
    const auto named = [](const Tallies& tallies, std::vector<Tally>& to, std::string_view name) {
        const auto found = tallies.find(name);
        to.push_back(found == tallies.end() ? Tally{std::string(name)} : found->second);
    };
    for (const auto& [code, tally] : languages_) profile.languages.push_back(tally);
    std::stable_sort(profile.languages.begin(), profile.languages.end(), [](const Tally& a, const Tally& b) { return a.rows > b.rows; });
    for (const auto kind : kAllPii) named(personal_, profile.personal, piiName(kind));
    for (const auto* name : {"misread", "damaged"}) named(encoding_, profile.encoding, name);
    if (!hasAnswers(mapping.shape)) return;
    for (const auto* name : {"refused", "empty"}) named(answers_, profile.answers, name);
    for (const auto problem : kTemplateProblems) named(conversations_, profile.conversations, problemName(problem));
}

}  // namespace anneal::data
