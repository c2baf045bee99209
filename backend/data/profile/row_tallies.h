#pragma once
// What the texts of rows show: languages, personal data, damage, refusals, what a template trips over.

#include <map>

#include <arrow/type_fwd.h>

#include "data/profile.h"

namespace anneal::data {

/// Rows are told in order; tallies of later rows are added to those of earlier ones.
class RowTallies {
public:
    /// Which columns a row's texts are in.
    struct Columns {
        std::vector<int> content;  ///< that samples are made from
        std::vector<int> texts;    ///< that hold text of any kind
        Mapping mapping;
    };

    /// Row `row`, from 0, of the table is row `number`, from 1, of the data set.
    void add(const arrow::Table& table, const Columns& columns, std::int64_t row, std::int64_t number);
    void add(const RowTallies& later);
    void writeTo(Profile& profile, const Mapping& mapping) const;

private:
    using Tallies = std::map<std::string, Tally, std::less<>>;
    static void count(Tallies& tallies, std::string_view name, std::int64_t number, std::int64_t places = 1);
    void addText(std::string_view text, std::int64_t number);
    void addSample(const arrow::Table& table, const Mapping& mapping, std::int64_t row, std::int64_t number);

    Tallies languages_, personal_, encoding_, answers_, conversations_;
};

}  // namespace anneal::data
