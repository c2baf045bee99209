#include "engine/work/verbs.h"
#include "evaluate/loss.h"

namespace anneal::engine {

/// score {model…, tokens: folder, batch_tokens?, per_sample?} -> {loss, perplexity, trained_tokens, samples,
/// per_sample?: [{loss, trained_tokens}]}; a sample without a trained token has a null loss.
WorkVerb scoreVerb(SharedSession session) {
    return {"score", [session](Request& request) -> Result<Json> {
                const auto& args = request.args;
                ANNEAL_TRY(tokens, text::PreparedTokens::open(args.at("tokens").get<std::string>(), /*verify=*/true));
                ANNEAL_TRY(model, session->model(args));
                evaluate::LossOptions options;
                options.batchTokens = args.value("batch_tokens", options.batchTokens);
                options.perSample = args.value("per_sample", false);
                ANNEAL_TRY(report, evaluate::meanLoss(*model, tokens, options, request.progress, request.stop));
                Json result{{"loss", report.loss},
                            {"perplexity", report.perplexity},
                            {"trained_tokens", report.trainedTokens},
                            {"samples", report.samples}};
                if (options.perSample) {
                    auto& list = result["per_sample"] = Json::array();
                    for (const auto& sample : report.perSample) {
                        const Json loss = sample.trainedTokens > 0 ? Json(sample.sum / double(sample.trainedTokens)) : Json();
                        list.push_back({{"loss", loss}, {"trained_tokens", sample.trainedTokens}});
                    }
                }
                return result;
            }};
}

}  // namespace anneal::engine
