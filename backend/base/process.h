#pragma once
// A child process: posix_spawn, pidfd, pipes. One owner; destroying a running child kills and reaps it.

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <sys/types.h>

#include "base/result.h"

namespace anneal::base {

struct ExitStatus {
    int code = 0;    ///< exit code, meaningful when signal is 0
    int signal = 0;  ///< the signal that ended it, or 0
    bool ok() const { return code == 0 && signal == 0; }
};

struct ProcessOptions {
    std::filesystem::path program;
    std::vector<std::string> arguments;              ///< without argv[0]
    std::map<std::string, std::string> environment;  ///< added to ours
    std::filesystem::path workingDirectory;          ///< empty: ours
    bool pipeInput = false;                          ///< else /dev/null
    bool pipeOutput = false;                         ///< else inherited, or outputFile
    std::filesystem::path outputFile;                ///< stdout and stderr appended here, when set
    bool dieWithParent =
        false;            ///< SIGKILL to the child when we die (needs the child to be an anneal program: --die-with-parent PID is appended)
    bool detach = false;  ///< new session, not killed by our destructor
};

class Process {
public:
    static Result<Process> spawn(const ProcessOptions& options);
    Process(Process&&) noexcept;
    Process& operator=(Process&&) noexcept;
    ~Process();

    pid_t pid() const { return pid_; }
    Status write(std::string_view bytes);
    void closeInput();
    /// The next line without its newline; nullopt at the end of the stream or after `timeout`.
    std::optional<std::string> readLine(std::chrono::milliseconds timeout = std::chrono::hours(24));
    /// The status if it has ended within `timeout`.
    std::optional<ExitStatus> wait(std::chrono::milliseconds timeout = std::chrono::hours(24));
    void signal(int number);

private:
    Process() = default;
    void release();
    pid_t pid_ = -1;
    int pidfd_ = -1;
    int input_ = -1;
    int output_ = -1;
    bool detached_ = false;
    std::optional<ExitStatus> status_;
    std::string buffer_;
};

/// Runs to the end and collects stdout.
struct ProcessOutput {
    ExitStatus status;
    std::string output;
};
Result<ProcessOutput> runProcess(ProcessOptions options);

/// In the child: ask the kernel for SIGKILL when the parent dies, and stop at once if it already has.
void dieWithParent(pid_t parent);
bool processAlive(pid_t pid);

}  // namespace anneal::base
