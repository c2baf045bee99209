#include <iomanip>
#include <iostream>

#include "base/text.h"
#include "catalogue/families.h"
#include "catalogue/registry.h"
#include "cli/verb.h"

namespace anneal::cli {
namespace {

using catalogue::CatalogueModel;
using catalogue::ModelCheck;
using catalogue::ModelConfig;
using catalogue::ModelRegistry;
using catalogue::RegisteredModel;

OrderedJson shapesOf(const ModelConfig& config) {
    return {{"family", catalogue::familyName(config.family)},
            {"parameters", config.parameterCount()},
            {"vocab_size", config.vocabSize},
            {"hidden_size", config.hiddenSize},
            {"intermediate_size", config.intermediateSize},
            {"layers", config.layers},
            {"heads", config.heads},
            {"kv_heads", config.kvHeads},
            {"head_dim", config.headDim},
            {"context", config.contextLength},
            {"dtype", config.dtype},
            {"tied_embeddings", config.tiedEmbeddings}};
}

OrderedJson toJson(const CatalogueModel& model) {
    return {{"name", model.name},
            {"kind", model.kind},
            {"about", model.about},
            {"parameters", model.parameters},
            {"bytes", model.bytes},
            {"context", model.config.contextLength},
            {"languages", model.languages},
            {"template", model.templateName},
            {"licence", {{"name", model.licence}, {"url", model.licenceUrl}, {"note", model.licenceNote}}}};
}

OrderedJson toJson(const RegisteredModel& model) {
    return {{"name", model.name},   {"path", model.path.string()}, {"family", model.family}, {"parameters", model.parameters},
            {"bytes", model.bytes}, {"added", model.added}};
}

OrderedJson toJson(const ModelCheck& check, const std::filesystem::path& folder) {
    OrderedJson problems = OrderedJson::array();
    for (const auto& problem : check.problems) problems.push_back({{"name", problem.name}, {"what", problem.what}});
    return {{"path", folder.string()},       {"ok", check.ok()},       {"model", shapesOf(check.config)},
            {"bytes", check.bytes},          {"dtypes", check.dtypes}, {"tokenizer", check.hasTokenizer},
            {"template", check.hasTemplate}, {"problems", problems},   {"notes", check.notes}};
}

std::string sizeOf(std::int64_t parameters) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(parameters < 10'000'000'000 ? 2 : 1) << double(parameters) / 1e9 << " B";
    if (parameters < 100'000'000) return base::formatCount(parameters);
    return text.str();
}

int list(Context& context) {
    const auto registered = ModelRegistry().list();
    if (!registered) return context.failure(registered.error());
    OrderedJson here = OrderedJson::array(), known = OrderedJson::array();
    for (const auto& model : *registered) here.push_back(toJson(model));
    for (const auto& model : catalogue::catalogueModels()) known.push_back(toJson(model));
    return context.answer({{"models", here}, {"catalogue", known}}, [&] {
        std::cout << "on this machine\n";
        for (const auto& model : *registered)
            std::cout << "  " << model.name << "  " << model.family << ", " << sizeOf(model.parameters) << "  " << model.path.string()
                      << '\n';
        if (registered->empty()) std::cout << "  none yet: anneal models add FOLDER\n";
        std::cout << "\nknown by name\n";
        for (const auto& model : catalogue::catalogueModels())
            std::cout << "  " << std::left << std::setw(46) << model.name << std::setw(9) << sizeOf(model.parameters) << std::setw(10)
                      << base::formatBytes(model.bytes) << "  " << base::formatCount(model.config.contextLength) << " tokens, "
                      << model.licence << '\n';
    });
}

int add(Context& context, const std::string& folder, const std::string& name) {
    const auto model = ModelRegistry().add(folder, name);
    if (!model) return context.failure(model.error());
    return context.answer(toJson(*model), [&] {
        std::cout << "added " << model->name << ": " << model->family << ", " << sizeOf(model->parameters) << " parameters, "
                  << base::formatBytes(model->bytes) << '\n';
    });
}

void print(const ModelCheck& check) {
    const auto& config = check.config;
    std::cout << catalogue::familyName(config.family) << ", " << sizeOf(check.parameters) << " parameters, "
              << base::formatBytes(check.bytes) << " on disk\n"
              << config.layers << " layers of " << config.hiddenSize << ", " << config.heads << " heads (" << config.kvHeads
              << " for keys and values), vocabulary " << base::formatCount(config.vocabSize) << ", context "
              << base::formatCount(config.contextLength) << '\n'
              << "tokenizer: " << (check.hasTokenizer ? "yes" : "no") << ", chat template: " << (check.hasTemplate ? "yes" : "no") << '\n';
    for (const auto& note : check.notes) std::cout << "note: " << note << '\n';
    for (const auto& problem : check.problems) std::cout << "does not fit: " << problem.text() << '\n';
}

int check(Context& context, const std::string& nameOrPath) {
    const auto folder = ModelRegistry().resolve(nameOrPath);
    if (!folder) return context.failure(folder.error());
    const auto checked = catalogue::checkModelFolder(*folder);
    if (!checked) return context.failure(checked.error());
    context.answer(toJson(*checked, *folder), [&] { print(*checked); });
    if (checked->ok()) return kDone;
    std::cerr << "error: " << checked->status(*folder).error().message << "\nhint: " << checked->status(*folder).error().hint << '\n';
    return kFailed;
}

int show(Context& context, const std::string& nameOrPath) {
    const auto folder = ModelRegistry().resolve(nameOrPath);
    const auto* known = catalogue::findCatalogueModel(nameOrPath);
    if (folder) {
        const auto checked = catalogue::checkModelFolder(*folder);
        if (!checked) return context.failure(checked.error());
        return context.answer(toJson(*checked, *folder), [&] { print(*checked); });
    }
    if (known == nullptr) return context.failure(folder.error());
    auto document = toJson(*known);
    document["model"] = shapesOf(known->config);
    document["path"] = nullptr;
    return context.answer(document, [&] {
        std::cout << known->name << " (" << known->kind << "): " << known->about << '\n'
                  << sizeOf(known->parameters) << " parameters, " << base::formatBytes(known->bytes) << ", context "
                  << base::formatCount(known->config.contextLength) << " tokens, " << base::join(known->languages, " ") << '\n'
                  << "licence: " << known->licence << " (" << known->licenceNote << ") " << known->licenceUrl << '\n'
                  << "not on this machine: " << folder.error().hint << '\n';
    });
}

int forget(Context& context, const std::string& name) {
    if (const auto status = ModelRegistry().remove(name); !status) return context.failure(status.error());
    return context.answer({{"removed", name}}, [&] { std::cout << "forgot " << name << "; its folder is untouched\n"; });
}

}  // namespace

Verb modelsVerb() {
    return {"models", "Base models: what is here, what is known, what fits", [](CLI::App& app) -> Action {
                struct Arguments {
                    std::string target, name;
                };
                auto arguments = std::make_shared<Arguments>();
                app.require_subcommand(1);
                app.fallthrough();
                auto* listed = app.add_subcommand("list", "Models on this machine and those known by name");
                auto* added = app.add_subcommand("add", "Check a model folder and remember it by a name");
                added->add_option("FOLDER", arguments->target, "Folder in Hugging Face's layout")->required();
                added->add_option("--name", arguments->name, "Name to remember it by (the folder's by default)");
                auto* shown = app.add_subcommand("show", "What a model is");
                shown->add_option("MODEL", arguments->target, "Folder, registered name or known name")->required();
                auto* checked = app.add_subcommand("check", "Compare every tensor with config.json; exit 1 if something does not fit");
                checked->add_option("MODEL", arguments->target, "Folder or registered name")->required();
                auto* forgotten = app.add_subcommand("rm", "Forget a name; the folder stays");
                forgotten->add_option("NAME", arguments->target, "Registered name")->required();
                for (auto* subcommand : {listed, added, shown, checked, forgotten}) subcommand->fallthrough();
                return [=](Context& context) {
                    if (listed->parsed()) return list(context);
                    if (added->parsed()) return add(context, arguments->target, arguments->name);
                    if (shown->parsed()) return show(context, arguments->target);
                    if (checked->parsed()) return check(context, arguments->target);
                    return forget(context, arguments->target);
                };
            }};
}

}  // namespace anneal::cli
