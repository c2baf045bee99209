#pragma once
// Client of `anneal-engine work`: one process that holds a model and answers over its pipes.
//
// Each line is one JSON object.
//   to the engine     {"id":3,"verb":"generate","args":{…}}      {"cancel":3}
//   from the engine   {"id":3,"progress":{"done","total","note"}}   {"id":3,"token":{…}}   any number of times, then
//                     {"id":3,"result":{…}}  or  {"id":3,"error":{"code","message","hint"}}

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/json.h"
#include "base/result.h"
#include "base/stop_token.h"

namespace anneal::runs {

struct WorkerOptions {
    std::filesystem::path engine;        ///< empty: the anneal-engine beside this program
    std::filesystem::path log;           ///< where the engine's stderr goes; empty: ours
    std::vector<std::string> arguments;  ///< after "work"
};

/// Thread-safe: calls from several threads are answered by id. The engine dies with this process and with this object.
class Worker {
public:
    static Result<std::unique_ptr<Worker>> start(const WorkerOptions& options = {});
    ~Worker();

    struct Listener {
        base::ProgressFunction progress;         ///< may be empty
        std::function<void(const Json&)> token;  ///< may be empty
    };
    /// Waits for the answer. Error "stopped" after `stop` was requested: the engine is told, late answers are dropped.
    /// Error "engine_ended" if the process is gone.
    Result<Json> call(const std::string& verb, const Json& arguments, const Listener& listener = {}, base::StopToken stop = {});

private:
    struct State;
    explicit Worker(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace anneal::runs
