#include "export/export.h"

#include <algorithm>

#include "base/files.h"
#include "base/hash.h"
#include "base/text.h"
#include "export/folders.h"
#include "export/gate.h"
#include "export/gguf.h"
#include "export/quantise.h"
#include "nn/adapters/lora.h"

namespace anneal::exporting {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kReportName = "export_report.json";

fs::path withSuffix(fs::path path, std::string_view suffix) { return path += suffix; }

/// Everything that one export holds while it runs.
struct Job {
    const ExportRequest& request;
    ExportSource source;
    Frontend frontend;
    std::unique_ptr<nn::CausalLm> model;
    Reference reference;

    GateContext gateContext() const { return {reference, frontend, request.progress, request.stop}; }
    void tell(const std::string& note) const {
        if (request.progress) request.progress({0, 0, note});
    }
};

OrderedJson reportOf(const Job& job, const Artefact& artefact) {
    OrderedJson report = {
        {"kind", artefact.kind}, {"gate", artefact.gate.json()}, {"samples", job.reference.source}, {"provenance", job.source.provenance}};
    if (!artefact.quantisation.is_null()) report["quantisation"] = artefact.quantisation;
    return report;
}

Status checkDisk(const Job& job) {
    constexpr std::uint64_t kWide = 4, kSpare = 64ull << 20;  // bytes a weight of F32; headers and tokenizer
    const auto weights = std::uint64_t(job.frontend.config.parameterCount());
    auto needed = kSpare;
    if (job.request.target == Target::hf) needed += weights * kWide;
    if (job.request.target == Target::gguf) needed += weights * kWide * 3 + weights * 2 * job.request.types.size();
    const auto free = base::freeBytes(job.request.out);
    if (free >= needed) return {};
    return fail("disk_full",
                "the export may need " + base::formatBytes(needed) + " beside " + job.request.out.string() + ", and " +
                    base::formatBytes(free) + " are free",
                "free some space, or name another place with --out");
}

/// Replaces an earlier export, and nothing else.
Result<bool> mayReplace(const fs::path& out) {
    std::error_code error;
    if (!fs::exists(out, error)) return false;
    if (fs::is_directory(out, error) && (fs::is_empty(out, error) || fs::exists(out / kReportName, error))) return true;
    return fail("out_exists", out.string() + " exists and is not an earlier export", "name another place with --out, or remove it first");
}

Status moveOver(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (fs::is_directory(to, error)) fs::remove_all(to, error);
    fs::rename(from, to, error);
    if (error) return fail("write_failed", "could not rename to " + to.string() + ": " + error.message());
    return base::syncPath(fs::absolute(to).parent_path());
}

std::vector<fs::path> filesIn(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.is_regular_file(error) && entry.path().filename() != "DONE") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

/// Gate, card, report; then the staged folder takes its name, or is set aside.
Result<Artefact> finishFolder(const Job& job, base::StagedDirectory staged, std::string kind, GateReport gate, bool replace) {
    Artefact artefact{job.request.out, std::move(kind), {}, std::move(gate), nullptr};
    ANNEAL_CHECK(writeModelCard(staged.path(), job.source, artefact.kind, artefact.gate));
    ANNEAL_CHECK(base::writeFileAtomically(staged.path() / kReportName, base::dumpJson(reportOf(job, artefact), 2) + "\n"));
    if (artefact.gate.passed()) {
        ANNEAL_CHECK(staged.commit(replace));
    } else {
        artefact.path = withSuffix(job.request.out, ".rejected");
        ANNEAL_CHECK(moveOver(staged.path(), artefact.path));
        staged.release();
    }
    artefact.files = filesIn(artefact.path);
    return artefact;
}

Result<Artefact> exportFolder(Job& job) {
    ANNEAL_TRY(replace, mayReplace(job.request.out));
    ANNEAL_TRY(staged, base::StagedDirectory::create(job.request.out));
    const auto dtype = job.request.dtype.empty() ? job.frontend.config.dtype : job.request.dtype;
    job.tell("writing weights");
    nn::mergeAdapters(*job.model);
    ANNEAL_CHECK(writeModelFolder(*job.model, job.source, job.frontend, dtype, staged.path()));
    job.model.reset();
    ANNEAL_TRY(gate, gateFolder(staged.path(), dtype, job.gateContext()));
    return finishFolder(job, std::move(staged), "hf", std::move(gate), replace);
}

Result<Artefact> exportAdapter(Job& job) {
    if (job.source.adapter.empty())
        return fail("adapter_missing", job.source.name + " trained the whole model and has no adapter", "export --to hf or --to gguf");
    ANNEAL_TRY(replace, mayReplace(job.request.out));
    ANNEAL_TRY(staged, base::StagedDirectory::create(job.request.out));
    job.tell("writing the adapter");
    ANNEAL_CHECK(writeAdapterFolder(*job.model, job.source, job.frontend, staged.path()));
    job.model.reset();
    ANNEAL_TRY(gate, gateAdapter(staged.path(), job.source, job.gateContext()));
    return finishFolder(job, std::move(staged), "adapter", std::move(gate), replace);
}

fs::path ggufPath(const Job& job, const GgufType& type) {
    const auto& out = job.request.out;
    const auto typed = [&](const std::string& stem) { return stem + "-" + std::string(type.name) + ".gguf"; };
    if (out.extension() != ".gguf") return out / typed(job.source.name);
    return job.request.types.size() == 1 ? out : out.parent_path() / typed(out.stem().string());
}

Result<Artefact> finishFile(const Job& job, const fs::path& written, const GgufType& type, GateReport gate, OrderedJson quantisation) {
    Artefact artefact{ggufPath(job, type), std::string(type.name), {}, std::move(gate), std::move(quantisation)};
    if (!artefact.gate.passed()) artefact.path += ".rejected";
    ANNEAL_CHECK(base::writeFileAtomically(withSuffix(artefact.path, ".report.json"), base::dumpJson(reportOf(job, artefact), 2) + "\n"));
    ANNEAL_CHECK(moveOver(written, artefact.path));
    artefact.files = {artefact.path};
    return artefact;
}

Result<std::vector<Artefact>> exportGguf(Job& job) {
    const auto& types = job.request.types;
    const auto folder = ggufPath(job, types.front()).parent_path();
    std::error_code error;
    fs::create_directories(folder.empty() ? fs::path(".") : folder, error);
    for (const auto& type : types)
        if (fs::is_directory(ggufPath(job, type), error))
            return fail("out_exists", ggufPath(job, type).string() + " is a folder", "name a file with --out");
    ANNEAL_TRY(staged, base::StagedDirectory::create(ggufPath(job, types.front())));
    const auto weights = staged.path() / "weights", wide = staged.path() / "wide.gguf";
    // A merged adapter is kept in FP32 until the type asked for; weights that were trained as they are lose nothing in their own type.
    const auto dtype = job.source.adapter.empty() ? job.frontend.config.dtype : "float32";
    job.tell("writing weights");
    nn::mergeAdapters(*job.model);
    ANNEAL_CHECK(writeModelFolder(*job.model, job.source, job.frontend, dtype, weights));
    job.model.reset();

    const auto convert = [&](const fs::path& file, FloatType type) {
        return convertToGguf(weights, file,
                             {.type = type, .name = job.source.name, .progress = job.request.progress, .stop = job.request.stop});
    };
    if (!std::ranges::all_of(types, [](const GgufType& type) { return type.floatType.has_value(); }))
        ANNEAL_CHECK(convert(wide, FloatType::f32));

    std::vector<Artefact> artefacts;
    for (const auto& type : types) {
        const auto written = staged.path() / (std::string(type.name) + ".gguf");
        OrderedJson quantisation;
        if (type.floatType) {
            ANNEAL_CHECK(convert(written, *type.floatType));
        } else {
            job.tell("quantising to " + std::string(type.name));
            ANNEAL_TRY(report, quantise(wide, written, type, job.request.imatrix));
            quantisation = report.json();
        }
        ANNEAL_TRY(gate, gateGguf(written, type, staged.path(), job.gateContext()));
        ANNEAL_TRY(artefact, finishFile(job, written, type, std::move(gate), std::move(quantisation)));
        artefacts.push_back(std::move(artefact));
    }
    return artefacts;
}

}  // namespace

Result<Target> parseTarget(const std::string& name) {
    if (name == "hf") return Target::hf;
    if (name == "adapter") return Target::adapter;
    if (name == "gguf") return Target::gguf;
    return fail("target_unknown", "there is no export to " + name, "one of hf, adapter, gguf");
}

bool ExportResult::passed() const {
    return !artefacts.empty() && std::ranges::all_of(artefacts, [](const Artefact& artefact) { return artefact.gate.passed(); });
}

std::string ExportResult::failure() const {
    for (const auto& artefact : artefacts)
        if (!artefact.gate.passed()) return artefact.kind + ": " + artefact.gate.failure();
    return {};
}

Result<OrderedJson> ExportResult::json() const {
    GateReport worst;
    worst.top1Agreement = 1;
    OrderedJson files = OrderedJson::array(), each = OrderedJson::array();
    for (const auto& artefact : artefacts) {
        const auto& gate = artefact.gate;
        worst.compared = std::max(worst.compared, gate.compared);
        worst.top1Agreement = std::min(worst.top1Agreement, gate.top1Agreement);
        worst.maxLogitDifference = std::max(worst.maxLogitDifference, gate.maxLogitDifference);
        worst.meanKl = std::max(worst.meanKl, gate.meanKl);
        worst.templateEqual = worst.templateEqual && gate.templateEqual;
        worst.stopTokensEqual = worst.stopTokensEqual && gate.stopTokensEqual;
        for (const auto& check : gate.checks) worst.add(artefact.kind + ": " + check.name, check.passed, check.measured, check.bound);
        std::uint64_t bytes = 0;
        for (const auto& file : artefact.files) {
            ANNEAL_TRY(hash, base::sha256File(file));
            const auto size = std::filesystem::file_size(file);
            bytes += size;
            files.push_back({{"path", file.string()}, {"bytes", size}, {"sha256", hash}});
        }
        OrderedJson one = {{"path", artefact.path.string()}, {"type", artefact.kind}, {"bytes", bytes}, {"gate", gate.json()}};
        if (!artefact.quantisation.is_null()) one["quantisation"] = artefact.quantisation;
        each.push_back(std::move(one));
    }
    return OrderedJson{{"files", files}, {"gate", worst.json()}, {"artefacts", each}, {"samples", samples}, {"provenance", provenance}};
}

Result<ExportResult> runExport(const ExportRequest& given) {
    auto request = given;
    if (request.target == Target::gguf && request.types.empty()) {
        ANNEAL_TRY(type, ggufType("F16"));
        request.types.push_back(type);
    }
    if (request.target != Target::gguf && !request.types.empty())
        return fail("quant_unknown", "--quant belongs to --to gguf", "use --dtype for a Hugging Face folder");
    ANNEAL_TRY(source, findSource(request.run, request.step));
    ANNEAL_TRY(frontend, source.frontend());
    Job job{request, std::move(source), std::move(frontend), nullptr, {}};
    ANNEAL_CHECK(checkDisk(job));
    job.tell("loading the trained model");
    ANNEAL_TRY(model, job.source.load());
    job.model = std::move(model);
    ANNEAL_TRY(samples, gateSamples(job.source.evalTokens, job.frontend));
    ANNEAL_TRY(reference,
               takeReference(*job.model, std::move(samples.first), samples.second, job.frontend, request.progress, request.stop));
    job.reference = std::move(reference);

    ExportResult result;
    if (request.target == Target::gguf) {
        ANNEAL_TRY(artefacts, exportGguf(job));
        result.artefacts = std::move(artefacts);
    } else {
        ANNEAL_TRY(artefact, request.target == Target::hf ? exportFolder(job) : exportAdapter(job));
        result.artefacts.push_back(std::move(artefact));
    }
    result.samples = job.reference.source;
    result.provenance = job.source.provenance;
    return result;
}

}  // namespace anneal::exporting
