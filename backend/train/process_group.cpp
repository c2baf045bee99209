// The only file that sees Gloo: Debian's Gloo headers are older than the library in LibTorch, so nothing of them is used here
// but what ProcessGroupGloo's declaration needs.
#define USE_C10D_GLOO
#include "train/process_group.h"

#include <cstdlib>
#include <functional>
#include <optional>

#include <ATen/ATen.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

namespace anneal::train {

namespace {

std::optional<std::string> variable(const char* name) {
    const auto* value = std::getenv(name);
    return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

Result<int> number(const char* name, const char* slurmName, int fallback) {
    auto text = variable(name);
    if (!text && slurmName) text = variable(slurmName);
    if (!text) return fallback;
    char* end = nullptr;
    const auto value = std::strtol(text->c_str(), &end, 10);
    if (*end != '\0' || value < 0 || value > 1'000'000)
        return fail("bad_environment", std::string(name) + " is '" + *text + "', not a number",
                    "start the ranks with torchrun, srun or anneal train");
    return static_cast<int>(value);
}

Status guarded(const std::function<void()>& call) {
    try {
        call();
        return {};
    } catch (const std::exception& exception) {
        const std::string what = exception.what();
        return fail("rank_lost", "the ranks lost each other: " + what.substr(0, what.find('\n')),
                    "look at ranks/ and log.txt for the rank that ended first, then resume the run");
    }
}

}  // namespace

Result<RankEnvironment> RankEnvironment::read() {
    RankEnvironment environment;
    ANNEAL_TRY(rank, number("RANK", "SLURM_PROCID", 0));
    ANNEAL_TRY(worldSize, number("WORLD_SIZE", "SLURM_NTASKS", 1));
    ANNEAL_TRY(localRank, number("LOCAL_RANK", "SLURM_LOCALID", 0));
    ANNEAL_TRY(localWorldSize, number("LOCAL_WORLD_SIZE", "SLURM_NTASKS_PER_NODE", worldSize));
    ANNEAL_TRY(port, number("MASTER_PORT", nullptr, environment.masterPort));
    if (worldSize < 1 || rank >= worldSize)
        return fail("bad_environment", "RANK is " + std::to_string(rank) + " of WORLD_SIZE " + std::to_string(worldSize),
                    "start the ranks with torchrun, srun or anneal train");
    environment.rank = rank;
    environment.worldSize = worldSize;
    environment.localRank = localRank;
    environment.localWorldSize = std::max(1, localWorldSize);
    environment.masterPort = port;
    environment.masterAddress = variable("MASTER_ADDR").value_or(environment.masterAddress);
    environment.agentStore = variable("TORCHELASTIC_USE_AGENT_STORE").value_or("") == "True";
    environment.storePrefix = "anneal/" + variable("TORCHELASTIC_RESTART_COUNT").value_or("0");
    return environment;
}

struct ProcessGroup::Connection {
    c10::intrusive_ptr<c10d::TCPStore> store;
    std::unique_ptr<c10d::ProcessGroupGloo> gloo;
};

ProcessGroup::ProcessGroup(int rank, int size, std::unique_ptr<Connection> connection)
    : rank_(rank), size_(size), connection_(std::move(connection)) {}
ProcessGroup::ProcessGroup(ProcessGroup&&) noexcept = default;
ProcessGroup& ProcessGroup::operator=(ProcessGroup&&) noexcept = default;
ProcessGroup::~ProcessGroup() = default;

Result<ProcessGroup> ProcessGroup::connect(const RankEnvironment& environment, std::chrono::seconds timeout) {
    if (environment.worldSize == 1) return ProcessGroup(0, 1, nullptr);
    auto connection = std::make_unique<Connection>();
    const auto connected = guarded([&] {
        c10d::TCPStoreOptions storeOptions;
        storeOptions.port = static_cast<std::uint16_t>(environment.masterPort);
        storeOptions.isServer = environment.rank == 0 && !environment.agentStore;
        storeOptions.numWorkers = static_cast<std::size_t>(environment.worldSize);
        storeOptions.waitWorkers = false;
        storeOptions.timeout = timeout;
        connection->store = c10::make_intrusive<c10d::TCPStore>(environment.masterAddress, storeOptions);

        auto options = c10d::ProcessGroupGloo::Options::create(timeout);
        const auto interface = variable("GLOO_SOCKET_IFNAME");
        const bool local = environment.localWorldSize == environment.worldSize;
        options->devices.push_back(interface ? c10d::ProcessGroupGloo::createDeviceForInterface(*interface)
                                   : local   ? c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1")
                                             : c10d::ProcessGroupGloo::createDefaultDevice());
        auto prefixed = c10::make_intrusive<c10d::PrefixStore>(environment.storePrefix, connection->store);
        connection->gloo = std::make_unique<c10d::ProcessGroupGloo>(prefixed, environment.rank, environment.worldSize, options);
    });
    if (!connected) return fail(connected.error());
    return ProcessGroup(environment.rank, environment.worldSize, std::move(connection));
}

Status ProcessGroup::sum(at::Tensor& tensor) {
    if (!connection_) return {};
    return guarded([&] {
        std::vector<at::Tensor> host{tensor.cpu()};
        connection_->gloo->allreduce(host)->wait();
        if (!host[0].is_same(tensor)) tensor.copy_(host[0]);
    });
}

Status ProcessGroup::broadcast(at::Tensor& tensor, int root) {
    if (!connection_) return {};
    return guarded([&] {
        std::vector<at::Tensor> host{tensor.cpu().contiguous()};
        c10d::BroadcastOptions options;
        options.rootRank = root;
        connection_->gloo->broadcast(host, options)->wait();
        if (!host[0].is_same(tensor)) tensor.copy_(host[0]);
    });
}

Result<std::vector<at::Tensor>> ProcessGroup::gather(const at::Tensor& tensor) {
    if (!connection_) return std::vector<at::Tensor>{tensor};
    std::vector<std::vector<at::Tensor>> outputs(1);
    for (int i = 0; i < size_; ++i) outputs[0].push_back(at::empty_like(tensor));
    const auto gathered = guarded([&] {
        std::vector<at::Tensor> input{tensor.contiguous()};
        connection_->gloo->allgather(outputs, input)->wait();
    });
    if (!gathered) return fail(gathered.error());
    return outputs[0];
}

}  // namespace anneal::train
