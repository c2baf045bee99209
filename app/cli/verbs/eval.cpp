#include <cstdio>
#include <fstream>
#include <iostream>
#include <unordered_set>

#include "base/scratch_folder.h"
#include "base/text.h"
#include "cli/verb.h"
#include "cli/verbs/eval_spec.h"
#include "data/dataset_info.h"
#include "data/samples.h"
#include "runs/run_tokens.h"
#include "runs/worker.h"
#include "text/chat_template.h"

namespace anneal::cli {
namespace {

struct Options {
    std::string model, adapter, data, predictions;
    std::vector<std::string> overrides;
    bool generates = false;
    int maxTokens = 256;
    int batch = 16;
};

/// One row of the data as it is asked and told.
struct Row {
    std::int64_t number = 0;
    Json question;       ///< as the engine takes it; null where the row has no answer to generate
    std::string prompt;  ///< the last thing that was said to the model
    std::string wanted;
};

Row toRow(const text::Sample& sample) {
    Row row{.number = sample.row};
    if (sample.kind() == text::Sample::Kind::completion) {
        row.question = {{"messages", Json::array({{{"role", "user"}, {"content", sample.prompt}}})}};
        row.prompt = sample.prompt;
        row.wanted = sample.completion;
    } else if (sample.kind() == text::Sample::Kind::messages && sample.messages.size() > 1 && sample.messages.back().role == "assistant" &&
               !sample.messages.back().content.empty()) {
        const auto asked = std::span(sample.messages).first(sample.messages.size() - 1);
        row.question = {{"messages", Json::parse(base::dumpJson(text::toJson(asked)))}};
        if (sample.tools.is_array()) row.question["tools"] = Json::parse(base::dumpJson(sample.tools));
        row.prompt = asked.back().content;
        row.wanted = sample.messages.back().content;
    }
    return row;
}

Result<std::vector<Row>> readRows(const data::Dataset& dataset, const runs::RunSpec& spec, const base::StopToken& stop) {
    std::vector<Row> rows;
    const auto limit = std::size_t(spec.maxSamples.value_or(dataset.manifest().rows));
    ANNEAL_CHECK(data::forEachSample(
        dataset,
        [&](text::Sample&& sample) -> Status {
            if (rows.size() < limit) rows.push_back(toRow(sample));
            return {};
        },
        stop));
    return rows;
}

Result<Json> generateAnswers(runs::Worker& worker, Json arguments, const std::vector<Row>& rows, const Options& options,
                             const Context& context) {
    auto& questions = arguments["questions"] = Json::array();
    for (const auto& row : rows)
        if (!row.question.is_null()) {
            questions.push_back(row.question);
            questions.back()["wanted"] = row.wanted;
        }
    if (questions.empty())
        return fail("nothing_to_generate", "no row has an answer that could be generated",
                    "leave --generate and --predict out for plain text");
    arguments["max_tokens"] = options.maxTokens;
    arguments["batch"] = options.batch;
    return worker.call("evaluate_generation", arguments, {.progress = context.progress()}, context.stop());
}

/// One line a row: its loss where it was scored, the answer beside the wanted one where it was asked.
Status writePredictions(const std::string& file, const std::vector<Row>& rows, const text::PrepareReport& prepared, const Json& scored,
                        const Json& generated) {
    std::unordered_set<std::int64_t> rejected;
    for (const auto& each : prepared.rejected) rejected.insert(each.row);
    const auto& losses = scored.at("per_sample");
    const bool aligned = losses.size() + rejected.size() == rows.size();
    std::size_t nextLoss = 0, nextAnswer = 0;
    std::string lines;
    for (const auto& row : rows) {
        OrderedJson line{{"row", row.number}};
        if (!row.question.is_null()) {
            line["prompt"] = row.prompt;
            line["label"] = row.wanted;
            if (!generated.is_null()) {
                const auto& answer = generated.at("answers").at(nextAnswer++);
                line["predict"] = answer.at("text");
                line["exact_match"] = answer.at("exact_match");
                line["finish"] = answer.at("finish");
            }
        }
        if (aligned && !rejected.contains(row.number)) {
            line["loss"] = losses.at(nextLoss).at("loss");
            line["trained_tokens"] = losses.at(nextLoss++).at("trained_tokens");
        }
        lines += base::dumpJson(line) + '\n';
    }
    return base::writeFileAtomically(file, lines);
}

void print(const OrderedJson& document) {
    std::printf("loss        %.4f\nperplexity  %.3f\n", document["loss"].get<double>(), document["perplexity"].get<double>());
    std::printf("over        %s trained tokens of %s samples\n", base::formatCount(document["trained_tokens"]).c_str(),
                base::formatCount(document["samples"]).c_str());
    if (document["skipped"] > 0)
        std::printf("skipped     %s rows with nothing to evaluate\n", base::formatCount(document["skipped"]).c_str());
    if (!document.contains("exact_match")) return;
    std::printf("exact match %.1f %%\naccuracy    %.1f %%\ntoken F1    %.1f %%\n", 100 * document["exact_match"].get<double>(),
                100 * document["accuracy"].get<double>(), 100 * document["token_f1"].get<double>());
}

Result<OrderedJson> evaluate(const Context& context, const Options& options) {
    ANNEAL_TRY(reference, runs::findModel(options.model, options.adapter));
    if (reference.isGguf())
        return fail("model_unsupported", options.model + " is a GGUF file, which is compared with its model when it is exported",
                    "name the run or the model folder it was made from");
    std::string directory = "data";
    for (const auto& text : options.overrides)
        if (text.starts_with("dataset_dir=")) directory = text.substr(text.find('=') + 1);
    ANNEAL_TRY(dataset, data::openData(options.data, directory, context.progress(), context.stop()));
    ANNEAL_TRY(spec, evalSpec(reference, dataset, options.overrides));
    const base::ScratchFolder scratch("eval");
    ANNEAL_TRY(prepared, runs::prepareRunTokens(spec, scratch.path() / "tokens", {}, context.progress(), context.stop()));

    ANNEAL_TRY(worker, runs::Worker::start());
    auto arguments = reference.arguments();
    arguments["dtype"] = runs::toText(spec.computeDtype);
    arguments["device"] = runs::toText(spec.device);
    arguments["template"] = spec.templateName;
    auto scoring = arguments;
    scoring["tokens"] = (scratch.path() / "tokens").string();
    scoring["per_sample"] = !options.predictions.empty();
    ANNEAL_TRY(scored, worker->call("score", scoring, {.progress = context.progress()}, context.stop()));

    OrderedJson document;
    for (const char* key : {"loss", "perplexity", "trained_tokens", "samples"}) document[key] = scored.at(key);
    document["skipped"] = prepared.train.manifest.dropped;
    document["truncated"] = prepared.train.manifest.truncated;
    if (!options.generates && options.predictions.empty()) return document;

    ANNEAL_TRY(rows, readRows(dataset, spec, context.stop()));
    Json generated;
    const bool asks = std::ranges::any_of(rows, [](const Row& row) { return !row.question.is_null(); });
    if (spec.stage == runs::Stage::sft && (asks || options.generates)) {
        ANNEAL_TRY(answers, generateAnswers(*worker, arguments, rows, options, context));
        generated = std::move(answers);
        for (const char* key : {"exact_match", "accuracy", "token_f1", "generated"}) document[key] = generated.at(key);
    }
    if (!options.predictions.empty()) {
        ANNEAL_CHECK(writePredictions(options.predictions, rows, prepared.train, scored, generated));
        document["predictions"] = options.predictions;
    }
    return document;
}

int run(Context& context, const Options& options) {
    const auto document = evaluate(context, options);
    if (!document) return context.failure(document.error());
    return context.answer(*document, [&] { print(*document); });
}

}  // namespace

Verb evalVerb() {
    return {"eval", "Loss and perplexity over a data set, and how many generated answers are right", [](CLI::App& app) -> Action {
                auto options = std::make_shared<Options>();
                app.add_option("--model", options->model, "Model folder, registered name, run or checkpoint")->required();
                app.add_option("--adapter", options->adapter, "PEFT folder or run");
                app.add_option("--data", options->data, "An imported data set, or a file that import understands")->required();
                app.add_option("--predict", options->predictions, "Write one JSON line a row: loss, generated answer, wanted answer");
                app.add_flag("--generate", options->generates, "Generate the answers and compare them (--predict does so too)");
                app.add_option("--max-tokens", options->maxTokens, "Longest generated answer, in tokens")->check(CLI::Range(1, 1 << 20));
                app.add_option("--batch", options->batch, "Prompts that are answered together")->check(CLI::Range(1, 1 << 20));
                app.add_option("--set", options->overrides, "key=value: cutoff_len, append_eos, compute_dtype, template, …")
                    ->type_size(1)
                    ->allow_extra_args(false);
                return [options](Context& context) { return run(context, *options); };
            }};
}

}  // namespace anneal::cli
