#pragma once
// `anneal-engine work`: requests as lines of JSON in, answers as lines of JSON out (runs/worker.h is the client).
//
//   in    {"id":3,"verb":"generate","args":{…}}      {"cancel":3}
//   out   {"id":3,"progress":{"done","total","note"}}   {"id":3,"token":{…}}   any number of times, then
//         {"id":3,"result":{…}}  or  {"id":3,"error":{"code","message","hint"}}

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "base/stop_token.h"

namespace anneal::engine {

/// What a verb has of its request while it runs.
struct Request {
    Json args;                               ///< always an object
    base::StopToken stop;                    ///< set by {"cancel":id} and by the end of the input
    base::ProgressFunction progress;         ///< throttled to ten lines a second
    std::function<void(const Json&)> token;  ///< a piece of the answer that is already final
};

/// A verb may throw what nlohmann::json throws on a missing or mistyped argument: it is answered as "args_invalid".
struct WorkVerb {
    std::string name;
    std::function<Result<Json>(Request&)> run;
};

/// Reads requests on a thread of its own and runs them one after another on the caller's, in the order they came.
class WorkServer {
public:
    /// Takes over both file descriptors.
    WorkServer(std::vector<WorkVerb> verbs, int input, int output);
    ~WorkServer();

    /// Returns when the input has ended and what was running has stopped.
    void serve();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace anneal::engine
