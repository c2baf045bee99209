#pragma once
// How the command line tells of a run: its documents, its progress line, its end.

#include "cli/verb.h"
#include "runs/run_reader.h"

namespace anneal::cli {

/// {"run","dir","state","step","train_loss","eval_loss","adapter"?,"model"?,"tokens_per_second","peak_memory_bytes"}
OrderedJson runDocument(const runs::RunDirectory& directory, const runs::RunStatus& status);
/// {"step","loss","eval_loss"?,"lr","grad_norm","tokens_per_second","time"}
OrderedJson metricDocument(const runs::Metric& metric);

/// Follows a live run on stderr until it ends. After a Ctrl-C it asks the run to stop if `stopsRun`, else lets go of it.
Result<runs::RunStatus> watchRun(const Context& context, const runs::RunDirectory& directory, bool stopsRun);

/// Answers with the run as it ended; the exit code follows from its state.
int answerEnd(const Context& context, const runs::RunDirectory& directory, const runs::RunStatus& status);
/// Answers with the run as it is now.
int answerState(const Context& context, const runs::RunDirectory& directory);

}  // namespace anneal::cli
