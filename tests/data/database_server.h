#pragma once
// A real database server in a temporary folder, reached by a Unix socket alone; it ends with the object.

#include <chrono>
#include <functional>
#include <optional>
#include <thread>

#include <pwd.h>
#include <unistd.h>

#include "base/process.h"
#include "support.h"

namespace anneal::test {

class DatabaseServer {
public:
    static constexpr const char* kPassword = "s3cret-Zebra";

    const std::filesystem::path& folder() const { return folder_.path(); }

protected:
    DatabaseServer() {
        // Servers refuse to run as root.
        if (::geteuid() != 0) return;
        const auto* nobody = ::getpwnam("nobody");
        EXPECT_TRUE(nobody && ::chown(folder_.path().c_str(), nobody->pw_uid, nobody->pw_gid) == 0);
    }
    ~DatabaseServer() {
        if (!server_) return;
        server_->signal(SIGQUIT);
        if (!server_->wait(std::chrono::seconds(5))) server_->signal(SIGKILL);
        server_->wait();
    }
    base::ProcessOptions command(const std::filesystem::path& program, std::vector<std::string> arguments) const {
        base::ProcessOptions options;
        options.program = program;
        options.arguments = std::move(arguments);
        options.workingDirectory = folder();
        options.outputFile = folder() / "log.txt";
        if (::geteuid() != 0) return options;
        std::vector<std::string> lowered = {"--reuid=nobody", "--regid=nogroup", "--clear-groups", program.string()};
        lowered.insert(lowered.end(), options.arguments.begin(), options.arguments.end());
        options.program = "/usr/bin/setpriv";
        options.arguments = std::move(lowered);
        return options;
    }
    bool run(const std::filesystem::path& program, std::vector<std::string> arguments,
             std::map<std::string, std::string> environment = {}) const {
        auto options = command(program, std::move(arguments));
        options.environment = std::move(environment);
        auto process = base::Process::spawn(options);
        const auto status = process ? process->wait(std::chrono::minutes(4)) : std::nullopt;
        return status && status->ok();
    }
    void start(const base::ProcessOptions& options) {
        auto process = base::Process::spawn(options);
        ASSERT_TRUE(succeeded(process));
        server_.emplace(std::move(*process));
    }
    bool becomes(const std::function<bool()>& ready) const {
        for (int i = 0; i < 600; ++i) {
            if (ready()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
        }
        return false;
    }

private:
    TemporaryFolder folder_;
    std::optional<base::Process> server_;
};

class PostgresServer : public DatabaseServer {
public:
    static constexpr const char* kPrograms = "/usr/lib/postgresql/15/bin";
    static bool installed() { return std::filesystem::exists(std::filesystem::path(kPrograms) / "postgres"); }

    PostgresServer() {
        const std::filesystem::path programs = kPrograms;
        write(folder() / "password", kPassword);
        const auto data = (folder() / "data").string();
        if (!run(programs / "initdb", {"-D", data, "-U", "anna", "-A", "scram-sha-256", "--pwfile", (folder() / "password").string(), "-E",
                                       "UTF8", "--locale=C.UTF-8", "-N"}))
            return;
        start(command(programs / "postgres", {"-D", data, "-k", folder().string(), "-c", "listen_addresses=", "-c", "fsync=off"}));
        ready_ = becomes([&] { return execute("CREATE DATABASE shop", "postgres"); });
    }
    bool ready() const { return ready_; }
    std::string address(const std::string& user = "anna") const {
        std::string host;
        for (const char c : folder().string()) host += c == '/' ? "%2F" : std::string(1, c);
        return "postgresql://" + user + "@" + host + "/shop";
    }
    bool execute(const std::string& statements, const std::string& database = "shop") const {
        return run(std::filesystem::path(kPrograms) / "psql",
                   {"-h", folder().string(), "-U", "anna", "-d", database, "-v", "ON_ERROR_STOP=1", "-q", "-c", statements},
                   {{"PGPASSWORD", kPassword}});
    }

private:
    bool ready_ = false;
};

class MariadbServer : public DatabaseServer {
public:
    static bool installed() { return std::filesystem::exists("/usr/sbin/mariadbd"); }

    MariadbServer() {
        const auto data = "--datadir=" + (folder() / "data").string();
        if (!run("/usr/bin/mariadb-install-db", {"--no-defaults", data, "--auth-root-authentication-method=normal", "--skip-test-db"}))
            return;
        start(command("/usr/sbin/mariadbd", {"--no-defaults", data, "--socket=" + socket(), "--skip-networking",
                                             "--pid-file=" + (folder() / "pid").string(), "--innodb-flush-log-at-trx-commit=0"}));
        ready_ = becomes([&] {
            return execute(std::string("CREATE DATABASE IF NOT EXISTS shop; CREATE USER IF NOT EXISTS anna@localhost IDENTIFIED BY '") +
                               kPassword + "'; GRANT ALL ON shop.* TO anna@localhost; GRANT PROCESS ON *.* TO anna@localhost",
                           "mysql");
        });
    }
    bool ready() const { return ready_; }
    std::string address() const { return "mysql://anna@localhost/shop?socket=" + socket(); }
    bool execute(const std::string& statements, const std::string& database = "shop") const {
        return run("/usr/bin/mariadb",
                   {"--no-defaults", "--socket=" + socket(), "-u", "root", "--default-character-set=utf8mb4", "-e", statements, database});
    }

private:
    std::string socket() const { return (folder() / "socket").string(); }
    bool ready_ = false;
};

}  // namespace anneal::test
