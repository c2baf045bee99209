#include "engine/work/verbs.h"
#include "nn/device.h"

namespace anneal::engine {

/// load {model…} -> what is in memory now; of a GGUF file model, vocab_size and context_length.
WorkVerb loadVerb(SharedSession session) {
    return {"load", [session](Request& request) -> Result<Json> {
                if (Session::isGguf(request.args)) {
                    ANNEAL_TRY(runtime, session->runtime(request.args.at("model").get<std::string>()));
                    return Json{{"model", request.args["model"]},
                                {"vocab_size", runtime->vocabSize()},
                                {"context_length", runtime->contextLength()}};
                }
                ANNEAL_TRY(model, session->model(request.args));
                const auto& config = model->config();
                return Json{{"model", session->folder().string()},       {"family", catalogue::familyName(config.family)},
                            {"parameters", model->parameters().count()}, {"layers", config.layers},
                            {"hidden_size", config.hiddenSize},          {"vocab_size", config.vocabSize},
                            {"context_length", config.contextLength},    {"adapter", model->adapter.has_value()},
                            {"dtype", nn::dtypeName(model->dtype())},    {"device", model->device().str()}};
            }};
}

/// unload {} -> {}: gives the memory back.
WorkVerb unloadVerb(SharedSession session) {
    return {"unload", [session](Request&) -> Result<Json> {
                session->unload();
                return Json::object();
            }};
}

}  // namespace anneal::engine
