#include "text/prepare.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <thread>

#include "base/hash.h"

namespace anneal::text {
namespace {

constexpr std::size_t kBlock = 1024;  // samples encoded side by side and then written in order
constexpr std::size_t kListed = 1000;

std::vector<std::optional<Result<MaskedTokens>>> encodeAll(const SampleEncoder& encoder, const std::vector<Sample>& samples,
                                                           unsigned threads) {
    std::vector<std::optional<Result<MaskedTokens>>> encoded(samples.size());
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (auto i = next++; i < samples.size(); i = next++) encoded[i] = encoder.encode(samples[i]);
    };
    std::vector<std::jthread> workers;
    for (unsigned i = 1; i < std::min<std::size_t>(threads, samples.size()); ++i) workers.emplace_back(work);
    work();
    workers.clear();
    return encoded;
}

}  // namespace

Result<PrepareReport> prepareTokens(const SampleSource& next, const SampleEncoder& encoder, const PrepareOptions& options,
                                    const std::filesystem::path& target, const base::ProgressFunction& progress,
                                    const base::StopToken& stop) {
    ANNEAL_TRY(writer, PreparedTokensWriter::create(target));
    PrepareReport report;
    report.manifest.vocabSize = options.vocabSize;
    report.manifest.cutoffLen = encoder.options().cutoffLen;
    report.manifest.templateName = encoder.chat() ? encoder.chat()->name() : "";
    report.manifest.datasetHash = options.datasetHash;
    report.manifest.tokenizerHash = options.tokenizerHash;
    const auto threads = options.threads ? options.threads : std::max(1U, std::thread::hardware_concurrency());
    std::int64_t done = 0;
    for (bool more = true; more;) {
        std::vector<Sample> block;
        while (block.size() < kBlock) {
            ANNEAL_TRY(sample, next());
            if (!sample) {
                more = false;
                break;
            }
            block.push_back(std::move(*sample));
        }
        if (stop.stopRequested()) return fail("stopped", "stopped while preparing tokens");
        auto encoded = encodeAll(encoder, block, threads);
        for (std::size_t i = 0; i < block.size(); ++i) {
            auto& tokens = *encoded[i];
            if (!tokens) {
                ++report.manifest.dropped;
                if (report.rejected.size() < kListed) report.rejected.push_back({block[i].row, std::move(tokens).error()});
                continue;
            }
            report.manifest.truncated += tokens->truncated;
            report.manifest.longestWhole = std::max<std::uint64_t>(report.manifest.longestWhole, tokens->wholeLength);
            ANNEAL_CHECK(writer.add(tokens->ids, tokens->trained));
        }
        done += std::int64_t(block.size());
        if (progress) progress({done, std::max(options.expectedSamples, more ? 0 : done), "preparing tokens"});
    }
    auto manifest = writer.finish(std::move(report.manifest), options.replace);
    if (!manifest) {
        auto error = manifest.error();
        if (error.code == "tokens_empty" && !report.rejected.empty()) {
            error.message = "no sample is left to train on; the first was left out because: " + report.rejected.front().error.message;
            error.hint = report.rejected.front().error.hint;
        }
        return fail(std::move(error));
    }
    report.manifest = std::move(*manifest);
    return report;
}

}  // namespace anneal::text
