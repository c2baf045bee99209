#include "export/folders.h"

#include "base/files.h"
#include "nn/adapters/lora.h"
#include "nn/device.h"
#include "nn/load.h"
#include "text/tokenizer_files.h"

namespace anneal::exporting {
namespace {

namespace fs = std::filesystem;

/// The template of the training replaces the model's own wherever it stands.
Status writeTemplate(const text::ChatTemplate& chatTemplate, const fs::path& folder) {
    ANNEAL_CHECK(base::writeFileAtomically(folder / "chat_template.jinja", chatTemplate.source()));
    const auto file = folder / "tokenizer_config.json";
    if (!fs::exists(file)) return {};
    ANNEAL_TRY(text, base::readFile(file));
    auto config = OrderedJson::parse(text, nullptr, false);
    if (!config.is_object() || config.erase("chat_template") == 0) return {};
    return base::writeFileAtomically(file, base::dumpJson(config, 2) + "\n");
}

Status writeGenerationConfig(const fs::path& base, const Frontend& frontend, const fs::path& folder) {
    OrderedJson config = OrderedJson::object();
    if (const auto text = base::readFile(base / "generation_config.json")) {
        auto read = OrderedJson::parse(*text, nullptr, false);
        if (read.is_object()) config = std::move(read);
    }
    const auto special = frontend.tokenizer->special();
    if (special.bos) config["bos_token_id"] = *special.bos;
    if (special.pad) config["pad_token_id"] = *special.pad;
    if (frontend.stopIds.size() == 1)
        config["eos_token_id"] = frontend.stopIds.front();
    else if (!frontend.stopIds.empty())
        config["eos_token_id"] = frontend.stopIds;
    return base::writeFileAtomically(folder / "generation_config.json", base::dumpJson(config, 2) + "\n");
}

std::string asText(const OrderedJson& value) { return value.is_string() ? value.get<std::string>() : value.dump(); }

}  // namespace

Status writeFrontend(const ExportSource& source, const Frontend& frontend, const fs::path& folder) {
    ANNEAL_CHECK(text::copyTokenizer(source.base, folder));
    if (!source.templateName.empty() && frontend.chatTemplate) ANNEAL_CHECK(writeTemplate(*frontend.chatTemplate, folder));
    return writeGenerationConfig(source.base, frontend, folder);
}

Status writeModelFolder(const nn::CausalLm& model, const ExportSource& source, const Frontend& frontend, const std::string& dtype,
                        const fs::path& folder) {
    ANNEAL_TRY(type, nn::parseDtype(dtype));
    ANNEAL_CHECK(nn::saveCausalLm(model, source.base, folder, {.dtype = type}));
    return writeFrontend(source, frontend, folder);
}

Status writeAdapterFolder(const nn::CausalLm& model, const ExportSource& source, const Frontend& frontend, const fs::path& folder) {
    ANNEAL_CHECK(nn::saveAdapter(model, folder));
    return writeFrontend(source, frontend, folder);
}

Status writeModelCard(const fs::path& folder, const ExportSource& source, const std::string& kind, const GateReport& gate) {
    const auto baseModel = asText(source.provenance.value("base_model", OrderedJson("")));
    std::string card = "---\n";
    if (kind == "adapter") card += "library_name: peft\nbase_model: " + baseModel + "\n";
    if (kind == "hf") card += "library_name: transformers\npipeline_tag: text-generation\n";
    card += "---\n\n# " + source.name + "\n\n";
    card +=
        kind == "adapter" ? "A LoRA adapter for " + baseModel + ", in PEFT's layout.\n" : "A language model in Hugging Face's layout.\n";
    card += "Exported by Anneal Studio.\n\n## Where it came from\n\n| | |\n|---|---|\n";
    for (const auto& [key, value] : source.provenance.items()) card += "| " + key + " | " + asText(value) + " |\n";
    card += "\n## What was checked\n\nReloaded after writing and compared with the trained model over " + std::to_string(gate.compared) +
            " token positions.\n\n| check | measured | must be |\n|---|---|---|\n";
    for (const auto& check : gate.checks) card += "| " + check.name + " | " + check.measured + " | " + check.bound + " |\n";
    return base::writeFileAtomically(folder / "README.md", card);
}

}  // namespace anneal::exporting
