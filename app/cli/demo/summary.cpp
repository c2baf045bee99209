#include "cli/demo/summary.h"

#include <cstdio>
#include <ostream>

#include "base/text.h"

namespace anneal::cli {
namespace {

std::string percent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f %%", 100 * share);
    return text;
}

std::string number(const char* format, double value) {
    char text[32];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

void row(std::ostream& out, const std::string& label, const std::string& before, const std::string& after) {
    char line[160];
    std::snprintf(line, sizeof line, "  %-34s %16s %16s\n", label.c_str(), before.c_str(), after.c_str());
    out << line;
}

}  // namespace

OrderedJson DemoSummary::toJson() const {
    OrderedJson files = OrderedJson::array();
    for (const auto& artefact : artefacts)
        files.push_back({{"name", artefact.name}, {"path", artefact.file.string()}, {"bytes", artefact.bytes}, {"gate", artefact.gate}});
    return {
        {"rows", {{"imported", rowsImported}, {"clean", rowsClean}, {"held_out", rowsHeldOut}}},
        {"exact_match", {{"base", baseExactMatch}, {"tuned", tunedExactMatch}}},
        {"eval_loss", {{"base", evalLossBefore}, {"tuned", evalLossAfter}}},
        {"train_seconds", {{"forecast", forecastSeconds}, {"measured", trainSeconds}}},
        {"memory_bytes", {{"forecast", forecastMemory}, {"measured", peakMemory}}},
        {"seed", seed},
        {"chat", {{"question", question}, {"wanted", wanted}, {"base", baseAnswer}, {"tuned", tunedAnswer}, {"exported", exportedAnswer}}},
        {"exports", files},
        {"seconds", totalSeconds},
    };
}

void DemoSummary::print(std::ostream& out) const {
    out << "\n";
    row(out, "", "base", "tuned");
    row(out, "exact match, " + base::formatCount(rowsHeldOut) + " held-out rows", percent(baseExactMatch), percent(tunedExactMatch));
    row(out, "loss a trained token, held-out", number("%.4f", evalLossBefore), number("%.4f", evalLossAfter));
    out << "\n";
    row(out, "", "forecast", "measured");
    row(out, "training time", base::formatDuration(forecastSeconds), base::formatDuration(trainSeconds));
    row(out, "training memory", base::formatBytes(forecastMemory), base::formatBytes(peakMemory));
    out << "\n";
    row(out, "export", "size", "gate");
    for (const auto& artefact : artefacts) {
        row(out, artefact.name, base::formatBytes(artefact.bytes), artefact.gate.value("passed", false) ? "passed" : "FAILED");
        out << "    " << artefact.file.string() << "\n";
    }
    out << "\n  question  " << question << "\n  wanted    " << wanted << "\n  base      " << baseAnswer << "\n  tuned     " << tunedAnswer
        << "\n  exported  " << exportedAnswer << "\n\n  " << base::formatDuration(totalSeconds) << " in all\n";
}

}  // namespace anneal::cli
