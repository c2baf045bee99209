#include <thread>

#include <gtest/gtest.h>
#include <unistd.h>

#include "engine/work/server.h"

namespace anneal::engine {
namespace {

/// A server on its own thread with our ends of its pipes.
class Served {
public:
    explicit Served(std::vector<WorkVerb> verbs) {
        int in[2], out[2];
        EXPECT_EQ(::pipe(in), 0);
        EXPECT_EQ(::pipe(out), 0);
        input_ = in[1];
        output_ = ::fdopen(out[0], "r");
        thread_ = std::thread(
            [verbs = std::move(verbs), read = in[0], write = out[1]]() mutable { WorkServer(std::move(verbs), read, write).serve(); });
    }
    ~Served() {
        end();
        thread_.join();
        std::fclose(output_);
    }
    void send(std::string line) {
        line += '\n';
        EXPECT_EQ(::write(input_, line.data(), line.size()), ssize_t(line.size()));
    }
    void end() {
        if (input_ >= 0) ::close(std::exchange(input_, -1));
    }
    Json receive() {
        char* line = nullptr;
        std::size_t size = 0;
        const auto length = ::getline(&line, &size, output_);
        auto parsed = length > 0 ? Json::parse(std::string(line, std::size_t(length))) : Json();
        std::free(line);
        return parsed;
    }

private:
    int input_ = -1;
    std::FILE* output_ = nullptr;
    std::thread thread_;
};

std::vector<WorkVerb> verbs() {
    return {
        {"echo",
         [](Request& request) -> Result<Json> {
             return Json{{"said", request.args.at("text").get<std::string>()}};
         }},
        {"count",
         [](Request& request) -> Result<Json> {
             for (int i = 1; i <= 3; ++i) {
                 request.token({{"text", std::to_string(i)}});
                 request.progress({i, 3, "counting"});
             }
             return Json::object();
         }},
        {"wait",
         [](Request& request) -> Result<Json> {
             request.token({{"text", "waiting"}});
             while (!request.stop.stopRequested()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
             return fail("stopped", "stopped");
         }},
        {"throw", [](Request&) -> Result<Json> { throw std::runtime_error("broken"); }},
        {"fail", [](Request&) -> Result<Json> { return fail("no_model", "no model", "load one"); }},
    };
}

TEST(WorkServer, answers_by_id_with_tokens_and_progress_before_the_result) {
    Served served(verbs());
    served.send(R"({"id":7,"verb":"echo","args":{"text":"grüß"}})");
    EXPECT_EQ(served.receive(), Json::parse(R"({"id":7,"result":{"said":"grüß"}})"));
    served.send(R"({"id":"eight","verb":"count"})");
    Json last;
    int tokens = 0, progresses = 0;
    while (!(last = served.receive()).contains("result")) {
        EXPECT_EQ(last.at("id"), "eight");
        tokens += last.contains("token");
        progresses += last.contains("progress");
    }
    EXPECT_EQ(tokens, 3);
    EXPECT_GE(progresses, 1);
}

TEST(WorkServer, bad_requests_are_answered_and_the_server_lives) {
    Served served(verbs());
    const auto code = [&](const char* line) {
        served.send(line);
        return served.receive().at("error").at("code").get<std::string>();
    };
    EXPECT_EQ(code("not json"), "request_invalid");
    EXPECT_EQ(code("[1]"), "request_invalid");
    EXPECT_EQ(code(R"({"id":1})"), "request_invalid");
    EXPECT_EQ(code(R"({"id":1,"verb":"echo","args":3})"), "args_invalid");
    EXPECT_EQ(code(R"({"id":1,"verb":"echo"})"), "args_invalid");
    EXPECT_EQ(code(R"({"id":1,"verb":"echo","args":{"text":5}})"), "args_invalid");
    EXPECT_EQ(code(R"({"id":1,"verb":"fly"})"), "verb_unknown");
    EXPECT_EQ(code(R"({"id":1,"verb":"throw"})"), "engine_failed");
    EXPECT_EQ(code(R"({"id":1,"verb":"fail"})"), "no_model");
    served.send("");
    served.send(R"({"cancel":99})");
    served.send(R"({"id":2,"verb":"echo","args":{"text":"still here"}})");
    EXPECT_EQ(served.receive().at("result").at("said"), "still here");
}

TEST(WorkServer, cancel_reaches_running_and_queued_requests) {
    Served served(verbs());
    served.send(R"({"id":1,"verb":"wait"})");
    served.send(R"({"id":2,"verb":"wait"})");
    EXPECT_EQ(served.receive().at("token").at("text"), "waiting");
    served.send(R"({"id":1,"verb":"echo"})");
    EXPECT_EQ(served.receive().at("error").at("code"), "request_invalid");
    served.send(R"({"cancel":2})");
    served.send(R"({"cancel":1})");
    const auto first = served.receive(), second = served.receive();
    EXPECT_EQ(first.at("id"), 1);
    EXPECT_EQ(first.at("error").at("code"), "stopped");
    EXPECT_EQ(second.at("id"), 2);
    EXPECT_EQ(second.at("error").at("code"), "stopped");
}

TEST(WorkServer, the_end_of_the_input_stops_what_runs) {
    Served served(verbs());
    served.send(R"({"id":1,"verb":"wait"})");
    EXPECT_TRUE(served.receive().contains("token"));
    served.end();
    EXPECT_EQ(served.receive().at("error").at("code"), "stopped");
    EXPECT_TRUE(served.receive().is_null());
}

}  // namespace
}  // namespace anneal::engine
