#pragma once

#include "engine/work/session.h"
#include "engine/work/verbs.h"

namespace anneal::engine {

/// `generate` asked of a GGUF file: llama.cpp reads it, cuts the prompt into tokens and computes; ours is only the choice of the
/// next token. Same arguments and answer.
Result<Json> answerFromGguf(Session& session, Request& request);

}  // namespace anneal::engine
