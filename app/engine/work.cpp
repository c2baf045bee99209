#include <algorithm>
#include <csignal>

#include <ATen/Parallel.h>
#include <fcntl.h>
#include <unistd.h>

#include "engine/command.h"
#include "engine/work/server.h"
#include "engine/work/session.h"
#include "engine/work/verbs.h"
#include "system/cpu.h"

namespace anneal::engine {

int runWork(const std::vector<std::string>&) {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGINT, SIG_IGN);  // Ctrl-C in a terminal reaches the whole group; the parent decides and cancels by id
    // Libraries that print must not break the protocol: what they write to stdout goes to stderr.
    const int output = ::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    const int input = ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    at::set_num_threads(std::max(1, system::readCpu().usableCores));
    WorkServer(workVerbs(std::make_shared<Session>()), input, output).serve();
    return 0;
}

}  // namespace anneal::engine
