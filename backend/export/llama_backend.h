#pragma once
// llama.cpp's process-wide state: initialised once, its log sent to ours.

#include <string>

namespace anneal::exporting {

void initialiseLlama();
/// What llama.cpp last complained about on this thread or another, since the last call; for error messages.
std::string takeLlamaError();

}  // namespace anneal::exporting
