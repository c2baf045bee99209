#include "data/profile/report.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/files.h"
#include "base/text.h"
#include "data/profile/html.h"

namespace anneal::data {
namespace {

using base::formatCount;
using html::Bar;
using html::element;
using html::escaped;
using html::number;
using html::percent;

constexpr std::size_t kMostCorrelations = 20;
constexpr std::size_t kMostClasses = 30;
constexpr double kUnbalanced = 10;  // times as many rows in the largest class as in the smallest

/// A colour theme's roles as CSS variables.
std::string variables(const OrderedJson& theme) {
    std::string css;
    for (const auto& [role, colour] : theme.items()) {
        if (!colour.is_string()) continue;
        auto name = role;
        std::replace(name.begin(), name.end(), '_', '-');
        css += "--" + name + ":" + colour.get<std::string>() + ";";
    }
    return css;
}

Result<std::string> styleSheet() {
    const auto missing = [](const std::filesystem::path& file) {
        return fail("resource_missing", "could not read " + file.string(), "install Anneal Studio again");
    };
    const auto tokensFile = base::resourceFolder("theme") / "tokens.json", sheetFile = base::resourceFolder("report") / "profile.css";
    const auto tokens = base::readFile(tokensFile), sheet = base::readFile(sheetFile);
    if (!tokens) return missing(tokensFile);
    if (!sheet) return missing(sheetFile);
    const auto themes = OrderedJson::parse(*tokens, nullptr, false);
    if (themes.is_discarded()) return missing(tokensFile);
    return ":root{" + variables(themes["themes"]["light"]) + "}@media (prefers-color-scheme:dark){:root{" +
           variables(themes["themes"]["dark"]) + "}}\n" + *sheet;
}

/// Something wrong, how many rows show it, and the cleaning step that sees to it.
struct Finding {
    std::int64_t rows = 0;
    std::string what, step;
    std::int64_t first = 0;
};

std::string wordsFor(const std::string& name) {
    static const std::map<std::string, std::string> words = {
        {"misread", "hold text that was read in the wrong encoding"},
        {"damaged", "hold text with characters lost for good"},
        {"refused", "have an answer that declines or speaks of being a model"},
        {"empty", "have an empty answer"},
        {"malformed", "cannot be read as a conversation"},
        {"unknown_role", "have a turn of an unknown role"},
        {"roles_out_of_order", "have turns out of order"},
        {"no_answer", "do not end with the assistant's turn"},
        {"empty_turn", "have an empty turn"},
        {"secret", "hold a key, token or password"},
        {"url", "hold an address with a password in it"},
        {"email", "hold an e-mail address"},
        {"iban", "hold a bank account (IBAN)"},
        {"card", "hold a bank card's number"},
        {"cn_id", "hold a Chinese identity number"},
        {"us_ssn", "hold a US social security number"},
        {"ip", "hold an IP address"},
        {"phone", "hold a phone number"},
    };
    const auto found = words.find(name);
    return found == words.end() ? name : found->second;
}

class Report {
public:
    Report(const Dataset& dataset, const Profile& profile, std::string title)
        : dataset_(dataset), profile_(profile), title_(std::move(title)) {}

    std::string body() const {
        std::string html = element("header", "", element("h1", "", escaped(title_)) + element("p", "", about())) + "\n";
        html += element("section", "card stats", stats()) + "\n";
        html += html::card("Findings", findings());
        html += html::card("Length of a row in " + profile_.length.unit, lengths());
        html += html::card("Columns", columns());
        html += element("div", "pair", html::card(labelsTitle(), labels()) + html::card("Languages", languages())) + "\n";
        html += html::card("Correlations of columns of numbers", correlations());
        html += element("footer", "", "Anneal Studio · content " + escaped(dataset_.manifest().hash.substr(0, 16)));
        return html;
    }

private:
    std::string about() const {
        const auto& mapping = dataset_.manifest().mapping;
        return escaped(std::string(shapeName(mapping.shape))) + " · " + formatCount(std::int64_t(profile_.columns.size())) + " columns · " +
               formatCount(std::int64_t(dataset_.parts())) + (dataset_.parts() == 1 ? " file" : " files");
    }

    static std::string stat(const std::string& label, const std::string& figure, const std::string& remark = {}) {
        return element("div", "stat", element("span", "label", label) + element("b", "", figure) + element("span", "remark", remark));
    }
    std::string stats() const {
        const auto& length = profile_.length;
        auto all = stat("Rows", formatCount(profile_.rows));
        all += stat("Equal to an earlier row", formatCount(profile_.exactDuplicates), percent(profile_.exactDuplicates, profile_.rows));
        if (profile_.nearDuplicates)
            all += stat("Nearly equal to one", formatCount(*profile_.nearDuplicates), percent(*profile_.nearDuplicates, profile_.rows));
        all += stat("Median length", number(length.median), length.unit);
        all += stat("95 % below", number(length.p95), length.unit);
        if (length.overCutoff)
            all += stat("Over " + formatCount(*length.cutoff), formatCount(*length.overCutoff), percent(*length.overCutoff, profile_.rows));
        return all;
    }

    bool isRequired(const std::string& column) const {
        const auto needed = dataset_.manifest().mapping.required();
        return std::find(needed.begin(), needed.end(), column) != needed.end();
    }
    void tally(std::vector<Finding>& found, const std::vector<Tally>& tallies, const std::string& step) const {
        for (const auto& one : tallies)
            if (one.rows > 0) found.push_back({one.rows, wordsFor(one.name), step, one.first});
    }
    std::vector<Finding> allFindings() const {
        std::vector<Finding> found;
        const auto add = [&](std::int64_t rows, const std::string& what, const std::string& step) {
            if (rows > 0) found.push_back({rows, what, step});
        };
        add(profile_.exactDuplicates, "equal an earlier row", "drop_duplicates");
        add(profile_.nearDuplicates.value_or(0), "nearly equal another row", "drop_near_duplicates");
        for (const auto& other : profile_.shared) {
            add(other.exact, "are in " + other.with + " as well", "drop_duplicates");
            add(other.near, "nearly equal a row of " + other.with, "drop_near_duplicates");
        }
        tally(found, profile_.encoding, "repair_encoding");
        tally(found, profile_.personal, "mask_pii");
        tally(found, profile_.answers, "drop_refusals");
        tally(found, profile_.conversations, "filter_conversations");
        if (profile_.length.overCutoff)
            add(*profile_.length.overCutoff, "are longer than " + formatCount(*profile_.length.cutoff) + " " + profile_.length.unit,
                "limit_length");
        for (const auto& column : profile_.columns) {
            const bool text = column.unit == "characters";
            add(column.outliersBoth, text ? column.name + ": far longer or shorter than the others" : column.name + ": far from the others",
                text ? "length_outliers" : "outliers");
            // A column without a single value is no fault of its rows.
            if (column.nulls < profile_.rows)
                add(column.nulls, column.name + ": empty", isRequired(column.name) ? "drop_empty" : "fill_empty");
        }
        if (profile_.labels && profile_.labels->classes.size() > 1) {
            const auto& classes = profile_.labels->classes;
            const auto most = classes.front().count, least = classes.back().count;
            if (double(most) >= kUnbalanced * double(least))
                add(least, "are all of class " + classes.back().value + "; class " + classes.front().value + " has " + formatCount(most),
                    "balance_classes");
        }
        std::stable_sort(found.begin(), found.end(), [](const Finding& a, const Finding& b) { return a.rows > b.rows; });
        return found;
    }
    std::string findings() const {
        const auto found = allFindings();
        if (found.empty()) return element("p", "good", "Nothing that a cleaning step would change was found.");
        std::vector<std::vector<std::string>> rows;
        for (const auto& one : found)
            rows.push_back({formatCount(one.rows), percent(one.rows, profile_.rows), escaped(one.what),
                            one.first > 0 ? "row " + formatCount(one.first) : "", element("code", "", one.step)});
        return html::table({"Rows", "Share", "What", "For example", "Step"}, rows);
    }

    static std::string quantileList(const Quantiles& quantiles) {
        std::string list;
        for (std::size_t i = 0; i < quantiles.size(); ++i)
            list += element("div", "stat",
                            element("span", "label", number(100 * kQuantiles[i]) + " % below") + element("b", "", number(quantiles[i])));
        return element("div", "quantiles", list);
    }
    std::string lengths() const {
        const auto& length = profile_.length;
        if (!length.quantiles) return {};
        std::optional<double> mark;
        if (length.cutoff) mark = double(*length.cutoff);
        return html::histogram(length.histogram, 960, 120, "Histogram of lengths", mark) + quantileList(*length.quantiles);
    }

    std::string rangeOf(const ColumnProfile& column) const {
        if (column.lowest.is_number() && column.highest.is_number())
            return number(column.lowest.get<double>()) + " – " + number(column.highest.get<double>());
        if (column.lowest.is_string())
            return escaped(column.lowest.get<std::string>()) + " – " + escaped(column.highest.get<std::string>());
        if (!column.quantiles) return {};
        return number(column.quantiles->front()) + " – " + number(column.quantiles->back()) + " " + column.unit +
               element("span", "remark", "1 % to 99 %");
    }
    std::string columns() const {
        std::vector<std::vector<std::string>> rows;
        for (const auto& column : profile_.columns) {
            auto name = element("b", "", escaped(column.name)) + element("span", "remark", escaped(column.type));
            if (!column.top.empty()) {
                std::vector<Bar> values;
                for (const auto& one : column.top)
                    values.push_back({one.value.empty() ? "(empty text)" : one.value, double(one.count),
                                      (column.topExact ? "" : "≥ ") + formatCount(one.count)});
                name += element("details", "", element("summary", "", "Most frequent values") + html::bars(values));
            }
            rows.push_back({name, html::histogram(column.histogram, 160, 32, "Histogram of " + column.name), rangeOf(column),
                            column.spread ? number(column.spread->median) : "", formatCount(column.distinct),
                            column.nulls > 0 ? percent(column.nulls, profile_.rows) : "",
                            column.outliersBoth > 0 ? formatCount(column.outliersBoth) : ""});
        }
        return html::table({"Column", "Distribution", "Range", "Median", "Distinct", "Empty", "Outliers"}, rows);
    }

    std::string labelsTitle() const { return profile_.labels ? "Classes in " + profile_.labels->column : ""; }
    std::string labels() const {
        if (!profile_.labels) return {};
        std::vector<Bar> classes;
        std::int64_t others = 0;
        for (const auto& one : profile_.labels->classes) {
            if (classes.size() < kMostClasses)
                classes.push_back({one.value, double(one.count), formatCount(one.count) + " · " + percent(one.count, profile_.rows)});
            else
                others += one.count;
        }
        if (others > 0) classes.push_back({"(others)", double(others), formatCount(others)});
        if (profile_.labels->unlabelled > 0)
            classes.push_back({"(none)", double(profile_.labels->unlabelled), formatCount(profile_.labels->unlabelled)});
        return html::bars(classes);
    }
    std::string languages() const {
        std::vector<Bar> found;
        for (const auto& one : profile_.languages)
            found.push_back({one.name == "und" ? "cannot be told" : one.name, double(one.rows),
                             formatCount(one.rows) + " · " + percent(one.rows, profile_.rows)});
        return found.empty() ? "" : html::bars(found);
    }
    std::string correlations() const {
        std::vector<Bar> strongest;
        for (const auto& one : profile_.correlations)
            if (strongest.size() < kMostCorrelations)
                strongest.push_back({one.one + " · " + one.other, one.coefficient, number(std::round(1000 * one.coefficient) / 1000)});
        return strongest.empty() ? "" : html::bars(strongest);
    }

    const Dataset& dataset_;
    const Profile& profile_;
    std::string title_;
};

}  // namespace

Result<std::string> profileReport(const Dataset& dataset, const Profile& profile, const std::string& title) {
    ANNEAL_TRY(style, styleSheet());
    const auto head = html::element("title", "", "Profile of " + escaped(title)) + "\n<style>\n" + style + "</style>\n";
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
           "content=\"width=device-width\">\n"
           "<meta name=\"color-scheme\" content=\"light dark\">\n" +
           head + "</head>\n<body>\n<main>\n" + Report(dataset, profile, title).body() + "\n</main>\n</body>\n</html>\n";
}

}  // namespace anneal::data
