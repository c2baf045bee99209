#include <iostream>

#include "audio/sound_pipeline.h"
#include "base/text.h"
#include "base/yaml.h"
#include "cli/verbs/data.h"
#include "cli/verbs/recipe_runs.h"
#include "data/dataset_info.h"
#include "vision/image_pipeline.h"

namespace anneal::cli {
namespace {

struct Arguments {
    std::string data, recipe, images, audio;
    std::vector<std::string> methods, settings;
    data::CleanOptions options;
    data::DryRunOptions dry;
    bool dryRun = false;
};

/// "eda" is the four methods of its paper.
std::vector<std::string> stepsOf(const std::string& method) {
    if (method == "eda") return {"replace_synonyms", "insert_synonyms", "swap_words", "delete_words"};
    if (method == "aeda") return {"insert_punctuation"};
    return {method};
}

/// The methods as steps that all have the same settings.
Result<data::Recipe> recipeOf(const Arguments& arguments) {
    OrderedJson settings = OrderedJson::object();
    for (const auto& given : arguments.settings) {
        const auto sign = given.find('=');
        if (sign == std::string::npos || sign == 0) return fail("option_invalid", "\"" + given + "\" sets nothing", "write --set copies=4");
        settings[given.substr(0, sign)] = base::parseYamlScalar(given.substr(sign + 1));
    }
    auto steps = OrderedJson::array();
    for (const auto& method : arguments.methods) {
        for (const auto& name : stepsOf(method)) {
            ANNEAL_TRY(kind, data::findStepKind(name));
            if (kind->family != "augment")
                return fail("step_unknown", name + " does not augment", "`anneal data steps` lists the methods under augment");
            OrderedJson step = {{"step", name}};
            step.update(settings);
            steps.push_back(std::move(step));
        }
    }
    return data::recipeFromJson({{"version", data::kRecipeVersion}, {"steps", steps}});
}

Result<std::unique_ptr<data::MediaPipeline>> pipelineOf(const Arguments& arguments) {
    const bool images = !arguments.images.empty();
    const auto& file = images ? arguments.images : arguments.audio;
    ANNEAL_TRY(document, base::readYaml(file));
    std::unique_ptr<data::MediaPipeline> pipeline;
    if (images) {
        ANNEAL_TRY(parsed, vision::ImagePipeline::parse(document));
        pipeline = std::move(parsed);
    } else {
        ANNEAL_TRY(parsed, audio::SoundPipeline::parse(document));
        pipeline = std::move(parsed);
    }
    return pipeline;
}

int augmentMedia(Context& context, const Arguments& arguments, const data::Dataset& dataset) {
    const auto pipeline = pipelineOf(arguments);
    if (!pipeline) return context.failure(pipeline.error());
    data::MediaCopyOptions options;
    options.out = arguments.options.out;
    options.replace = arguments.options.replace;
    options.threads = arguments.options.threads;
    (*pipeline)->fill(options);
    const auto report = data::copyMedia(dataset, **pipeline, options, context.progress(), context.stop());
    if (!report) return context.failure(report.error());
    auto rejected = OrderedJson::array();
    for (const auto& one : report->rejected) rejected.push_back({{"row", one.row}, {"reason", one.reason}});
    return context.answer({{"dataset", report->dataset.string()},
                           {"rows_in", report->rowsIn},
                           {"rows_out", report->manifest.rows},
                           {"made", report->made},
                           {"rejected", report->manifest.rejected},
                           {"rejections", rejected},
                           {"hash", report->manifest.hash}},
                          [&] {
                              std::cout << report->dataset.string() << '\n'
                                        << "  " << base::formatCount(report->rowsIn) << " rows, " << base::formatCount(report->made)
                                        << " made of them\n";
                              for (const auto& one : report->rejected) std::cout << "  row " << one.row << ": " << one.reason << '\n';
                          });
}

}  // namespace

Verb dataAugmentVerb() {
    return {"augment", "Add varied copies of rows; the result is a new version of the data set", [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("data", arguments->data, "Data set, id or file")->required();
                auto* how = app.add_option_group("how");
                how->add_option("--recipe", arguments->recipe, "Recipe (YAML) with steps of the family augment");
                auto* method = how->add_option("--method", arguments->methods,
                                               "eda, aeda, or a step that `anneal data steps` lists under augment; may be given again");
                method->type_size(1)->allow_extra_args(false);
                auto* images = how->add_option("--images", arguments->images, "Pipeline (YAML) of transforms of the images that rows name");
                auto* audio = how->add_option("--audio", arguments->audio, "Pipeline (YAML) of effects on the sounds that rows name");
                how->require_option(1);
                app.add_option("--set", arguments->settings, "key=value of the methods: copies, alpha, seed, columns, part_column")
                    ->needs(method)
                    ->type_size(1)
                    ->allow_extra_args(false);
                app.add_option("--out", arguments->options.out, "Folder of the result (default: a new one under the data home)");
                app.add_option("--threads", arguments->options.threads, "Threads (default: all cores)");
                app.add_flag("--replace", arguments->options.replace, "Replace the data set at --out");
                auto* dry = app.add_flag("--dry-run", arguments->dryRun, "Count and show what would be added; write nothing")
                                ->excludes(images)
                                ->excludes(audio);
                app.add_option("--sample", arguments->dry.samples, "Varied texts shown a method")->needs(dry)->capture_default_str();
                return [arguments](Context& context) {
                    const auto dataset = data::openData(arguments->data, {}, context.progress(), context.stop());
                    if (!dataset) return context.failure(dataset.error());
                    auto& out = arguments->options.out;
                    if (out.empty() && !arguments->dryRun) out = data::newDatasetFolder(dataset->path().filename().string() + "-augmented");
                    if (!arguments->images.empty() || !arguments->audio.empty()) return augmentMedia(context, *arguments, *dataset);
                    const auto recipe = arguments->recipe.empty() ? recipeOf(*arguments) : data::readRecipe(arguments->recipe);
                    if (!recipe) return context.failure(recipe.error());
                    arguments->dry.threads = arguments->options.threads;
                    if (arguments->dryRun) return showDryRun(context, *dataset, *recipe, arguments->dry);
                    return clean(context, *dataset, *recipe, arguments->options);
                };
            }};
}

}  // namespace anneal::cli
