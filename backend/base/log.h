#pragma once
// The one logger. Strings only here: LibTorch ships another fmt, so no translation unit may see both.

#include <filesystem>
#include <string>
#include <string_view>

namespace anneal::base {

enum class LogLevel { debug, info, warning, error };

/// Before this is called lines go to stderr from `warning` up. With a file: 8 MiB × 5, rotated, flushed each line.
void openLog(const std::filesystem::path& file, LogLevel level = LogLevel::info, bool alsoStderr = false);
void log(LogLevel level, std::string_view message);
inline void logDebug(std::string_view message) { log(LogLevel::debug, message); }
inline void logInfo(std::string_view message) { log(LogLevel::info, message); }
inline void logWarning(std::string_view message) { log(LogLevel::warning, message); }
inline void logError(std::string_view message) { log(LogLevel::error, message); }

}  // namespace anneal::base
