#include "base/process.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/files.h"

extern char** environ;

namespace anneal::base {
namespace {

using Clock = std::chrono::steady_clock;

struct Pipe {
    int read = -1;
    int write = -1;
    ~Pipe() {
        if (read >= 0) ::close(read);
        if (write >= 0) ::close(write);
    }
    bool open() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) return false;
        read = ends[0];
        write = ends[1];
        return true;
    }
};

std::vector<std::string> mergedEnvironment(const std::map<std::string, std::string>& added) {
    std::vector<std::string> merged;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text(*entry);
        if (!added.contains(std::string(text.substr(0, text.find('='))))) merged.emplace_back(text);
    }
    for (const auto& [name, value] : added) merged.push_back(name + "=" + value);
    return merged;
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
    std::vector<char*> list;
    for (auto& text : strings) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

int millisecondsLeft(Clock::time_point deadline) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return int(std::clamp<long long>(left, 0, 1'000'000));
}

}  // namespace

Result<Process> Process::spawn(const ProcessOptions& options) {
    Pipe input, output;
    if ((options.pipeInput && !input.open()) || (options.pipeOutput && !output.open()))
        return fail(errnoError("spawn_failed", "could not open a pipe for", options.program));

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    if (options.pipeInput)
        posix_spawn_file_actions_adddup2(&actions, input.read, STDIN_FILENO);
    else
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (!options.outputFile.empty()) {
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, options.outputFile.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
        if (!options.pipeOutput) posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO);
    }
    if (options.pipeOutput) posix_spawn_file_actions_adddup2(&actions, output.write, STDOUT_FILENO);
    if (!options.workingDirectory.empty()) posix_spawn_file_actions_addchdir_np(&actions, options.workingDirectory.c_str());

    short flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
    if (options.detach) flags |= POSIX_SPAWN_SETSID;
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setflags(&attributes, flags);

    std::vector<std::string> arguments{options.program.string()};
    arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
    if (options.dieWithParent) {
        arguments.emplace_back("--die-with-parent");
        arguments.push_back(std::to_string(::getpid()));
    }
    auto environment = mergedEnvironment(options.environment);
    pid_t pid = -1;
    const int error =
        ::posix_spawnp(&pid, options.program.c_str(), &actions, &attributes, pointers(arguments).data(), pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    if (error != 0)
        return fail("spawn_failed", "could not start " + options.program.string() + ": " + std::strerror(error),
                    "check that it is installed and executable");

    Process process;
    process.pid_ = pid;
    process.pidfd_ = int(::syscall(SYS_pidfd_open, pid, 0));
    process.detached_ = options.detach;
    if (process.pidfd_ >= 0) ::fcntl(process.pidfd_, F_SETFD, FD_CLOEXEC);
    process.input_ = std::exchange(input.write, -1);
    process.output_ = std::exchange(output.read, -1);
    return process;
}

Process::Process(Process&& other) noexcept { *this = std::move(other); }

Process& Process::operator=(Process&& other) noexcept {
    if (this == &other) return *this;
    release();
    pid_ = std::exchange(other.pid_, -1);
    pidfd_ = std::exchange(other.pidfd_, -1);
    input_ = std::exchange(other.input_, -1);
    output_ = std::exchange(other.output_, -1);
    detached_ = other.detached_;
    status_ = std::exchange(other.status_, std::nullopt);
    buffer_ = std::move(other.buffer_);
    return *this;
}

Process::~Process() { release(); }

void Process::release() {
    closeInput();
    if (pid_ > 0 && !status_ && !detached_) {
        ::kill(pid_, SIGKILL);
        wait();
    }
    if (output_ >= 0) ::close(std::exchange(output_, -1));
    if (pidfd_ >= 0) ::close(std::exchange(pidfd_, -1));
    pid_ = -1;
}

Status Process::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = input_ < 0 ? -1 : ::write(input_, bytes.data(), bytes.size());
        if (count < 0 && input_ >= 0 && errno == EINTR) continue;
        if (count < 0) return fail("process_ended", "process " + std::to_string(pid_) + " no longer reads its input");
        bytes.remove_prefix(std::size_t(count));
    }
    return {};
}

void Process::closeInput() {
    if (input_ >= 0) ::close(std::exchange(input_, -1));
}

std::optional<std::string> Process::readLine(std::chrono::milliseconds timeout) {
    const auto deadline = Clock::now() + timeout;
    while (true) {
        if (const auto newline = buffer_.find('\n'); newline != std::string::npos) {
            auto line = buffer_.substr(0, newline);
            buffer_.erase(0, newline + 1);
            return line;
        }
        if (output_ < 0) {
            if (buffer_.empty()) return std::nullopt;
            return std::exchange(buffer_, {});
        }
        pollfd entry{output_, POLLIN, 0};
        const int ready = ::poll(&entry, 1, millisecondsLeft(deadline));
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) {
            if (Clock::now() >= deadline) return std::nullopt;
            continue;
        }
        char chunk[65536];
        const auto count = ::read(output_, chunk, sizeof chunk);
        if (count < 0 && errno == EINTR) continue;
        if (count > 0)
            buffer_.append(chunk, std::size_t(count));
        else
            ::close(std::exchange(output_, -1));
    }
}

std::optional<ExitStatus> Process::wait(std::chrono::milliseconds timeout) {
    if (status_ || pid_ <= 0) return status_;
    const auto deadline = Clock::now() + timeout;
    while (pidfd_ >= 0) {
        pollfd entry{pidfd_, POLLIN, 0};
        const int ready = ::poll(&entry, 1, millisecondsLeft(deadline));
        if (ready > 0) break;
        if (ready < 0 && errno == EINTR) continue;
        if (Clock::now() >= deadline) return std::nullopt;
    }
    int raw = 0;
    pid_t reaped;
    do reaped = ::waitpid(pid_, &raw, 0);
    while (reaped < 0 && errno == EINTR);
    if (reaped != pid_) return std::nullopt;
    status_ = WIFSIGNALED(raw) ? ExitStatus{128 + WTERMSIG(raw), WTERMSIG(raw)} : ExitStatus{WEXITSTATUS(raw), 0};
    return status_;
}

void Process::signal(int number) {
    if (pid_ > 0 && !status_) ::kill(pid_, number);
}

Result<ProcessOutput> runProcess(ProcessOptions options) {
    options.pipeOutput = true;
    ANNEAL_TRY(process, Process::spawn(options));
    ProcessOutput collected;
    while (auto line = process.readLine()) collected.output += *line + '\n';
    collected.status = process.wait().value_or(ExitStatus{-1, 0});
    return collected;
}

void dieWithParent(pid_t parent) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) std::_Exit(1);
}

bool processAlive(pid_t pid) { return ::kill(pid, 0) == 0 || errno == EPERM; }

}  // namespace anneal::base
