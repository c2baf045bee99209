#include "runs/preflight_data.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace anneal::runs {
namespace {

using Level = Check::Level;
using text::PreparedTokens;

constexpr double kManyCut = 0.01;        // of the samples
constexpr double kLittleTrained = 0.05;  // of the tokens
constexpr double kManyEnds = 0.99;
constexpr double kManyTwins = 0.01;
constexpr std::int64_t kRound = 64;  // a cutoff in whole tiles

std::string percent(double share) {
    char text[32];
    std::snprintf(text, sizeof text, share < 0.1 ? "%.1f %%" : "%.0f %%", share * 100);
    return text;
}

std::string count(std::size_t number) { return base::formatCount(static_cast<std::int64_t>(number)); }

/// The ids of a sample as bytes: equal samples have equal ones.
std::string_view bytesOf(const PreparedTokens& tokens, std::size_t sample) {
    const auto ids = tokens.ids(sample);
    return {reinterpret_cast<const char*>(ids.data()), ids.size_bytes()};
}

Check checkCut(const PreflightInput& input) {
    const auto& manifest = input.train.manifest();
    const auto whole = static_cast<std::int64_t>(manifest.longestWhole);
    Check check{
        .id = "samples_cut",
        .message = "no sample is longer than the cutoff",
        .facts = {{"cut", manifest.truncated}, {"samples", manifest.samples}, {"cutoff_len", input.spec.cutoffLen}, {"longest", whole}}};
    if (manifest.truncated == 0) return check;
    const double share = double(manifest.truncated) / double(manifest.samples);
    check.level = share > kManyCut ? Level::warning : Level::note;
    check.message = count(manifest.truncated) + " samples (" + percent(share) + ") are cut at " + base::formatCount(input.spec.cutoffLen) +
                    " tokens: the end of their answers is not learnt";
    auto wanted = (whole + kRound - 1) / kRound * kRound;
    if (input.config.contextLength > 0) wanted = std::min(wanted, input.config.contextLength);
    if (wanted > input.spec.cutoffLen) {
        check.hint = "set cutoff_len to " + base::formatCount(wanted);
        check.facts["suggested"] = wanted;
        check.fix = {{"cutoff_len", wanted}};
    } else {
        check.hint = "shorten the rows; the model reads no more at once";
    }
    return check;
}

Check checkContext(const PreflightInput& input) {
    const auto context = input.config.contextLength;
    Check check{.id = "context",
                .message = "the samples fit the model's context",
                .facts = {{"context", context}, {"cutoff_len", input.spec.cutoffLen}, {"longest", input.train.manifest().longest}}};
    if (context <= 0 || static_cast<std::int64_t>(input.train.manifest().longest) <= context) return check;
    check.level = Level::blocking;
    check.message = "samples of up to " + count(input.train.manifest().longest) + " tokens, and the model reads no more than " +
                    base::formatCount(context);
    check.hint = "set cutoff_len to " + base::formatCount(context);
    check.fix = {{"cutoff_len", context}};
    return check;
}

Check checkTrained(const PreflightInput& input) {
    const auto& manifest = input.train.manifest();
    const double share = double(manifest.trainedTokens) / double(std::max<std::uint64_t>(1, manifest.tokens));
    Check check{.id = "trained_share",
                .message = percent(share) + " of the tokens are trained",
                .facts = {{"share", share}, {"tokens", manifest.tokens}}};
    if (share >= kLittleTrained) return check;
    check.level = Level::warning;
    check.message = "only " + percent(share) + " of the tokens are trained; the rest is read for nothing";
    if (input.spec.maskHistory) {
        check.hint = "train every answer of a conversation: set mask_history to false";
        check.fix = {{"mask_history", false}};
    } else {
        check.hint = "train the prompts too: set train_on_prompt to true";
        check.fix = {{"train_on_prompt", true}};
    }
    return check;
}

Check checkLeftOut(const PreflightInput& input) {
    const auto dropped = input.train.manifest().dropped;
    Check check{.id = "left_out", .message = "every row can be trained on", .facts = {{"rows", dropped}}};
    if (dropped == 0) return check;
    check.level = dropped * 10 > input.train.samples() ? Level::warning : Level::note;
    check.message = count(dropped) + " rows are left out: the template refuses them, or nothing in them is trained";
    check.hint = "see them among the data set's samples";
    return check;
}

Check checkEnds(const PreflightInput& input) {
    Check check{.id = "end_token", .message = "answers end with the stop token"};
    std::size_t ends = 0, whole = 0;
    const auto cutoff = static_cast<std::size_t>(input.spec.cutoffLen);
    for (std::size_t i = 0; i < input.train.samples(); ++i) {
        const auto ids = input.train.ids(i);
        const auto trained = input.train.trained(i);
        if (ids.size() >= cutoff) continue;  // it may have been cut
        std::size_t last = trained.size();
        while (last > 0 && trained[last - 1] == 0) --last;
        if (last == 0) continue;
        ++whole;
        ends += std::ranges::find(input.stops, ids[last - 1]) != input.stops.end();
    }
    const double share = whole == 0 ? 1 : double(ends) / double(whole);
    check.facts = {{"share", share}, {"samples", whole}};
    if (share >= kManyEnds) return check;
    check.level = Level::warning;
    check.message = "only " + percent(share) + " of the answers end with a stop token: the model would not learn where to stop";
    if (!input.spec.appendEos) {
        check.hint = "set append_eos to true";
        check.fix = {{"append_eos", true}};
    } else {
        check.hint =
            input.stops.empty() ? "the tokenizer names no end token; name one in tokenizer_config.json" : "choose another template";
    }
    return check;
}

using Counts = std::unordered_map<std::string_view, std::uint32_t>;

Check checkTwins(const PreflightInput& input, const Counts& seen) {
    const auto twins = input.train.samples() - seen.size();
    Check check{.id = "duplicates", .message = "no two samples are equal", .facts = {{"rows", twins}, {"samples", input.train.samples()}}};
    if (twins == 0) return check;
    const bool many = double(twins) > kManyTwins * double(input.train.samples());
    check.level = many ? Level::warning : Level::note;
    check.message = count(twins) + " samples are in the data more than once and weigh more than the others";
    check.hint = "remove them with the recipe step \"Remove duplicates\"";
    return check;
}

Check checkOverlap(const PreflightInput& input, const Counts& seen) {
    Check check{.id = "eval_overlap", .message = "no evaluation sample is trained on"};
    std::size_t both = 0;
    for (std::size_t i = 0; i < input.eval->samples(); ++i) both += seen.contains(bytesOf(*input.eval, i));
    check.facts = {{"rows", both}, {"eval_rows", input.eval->samples()}};
    if (both == 0) return check;
    check.level = Level::warning;
    check.message = count(both) + " of " + count(input.eval->samples()) +
                    " evaluation samples are also trained on: the eval loss would look better than it is";
    check.hint = "split the data set so that equal rows stay together: anneal data split";
    return check;
}

}  // namespace

std::vector<Check> dataChecks(const PreflightInput& input) {
    Counts seen;
    seen.reserve(input.train.samples());
    for (std::size_t i = 0; i < input.train.samples(); ++i) ++seen[bytesOf(input.train, i)];
    std::vector<Check> checks{checkCut(input),  checkContext(input), checkTrained(input),
                              checkEnds(input), checkLeftOut(input), checkTwins(input, seen)};
    if (input.eval) checks.push_back(checkOverlap(input, seen));
    return checks;
}

}  // namespace anneal::runs
