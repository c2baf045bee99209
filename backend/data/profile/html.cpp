#include "data/profile/html.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"

namespace anneal::data::html {
namespace {

constexpr const char* kThinSpace = "\u202F";

std::string written(double value, std::chars_format format, int precision) {
    char digits[64];
    return std::string(digits, std::to_chars(digits, digits + sizeof digits, value, format, precision).ptr);
}
std::string tenths(double value) { return written(value, std::chars_format::fixed, 1); }

std::string attribute(std::string_view name, const std::string& value) { return " " + std::string(name) + "=\"" + value + "\""; }

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        }
    }
    return out;
}

std::string element(std::string_view tag, std::string_view kind, const std::string& inner) {
    const std::string name(tag);
    return "<" + name + (kind.empty() ? "" : attribute("class", std::string(kind))) + ">" + inner + "</" + name + ">";
}

std::string card(std::string_view title, const std::string& inner) {
    if (inner.empty()) return {};
    return element("section", "card", element("h2", "", escaped(title)) + inner) + "\n";
}

std::string number(double value) {
    std::string text;
    if (value == std::floor(value) && std::abs(value) < 1e15)
        text = base::formatCount(std::int64_t(std::abs(value)));
    else if (std::abs(value) >= 1000 && std::abs(value) < 1e15)
        text = base::formatCount(std::llround(std::abs(value)));
    else
        text = written(std::abs(value), std::chars_format::general, 4);
    return value < 0 ? "−" + text : text;
}

std::string percent(std::int64_t part, std::int64_t all) {
    if (all == 0) return {};
    const double share = 100 * double(part) / double(all);
    return (part > 0 && share < 0.1 ? "&lt; 0.1" : tenths(share)) + kThinSpace + "%";
}

std::string bars(const std::vector<Bar>& bars) {
    double longest = 0;
    bool signs = false;
    for (const auto& bar : bars) {
        longest = std::max(longest, std::abs(bar.size));
        signs = signs || bar.size < 0;
    }
    std::string rows;
    for (const auto& bar : bars) {
        const double share = longest > 0 ? 100 * std::abs(bar.size) / longest : 0;
        const auto label = escaped(bar.label);
        rows += "<div class=\"bar\"><span class=\"label\"" + attribute("title", label) + ">" + label +
                "</span><span class=\"track\"><span" + attribute("class", signs && bar.size < 0 ? "fill below" : "fill") +
                attribute("style", "width:" + tenths(share) + "%") + "></span></span>" + element("span", "figure", bar.figure) + "</div>";
    }
    return element("div", "bars", rows);
}

std::string histogram(const Histogram& histogram, int width, int height, const std::string& name, const std::optional<double>& mark) {
    if (histogram.counts.empty()) return {};
    const auto most = *std::max_element(histogram.counts.begin(), histogram.counts.end());
    const double step = double(width) / double(histogram.counts.size());
    std::string drawn;
    for (std::size_t i = 0; i < histogram.counts.size(); ++i) {
        const auto count = histogram.counts[i];
        if (count == 0) continue;
        const double from = histogram.from + double(i) * histogram.width, to = from + histogram.width;
        const double tall = std::max(1.0, double(height) * double(count) / double(most));
        drawn += "<rect" + (mark && from >= *mark ? attribute("class", "over") : "") + attribute("x", tenths(double(i) * step)) +
                 attribute("y", tenths(height - tall)) + attribute("width", tenths(std::max(1.0, step - 1))) +
                 attribute("height", tenths(tall)) + "><title>" + number(from) + " – " + number(to) + ": " + base::formatCount(count) +
                 "</title></rect>";
    }
    if (mark) {
        const double at = (*mark - histogram.from) / histogram.width * step;
        if (at > 0 && at < width)
            drawn += "<line class=\"mark\"" + attribute("x1", tenths(at)) + attribute("x2", tenths(at)) + attribute("y1", "0") +
                     attribute("y2", std::to_string(height)) + "/>";
    }
    const auto wide = std::to_string(width), high = std::to_string(height);
    return "<svg class=\"histogram\"" + attribute("viewBox", "0 0 " + wide + " " + high) + attribute("width", wide) +
           attribute("height", high) + " role=\"img\"" + attribute("aria-label", escaped(name)) + ">" + drawn + "</svg>";
}

std::string table(const std::vector<std::string>& heads, const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) return {};
    std::string head, body;
    for (const auto& one : heads) head += element("th", "", escaped(one));
    for (const auto& row : rows) {
        std::string cells;
        for (const auto& cell : row) cells += element("td", "", cell);
        body += element("tr", "", cells);
    }
    return element("table", "", element("thead", "", element("tr", "", head)) + element("tbody", "", body));
}

}  // namespace anneal::data::html
