#pragma once
// AdamW with decoupled weight decay (Loshchilov and Hutter 2019), equal to torch.optim.AdamW. State and arithmetic are FP32;
// a parameter of another type keeps an FP32 master copy here.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

#include "base/result.h"
#include "nn/parameters.h"

namespace anneal::train {

struct AdamWOptions {
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
    double weightDecay = 0.01;  ///< not on norms and biases, i.e. not on parameters of one dimension
};

class AdamW {
public:
    AdamW(const std::vector<nn::Parameter>& parameters, const AdamWOptions& options);

    /// One update. `gradients`: FP32, in the order of the parameters.
    void step(double learningRate, const std::vector<at::Tensor>& gradients);
    std::int64_t steps() const { return steps_; }

    /// FP32 tensors by "exp_avg.NAME", "exp_avg_sq.NAME" and, where there is one, "master.NAME".
    std::map<std::string, at::Tensor> state() const;
    /// Errors: "checkpoint_mismatch" for a tensor that is missing or has another shape.
    Status load(const std::map<std::string, at::Tensor>& state, std::int64_t steps);

private:
    struct Slot {
        std::string name;
        at::Tensor parameter;
        at::Tensor master;  ///< the parameter itself when that is FP32
        at::Tensor average;
        at::Tensor squareAverage;
        std::size_t gradient;  ///< place in step()'s gradients
    };
    void update(const std::vector<Slot>& slots, double decay, double learningRate, const std::vector<at::Tensor>& gradients);
    std::vector<std::pair<std::string, at::Tensor>> stateTensors() const;

    AdamWOptions options_;
    std::vector<Slot> decayed_;
    std::vector<Slot> plain_;
    std::int64_t steps_ = 0;
};

}  // namespace anneal::train
