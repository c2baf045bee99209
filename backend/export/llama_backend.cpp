#include "export/llama_backend.h"

#include <mutex>
#include <string_view>
#include <utility>

#include <llama.h>

#include "base/log.h"
#include "base/text.h"

namespace anneal::exporting {
namespace {

std::mutex mutex;
std::string lastError;

void onLog(ggml_log_level level, const char* text, void*) {
    const auto line = base::trim(text);
    if (line.empty()) return;
    if (level == GGML_LOG_LEVEL_ERROR) {
        const std::lock_guard lock(mutex);
        lastError = line;
    }
    if (level == GGML_LOG_LEVEL_ERROR || level == GGML_LOG_LEVEL_WARN) base::logInfo("llama.cpp: " + std::string(line));
}

}  // namespace

void initialiseLlama() {
    static std::once_flag once;
    std::call_once(once, [] {
        llama_log_set(onLog, nullptr);
        llama_backend_init();
    });
}

std::string takeLlamaError() {
    const std::lock_guard lock(mutex);
    return std::exchange(lastError, {});
}

}  // namespace anneal::exporting
