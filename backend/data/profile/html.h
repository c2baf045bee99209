#pragma once
// Pieces of HTML that a report is put together from.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "data/column_summary.h"

namespace anneal::data::html {

std::string escaped(std::string_view text);
std::string element(std::string_view tag, std::string_view kind, const std::string& inner);  ///< `kind`: its class; `inner` is HTML
/// A card under a title; nothing if there is nothing in it.
std::string card(std::string_view title, const std::string& inner);

std::string number(double value);                          ///< "−12,345", "0.0312"
std::string percent(std::int64_t part, std::int64_t all);  ///< "3.2 %"; "< 0.1 %" for the least part that is there

/// A label, a bar for its share of the largest figure, and the figure.
struct Bar {
    std::string label;
    double size = 0;  ///< its length, of the largest one's; below zero to the other side
    std::string figure;
};
std::string bars(const std::vector<Bar>& bars);

/// The bins as columns, each with its range and count to hover; beyond `mark` they are drawn in another colour.
std::string histogram(const Histogram& histogram, int width, int height, const std::string& name, const std::optional<double>& mark = {});

std::string table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows);  ///< cells are HTML

}  // namespace anneal::data::html
