#include "export/export.h"
#include "engine/work/verbs.h"

namespace anneal::engine {

/// export {run, to, out, step?, quant?: "Q4_K_M,Q8_0", dtype?, imatrix?} -> the document of `anneal export --json`. What failed the
/// gate is an answer too, with gate.passed false and "failure" naming the line.
WorkVerb exportVerb(SharedSession session) {
    return {"export", [session](Request& request) -> Result<Json> {
                const auto& args = request.args;
                session->unload();
                exporting::ExportRequest wanted;
                wanted.run = args.at("run").get<std::string>();
                wanted.step = args.value("step", std::string());
                wanted.out = args.at("out").get<std::string>();
                wanted.dtype = args.value("dtype", std::string());
                wanted.imatrix = args.value("imatrix", std::string());
                ANNEAL_TRY(target, exporting::parseTarget(args.at("to").get<std::string>()));
                wanted.target = target;
                if (const auto quant = args.value("quant", std::string()); !quant.empty()) {
                    ANNEAL_TRY(types, exporting::parseGgufTypes(quant));
                    wanted.types = std::move(types);
                }
                wanted.progress = request.progress;
                wanted.stop = request.stop;
                ANNEAL_TRY(result, exporting::runExport(wanted));
                ANNEAL_TRY(document, result.json());
                if (!result.passed()) document["failure"] = result.failure();
                return Json(document);
            }};
}

}  // namespace anneal::engine
