#pragma once
// The ranks of one run and what they say to each other (c10d over Gloo). One rank alone needs no network.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/result.h"

namespace anneal::train {

/// Where this process stands, as torchrun, Slurm's srun and our supervisor set it in the environment.
struct RankEnvironment {
    int rank = 0;
    int worldSize = 1;
    int localRank = 0;
    int localWorldSize = 1;
    std::string masterAddress = "127.0.0.1";
    int masterPort = 29500;
    bool agentStore = false;  ///< torchrun's agent already serves the store at that address
    std::string storePrefix;  ///< tells one restart from the next

    /// RANK, WORLD_SIZE, LOCAL_RANK, MASTER_ADDR, MASTER_PORT, else SLURM_PROCID, SLURM_NTASKS, SLURM_LOCALID. Error "bad_environment".
    static Result<RankEnvironment> read();
};

/// Every rank makes the same calls in the same order. Errors: "rank_lost" when another rank is gone or late.
class ProcessGroup {
public:
    static Result<ProcessGroup> connect(const RankEnvironment& environment, std::chrono::seconds timeout);
    ProcessGroup(ProcessGroup&&) noexcept;
    ProcessGroup& operator=(ProcessGroup&&) noexcept;
    ~ProcessGroup();

    int rank() const { return rank_; }
    int size() const { return size_; }
    bool isFirst() const { return rank_ == 0; }

    /// In place, any device.
    Status sum(at::Tensor& tensor);
    Status broadcast(at::Tensor& tensor, int root = 0);
    /// Tensors of one shape, CPU: rank by rank, on every rank.
    Result<std::vector<at::Tensor>> gather(const at::Tensor& tensor);

private:
    struct Connection;
    ProcessGroup(int rank, int size, std::unique_ptr<Connection> connection);
    int rank_ = 0;
    int size_ = 1;
    std::unique_ptr<Connection> connection_;  ///< null for one rank
};

}  // namespace anneal::train
