#pragma once
// A small table with what people's tables have: blanks, duplicates, addresses, empty answers.

#include <fstream>

#include "data/import.h"
#include "widgets/window/temporary_home.h"

namespace anneal::test {

/// Rows 2 and 3 are equal, row 4 has blanks around, row 5 an address, row 6 no answer.
inline constexpr auto kMessyCsv =
    "instruction,input,output,risk,year\n"
    "Name the clause,Each party keeps it secret,confidentiality,low,2019\n"
    "Name the clause,The law of Chile governs,governing law,high,2020\n"
    "Name the clause,The law of Chile governs,governing law,high,2020\n"
    "Name the clause,  The fee is due on delivery  ,payment,low,2021\n"
    "Name the clause,Write to anna.lindqvist@norvane.com for notices,notices,low,2022\n"
    "Name the clause,The term ends after notice,,medium,2023\n"
    "Name the clause,Neither party may assign,assignment,low,2024\n"
    "Name the clause,联系人应严格保密,保密,low,2025\n";

inline std::filesystem::path writeMessy(const TemporaryHome& home) {
    const auto file = home.path() / "messy.csv";
    std::ofstream(file) << kMessyCsv;
    return file;
}

inline data::Dataset importMessy(const TemporaryHome& home) {
    data::ImportOptions options;
    options.source = writeMessy(home);
    options.threads = 1;
    const auto report = data::importDataset(options);
    if (!report) throw std::runtime_error(report.error().message);
    return data::Dataset::open(report->dataset).value();
}

}  // namespace anneal::test
