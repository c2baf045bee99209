#include "base/log.h"

#include <memory>
#include <mutex>
#include <vector>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace anneal::base {
namespace {

constexpr std::size_t kFileBytes = 8u << 20;
constexpr std::size_t kFiles = 5;

std::mutex mutex;
std::shared_ptr<spdlog::logger> current;

std::shared_ptr<spdlog::logger> logger() {
    std::lock_guard lock(mutex);
    if (!current) {
        current = std::make_shared<spdlog::logger>("anneal", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        current->set_level(spdlog::level::warn);
        current->set_pattern("%l: %v");
    }
    return current;
}

spdlog::level::level_enum levelOf(LogLevel level) {
    switch (level) {
        case LogLevel::debug: return spdlog::level::debug;
        case LogLevel::info: return spdlog::level::info;
        case LogLevel::warning: return spdlog::level::warn;
        case LogLevel::error: return spdlog::level::err;
    }
    return spdlog::level::info;
}

}  // namespace

void openLog(const std::filesystem::path& file, LogLevel level, bool alsoStderr) {
    std::vector<spdlog::sink_ptr> sinks{std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), kFileBytes, kFiles)};
    if (alsoStderr) sinks.push_back(std::make_shared<spdlog::sinks::stderr_sink_mt>());
    auto opened = std::make_shared<spdlog::logger>("anneal", sinks.begin(), sinks.end());
    opened->set_level(levelOf(level));
    opened->flush_on(spdlog::level::debug);
    opened->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %l %v");
    std::lock_guard lock(mutex);
    current = std::move(opened);
}

void log(LogLevel level, std::string_view message) { logger()->log(levelOf(level), spdlog::string_view_t(message.data(), message.size())); }

}  // namespace anneal::base
