#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>

#include <unistd.h>

#include "base/text.h"
#include "cli/progress_bar.h"
#include "cli/verb.h"

namespace anneal::cli {

bool Context::terminal() const { return isatty(STDERR_FILENO) != 0; }

int Context::answer(const OrderedJson& document, const std::function<void()>& plain) const {
    if (json_)
        std::cout << base::dumpJson(document) << std::endl;
    else
        plain();
    return kDone;
}

namespace {

void printError(const Error& error) {
    OrderedJson document;
    document["error"] = {{"code", error.code}, {"message", error.message}, {"hint", error.hint}};
    std::cout << base::dumpJson(document) << std::endl;
}

}  // namespace

int Context::misuse(const std::string& message) const {
    if (json_) printError({"usage", message, "see anneal --help, or --help after the verb"});
    return kUsage;
}

int Context::failure(const Error& error) const {
    if (json_) printError(error);
    std::cerr << "error: " << error.message << '\n';
    if (!error.hint.empty()) std::cerr << "hint: " << error.hint << '\n';
    return error.code == "stopped" ? kStopped : kFailed;
}

namespace {

using Clock = std::chrono::steady_clock;

constexpr double kSettled = 1;  // seconds of work before its end is foretold

/// Draws progress on stderr at most ten times a second on a terminal, every five seconds elsewhere.
class ProgressLine {
public:
    explicit ProgressLine(bool terminal) : terminal_(terminal) {}
    ~ProgressLine() {
        if (terminal_ && drawn_) std::fputc('\n', stderr);
    }

    void show(const base::Progress& progress) {
        const auto now = Clock::now();
        const bool finished = progress.total > 0 && progress.done >= progress.total;
        if (progress.note != note_) {
            if (terminal_ && drawn_) std::fputc('\n', stderr);
            note_ = progress.note;
            started_ = now;
            last_ = {};
            drawn_ = false;
        }
        const auto interval = terminal_ ? std::chrono::milliseconds(100) : std::chrono::milliseconds(5000);
        if (now - last_ < interval && !(finished && terminal_)) return;
        last_ = now;
        drawn_ = true;
        std::string line = note_;
        if (progress.total > 0) {
            const double share = double(progress.done) / double(progress.total);
            const double elapsed = std::chrono::duration<double>(now - started_).count();
            line += terminal_ ? "  " + progressBar(share) : std::string();
            line += "  " + std::to_string(int(share * 100)) + " %";
            if (progress.done > 0 && !finished && elapsed > kSettled)
                line += "  " + base::formatDuration(elapsed * (1 / share - 1)) + " left";
        }
        std::fprintf(stderr, terminal_ ? "\r\033[K%s" : "%s\n", line.c_str());
        std::fflush(stderr);
    }

private:
    bool terminal_;
    bool drawn_ = false;
    std::string note_;
    Clock::time_point started_;
    Clock::time_point last_;
};

}  // namespace

base::ProgressFunction Context::progress() const {
    auto line = std::make_shared<ProgressLine>(terminal());
    return [line](const base::Progress& progress) { line->show(progress); };
}

}  // namespace anneal::cli
